/** Which answers to the checklist count as answers. */
import { expect, test } from "vitest";
import { checkSource } from "../../src/lint/check.js";
import { unansweredPoint } from "../../src/lint/rules/format/unanswered-point.js";

const definition = "Users who share a learning in the previous seven days.";

function judge(point: string, answer: string) {
  const text = `name: Weekly Learning Users
definition: ${definition}
game: productivity
inputs: [{ name: Learnings, definition: Learnings that are shared in seven days. }]
checklist: { ${point}: ${JSON.stringify(answer)} }
`;
  const { points, problems } = checkSource(text, { rules: [unansweredPoint], today: "2026-11-22" });
  return {
    state: points.find(({ id }) => id === point)?.state,
    message: problems.find(({ path }) => path.join(".") === `checklist.${point}`)?.message,
  };
}

test.each([
  "yes",
  "Yes, it does.",
  "Of course!",
  "TBD",
  "to be decided",
  "n/a",
  "N.A.",
  "?",
  "…",
  "👍",
  "100 %",
  "not yet",
  "We think so",
  "See above",
  "It is measurable.",
  "We don't know.",
  "We don't know yet how",
  "because it is",
  "somehow",
  "ask Bob",
  "Ask the data team",
  "see strategy deck",
  "See slide 4",
  "See Confluence",
  "To be discussed in the next workshop.",
  "TBD in the workshop",
  "Will be discussed next week",
  "We will decide later",
  "Discuss with Anna",
  "Anna knows",
  "Not sure",
  "Hard to say",
  "Needs more discussion",
  "Under discussion",
  "It just does.",
  "By definition.",
  "Everyone knows it",
  "As discussed",
])("%s says nothing", (answer) => {
  const { state, message } = judge("measurable", answer);
  expect(state).toBe("open");
  expect(message).toBe(
    `point 6 (measurable) has no answer yet: "${answer}" does not say how it is observed, or could be one day`,
  );
});

test.each([
  ["vanity", definition, "this repeats the definition, which does not"],
  ["vanity", "users who share a learning in the previous seven days", "this repeats the definition"],
  ["value", "Weekly learning users", "this repeats the name"],
  ["leading", "Which result does it predict, and how long before?", "this repeats the question"],
])("%s: %s only repeats", (point, answer, why) => {
  const { state, message } = judge(point, answer);
  expect(state).toBe("open");
  expect(message).toContain(why);
});

test.each([
  ["value", "Time"],
  ["measurable", "Check-ins carry a member id."],
  ["measurable", "See and share events carry user ids"],
  ["measurable", "Read receipts tell us."],
  ["measurable", "We will see it in the events of the app"],
  ["measurable", "Pending orders are left out"],
  ["measurable", "Workshop attendance is logged"],
  ["leading", "Later purchases show it"],
  ["leading", "Like counts rise before renewals"],
  ["actionable", "In review meetings teams act on it"],
  ["understandable", "Everyone knows what a cooked dinner is."],
  ["value", "They save time"],
  ["leading", "Renewals"],
  ["measurable", "Yes: share events carry user ids"],
  ["measurable", "Not yet; the event ships in May"],
  ["actionable", "We can ship templates"],
  ["understandable", "It counts people whose findings are read"],
  ["vanity", "Nobody can buy it"],
  ["value", "顧客は時間を節約できる"],
])("%s: %s is an answer", (point, answer) => {
  expect(judge(point, answer)).toEqual({ state: "met", message: undefined });
});
