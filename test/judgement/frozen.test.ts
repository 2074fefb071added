/** The fifth of the labelled statements that neither rules nor model were made with, judged by what is shipped. */
import { expect, test } from "vitest";
import { statements } from "../../scripts/train.js";
import { checkSource } from "../../src/lint/check.js";
import { rules } from "../../src/lint/rules/index.js";

const frozen = statements().filter(({ frozen, sure, kind }) => frozen && sure && kind === "metric");

/** Whether a metric gets an error or a warning of one of the seven points. */
function isFlagged(name: string, definition: string): boolean {
  const text = JSON.stringify({ name, definition, game: "productivity", inputs: [] });
  const { problems } = checkSource(text, { rules, today: "2026-11-22" });
  return problems.some(
    ({ severity, point, path, rule }) =>
      severity !== "note" &&
      point !== null &&
      rule !== "unanswered-point" &&
      (path[0] === "name" || path[0] === "definition"),
  );
}

test("of what was never trained on, nearly all of the bad is caught and next to nothing of the good accused", () => {
  const flagged = (bad: boolean) => {
    const own = frozen.filter((each) => each.bad === bad);
    return own.filter(({ name, definition }) => isFlagged(name, definition)).length / own.length;
  };
  expect(frozen.length).toBeGreaterThan(250);
  expect(flagged(true)).toBeGreaterThan(0.92);
  expect(flagged(false)).toBeLessThan(0.04);
});
