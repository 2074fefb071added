/** What holds for any North Star, however odd: no rule crashes, and every place is in the file. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { compareProblems, type Problem } from "../src/file/problem.js";
import { checkSource } from "../src/lint/check.js";
import { rules } from "../src/lint/rules/index.js";
import { northstar } from "./support/northstar.js";

test("any North Star is judged, at places in its file, in their order and each once", () => {
  fc.assert(
    fc.property(northstar, (star) => {
      const lines = JSON.stringify(star, null, 1).split("\n");
      const {
        star: readBack,
        points,
        problems,
      } = checkSource(lines.join("\n"), { rules, today: "2026-11-22" });
      expect(readBack).toEqual(star);
      expect(points).toHaveLength(7);
      expect([...problems].sort(compareProblems)).toEqual(problems);
      expect(new Set(problems.map(identity)).size).toBe(problems.length);
      for (const { range, related } of problems)
        for (const { start, end } of [range, ...related.map((each) => each.range)]) {
          expect(start.column).toBeGreaterThanOrEqual(1);
          expect(end.line > start.line || end.column >= start.column).toBe(true);
          expect(end.column).toBeLessThanOrEqual((lines[end.line - 1] ?? "").length + 1);
        }
    }),
    { numRuns: 150 },
  );
});

test("the same file gets the same report", () => {
  fc.assert(
    fc.property(northstar, (star) => {
      const text = JSON.stringify(star);
      const judge = () => checkSource(text, { rules, today: "2026-11-22" });
      expect(judge()).toEqual(judge());
    }),
    { numRuns: 30 },
  );
});

function identity({ rule, path, message, range }: Problem): string {
  return JSON.stringify([rule, path, message, range]);
}
