import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { starChanges } from "../../src/diff/star-changes.js";
import type { Bet, Input, Northstar } from "../../src/file/northstar.js";
import { northstar } from "../support/northstar.js";

const charts: Input = { name: "Charts per team", definition: "Number of charts a team saves in a week" };
const invited: Input = { name: "Invited colleagues", definition: "Share of users who invite a colleague" };
const bet: Bet = {
  level: 1,
  id: "templates",
  for: "charts-per-team",
  if: "we offer templates of charts",
  ["then" as const]: "teams save more of them",
  stage: "next",
};
const star: Northstar = {
  name: "Weekly Querying Users",
  definition: "Number of users who run a query in a week",
  game: "productivity",
  inputs: [charts, invited],
  bets: [bet],
};

/** The changes of a part of the star, short. */
function told(now: Partial<Northstar>, then: Partial<Northstar> = {}): string[] {
  return starChanges({ ...star, ...then }, { ...star, ...now }).map((change) => {
    const place = change.path.join(".");
    if (!("fields" in change)) return `${change.kind} ${place}: ${change.before} → ${change.after}`;
    const fields = change.fields.map(({ key, before, after }) => `${key} ${before} → ${after}`);
    return [`${change.kind} ${place}`, ...fields].join(": ");
  });
}

const betTold = (now: Partial<Bet>, then: Partial<Bet> = {}) =>
  told({ bets: [{ ...bet, ...now }] }, { bets: [{ ...bet, ...then }] });

describe("the metric", () => {
  test("that is asked for by another query, or elsewhere, has changed", () => {
    expect(told({ query: "sql/b.sql", on: "lake" }, { query: "sql/a.sql", on: "warehouse" })).toEqual([
      "query query: sql/a.sql → sql/b.sql",
      "on on: warehouse → lake",
    ]);
  });

  test("with another name and the same definition is renamed", () => {
    expect(told({ name: "WQU" })).toEqual(["metric-renamed name: Weekly Querying Users → WQU"]);
  });

  test("that counts something else, or is in the history now, is replaced", () => {
    const learning = {
      name: "Weekly Learning Users",
      definition: "Number of learnings that two people read",
    };
    expect(told(learning)).toEqual([
      "metric-replaced name: Weekly Querying Users → Weekly Learning Users",
      "definition definition: Number of users who run a query in a week → Number of learnings that two people read",
    ]);
    expect(told({ name: "WQU", history: [{ name: star.name }] })[0]).toMatch(/^metric-replaced/);
  });

  test.each<[Partial<Northstar>, string[]]>([
    [{ definition: "x" }, ["definition definition: Number of users who run a query in a week → x"]],
    [{ window: "7 days" }, ["window window: undefined → 7 days"]],
    [{ game: "attention" }, ["game game: productivity → attention"]],
    [{ game: "____" }, ["game game: productivity → undefined"]],
    [{ owner: "Ana" }, ["owner owner: undefined → Ana"]],
    [{ limits: { active: 2 } }, ["limits limits.active: undefined → 2"]],
    [{ checklist: { value: "It is." } }, ["checklist checklist.value: undefined → It is."]],
    [{ source: { dbt: "wqu" } }, ["source source.dbt: undefined → wqu"]],
    [{ review: { last: "2026-01-01" } }, ["review review.last: undefined → 2026-01-01"]],
    [{ excludes: ["staff"] }, ["excludes excludes.0: undefined → staff"]],
    [
      { next: { name: "WLU", sign: "teams" } },
      ["next next.name: undefined → WLU", "next next.sign: undefined → teams"],
    ],
    [{ results: [{ name: "Renewals" }] }, ["result-added results.0"]],
    [{ guardrails: [{ name: "Complaints" }] }, ["guardrail-added guardrails.0"]],
    [{ thresholds: [{ says: "a query", because: "one is enough" }] }, ["threshold-added thresholds.0"]],
    [{ candidates: [{ name: "Depth" }] }, ["candidate-added candidates.0"]],
    [{ reviews: [{ question: "Why?", answer: "So." }] }, ["answer-added reviews.0"]],
    [{ history: [{ name: "Logins" }] }, ["former-added history.0"]],
    [{ considered: [{ name: "Logins" }] }, ["considered-added considered.0"]],
  ])("%j", (now, expected) => {
    expect(told(now)).toEqual(expected);
  });

  test("texts of a list that are reworded are neither new nor gone", () => {
    expect(
      told(
        { excludes: ["users of demo accounts", "robots"] },
        { excludes: ["staff", "users of our demo account"] },
      ),
    ).toEqual([
      "excludes excludes.0: users of our demo account → users of demo accounts",
      "excludes excludes.1: undefined → robots",
      "excludes excludes.0: staff → undefined",
    ]);
  });
});

test("a threshold is known again by why it is what it is", () => {
  const because = "One query is an accident.";
  expect(
    told(
      { thresholds: [{ says: "three queries", because }] },
      { thresholds: [{ says: "at least two", because }] },
    ),
  ).toEqual(["threshold-renamed thresholds.0: says at least two → three queries"]);
});

describe("Inputs", () => {
  test("are known again by their id, then by what they say", () => {
    expect(told({ inputs: [invited, { ...charts, name: "Saved charts" }] })).toEqual([
      "input-renamed inputs.1: name Charts per team → Saved charts",
    ]);
    expect(told({ inputs: [{ ...charts, id: "charts-per-team", name: "Depth" }, invited] })).toEqual([
      "input-renamed inputs.0: name Charts per team → Depth",
    ]);
  });

  test("that say something else are gone and added", () => {
    const sent = { name: "Sent reports", definition: "Share of users who send a report" };
    expect(told({ inputs: [charts, sent] })).toEqual(["input-added inputs.1", "input-gone inputs.1"]);
  });

  test("in another order, or with the id that their name gives, say the same", () => {
    expect(told({ inputs: [invited, { id: "charts-per-team", ...charts }] })).toEqual([]);
  });

  test("tell each key that is another", () => {
    expect(told({ inputs: [{ ...charts, owner: "Core" }, invited] })).toEqual([
      "input-changed inputs.0: owner undefined → Core",
    ]);
  });

  test("of a language that puts no spaces between words are known again, too", () => {
    const before = { name: "共有された学び", definition: "一週間に二人以上が読んだ学びの数" };
    const after = { name: "読まれた学び", definition: "一週間に三人以上が読んだ学びの数" };
    expect(told({ language: "ja", inputs: [after] }, { language: "ja", inputs: [before] })[0]).toMatch(
      /^input-renamed/,
    );
  });
});

describe("bets", () => {
  const outcome = { date: "2026-03-01", verdict: "lost", learned: "Nobody looked for them." } as const;
  test.each<[string, Partial<Bet>, Partial<Bet>, string[]]>([
    ["start", { stage: "active" }, {}, ["bet-started bets.0: stage next → active"]],
    ["are parked", {}, { stage: "active" }, ["bet-parked bets.0: stage active → next"]],
    [
      "come to review",
      { stage: "review" },
      { stage: "active" },
      ["bet-in-review bets.0: stage active → review"],
    ],
    [
      "close",
      { stage: "closed", outcome },
      {},
      [
        "bet-closed bets.0: stage next → closed: outcome.date undefined → 2026-03-01: outcome.verdict undefined → lost: outcome.learned undefined → Nobody looked for them.",
      ],
    ],
    ["are opened again", {}, { stage: "closed" }, ["bet-reopened bets.0: stage closed → next"]],
    [
      "are rewritten",
      { expect: { direction: "up", by: "5 %" }, disproof: "fewer" },
      { expect: { direction: "up", by: "10 %" } },
      ["bet-rewritten bets.0: expect.by 10 % → 5 %: disproof undefined → fewer"],
    ],
    [
      "move",
      { for: "invited-colleagues" },
      {},
      ["bet-moved bets.0: for charts-per-team → invited-colleagues"],
    ],
    [
      "change",
      { rank: 1, links: ["b"] },
      { links: ["a"] },
      ["bet-changed bets.0: links a → undefined: links undefined → b: rank undefined → 1"],
    ],
    ["are given an id", { id: "a" }, { id: undefined as never }, []],
    ["get another id", { id: "a" }, {}, ["bet-renamed bets.0: id templates → a"]],
    [
      "learn more of what is closed",
      { stage: "closed", outcome },
      { stage: "closed", outcome: { ...outcome, verdict: "unclear" } },
      ["bet-changed bets.0: outcome.verdict unclear → lost"],
    ],
  ])("%s", (_, now, then, expected) => {
    expect(betTold(now, then)).toEqual(expected);
  });

  test("to which several things happened have several changes", () => {
    expect(betTold({ stage: "active", for: "invited-colleagues", owner: "Ana" })).toEqual([
      "bet-moved bets.0: for charts-per-team → invited-colleagues",
      "bet-started bets.0: stage next → active",
      "bet-changed bets.0: owner undefined → Ana",
    ]);
  });

  test("under an Input that is called otherwise have not moved", () => {
    const inputs = [{ ...charts, name: "Saved charts" }, invited];
    expect(told({ inputs, bets: [{ ...bet, for: "saved-charts" }] })).toEqual([
      "input-renamed inputs.0: name Charts per team → Saved charts",
    ]);
  });

  test("are added and gone", () => {
    expect(told({ bets: [] })).toEqual(["bet-gone bets.0"]);
    expect(told({}, { bets: [] })).toEqual(["bet-added bets.0"]);
  });
});

describe("of any two", () => {
  test("that are the same nothing has changed", () => {
    fc.assert(
      fc.property(northstar, (one) => {
        expect(starChanges(one, structuredClone(one))).toEqual([]);
      }),
    );
  });

  test("changes are plain data and name a place that is there", () => {
    fc.assert(
      fc.property(northstar, northstar, (one, other) => {
        for (const change of starChanges(one, other)) {
          expect(JSON.parse(JSON.stringify(change))).toEqual(change);
          const isGone = change.after === undefined;
          const place = change.path.reduce<unknown>(
            (here, step) => (here as Record<string, unknown>)[step],
            isGone ? one : other,
          );
          expect(place).toEqual(isGone ? change.before : change.after);
        }
      }),
    );
  });
});

test("ten thousand things that are all new and all gone are told at once", () => {
  const many = (word: string) =>
    Array.from({ length: 5000 }, (_, at) => ({ name: `${word} ${at}`, definition: "Number of orders" }));
  const started = performance.now();
  expect(told({ inputs: many("b") }, { inputs: many("a") })).toHaveLength(10_000);
  const links = (word: string) => Array.from({ length: 20_000 }, (_, at) => `${word}${at}`);
  expect(betTold({ links: links("b") }, { links: links("a") })).toHaveLength(1);
  const same = Array.from({ length: 20_000 }, () => ({ name: "a" }));
  expect(told({ history: same }, { history: [...same, { name: "a", reason: "b" }] })).toHaveLength(1);
  expect(performance.now() - started).toBeLessThan(5000);
});
