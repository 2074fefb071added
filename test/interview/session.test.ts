import fc from "fast-check";
import { expect, test } from "vitest";
import { documentFor } from "../../src/interview/document.js";
import { finishedLines } from "../../src/interview/screen.js";
import { openTargetOptions, targetOptions } from "../../src/interview/sentence-text.js";
import {
  askAgain,
  back,
  currentStep,
  giveAnswer,
  idOf,
  positionOf,
  proposalFor,
  reopen,
  type Session,
  skip,
  skipPart,
  startSession,
  subjectOfCheck,
  withTemplate,
} from "../../src/interview/session.js";
import { completeWith, overlay } from "../../src/interview/template.js";
import { terminalTheme } from "../../src/report/terminal-theme.js";
import { templateFrom, wholeTemplates } from "./templates.js";

const template = templateFrom(`
#? part: Game
game: ____
#? part: Value
exchanges: [____, ____, ____]
#? part: Inputs
inputs:
  - { name: ____, definition: ____ }
  - { name: ____, definition: ____ }
  - { name: ____, definition: ____ }
#? part: Bets
bets:
  #? check: All of {inputs}?
  - { level: 1, for: ____, if: ____, then: ____ }
  - { level: 2, for: ____, if: ____, then: ____, id: ____ }
  - { level: 3, for: ____, if: ____, then: ____ }
checklist: { value: ____ }
`);

const start = startSession(template);

/** Where an interview stands after these moves; a text is an answer. */
function after(...moves: (string | ((session: Session) => Session))[]): string {
  return idOf(currentStep(walk(...moves)));
}

function walk(...moves: (string | ((session: Session) => Session))[]): Session {
  return moves.reduce(
    (session, move) => (typeof move === "string" ? giveAnswer(session, move) : move(session)),
    start,
  );
}

const toInputs = ["attention", skip] as const;

test("what is skipped takes along what cannot stand alone", () => {
  expect(after()).toBe("game#0");
  expect(after(skip)).toBe("exchanges.0#0");
  expect(after("attention", "a", skip)).toBe("inputs.0.name#0");
  expect(after(...toInputs, skip)).toBe("inputs.1.name#0");
  expect(after(...toInputs, "A", skip)).toBe("inputs.1.name#0");
});

test("nothing is asked of what has nothing to stand under", () => {
  expect(after(...toInputs, skip, skip, skip)).toBe("checklist.value#0");
  expect(after(...toInputs, skip, skip, skip, skip)).toBe("");
});

test("a sentence is confirmed when at least two things are said of a list", () => {
  expect(after(...toInputs, "A", "a", skip, skip)).toBe("bets.0.for#0");
  expect(after(...toInputs, "A", "a", "B", "b", skip)).toBe("All of {inputs}?");
  expect(after(...toInputs, "A", "a", "B", "b", skip, "")).toBe("bets.0.for#0");
});

test("a sentence that does not hold leads back through all of its subject", () => {
  const check = [...toInputs, "A", "a", "B", "b", skip];
  expect(subjectOfCheck(walk(...check))).toBe("Inputs");
  expect(after(...check, reopen)).toBe("inputs.0.name#0");
  expect(after(...check, reopen, "A2", "a2", "B2", "b2", skip)).toBe("All of {inputs}?");
  expect(walk(...check, reopen, "A2").answers.get("inputs.0.name#0")).toBe("A2");
});

test("an intervention is asked for when there is an opportunity with a name", () => {
  const bets = [...toInputs, "A", "a", skip, skip, skip];
  expect(after(...bets, "a", "if", "then", skip)).toBe("checklist.value#0");
  expect(after(...bets, "a", "if", "then", "Starting points")).toBe("bets.2.for#0");
});

test("work that moves no Input is asked for where there are Inputs, until none is left", () => {
  const misfits = templateFrom("#? part: Roadmap\nmisfits: [____, ____]\n");
  const whole = overlay(template, misfits);
  const asked = (session: Session): string[] => {
    const step = currentStep(session);
    return step ? [idOf(step), ...asked(skip(session))] : [];
  };
  expect(asked(startSession(whole))).not.toContain("misfits.0#0");
  const value = { game: "attention", inputs: ["A", "B"].map((name) => ({ name, definition: "a" })) };
  const session = startSession(whole, { value });
  expect(asked(session)).toContain("misfits.0#0");
  expect(asked(session)).not.toContain("misfits.1#0");
});

test("what could not be asked at its place is asked at the end", () => {
  const early = templateFrom("bets: [{ level: 1, for: ____, if: ____, then: ____ }]\n");
  const first = startSession(completeWith(early, template));
  expect(idOf(currentStep(first))).toBe("game#0");
  const session = [skip, skip, "A", "a", skip, skip].reduce<Session>(
    (session, move) => (typeof move === "string" ? giveAnswer(session, move) : move(session)),
    first,
  );
  expect(idOf(currentStep(session))).toBe("checklist.value#0");
  expect(idOf(currentStep(skip(session)))).toBe("bets.0.for#0");
});

test("going back visits what was asked, and what was said stays", () => {
  const session = walk("attention", "a", back, back);
  expect(idOf(currentStep(session))).toBe("game#0");
  expect(session.answers.get("exchanges.0#0")).toBe("a");
  expect(after(back)).toBe("game#0");
  expect(after("attention", "a", back, "b")).toBe("exchanges.1#0");
  expect(after("attention", "a", back, back, "transaction")).toBe("exchanges.0#0");
  expect(after("attention", skip, back)).toBe("exchanges.0#0");
});

test("the next part comes after the rest of this one", () => {
  expect(after("attention", skipPart)).toBe("inputs.0.name#0");
  expect(after("attention", "a", skipPart, back)).toBe("exchanges.1#0");
  expect(after(...toInputs, "A", "a", "B", "b", skipPart)).toBe("All of {inputs}?");
});

test("what is left out can be asked again", () => {
  const session = walk(skip, skipPart, skipPart, skipPart);
  expect(currentStep(session)).toBeUndefined();
  expect(idOf(currentStep(askAgain(session, [["game"]])))).toBe("game#0");
});

test("other questions do not undo what was said, skipped and asked", () => {
  const other = overlay(template, templateFrom("inputs: [{ name: ____, definition: ____ }]\n"));
  const session = withTemplate(walk("attention", "a", skip), other);
  expect(idOf(currentStep(session))).toBe("inputs.0.name#0");
  expect(session.steps.map(idOf)).not.toContain("inputs.1.name#0");
  expect(idOf(currentStep(back(session)))).toBe("exchanges.1#0");
  expect(idOf(currentStep(back(back(back(session)))))).toBe("game#0");
});

test.each(wholeTemplates)("%s: an interview that is kept at any point goes on from there", (_, template) => {
  const move = fc.oneof(
    { weight: 5, arbitrary: fc.lorem({ maxCount: 12 }) },
    fc.constantFrom(skip, skipPart, back),
  );
  fc.assert(
    fc.property(fc.array(move, { maxLength: 30 }), (moves) => {
      const session = moves.reduce<Session>((session, move) => {
        const step = currentStep(session);
        if (!step) return session;
        if (typeof move === "function") return move(session);
        if (step.kind === "blank" && step.path.at(-1) === "id") return skip(session);
        const isNumber = step.kind === "blank" && step.field?.kind === "number";
        const choice = step.kind === "blank" && step.field?.choices?.[0];
        return giveAnswer(session, isNumber ? String(move.length) : choice || move);
      }, startSession(template));
      const file = documentFor(session, { blanks: "all", items: "all" });
      const again = startSession(template, { file, value: file.value }, positionOf(session));
      expect([...again.answers].sort()).toEqual([...session.answers].sort());
      if (currentStep(session)) expect(idOf(currentStep(again))).toBe(idOf(currentStep(session)));
    }),
    { numRuns: 30 },
  );
});

/** What somebody may do at a step. */
type Way = "answer" | "skip" | "next" | "back" | "reopen" | "keep";

/** One move of the way; a text is made of the number, so that answers differ. */
function take(session: Session, way: Way, number: number): Session {
  const step = currentStep(session);
  if (!step) return way === "back" ? back(session) : session;
  if (way === "skip") return skip(session);
  if (way === "next") return skipPart(session);
  if (way === "back") return back(session);
  if (step.kind === "check") return way === "reopen" ? reopen(session) : giveAnswer(session, "yes");
  const known = session.answers.get(idOf(step));
  if (way === "keep" && known !== undefined) return giveAnswer(session, known);
  const targets = step.path.at(-1) === "for" ? openTargetOptions(session, step.path.slice(0, -1)) : [];
  const choices = targets.length > 0 ? targets.map(({ id }) => id) : (step.field?.choices ?? []);
  const words = step.field?.kind === "number" ? String(number) : `Word ${number}`;
  return giveAnswer(session, choices[number % choices.length] ?? words);
}

const ways = fc.array(
  fc.tuple(
    fc.constantFrom<Way>("answer", "answer", "answer", "skip", "next", "back", "back", "reopen", "keep"),
    fc.nat(999),
  ),
  { maxLength: 60 },
);

test.each(wholeTemplates)(
  "%s: no order of answers, skips and returns loses a question or an answer",
  (_, template) => {
    fc.assert(
      fc.property(ways, (moves) => {
        let session = startSession(template);
        for (const [way, number] of moves) {
          const before = session;
          session = take(session, way, number);
          const changed = [...new Set([...before.answers.keys(), ...session.answers.keys()])].filter(
            (name) => before.answers.get(name) !== session.answers.get(name),
          );
          if (way === "keep" && before.answers.has(idOf(currentStep(before)))) expect(changed).toEqual([]);
          if (way === "back" || way === "next") expect(changed).toEqual([]);
          for (const line of finishedLines(session, session.steps.length, new Map(), pane))
            expect(line).not.toContain("____");
        }
        // Whoever goes on answers is asked about all that is open.
        const begun = session;
        for (let left = 300; currentStep(session) && left > 0; left--) session = take(session, "keep", left);
        expect(currentStep(session)).toBeUndefined();
        for (const [name, said] of begun.answers)
          if (!name.endsWith(".for#0")) expect(session.answers.get(name)).toBe(said);
        // An Input, a result or a bet that has a name or a ground is whole, or its blanks were skipped on purpose.
        const asked = new Set([...session.passed].map((index) => idOf(session.steps[index])));
        for (const step of session.steps)
          if (step.kind === "blank" && session.answers.has(firstOf(session, step.item)))
            expect([...asked, ...session.answers.keys()]).toContain(step.name);
        // Each bet stands under something that is there.
        for (const step of session.steps) {
          const said = session.answers.get(idOf(step));
          if (step.kind === "blank" && step.path.at(-1) === "for" && said !== undefined)
            expect(targetOptions(session, step.path.slice(0, -1)).map(({ id }) => id)).toContain(said);
        }
      }),
      { numRuns: 12 },
    );
  },
);

function firstOf({ steps }: Session, item: string): string {
  return idOf(item === "" ? undefined : steps.find((step) => step.kind === "blank" && step.item === item));
}

const pane = { width: 76, height: 24, theme: terminalTheme(false) };

test("what was skipped is asked in full when it gets a name after all", () => {
  const skipped = walk(skipPart, skipPart, skip, back);
  expect(idOf(currentStep(skipped))).toBe("inputs.0.name#0");
  expect(idOf(currentStep(giveAnswer(skipped, "Readers")))).toBe("inputs.0.definition#0");
});

test("going back from the next part takes back that the rest of this one was left open", () => {
  expect(after(...toInputs, skipPart, back, "A", "a")).toBe("inputs.1.name#0");
  expect(after(...toInputs, skipPart, back, skip)).toBe("inputs.1.name#0");
});

test("a bet goes on standing under an Input with another name, and is asked again about one that is gone", () => {
  const named = walk(...toInputs, "Readers", "a", "Writers", "b", skip, "", "readers", "if", "then");
  const toName = (session: Session): Session =>
    idOf(currentStep(session)) === "inputs.0.name#0" ? session : toName(back(session));
  expect(giveAnswer(toName(named), "Fast Readers").answers.get("bets.0.for#0")).toBe("fast-readers");
  const gone = skip(skip(toName(named)));
  expect(gone.answers.has("bets.0.for#0")).toBe(false);
});

test("thresholds are asked about when the definition has some, and are proposed", () => {
  const asking = startSession(
    templateFrom(`
definition: ____
thresholds:
  - { says: ____, because: ____ }
  - { says: ____, because: ____ }
game: ____
`),
  );
  const next = (session: Session) => idOf(currentStep(session));
  expect(next(giveAnswer(asking, "Number of articles read to the end in a week"))).toBe("game#0");
  const threshold = giveAnswer(asking, "Readers of more than seven articles in a week");
  expect(next(threshold)).toBe("thresholds.0.says#0");
  expect(proposalFor(threshold, ["thresholds", 0, "says"])).toBe("more than seven");
  expect(next(giveAnswer(threshold, "more than seven"))).toBe("thresholds.0.because#0");
  expect(next(giveAnswer(giveAnswer(threshold, "more than seven"), "They stay."))).toBe("game#0");
  expect(next(skip(threshold))).toBe("game#0");
});

test("a bet that is told with its if and then has them once", () => {
  const { answers } = walk(
    ...toInputs,
    "A",
    "a",
    skip,
    skip,
    skip,
    "a",
    "If readers find it",
    "then they stay",
  );
  expect(answers.get("bets.1.if#0")).toBe("readers find it");
  expect(answers.get("bets.1.then#0")).toBe("they stay");
});
