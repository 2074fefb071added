/** What one cause breaks is said once: the more specific rule speaks, and the points stay what they were. */
import { expect, test } from "vitest";
import { subjectOf } from "../../src/lint/lint.js";
import { starRules as rules } from "../../src/lint/rules/index.js";

test.each([
  ["DAU", "Number of users who open the app on a day.", ["mere-presence"]],
  ["Trials", "Number of free trials started.", ["own-funnel", "no-window"]],
  ["Tickets", "Support tickets our agents close per day.", ["company-activity"]],
  ["Waitlist", "People on the waitlist.", ["bare-audience", "no-window"]],
  ["Clinics", "By December, 500 clinics schedule their appointments with us.", ["goal-as-metric"]],
  ["Lessons", "Cumulative number of lessons that learners have completed.", ["all-time-total"]],
  ["Impact", "Impact on communities.", ["nothing-countable"]],
  ["Score", "Geometric mean of five normalised scales per week.", ["composite-score"]],
  ["Stickiness", "Learners who finish a lesson, as DAU / MAU per month.", ["statistical-jargon"]],
  // Two causes are two problems.
  ["App downloads", "App downloads since launch.", ["all-time-total", "known-vanity-metric"]],
  ["Registrations", "Accounts opened in the week.", ["counts-beginnings", "mere-presence"]],
])("%s: %s", (name, definition, expected) => {
  const subject = subjectOf({ name, definition, game: "productivity", inputs: [] }, "2026-11-22");
  const found = rules.filter(
    (rule) =>
      rule.english &&
      !rule.id.startsWith("doubtful-") &&
      [...rule.check(subject)].some(({ path }) => path[0] === "name" || path[0] === "definition"),
  );
  expect(found.map(({ id }) => id)).toEqual(expected);
});
