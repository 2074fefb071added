import fc from "fast-check";
import { expect, test } from "vitest";
import { valueAt } from "../../src/file/change.js";
import { readDocument } from "../../src/file/document.js";
import { slug } from "../../src/file/northstar.js";
import type { Path } from "../../src/file/problem.js";
import { answerFor, readPath } from "../../src/interview/assignments.js";
import { aroundBlanks } from "../../src/interview/blank.js";
import { documentFor } from "../../src/interview/document.js";
import { finalValue, formOf, missingIn, type UnfilledPolicy } from "../../src/interview/fill.js";
import { type InitialAnswers, noInitialAnswers } from "../../src/interview/initial-answers.js";
import { currentStep, giveAnswer, type Session, skip, startSession } from "../../src/interview/session.js";
import type { Template } from "../../src/interview/template.js";
import { checkSource } from "../../src/lint/check.js";
import { rules } from "../../src/lint/rules/index.js";
import { templateFrom, wholeTemplates } from "./templates.js";

const needed = { blanks: "needed", items: "needed" } as const;
const all = { blanks: "text", items: "all" } as const;

function read(text: string): InitialAnswers {
  const file = readDocument(text);
  if (Array.isArray(file)) throw new Error(`${file[0]?.message}\n${text}`);
  return { file, value: file.value };
}

const text = fc
  .oneof(
    fc.string({ unit: "grapheme", minLength: 1 }),
    fc.string({ unit: "binary", minLength: 1 }),
    fc.lorem({ maxCount: 40 }),
    fc.constantFrom(
      ..."- a|no|1.0|2026-01-01|a: b|# a|a #b|@a|'|\"|a\nb|a\n\n|🧭 #|%|{a}|~|a |[|*a|? a".split("|"),
    ),
  )
  .filter((text) => typeof answerFor(text, ["name"]) === "string" && !/_{3,}/.test(text));

function textAt({ value }: Template, path: Path): string {
  return String(valueAt(value, path));
}

/** Answers each step with the next text, or skips it. */
function interview(template: Parameters<typeof startSession>[0], next: () => string | null): Session {
  let session = startSession(template);
  for (let step = currentStep(session); step; step = currentStep(session)) {
    const text = next();
    const said =
      step.kind === "blank" && step.field?.kind === "choice"
        ? step.field.choices?.[(text ?? "").length % 3]
        : text;
    const fits = step.kind === "check" || (said && typeof answerFor(said, step.path) === "string");
    session = fits ? giveAnswer(session, said ?? "") : skip(session);
  }
  return session;
}

test.each(wholeTemplates)(
  "%s: any answers read back exactly, and the file is a North Star",
  (_, template) => {
    fc.assert(
      fc.property(fc.infiniteStream(fc.option(text, { freq: 5 })), (texts) => {
        const session = interview(template, () => texts.next().value ?? null);
        const file = documentFor(session, needed).text;
        const { star, problems } = checkSource(file, { rules, today: "2026-10-01" });
        expect(star, `${problems[0]?.message}\n${file}`).toBeDefined();
        const { value: written } = documentFor(session, all);
        for (const [blank, said] of session.answers) {
          const [place = "", nth = ""] = blank.split("#");
          const path = readPath(place);
          const value = valueAt(written, path);
          const [before = "", after = ""] = aroundBlanks(textAt(template, path)).slice(Number(nth));
          if (before + after) expect(value).toContain(before + said + after);
          else if (place.endsWith(".ideas")) expect(value).toBe(Number(said));
          else expect(value).toBe(place.endsWith(".id") ? slug(said) : said);
        }
      }),
      { numRuns: 12 },
    );
  },
);

const template = templateFrom(`
# The name.
name: ____
game: ____
#? items: 3 to 5
inputs:
  # The first.
  - name: ____
    definition: ____
    factor: breadth
  - name: ____
    definition: ____
  - name: ____
    definition: ____
  - name: ____
    definition: ____
vision: For ____ who ____.
review: { last: ____ }
checklist:
  value: ____
`);

function given(text: string, leave: UnfilledPolicy = needed): unknown {
  const form = formOf(template, read(text));
  const { value } = documentFor(form, leave);
  expect(value).toEqual(finalValue(form, leave));
  return value;
}

test("what is given counts, and a given list is complete", () => {
  expect(given("name: Full Carts\ninputs:\n  - name: Orders\n")).toEqual({
    name: "Full Carts",
    game: "____",
    inputs: [{ name: "Orders", definition: "____" }],
  });
});

test("what the format has no blanks for is left out, and what it needs stays", () => {
  const blank = { name: "____", definition: "____" };
  expect(given("{}")).toEqual({
    name: "____",
    game: "____",
    inputs: [{ ...blank, factor: "breadth" }, blank, blank],
  });
  expect(given("{}", { blanks: "text", items: "needed" })).toEqual({
    name: "____",
    game: "____",
    inputs: [{ ...blank, factor: "breadth" }, blank, blank],
    vision: "For ____ who ____.",
    checklist: { value: "____" },
  });
  expect(given("{}", { blanks: "all", items: "all" })).toEqual(template.value);
});

test("a sentence that is half filled in is known as far as it goes", () => {
  const { answers } = formOf(template, read("vision: For film lovers who ____.\n"));
  expect([...answers]).toEqual([["vision#0", "film lovers"]]);
  expect(given("vision: Films for all.\n")).toMatchObject({ vision: "Films for all." });
  expect(given("name: Weekly ____ Users\n")).toMatchObject({ name: "Weekly ____ Users" });
});

test("nothing in a key's place is no answer", () => {
  expect(given("name:\ninputs: []\nvision: null\n")).toEqual(given("{}"));
});

test("keys and comments of their own stay", () => {
  const own = "# Ours.\n\n# Ask Ada.\nname: Full Carts # sic\n\nowner: Ada\n\nx-board: 7\n";
  expect(documentFor(formOf(template, read(own)), needed).text).toBe(`# Ours.

# Ask Ada.
name: Full Carts # sic

game: ____

owner: Ada

inputs:
  # The first.
  - name: ____
    definition: ____
    factor: breadth
  - name: ____
    definition: ____
  - name: ____
    definition: ____

x-board: 7
`);
});

test("what a file of one key lacks comes in the usual order, parted by empty lines", () => {
  const { text } = documentFor(formOf(template, read("game: attention # sure\r\n")), needed);
  expect(text).toMatch(
    /^game: attention # sure\r\n\r\n# The name\.\r\nname: ____\r\n\r\ninputs:\r\n {2}# The first\.\r\n/,
  );
  expect(documentFor(formOf(template, read("# ours\n{}\n")), needed).text).toMatch(
    /^# ours\n# The name\.\nname: ____\n\ngame: ____\n\ninputs:\n/,
  );
});

test("what is missing is what the format needs", () => {
  const missing = (text: string) => missingIn(formOf(template, read(text))).map((path) => path.join("."));
  expect(missing("name: Full Carts\ngame: transaction\n")).toEqual([
    "inputs.0.name",
    "inputs.0.definition",
    "inputs.1.name",
    "inputs.1.definition",
    "inputs.2.name",
    "inputs.2.definition",
    "definition",
  ]);
  expect(missing("name: A\ngame: ____\ndefinition: B\ninputs: [{name: C, definition: D}]\n")).toEqual([
    "game",
  ]);
  expect(
    missing("name: A\ngame: attention\ndefinition: B\ninputs: [{name: C, definition: D}]\nbets: [{if: E}]\n"),
  ).toEqual(["bets.0.for", "bets.0.then", "bets.0.level"]);
});

test("of items that ask the same, two are left for an editor, and all for whoever goes on", () => {
  const bets = templateFrom(`
bets:
  - { level: 0, for: ____, if: ____, then: ____ }
  - { level: 1, for: ____, if: ____, then: ____ }
  - { level: 1, for: ____, if: ____, then: ____ }
  - { level: 1, for: ____, if: ____, then: ____ }
  - { level: 2, for: ____, if: ____, then: ____ }
`);
  const levels = (items: "needed" | "all") =>
    (
      finalValue(formOf(bets, noInitialAnswers), { blanks: "text", items }) as { bets: { level: number }[] }
    ).bets.map(({ level }) => level);
  expect(levels("needed")).toEqual([0, 1, 1, 2]);
  expect(levels("all")).toEqual([0, 1, 1, 1, 2]);
});
