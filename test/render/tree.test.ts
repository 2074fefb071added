/** The tree in Mermaid stays within what forges draw, and says what it leaves out. */
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Northstar } from "../../src/file/northstar.js";
import { onePager } from "../../src/render/one-pager.js";
import { treeDocument, treeSource } from "../../src/render/tree.js";
import type { RenderData } from "../../src/render/view-model.js";
import { type Browser, chromium, startChromium } from "../support/chromium.js";
import { hasMermaid, mermaids, openMermaid } from "../support/mermaid.js";
import { hostileTexts } from "./hostile.js";
import { told } from "./stars.js";

interface Size {
  results: number;
  inputs: number;
  opportunities: number;
  interventions: number;
  closed: "all" | "none" | "opportunities";
  text: string;
}

/** A North Star of so many things: opportunities of each Input, interventions of each opportunity. */
function sized({ results, inputs, opportunities, interventions, closed, text }: Size): RenderData {
  const range = (length: number) => Array.from({ length }, (_, index) => index);
  const bet = (level: number, target: string, isClosed: boolean, id?: string) =>
    JSON.stringify({ level, for: target, id, if: text, stage: isClosed ? "closed" : "active" }).replace(
      /}$/,
      `, "then": ${JSON.stringify(text)}}`,
    );
  const bets = range(inputs).flatMap((input) => [
    bet(1, `i${input}`, false),
    ...range(opportunities).flatMap((each) => [
      bet(2, `i${input}`, closed !== "none", `o${input}-${each}`),
      ...range(interventions).map(() => bet(3, `o${input}-${each}`, closed === "all")),
    ]),
  ]);
  const star: Northstar = {
    name: text,
    definition: text,
    game: "attention",
    results: range(results).map((index) => ({ id: `r${index}`, name: text })),
    inputs: range(inputs).map((index) => ({ id: `i${index}`, name: text, definition: text })),
    bets: JSON.parse(`[${[bet(0, "r0", false), ...bets].join()}]`),
  };
  return { star, points: [], today: null };
}

const sentence =
  "households saw the recipes of their own region at the moment when they plan the week together";
const large = {
  results: 2,
  inputs: 3,
  opportunities: 54,
  interventions: 1,
  closed: "all",
  text: sentence,
} as const;

function expectWithin(source: string): void {
  expect(source.length).toBeLessThanOrEqual(50_000);
  expect(source.match(/^ {2}\w+ -->/gm)?.length ?? 0).toBeLessThanOrEqual(500);
}

/** The tree that stands in a document. */
function embedded(markdown: string): string {
  return /^```mermaid\n(.*?)^```$/ms.exec(markdown)?.[1] ?? "";
}

test("what has room is drawn whole, and says nothing of it", () => {
  const text = treeDocument(told("amplitude"));
  expect(text).not.toMatch(/accDescr|counted/);
  expect(text).toMatch(/ metric -->\|"If .*, then .*"\| result_1$/m);
  expect(text).toMatch(/ input_\d -->\|"If .*, then .*"\| metric$/m);
});

test("closed bets are counted where a tree would be too large", () => {
  const words =
    "Closed bets are counted and not drawn, since the whole tree is larger than what Mermaid draws.";
  const star = sized(large);
  expect(treeSource(star)).toContain(`  accDescr: ${words}\n`);
  expect(treeSource(star)).toMatch(/ {2}input_1\["households .*<br>108 closed bets"\]/);
  expect(treeSource(star)).not.toContain("input_1_1");
  for (const document of [treeDocument(star), onePager(star)]) {
    expect(document).toContain(`\`\`\`\n\n${words}\n`);
    expect(embedded(document)).toContain("108 closed bets");
  }
});

test("an opportunity that is closed stays where something under it is open", () => {
  const source = treeSource(sized({ ...large, closed: "opportunities", opportunities: 30 }));
  expect(source).toContain("input_1_30_1");
});

test("what is still too large is counted by opportunity, then by Input, and at last cut", () => {
  const open = { ...large, closed: "none" } as const;
  const told = (size: Partial<Size>) => treeSource(sized({ ...open, ...size }));
  expect(told({ opportunities: 20, interventions: 8 })).toMatch(
    /accDescr: Interventions and closed bets are counted and not drawn,[\s\S]*input_1_1\[".*8 interventions"\]/,
  );
  expect(told({ opportunities: 300 })).toMatch(
    /accDescr: The bets of each Input are counted and not drawn,[\s\S]*input_1\[".*<br>600 bets"\]/,
  );
  expect(told({ opportunities: 1, inputs: 600 })).toMatch(
    /accDescr: Bets are counted and not drawn, and long lists are cut,[\s\S]*input_24\["and 577 more"\]/,
  );
});

test("any tree keeps to the limits", () => {
  const texts = [sentence, "日".repeat(300), '"#;'.repeat(200), ...Object.values(hostileTexts)];
  const text = fc.constantFrom(...texts.map((each) => each.slice(0, 600)));
  const many = (most: number) => fc.oneof(fc.nat(3), fc.nat(most));
  fc.assert(
    fc.property(
      fc.record({
        results: many(550),
        inputs: many(550),
        opportunities: many(12),
        interventions: many(12),
        closed: fc.constantFrom("all", "none", "opportunities"),
        text,
      }),
      (size) => {
        fc.pre(size.inputs * size.opportunities * (size.interventions + 1) < 1500);
        const star = sized(size);
        expectWithin(treeSource(star));
        expectWithin(embedded(treeDocument(star)));
      },
    ),
    { numRuns: 40 },
  );
});

describe.skipIf(!chromium)("in Chromium", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await startChromium();
  });
  afterAll(() => browser.close());

  // Each version and each way to set it up, but not every pair: none of the ways changes what a version draws at most.
  test.for(mermaids.filter(([version, by]) => (version === "11") === (by === "GitHub")))(
    "Mermaid %s draws the largest of them, set up as by %s",
    async ([version, by], { skip }) => {
      skip(!hasMermaid(version), "it is not there; .ci/run fetches it");
      const page = await openMermaid(browser, version, by);
      const sizes = [
        large,
        { ...large, inputs: 600, opportunities: 1 },
        { ...large, inputs: 6, text: '"#;'.repeat(200) },
      ];
      for (const size of sizes) {
        const drawn = await page.evaluate<string>(
          `mermaid.render("drawn", ${JSON.stringify(treeSource(sized(size)))}).then(({ svg }) => svg)`,
        );
        expect(drawn).not.toMatch(/Maximum text size|Syntax error|Too many edges/);
        expect(drawn).toContain("Mermaid draws.");
      }
    },
  );
});
