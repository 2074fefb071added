import { expect, test } from "vitest";
import { inWords, judgeAnswer } from "../../src/interview/judge-answer.js";
import { currentStep, giveAnswer, type Session, startSession } from "../../src/interview/session.js";
import type { AnyRule, Rule } from "../../src/lint/rule.js";
import { rules } from "../../src/lint/rules/index.js";
import { templateFrom } from "./templates.js";

const template = templateFrom(`
#? sentence: It is called {name}, which is {definition}.
name: ____
definition: ____
game: attention
inputs:
  - name: ____
    definition: ____
#? ask: When?
review: { every: ____ }
`);

/** Finds fault with a name and a definition that do not start with the same letter, at the name. */
const pair: Rule = {
  id: "pair",
  part: "statement",
  severity: "warning",
  summary: "",
  why: "",
  question: null,
  chapter: null,
  good: "",
  bad: "",
  *check({ star }) {
    if (star.name[0] !== star.definition[0])
      yield { path: ["name"], message: `${star.name}: ${star.definition}` };
  },
};

function judged(session: Session, text: string, checked: readonly AnyRule[] = [pair]): string[] | string {
  const step = currentStep(session);
  if (step?.kind !== "blank") throw new Error("nothing is asked");
  const verdict = judgeAnswer(session, step, text, { rules: checked, today: "2026-10-01" });
  return "refused" in verdict ? verdict.refused : verdict.remarks.map(({ message }) => message);
}

const start = startSession(template);

test("an answer is judged, and the sentence around it when the answer changed it", () => {
  expect(judged(start, "A")).toEqual(["A: ____"]);
  expect(judged(giveAnswer(start, "_a"), "b")).toEqual(["_a: b"]);
  expect(judged(giveAnswer(start, "_a"), "_b")).toEqual([]);
});

test("what was known of the sentence before is not said again, nor what is wrong elsewhere", () => {
  expect(judged(giveAnswer(start, "A"), "b")).toEqual([]);
  expect(judged(giveAnswer(giveAnswer(start, "A"), "b"), "Readers")).toEqual([]);
});

test("blanks and unanswered points are no news while a file is written", () => {
  expect(judged(start, "Regular Readers", rules)).toEqual([]);
});

test("an answer to the checklist that says nothing is named at once", () => {
  const asked = startSession(templateFrom("#? ask: Why?\nchecklist: { value: ____ }\n"));
  expect(judged(asked, "TBD", rules)).toEqual([expect.stringContaining("has no answer yet")]);
  expect(judged(asked, "Colleagues learn from it", rules)).toEqual([]);
});

test("what cannot be written is refused with its reason", () => {
  const review = [..."ABCD"].reduce(giveAnswer, start);
  expect(judged(review, "often")).toMatch(/3 weeks/);
  expect(judged(review, "6 months")).toEqual([]);
  expect(judged(start, "A\u200bB")).toMatch(/U\+200B/);
});

test.each(["Page Views", "MAU", "Sign-ups", "Downloads", "Engagement", "Daily Active Users", "Time on Site"])(
  "%s is objected to at the question for the name, before anybody asks what is counted",
  (name) => {
    expect(judged(start, name, rules)).toEqual([expect.stringMatching(/^"/)]);
    expect(judged(giveAnswer(start, name), "Lessons that learners finish in a week", rules)).toEqual([]);
  },
);

test.each([
  "Weekly Learning Users",
  "Regular Readers",
  "Full Carts",
  "Evenings Well Spent",
  "Orders On Time",
])("%s is a name like any other", (name) => {
  expect(judged(start, name, rules)).toEqual([]);
});

test("value moments, beliefs and bets are judged", () => {
  const asked = (text: string) => startSession(templateFrom(text));
  const exchange = asked("exchanges: [____]\n");
  expect(judged(exchange, "revenue goes up", rules)).toEqual([
    expect.stringContaining("a result of the business"),
  ]);
  expect(judged(exchange, "a user logs in", rules)).toEqual([expect.stringContaining("somebody is there")]);
  expect(judged(exchange, "TBD", rules)).toEqual([expect.stringContaining("says nothing yet")]);
  expect(judged(exchange, "the parcel is at the door on the promised day", rules)).toEqual([]);
  const belief = asked("beliefs: ['We believe it if we saw more ____, measured by ____.']\n");
  expect(judged(belief, "revenue", rules)).toEqual([expect.stringContaining("tells late")]);
  expect(judged(giveAnswer(belief, "revenue"), "notes that colleagues read", rules)).toEqual([]);
  expect(judged(giveAnswer(belief, "tea"), "page views", rules)).toEqual([
    expect.stringContaining("page views"),
  ]);
  const bet = asked(
    "inputs: [{ name: A, definition: B }]\nbets: [{ level: 1, for: a, if: ____, then: ____ }]\n",
  );
  expect(judged(bet, "to be defined", rules)).toEqual([expect.stringContaining("says nothing yet")]);
});

test("advice speaks of questions, and never of keys of a file", () => {
  expect(judged(start, "Monthly Recurring Revenue", rules)).toEqual([
    '"Monthly Recurring Revenue" is a result of the business: keep it for the question about results, and name here what leads to it',
  ]);
  for (const { bad } of rules)
    for (const [, message = ""] of bad.matchAll(/^#(?:\^+| +\^+) (.*)$/gm))
      expect(inWords(message)).not.toContain("`");
});
