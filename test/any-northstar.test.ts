/** What holds for any North Star, however odd: no rule crashes, and every place is in the file. */
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Northstar } from "../src/file/northstar.js";
import { compareProblems, type Problem } from "../src/file/problem.js";
import { check } from "../src/lint/check.js";
import { rules } from "../src/lint/rules/index.js";

const word = fc.constantFrom(
  ..."the weekly number share of users customers orders per on time we ship revenue launch is better read 3 at least two ____ 🎧 ziele".split(
    " ",
  ),
);
const text = fc.oneof(
  fc.array(word, { minLength: 1, maxLength: 9 }).map((words) => words.join(" ")),
  fc.string({ minLength: 1, maxLength: 20 }).filter((each) => /[!-~]/.test(each) && !/[^\n -~]/.test(each)),
);
const id = fc.constantFrom("a", "b", "orders", "users-2");
const date = fc.constantFrom("2026-02-30", "2024-02-29", "2026-11-22", "2031-01-01", "0001-01-01");
const optional: { requiredKeys: [] } = { requiredKeys: [] };

const bet = fc.record(
  {
    level: fc.constantFrom(0 as const, 1 as const, 2 as const, 3 as const),
    id,
    for: fc.oneof(id, text),
    if: text,
    ["then" as const]: text,
    stage: fc.constantFrom("next" as const, "active" as const, "review" as const, "closed" as const),
    review: date,
    outcome: fc.record({
      date,
      verdict: fc.constantFrom("won" as const, "lost" as const),
      learned: text,
    }),
  },
  { requiredKeys: ["level", "for", "if", "then"] },
);
const northstar: fc.Arbitrary<Northstar> = fc.record(
  {
    name: text,
    definition: text,
    game: fc.constantFrom("attention" as const, "transaction" as const, "productivity" as const),
    abbreviation: text,
    status: fc.constantFrom("candidate" as const, "adopted" as const, "retired" as const),
    language: fc.constantFrom("en", "de"),
    window: text,
    vision: text,
    strategy: text,
    inputs: fc.array(
      fc.record(
        { id, name: text, definition: text, owner: text, factor: fc.constantFrom("depth" as const) },
        { requiredKeys: ["name", "definition"] },
      ),
      { maxLength: 7 },
    ),
    bets: fc.array(bet, { maxLength: 8 }),
    results: fc.array(fc.record({ id, name: text, definition: text }, { requiredKeys: ["name"] }), {
      maxLength: 3,
    }),
    checklist: fc.record({ value: text, vanity: text }, optional),
    exchanges: fc.array(text, { maxLength: 8 }),
    limits: fc.record({ active: fc.integer({ min: 1, max: 3 }) }, optional),
    review: fc.record({ last: date, every: fc.constantFrom("6 months", "1 day", "9999 years") }, optional),
    history: fc.array(fc.record({ name: text, date }, { requiredKeys: ["name"] }), { maxLength: 2 }),
  },
  { requiredKeys: ["name", "definition", "game", "inputs"] },
);

test("any North Star is judged, at places in its file, in their order and each once", () => {
  fc.assert(
    fc.property(northstar, (star) => {
      const lines = JSON.stringify(star, null, 1).split("\n");
      const { star: readBack, points, problems } = check(lines.join("\n"), { rules, today: "2026-11-22" });
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
      const judge = () => check(text, { rules, today: "2026-11-22" });
      expect(judge()).toEqual(judge());
    }),
    { numRuns: 30 },
  );
});

function identity({ rule, path, message, range }: Problem): string {
  return JSON.stringify([rule, path, message, range]);
}
