/** Whatever writes over, from or on top of a file keeps each comment of it, and each byte that nothing was said of. */
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { readDraft, saveDraft } from "../../src/cli/host/draft-store.js";
import type { World } from "../../src/cli/host/world.js";
import { readDocument } from "../../src/file/document.js";
import { documentFor } from "../../src/interview/document.js";
import { currentStep, giveAnswer, type Session, skip, startSession } from "../../src/interview/session.js";
import { templates } from "../interview/templates.js";
import { folderWith } from "../support/folder.js";
import { handwritten } from "../support/handwritten.js";
import { northstar, today } from "../support/world.js";

const other = `status: candidate
name: Last Lines
definition: The number of last lines that are on a screen in a week.
game: attention
inputs: []
`;

function commentsOf(text: string): string[] {
  return text.match(/# note \d+ of ours:/g) ?? [];
}

/** All comments are there, and all lines end as they did. */
function expectComments(text: string, before: string): void {
  if (before.includes("\r\n")) expect(text).not.toMatch(/[^\r]\n/);
  else expect(text).not.toContain("\r");
  for (const comment of commentsOf(before)) expect(text).toContain(comment);
}

/** Whether one text is the other with something put in at one place. */
function isGrown(text: string, before: string): boolean {
  let start = 0;
  while (start < before.length && text[start] === before[start]) start += 1;
  let end = 0;
  while (end < before.length && text.at(-1 - end) === before.at(-1 - end)) end += 1;
  return start + end >= before.length;
}

/** Those lines of a text that another text does not have in the same order. */
function linesLost(text: string, before: string): string[] {
  const lines = text.split(/\r?\n/);
  let from = 0;
  return before.split(/\r?\n/).filter((line) => {
    const at = lines.indexOf(line, from);
    if (at >= 0) from = at + 1;
    return at < 0;
  });
}

test("adopt changes the status, and adds what was considered in one place", async () => {
  await fc.assert(
    fc.asyncProperty(handwritten({ open: false }), fc.boolean(), async (before, hasOther) => {
      const cwd = folderWith({
        "candidates/ada.yaml": before,
        ...(hasOther && { "candidates/ben.yaml": other }),
      });
      const ran = await northstar(["adopt", "candidates/ada.yaml", "--yes", "--force"], { cwd });
      expect(ran.code, ran.screen).toBe(0);
      const text = readFileSync(join(cwd, "northstar.yaml"), "utf8");
      expectComments(text, before);
      const adopted = before.replace(/^(status: ["']?)candidate/m, "$1adopted");
      if (hasOther) expect(isGrown(text, adopted), text).toBe(true);
      else expect(text).toBe(adopted);
    }),
    { numRuns: 25 },
  );
}, 120_000);

test("init from a file, also over itself, keeps the file and puts in what it lacks", async () => {
  await fc.assert(
    fc.asyncProperty(handwritten({ open: true }), fc.boolean(), async (before, isSet) => {
      if (!/^name:/m.test(before)) return;
      const cwd = folderWith({ "a.yaml": before });
      const set = [...(isSet ? ["--set", "name=Lines Read"] : []), "--set", "game=attention"];
      const ran = await northstar(["init", "a.yaml", "--from", "a.yaml", "--yes", "--force", ...set], {
        cwd,
      });
      expect(ran.code, `${ran.screen}\n${before}`).toBe(0);
      const text = readFileSync(join(cwd, "a.yaml"), "utf8");
      expectComments(text, before);
      // A status cannot be a blank.
      const lost = linesLost(text, before).filter((line) => !/^\s*$|^status: ____/.test(line));
      // Only the name was said anew, and braces are written on until the end of their line.
      expect(
        lost.filter((line) => !(isSet && line.startsWith("name:")) && !/\}|^ *- *\{/.test(line)),
        text,
      ).toEqual([]);
    }),
    { numRuns: 25 },
  );
}, 120_000);

const [, blank] = templates.find(([name]) => name === "blank") ?? [];

test("answers that are kept and gone on with leave the file that they came from", () => {
  if (!blank) throw new Error("there is no blank template");
  const world = {
    cwd: mkdtempSync(join(tmpdir(), "northstar-")),
    args: [] as readonly string[],
    env: {},
    today: () => today,
  } as World;
  const moves = fc.array(
    fc.option(fc.constantFrom("Lines", "it's: # so", "words ".repeat(20)), { nil: null }),
    {
      minLength: 40,
      maxLength: 40,
    },
  );
  fc.assert(
    fc.property(handwritten({ open: true }), moves, fc.nat(12), (before, moves, stop) => {
      const file = readDocument(before);
      if (Array.isArray(file)) return;
      const start = startSession(blank, { file, value: file.value });
      const begun = walk(start, moves.slice(0, stop));
      const refused = saveDraft(world, "a.yaml", begun, []);
      expect(refused).toEqual({});
      const draft = readFileSync(join(world.cwd, "a.draft.yaml"), "utf8");
      expectComments(draft, before);
      const again = readDraft(world, "a.yaml");
      expect(again?.given.file?.text).toBe(documentFor(begun, { blanks: "all", items: "all" }).text);
      if (!again) return;
      const session = walk(startSession(blank, again.given, again.place), moves.slice(stop));
      const { text } = documentFor(session, { blanks: "needed", items: "needed" });
      expectComments(text, before);
      const isTouched = (line: string) => /____|\{|\}|^\s*$/.test(line);
      // A line that was filled in is found again in another place, where the next of its kind is still open.
      const untouched = before.split(/\r?\n/).filter((line) => !isTouched(line));
      expect(linesLost(text, untouched.join("\n")), text).toEqual([]);
    }),
    { numRuns: 25 },
  );
}, 120_000);

/** Answers each step with the next text, or leaves it open. */
function walk(start: Session, moves: readonly (string | null)[]): Session {
  let session = start;
  for (const move of moves) {
    const step = currentStep(session);
    if (!step) return session;
    const isFree = step.kind === "check" || step.field?.kind === "text";
    const said = step.kind === "blank" && step.field?.choices?.[0];
    session = move === null || !(isFree || said) ? skip(session) : giveAnswer(session, said || move.trim());
  }
  return session;
}
