/** Which answers to the checklist deny their point. */
import { expect, test } from "vitest";
import type { Point } from "../../src/file/problem.js";
import { checkSource } from "../../src/lint/check.js";
import { rules } from "../../src/lint/rules/index.js";
import { denialIn } from "../../src/reading/denial.js";

const denials: Record<Point, string[]> = {
  value: [
    "No customer would care.",
    "Customers gain nothing.",
    "It does not matter to customers.",
    "Nobody benefits from it.",
    "It is only for the board.",
    "None of our customers want it.",
    "It has no value for anyone.",
    "It looks fine, but customers don’t care about it",
    "No",
  ],
  strategy: [
    "It has nothing to do with our strategy.",
    "We have no strategy.",
    "Our vision is not visible in it.",
    "Any company could have it.",
    "There is no link to our vision.",
  ],
  leading: [
    "It predicts nothing.",
    "It is a lagging indicator.",
    "It doesn't predict anything",
    "No result is predicted by it",
    "We found no correlation with retention.",
    "It comes after the renewal.",
  ],
  actionable: [
    "We cannot influence it.",
    "It is out of our control.",
    "Nothing we do moves it.",
    "It depends on the weather.",
    "Only the market moves it.",
    "The team has no influence on it.",
  ],
  understandable: [
    "Nobody understands it.",
    "It is hard to explain.",
    "Only analysts understand it.",
    "It is confusing.",
    "Not really.",
  ],
  measurable: [
    "No, we cannot measure it.",
    "There is no way to measure it.",
    "It is impossible to observe.",
    "Nobody can count this.",
    "It happens in people's heads.",
  ],
  vanity: [
    "It could rise while customers are worse off.",
    "Yes, it could.",
    "It can be gamed.",
    "It is a vanity metric.",
    "It rises even when nobody gets anything.",
    "Ads can push it.",
    "A rise is not always good.",
  ],
};

const affirmations: Record<Point, string[]> = {
  value: [
    "Nobody has to re-enter data any more.",
    "A cooked dinner is what a household plans for; a plan alone feeds nobody.",
    "They no longer wait on the phone.",
    "It matters to them because no other tool helps.",
    "Listening is what people come for, and they stop when it is not worth it.",
  ],
  strategy: [
    "We bet on teams, not on single users.",
    "No one else connects both sides.",
    "We bet on code that works; downloads would not show it.",
  ],
  leading: [
    "Teams that share nothing leave.",
    "It moves before renewals, which nobody can influence any more.",
  ],
  actionable: ["We do not control the weather, but reminders move it.", "No other team has to be asked."],
  understandable: ["Nobody needs a statistics course to explain it.", "No explanation needed."],
  measurable: [
    "Not measured yet.",
    "Not yet; the event ships in May",
    "It can be measured without asking anyone.",
    "We count events, not people",
    "Failed tasks do not count; finished ones are logged.",
    "A stand-in for the real but invisible value.",
  ],
  vanity: [
    "It cannot rise unless food gets on the table.",
    "Nobody can buy it",
    "No campaign can inflate it.",
    "Page views can be bought; time spent reading cannot.",
    "A rise is always good news: nobody books a trip they do not want.",
    "No, it could not.",
  ],
};

const each = (answers: Record<Point, string[]>) =>
  Object.entries(answers).flatMap(([point, some]) => some.map((answer) => [point as Point, answer] as const));

test.each(each(denials))("%s: %s denies it", (point, answer) => {
  expect(denialIn(point, answer)).not.toBeNull();
});

test.each(each(affirmations))("%s: %s does not deny it", (point, answer) => {
  expect(denialIn(point, answer)).toBeNull();
});

test("a file whose answers deny all seven points has none that is met, and each says which words did it", () => {
  const text = `name: Weekly Learning Users
definition: Users who share a learning that two other people read in the previous seven days.
game: productivity
inputs: [{ name: Learnings, definition: Learnings that are shared in seven days. }]
checklist:
${Object.entries(denials)
  .map(([point, [answer]]) => `  ${point}: ${JSON.stringify(answer)}`)
  .join("\n")}
`;
  const { points, problems } = checkSource(text, { rules, today: "2026-11-22" });
  expect(points.map(({ state }) => state)).toEqual(Array(7).fill("doubtful"));
  const denied = problems.filter(({ rule }) => rule === "denied-point");
  expect(denied.map(({ range }) => range.start.line)).toEqual([6, 7, 8, 9, 10, 11, 12]);
  expect(denied[2]?.message).toMatch(/^"It predicts nothing" says that point 3 \(leading\) does not hold/);
});

test("in another language no answer is taken for a denial", () => {
  const text = `language: es
name: Comidas
definition: Número de cenas por semana.
game: productivity
inputs: [{ name: Planes, definition: Planes por semana. }]
checklist: { value: "No", leading: "no" }
`;
  const { points, problems } = checkSource(text, { rules, today: "2026-11-22" });
  expect(problems.map(({ rule }) => rule)).not.toContain("denied-point");
  expect(points.find(({ id }) => id === "value")?.state).toBe("open");
});

test("a very long answer is read in time", () => {
  for (const words of ["it could rise while ", "nobody in the team ", "not really ", "but ", ", it "])
    for (const point of Object.keys(denials) as Point[]) denialIn(point, words.repeat(20_000));
});
