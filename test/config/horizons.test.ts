/** How far bets look ahead, in words and in days. */
import { expect, test } from "vitest";
import { aboutDays, beyondHorizon, horizonOf, horizonText } from "../../src/config/horizons.js";
import { checkSource } from "../../src/lint/check.js";
import { unusualHorizon } from "../../src/lint/rules/bets/unusual-horizon.js";
import { completed } from "../examples.js";

test("a horizon is told in few words", () => {
  expect([0, 1, 2, 3].map((level) => horizonText(horizonOf(level) ?? { least: "" }))).toEqual([
    "1 year or more",
    "1 to 3 quarters",
    "1 to 3 months",
    "1 to 3 weeks",
  ]);
  expect(horizonText({ least: "2 weeks", most: "1 month" })).toBe("2 weeks to 1 month");
  expect(horizonOf(4)).toBeUndefined();
  expect(horizonOf(3, { interventions: { least: "1 day" } })).toEqual({ least: "1 day" });
});

test.each([
  ["4 weeks", 2, undefined],
  ["30 days", 2, undefined],
  ["13 weeks", 2, undefined],
  ["3 weeks", 2, "short"],
  ["4 months", 2, "long"],
  ["12 weeks", 1, undefined],
  ["1 month", 3, "long"],
  ["6 days", 3, "short"],
  ["10 years", 0, undefined],
  ["2 quarters", 0, "short"],
] as const)("%s at level %i is %s", (duration, level, expected) => {
  expect(beyondHorizon(aboutDays(duration), horizonOf(level) ?? { least: "" })).toBe(expected);
});

const found = (more: string, options = {}, head = "") =>
  checkSource(
    completed(`${head}
bets:
  - level: 3
    for: starting-points
    if: we ship chart templates
    then: newcomers start from one instead of an empty page
    ${more}
`),
    { rules: [unusualHorizon], today: "2026-11-22", ...options },
  ).problems.map(({ path }) => path.join("."));

test("a day far ahead is asked about, and one that comes near is not", () => {
  expect(found("review: 2027-06-01")).toEqual(["bets.0.review"]);
  expect(found("review: 2026-12-13")).toEqual([]);
  expect(found("review: 2026-11-23")).toEqual([]);
  expect(found("review: 2026-01-01")).toEqual([]);
});

test("a bet is asked about once", () => {
  expect(found("review: 2027-06-01\n    expect: { direction: up, after: 6 months }")).toEqual([
    "bets.0.expect.after",
  ]);
});

test("a team's own horizon counts, and what is over is left alone", () => {
  const horizons = { interventions: { least: "1 month", most: "1 year" } };
  expect(found("review: 2027-06-01", { horizons })).toEqual([]);
  expect(found("expect: { direction: up, after: 1 week }", { horizons })).toEqual(["bets.0.expect.after"]);
  expect(found("review: 2027-06-01\n    stage: closed")).toEqual([]);
  expect(found("review: 2027-06-01", {}, "status: retired")).toEqual([]);
});
