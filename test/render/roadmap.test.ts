import { describe, expect, test } from "vitest";
import type { Bet } from "../../src/file/northstar.js";
import { betDocument } from "../../src/render/bet.js";
import { roadmap } from "../../src/render/roadmap.js";
import type { RenderData } from "../../src/render/view-model.js";
import { hostile, hostileTexts } from "./hostile.js";
import { escapesIn, narrow } from "./markdown.js";
import { told } from "./stars.js";

function withBets(bets: NonNullable<RenderData["star"]["bets"]>): RenderData {
  const { star, ...rest } = told("amplitude");
  return { ...rest, star: { ...star, bets } };
}

/** A bet whose effect follows. */
function bet(level: 2 | 3, target: string, change: string, more: object = {}): Bet {
  return { level, for: target, if: change, ["then" as const]: "more would follow", ...more };
}

const opportunity = (id: string, more: object = {}) =>
  bet(2, "broadcasts", `${id} happened`, { id, ...more });

test("an opportunity is as near as the nearest of what is tried, in the order of the ranks", () => {
  const text = narrow(
    roadmap(
      withBets([
        opportunity("later"),
        opportunity("second", { stage: "next", rank: 2 }),
        opportunity("unranked", { stage: "next" }),
        opportunity("first", { stage: "next", rank: 1 }),
        opportunity("tried"),
        bet(3, "tried", "we try", { stage: "review" }),
        opportunity("over", { stage: "closed" }),
      ]),
    ),
  );
  const order = ["## Now", "tried", "we try", "## Next", "first", "second", "unranked", "## Later", "later"];
  let at = 0;
  for (const word of order) {
    at = text.indexOf(word, at);
    expect(at, word).toBeGreaterThan(0);
  }
  expect(text).not.toContain("over happened");
});

test("a roadmap has no column of which no row says anything", () => {
  const heads = (more: object) =>
    narrow(
      roadmap(
        withBets([opportunity("one", { stage: "next" }), opportunity("two", { stage: "next", ...more })]),
      ),
    );
  expect(heads({})).toContain("| Opportunity | Input |\n");
  expect(heads({ owner: "Ada" })).toContain("| Opportunity | Input | Who, and when we look |\n");
});

test("a roadmap without bets, and pages without bets, say so", () => {
  expect(roadmap(withBets([]))).toContain("No opportunity is open.");
  expect(betDocument(withBets([]))).toContain("No bet is open.");
});

test("the page of an intervention tells the problem of its opportunity, and one of a closed bet what was learned", () => {
  const bets = [
    opportunity("empty", { problem: "The page is empty." }),
    bet(3, "empty", "we try", {
      stage: "closed",
      value: "high",
      confidence: "low",
      because: "nobody was asked",
      outcome: { date: "2026-01-02", verdict: "lost", learned: "It did not happen." },
    }),
  ];
  const text = betDocument({ ...withBets(bets), bet: 2 });
  expect(text).toContain("# If we try, then more would follow");
  expect(text).toContain("## The problem\n\nThe page is empty.");
  expect(text).toContain("- value high\n- confidence low, because nobody was asked");
  expect(text).toContain("lost, 2026-01-02: It did not happen.");
  expect(text).not.toContain("When we look");
  expect(betDocument(withBets(bets))).not.toContain("## If we try");
});

describe.each(Object.entries(hostileTexts))("hostile text: %s", (_, text) => {
  test("stays text", () => {
    expect(escapesIn(roadmap(hostile(text)))).toEqual([]);
    expect(escapesIn(betDocument(hostile(text)))).toEqual([]);
  });
});
