import { expect, test } from "vitest";
import { checkSource } from "../../src/lint/check.js";
import { rules } from "../../src/lint/rules/index.js";
import { shownProblems } from "../../src/render/shown-problems.js";

const text = `name: Sign-ups
definition: Number of sign-ups in total.
game: attention
inputs:
  - { name: Ads shown, definition: "Number of ads  that\\n are shown." }
  - { name: Ads shown, definition: Number of ads. }
  - { name: Revenue, definition: Monthly revenue. }
bets:
  - { level: 2, for: nothing, if: we   ask, then: they answer }
`;

function about(rule: string, at?: string): readonly string[] | undefined {
  const problems = shownProblems(checkSource(text, { rules, today: "2026-11-02" }));
  return problems.find((each) => each.rule === rule && (at === undefined || each.about[0] === at))?.about;
}

test("a problem belongs to its own text, then to the thing that has it, its part of the file, and the metric", () => {
  expect(about("unknown-for")).toEqual(["nothing", "we ask", "Bets", "BETS", "Sign-ups"]);
  expect(about("input-without-owner")).toEqual(["Inputs", "INPUTS", "Sign-ups"]);
});

test("a point without an answer belongs to the point", () => {
  expect(about("unanswered-point", "Expresses value")).toEqual(["Expresses value", "Sign-ups"]);
});

test("of a file that cannot be read nothing is shown beside anything", () => {
  const [problem, ...others] = shownProblems(checkSource("name: [\n", { rules, today: "2026-11-02" }));
  expect(others).toEqual([]);
  expect(problem).toMatchObject({ rule: "bad-brackets", line: 1, about: [] });
});
