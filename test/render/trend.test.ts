/** What documents show of series: the last value, the change, and a line in which a gap is a gap. */
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { slug } from "../../src/file/northstar.js";
import { board } from "../../src/render/board.js";
import { boardPage } from "../../src/render/board-html.js";
import { htmlDeck } from "../../src/render/deck/html.js";
import { marpDeck } from "../../src/render/deck/marp.js";
import { slidesOfPortfolio } from "../../src/render/deck/portfolio-slides.js";
import { pptxDeck } from "../../src/render/deck/pptx.js";
import { slidesOf } from "../../src/render/deck/slides.js";
import { onePager } from "../../src/render/one-pager.js";
import { onePagerPage } from "../../src/render/one-pager-html.js";
import { portfolio } from "../../src/render/portfolio.js";
import { portfolioPage } from "../../src/render/portfolio-html.js";
import { strokesOf, textSparkline } from "../../src/render/sparkline.js";
import { defaultTheme } from "../../src/render/theme.js";
import { treeSource } from "../../src/render/tree.js";
import { treePage } from "../../src/render/tree-html.js";
import { treePicture } from "../../src/render/tree-svg.js";
import { trendOf } from "../../src/render/trend.js";
import type { RenderData } from "../../src/render/view-model.js";
import { englishWords, wordsIn } from "../../src/render/words/words.js";
import { readSeries, type Series } from "../../src/series/series.js";
import { told, withSeries } from "./stars.js";

const today = "2026-11-28";

function weeks(values: readonly (number | null)[]): Series {
  const start = Date.UTC(2026, 0, 5);
  const lines = values.flatMap((value, at) =>
    value === null ? [] : [`${new Date(start + at * 7 * 86_400_000).toISOString().slice(0, 10)},${value}`],
  );
  const series = readSeries(`t,value\n${lines.join("\n")}\n`, today);
  if (Array.isArray(series)) throw new Error(JSON.stringify(series));
  return series;
}

const look = { words: englishWords, closed: [], isIndex: false };

test("a trend has the last value, its period and the changes over 4 and 12 weeks", () => {
  const series = weeks([1000, 1100, 1200, 1300, 1400, 1500, 1600, 1700, 1800, 1900, 2000, 2100, 2200]);
  expect(trendOf(series, look)).toMatchObject({
    last: "2,200",
    period: "week from 2026-03-30",
    changes: ["+22% in 4 weeks", "+120% in 12 weeks"],
    told: "2,200 (week from 2026-03-30), +22% in 4 weeks, +120% in 12 weeks",
  });
});

test("numbers and weeks are told in the language of the file", async () => {
  const words = await wordsIn("de");
  const trend = trendOf(weeks([12_000, 12_100, 12_200, 12_300, 12_345.5]), { ...look, words });
  expect(trend).toMatchObject({ last: "12.346", period: "Woche ab 2. Februar 2026" });
  expect(trend?.changes).toEqual([`+2,9\u00A0% in 4 Wochen`]);
});

test("an index calls the first value 100; of a first value of 0 there is none", () => {
  const trend = trendOf(weeks([4000, 5000]), { ...look, isIndex: true });
  expect(trend).toMatchObject({ last: "125, where the first value is 100", values: [100, 125] });
  expect(trendOf(weeks([0, 5000]), { ...look, isIndex: true })).toBeNull();
});

test("a gap breaks the line, and is no 0", () => {
  const trend = trendOf(weeks([10, 12, null, 11, 14]), look);
  expect(trend?.values).toEqual([10, 12, null, 11, 14]);
  expect(strokesOf({ values: [10, 12, null, 11, 14] })).toEqual([
    [
      { x: 0, y: 0 },
      { x: 0.25, y: 0.5 },
    ],
    [
      { x: 0.75, y: 0.25 },
      { x: 1, y: 1 },
    ],
  ]);
  expect(textSparkline({ values: [10, 12, null, 11, 14] })).toBe("▁▅ ▃█");
  expect(textSparkline({ values: [3, 3] })).toBe("▄▄");
});

test("only the last 52 weeks are shown", () => {
  const trend = trendOf(weeks(Array.from({ length: 46 }, (_, at) => at + 1)), look);
  expect(trend?.values).toHaveLength(46);
  const years = trendOf(
    {
      grain: "month",
      points: Array.from({ length: 30 }, (_, at) => ({
        t: `${2024 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")}-01`,
        value: at,
      })),
    },
    look,
  );
  expect(years?.days).toHaveLength(12);
  expect(years?.days.at(-1)).toBe("2026-06-01");
});

test("ticks stand where bets were closed, and nowhere for those before", () => {
  const series = weeks([1, 2, 3, 4]);
  expect(trendOf(series, { ...look, closed: ["2025-01-01", "2026-01-14", "2026-01-15"] })?.closed).toEqual([
    1,
  ]);
});

describe("documents", () => {
  const star = told("amplitude");
  const data = withSeries(star);
  const made = (each: RenderData) => ({
    markdown: onePager(each),
    page: onePagerPage(each, defaultTheme),
    deck: htmlDeck(each, defaultTheme),
    marp: marpDeck(each, defaultTheme),
    flowchart: treeSource(each),
    tree: treePage(each, defaultTheme),
    picture: treePicture(each, defaultTheme),
    board: board(each),
    wall: boardPage(each, defaultTheme),
    index: portfolio([{ ...each, path: "northstar.yaml" }]),
    indexPage: portfolioPage([{ ...each, path: "northstar.yaml" }], defaultTheme),
    indexSlides: JSON.stringify(slidesOfPortfolio([{ ...each, path: "northstar.yaml" }])),
  });
  const lines = (text: string) => [...text.matchAll(/class="spark"/g)].length;

  test("all show the last value of the metric", () => {
    for (const [name, text] of Object.entries(made(data))) expect(text, name).toContain("12,345");
  });

  test("without series none has a line, and the deck no slide of them", () => {
    const texts = made(star);
    for (const [name, text] of Object.entries(texts)) expect(text, name).not.toContain("Did it move?");
    for (const [name, text] of Object.entries(texts)) expect(lines(text), name).toBe(0);
    for (const text of [texts.index, texts.indexPage, texts.indexSlides])
      expect(text).not.toContain("Last value");
  });

  test("each line is drawn once on a page, in a tree and on a board", () => {
    const { series } = withSeries(star);
    const onBoard = data.star.inputs.find(({ name }) => board(star).includes(`**${name}**`));
    const [, second = weeks([1])] = series.values();
    const both = new Map<string, Series>([...series, [onBoard?.id ?? slug(onBoard?.name ?? ""), second]]);
    const texts = made({ ...data, series: both });
    const { page, tree, picture, wall, indexPage } = texts;
    const all = both.size;
    expect([page, tree, picture, wall, indexPage].map(lines)).toEqual([all, all, all, 2, 1]);
    expect(texts.flowchart).toMatch(/metric\["[^"]*<br>12,345, #43;7\.8#37; in 4 weeks"\]/);
    expect(texts.board).toMatch(/\*\*[^*]+\*\* \(380, -2\.8% in 4 weeks\)/);
    expect(texts.index).toContain("12,345, +7.8% in 4 weeks");
  });

  test("a line in a tree stays inside of its card, above the texts that follow", () => {
    for (const name of ["amplitude", "arabic"] as const) {
      const svg = treePicture(withSeries(told(name)), defaultTheme);
      const cards = [...svg.matchAll(/<rect class="card" width="([\d.]+)" height="([\d.]+)"(.*?)<\/g>\n/gs)];
      const withLine = cards.filter(([, , , inside]) => inside?.includes('class="spark"'));
      expect(withLine).toHaveLength(2);
      for (const [, width, height, inside = ""] of withLine) {
        const [, x, y] = /class="spark" transform="translate\(([\d.]+) ([\d.]+)\)"/.exec(inside) ?? [];
        const [, details] = /class="detail"[^>]*><tspan x="[\d.]+" y="([\d.]+)"/.exec(inside) ?? [];
        expect(Number(x)).toBeLessThan(Number(width) / 2);
        expect(Number(y) + 30).toBeLessThan(Number(details ?? height));
      }
    }
  });

  test("as an index no document says a value", () => {
    const index: RenderData = { ...data, numbers: "index" };
    const parts = Object.values(unzipSync(pptxDeck(index, defaultTheme))).map((part) =>
      strFromU8(part, true),
    );
    for (const text of [...Object.values(made(index)), ...parts]) expect(text).not.toMatch(/12,?345|9,?000/);
  });

  test("PowerPoint has a native chart for each, with a workbook that has the same values", () => {
    const parts = unzipSync(pptxDeck(data, defaultTheme));
    const text = (path: string) => strFromU8(parts[path] ?? new Uint8Array());
    const charts = Object.keys(parts).filter((path) => /^ppt\/charts\/chart\d+\.xml$/.test(path));
    expect(charts).toHaveLength(data.series?.size ?? 0);
    expect(text("ppt/charts/chart1.xml")).toContain('<c:dispBlanksAs val="gap"/>');
    const points = [...text("ppt/charts/chart1.xml").matchAll(/<c:pt idx="(\d+)"><c:v>([\d.]+)<\/c:v>/g)].map(
      ([, at, value]) => [Number(at), Number(value)],
    );
    const [series] = [...(data.series?.values() ?? [])];
    expect(points.map(([, value]) => value)).toEqual(series?.points.map(({ value }) => value));
    // The gap has no point.
    expect(points.at(-1)?.[0]).toBe(series?.points.length);
    const sheet = strFromU8(
      unzipSync(parts["ppt/embeddings/series1.xlsx"] ?? new Uint8Array())["xl/worksheets/sheet1.xml"] ??
        new Uint8Array(),
    );
    expect([...sheet.matchAll(/<c><v>([\d.]+)<\/v>/g)].map(([, value]) => Number(value))).toEqual(
      points.map(([, value]) => value),
    );
  });

  test("cards keep to their slide, however many there are", () => {
    const [slide] = slidesOf(data, defaultTheme).filter(({ kicker }) => kicker === "The numbers");
    expect(slide?.title).toMatch(/^Weekly Learning Users: .* in 12 weeks$/);
    for (const shape of slide?.shapes ?? [])
      if (shape.kind === "chart") {
        expect(shape.height).toBeGreaterThan(20);
        expect(shape.y + shape.height).toBeLessThan(500);
      }
  });
});
