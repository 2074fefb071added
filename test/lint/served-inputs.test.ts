/** Work that people would do for published North Stars, and the Input that it serves by what it is for. */
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Northstar } from "../../src/file/northstar.js";
import { servedInputs } from "../../src/lint/served-inputs.js";
import { published } from "../render/stars.js";

interface Labelled {
  star: string;
  work: string;
  /** Null for work that serves none. */
  input: string | null;
}

const labelled: readonly Labelled[] = JSON.parse(
  readFileSync(new URL("served-inputs.json", import.meta.url), "utf8"),
);

const stars = new Map(published.map(([name, { star }]) => [name, star]));

function starCalled(name: string): Northstar {
  const star = stars.get(name);
  if (!star) throw new Error(`there is no example ${name}`);
  return star;
}

const told = labelled.map((each) => ({ ...each, ...servedInputs(starCalled(each.star), each.work) }));

test("what is likely is right", () => {
  const likely = told.filter(({ fit }) => fit === "likely");
  expect(likely.filter(({ candidates, input }) => candidates[0]?.input.id !== input)).toEqual([]);
  expect(likely.length).toBeGreaterThanOrEqual(12);
});

test("most work comes first to its Input, and work for none to none", () => {
  const right = told.filter(({ fit, candidates, input }) =>
    input === null ? fit === "none" : candidates[0]?.input.id === input,
  );
  expect([right.length, told.length]).toEqual([40, 44]);
});

test("work for another product is hardly ever likely", () => {
  const strange = [...new Set(labelled.map(({ star }) => star))].flatMap((name) =>
    labelled.filter(({ star }) => star !== name).map(({ work }) => servedInputs(starCalled(name), work).fit),
  );
  expect(strange.length).toBe(396);
  expect(strange.filter((fit) => fit === "likely").length).toBeLessThanOrEqual(2);
});

describe("words", () => {
  const star = starCalled("slack");

  test("that all Inputs have, or that any work has, tell nothing", () => {
    expect(servedInputs(star, "new, new and newer: we add and build things for customers").fit).not.toBe(
      "likely",
    );
    expect(servedInputs(star, "").fit).toBe("none");
  });

  test("are told as the description has them, the most telling first", () => {
    const { candidates } = servedInputs(star, "New members get PUSH notifications");
    expect(candidates[0]?.words.slice(0, 2)).toEqual(["PUSH", "notifications"]);
  });

  test("of bets that were lost, or of what moves no Input, warn", () => {
    const bets = [
      {
        level: 3,
        for: "together",
        if: "we give each team a gallery of emoji",
        ["then" as const]: "they stay",
        stage: "closed",
        outcome: { date: "2026-01-02", verdict: "lost", learned: "Nobody looked." },
      },
    ] as const;
    const { warnings } = servedInputs(
      { ...star, bets: [...bets], misfits: ["A gallery of wallpapers"] },
      "A gallery for emoji and wallpapers",
    );
    expect(warnings.map(({ kind, words }) => [kind, words])).toEqual([
      ["lost", ["gallery", "emoji"]],
      ["misfit", ["gallery", "wallpapers"]],
    ]);
  });
});

test("any description gets an answer, the same each time, soon", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "grapheme", maxLength: 200 }),
      fc.constantFrom(...stars.values()),
      (work, star) => {
        const { candidates, fit } = servedInputs(star, work);
        expect(servedInputs(star, work)).toEqual({ candidates, fit, warnings: expect.anything() });
        expect(candidates.every(({ score }, index) => score <= (candidates[index - 1]?.score ?? score))).toBe(
          true,
        );
      },
    ),
  );
  const start = performance.now();
  servedInputs(starCalled("amplitude"), "chart ".repeat(200_000));
  expect(performance.now() - start).toBeLessThan(1_000);
});
