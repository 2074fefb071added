import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { validateXML } from "xmllint-wasm";
import { points } from "../../src/file/problem.js";
import type { State } from "../../src/lint/check.js";
import { badge } from "../../src/render/badge.js";
import { contrast } from "../../src/render/palette.js";
import { defaultTheme, type Theme, themeOf } from "../../src/render/theme.js";
import { type Browser, chromium, startChromium } from "../support/chromium.js";
import { hostile, hostileTexts } from "./hostile.js";
import { told } from "./stars.js";

function badgeWith(states: readonly State[], theme: Theme = defaultTheme): string {
  const judged = points.map((id, index) => ({
    id,
    number: index + 1,
    state: states[index] ?? ("met" as const),
  }));
  return badge({ ...told("five-keys"), points: judged }, theme);
}

const colors = (svg: string) => [...svg.matchAll(/fill="(#\w+)"/g)].map(([, color = ""]) => color);

const cases: [states: State[], text: string, label: string, color: keyof Theme["light"]][] = [
  [[], "7/7", "North Star: 7 of 7 points met", "good"],
  [["open"], "6/7", "North Star: 6 of 7 points met, 1 open", "accent"],
  [["open", "doubtful"], "5/7", "North Star: 5 of 7 points met, 1 open, 1 doubtful", "warn"],
  [
    ["open", "doubtful", "broken"],
    "4/7",
    "North Star: 4 of 7 points met, 1 open, 1 doubtful, 1 broken",
    "bad",
  ],
];

test.each(cases)("%j is drawn as %s", async (states, text, label, color) => {
  const svg = badgeWith(states);
  expect(svg).toContain(`>${text}</text>`);
  expect(svg).toContain(`aria-label="${label}"`);
  expect(svg).toContain(`<title>${label}</title>`);
  expect(colors(svg)[1]).toBe(defaultTheme.light[color]);
  const { errors } = await validateXML({
    xml: { fileName: "badge.svg", contents: svg },
    normalization: "c14n",
  });
  expect(errors).toEqual([]);
});

test("it can be read in every theme, and asks nothing of the network", () => {
  const dark = themeOf({ colors: { paper: "#101010", ink: "#f0f0f0", accent: "#9ecbff", deep: "#000000" } });
  if (Array.isArray(dark)) throw new Error(dark.join("\n"));
  for (const theme of [defaultTheme, dark])
    for (const [states] of cases) {
      const svg = badgeWith(states, theme);
      const [deep = "", ground = "", , onDeep = "", onGround = ""] = colors(svg);
      expect(contrast(onDeep, deep)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(onGround, ground)).toBeGreaterThanOrEqual(4.5);
      expect(svg.replace("http://www.w3.org/2000/svg", "")).not.toMatch(/https?:|url\(|@import|href/);
    }
});

test("nothing that a team wrote is in it", () => {
  const [first, ...others] = Object.values(hostileTexts).map((text) => badge(hostile(text), defaultTheme));
  for (const other of others) expect(other).toBe(first);
});

describe.skipIf(!chromium)("in Chromium", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await startChromium();
  });
  afterAll(() => browser.close());

  test("all of its text fits", async () => {
    const page = await browser.open(badgeWith(["open"]), { width: 300, height: 100 }, "svg");
    const boxes = await page.evaluate<[number, number][]>(
      `[...document.querySelectorAll("text")].map((text) => [text.getBBox().x, text.getBBox().x + text.getBBox().width])`,
    );
    const [left, right] = boxes;
    const width = Number(/width="(\d+)"/.exec(badgeWith(["open"]))?.[1]);
    expect(left?.[1]).toBeLessThan(right?.[0] ?? 0);
    expect(right?.[1]).toBeLessThan(width);
    expect(page.complaints).toEqual([]);
  });
});
