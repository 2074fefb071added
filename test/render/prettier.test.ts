/** Documents in Markdown are left as they are by a formatter that runs over all files of a repository. */
import fc from "fast-check";
import { check, util } from "prettier";
import { describe, expect, test } from "vitest";
import { agenda, lengths } from "../../src/render/agenda.js";
import { alignedTable } from "../../src/render/markdown.js";
import { markdownOf } from "../../src/render/outline.js";
import { portfolioFormats } from "../../src/render/portfolio-formats.js";
import { formatsOf, rendererNames } from "../../src/render/renderers.js";
import { defaultTheme } from "../../src/render/theme.js";
import { worksheet } from "../../src/render/worksheet.js";
import { plain } from "../../src/report/escape.js";
import { hostile, hostileTexts } from "./hostile.js";
import { published, starNames, told, toldOf } from "./stars.js";

const broad = toldOf(`name: 夕食 🍜 Dinners
definition: 家庭が計画から作る夕食の数 👩‍👩‍👧 ☝ © ™ per week
game: productivity
inputs:
  - { name: 計画する世帯, definition: 週に三回以上の夕食を計画する世帯の数, owner: 計画 🚀 }
  - { name: "e\\u0301t\\u00e9", definition: "ช่องว่าง عربي ❤️ ✅" }
  - { name: plain, definition: short }
guardrails: [{ name: ゴミ, definition: 捨てられた食品, breach: 3 }]
`);
const stars = [
  ...starNames.map((name) => [name, told(name)] as const),
  ...published.map(([name, star]) => [`published ${name}`, star] as const),
  ["broad", broad] as const,
  ...Object.entries(hostileTexts).flatMap(([name, text]) =>
    text.length < 300 ? [[`hostile ${name}`, hostile(text)] as const] : [],
  ),
];

const documents: [name: string, text: string][] = [];
for (const to of rendererNames) {
  const render = await formatsOf(to).md?.();
  for (const [name, star] of render ? stars : [])
    documents.push([`${to} of ${name}`, String(render?.(star, defaultTheme))]);
}
const index = await portfolioFormats.formats.md();
documents.push([
  "portfolio",
  index(stars.map(([name, star]) => ({ ...star, path: `${name}/northstar.yaml` }))),
]);
documents.push(["worksheet", worksheet(undefined)]);
documents.push(
  ...lengths.map((length): [string, string] => [`agenda of ${length}`, markdownOf(agenda(length))]),
);

describe("Prettier has nothing to change in the", () => {
  test.each(documents)("%s", async (_, text) => {
    expect(await check(text, { parser: "markdown" })).toBe(true);
  });
});

test("the columns of any table are as wide as Prettier makes them", () => {
  const cell = fc.string({ unit: "grapheme", maxLength: 12 }).map(plain);
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 4 }), (rows) => {
      const widths = alignedTable(["One", "Two"], rows, { keep: true }).split("\n").map(util.getStringWidth);
      expect(new Set(widths).size).toBe(1);
    }),
  );
});

test("a table that is too wide to be read as text is not padded", () => {
  const text = alignedTable(["One", "Two"], [["x".repeat(100_000), "y"], ...Array(50).fill(["z", "y"])]);
  expect(text.length).toBeLessThan(110_000);
});
