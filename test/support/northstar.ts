/** Arbitrary North Stars for properties. */
import fc from "fast-check";
import type { Northstar } from "../../src/file/northstar.js";

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
/** Any North Star that can be read, most of them odd. */
export const northstar: fc.Arbitrary<Northstar> = fc.record(
  {
    name: text,
    definition: text,
    game: fc.constantFrom("attention" as const, "transaction" as const, "productivity" as const),
    abbreviation: text,
    status: fc.constantFrom("candidate" as const, "adopted" as const, "retired" as const),
    language: fc.constantFrom("en", "de"),
    window: text,
    how: text,
    thresholds: fc.array(fc.record({ says: text, because: text }), { maxLength: 2 }),
    vision: text,
    strategy: text,
    inputs: fc.array(
      fc.record(
        {
          id,
          name: text,
          definition: text,
          moves: text,
          how: text,
          owner: text,
          factor: fc.constantFrom("depth" as const),
        },
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
    next: fc.record({ name: text, definition: text, sign: text }, { requiredKeys: ["name"] }),
    reviews: fc.array(
      fc.record({ question: text, answer: text, date }, { requiredKeys: ["question", "answer"] }),
      {
        maxLength: 2,
      },
    ),
    history: fc.array(fc.record({ name: text, date }, { requiredKeys: ["name"] }), { maxLength: 2 }),
    considered: fc.array(fc.record({ name: text, date, reason: text }, { requiredKeys: ["name"] }), {
      maxLength: 2,
    }),
  },
  { requiredKeys: ["name", "definition", "game", "inputs"] },
);
