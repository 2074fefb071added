/** Text that is read from right to left. */
import { strFromU8, unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { boardPage } from "../../src/render/board-html.js";
import { htmlDeck } from "../../src/render/deck/html.js";
import { pptxDeck } from "../../src/render/deck/pptx.js";
import { slidesOf } from "../../src/render/deck/slides.js";
import { directionIn, directionOf, led, lined } from "../../src/render/direction.js";
import { onePagerPage } from "../../src/render/one-pager-html.js";
import { defaultTheme, type Theme } from "../../src/render/theme.js";
import { treeSource } from "../../src/render/tree.js";
import { treePicture } from "../../src/render/tree-svg.js";
import type { RenderData } from "../../src/render/view-model.js";
import { worksheetPage } from "../../src/render/worksheet.js";
import { type Browser, chromium, startChromium } from "../support/chromium.js";
import { told } from "./stars.js";

const mark = "\u200F";

test.each(["ar", "AR-eg", "he", "fa-IR", "ur", "yi", "az-Arab", "pa-Arab-PK"])(
  "%s is read from right to left",
  (tag) => {
    expect(directionOf(tag)).toBe("rtl");
  },
);

test.each(["en", "de-AT", "ja", "ar-Latn", "arn", "fab", "hi"])("%s is read from left to right", (tag) => {
  expect(directionOf(tag)).toBe("ltr");
});

test("the first letter of a text decides, wherever our own words stand", () => {
  expect(directionIn("7 أيام in Kairo")).toBe("rtl");
  expect(directionIn("7 days in القاهرة")).toBe("ltr");
  expect(directionIn("If القاهرة", "rtl")).toBe("rtl");
  expect(directionIn("5 of 7 points", "rtl")).toBe("ltr");
  expect(led("If ", "אם")).toBe(`${mark}If אם`);
  expect(led("If ", "so")).toBe("If so");
  expect(lined(["depth", null, "צוות"])).toBe(`${mark}depth${mark} · צוות`);
  expect(lined(["depth", "", "team"])).toBe("depth · team");
  for (const text of [led("If ", "אם"), lined(["depth", "צוות"])]) expect(directionIn(text)).toBe("rtl");
});

test("slides and trees are mirrored: what is driven stands right of what drives it", () => {
  const tree = slidesOf(told("arabic"), defaultTheme).find(({ title }) => title.startsWith("How"));
  const places = (name: string) =>
    (tree?.shapes ?? []).flatMap((shape) => (shape.kind === "text" && shape.name === name ? [shape.x] : []));
  const order = ["Opportunity", "Input", "North Star Metric", "Result"].map(places);
  for (const [index, here] of order.entries())
    for (const x of order[index + 1] ?? []) expect(Math.max(...here)).toBeLessThan(x);
  const xs = (kind: string) =>
    [
      ...treePicture(told("arabic"), defaultTheme).matchAll(
        new RegExp(`class="${kind}" transform="translate\\((\\d+)`, "g"),
      ),
    ].map(([, x]) => Number(x));
  expect(Math.max(...xs("intervention"))).toBeLessThan(Math.min(...xs("opportunity")));
  expect(Math.max(...xs("metric"))).toBeLessThan(Math.min(...xs("result")));
  expect(treeSource(told("arabic"))).toContain("\nflowchart LR\n");
});

test("PowerPoint sets each paragraph in its direction, and all of them on the right", () => {
  const parts = Object.entries(unzipSync(pptxDeck(told("arabic"), defaultTheme)));
  const slides = parts
    .filter(([path]) => path.startsWith("ppt/slides/slide"))
    .map(([, part]) => strFromU8(part));
  expect(slides).toHaveLength(11);
  for (const slide of slides) {
    for (const [paragraph = ""] of slide.matchAll(/<a:p>.*?<\/a:p>/g))
      if (!paragraph.includes("slidenum")) {
        expect(paragraph).toContain('algn="r"');
        expect(/[\u0600-\u06FF]/.test(paragraph)).toBe(paragraph.includes('rtl="1"'));
      }
    for (const [, from, to] of slide.matchAll(
      /<a:stCxn id="\d+" idx="(\d)"\/><a:endCxn id="\d+" idx="(\d)"/g,
    ))
      expect([from, to]).toEqual(["3", "1"]);
    for (const [table = ""] of slide.matchAll(/<a:tblPr[^>]*>/g)) expect(table).toContain('rtl="1"');
  }
});

describe.skipIf(!chromium)("in Chromium", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await startChromium();
  });
  afterAll(() => browser.close());

  /** What is read in the wrong direction, or stands on the wrong side of its box. */
  const faults = `(() => {
    const faults = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.data.trim();
      const element = node.parentElement;
      if (!text || element.closest("svg, script, #help, .notes") || !element.checkVisibility()) continue;
      const at = (index) => {
        const range = document.createRange();
        range.setStart(node, index);
        range.setEnd(node, index + 1);
        return range.getBoundingClientRect();
      };
      const start = node.data.indexOf(text);
      const [first, last] = [at(start), at(start + text.length - 1)];
      if (first.top !== last.top) continue;
      const isArabic = /^[^A-Za-z]*[\\u0600-\\u06FF]/.test(text);
      const isOurs = !/[\\u0600-\\u06FF\\u200F]/.test(text) && /[A-Za-z]/.test(text);
      if (isArabic && first.left < last.left && text.length > 1) faults.push("from the left: " + text);
      if (isOurs && first.left > last.left) faults.push("from the right: " + text);
    }
    for (const block of document.querySelectorAll("p, h1, h2, h3, li, dd, dt, th, td"))
      if (block.checkVisibility() && getComputedStyle(block).textAlign !== "right" && !block.closest("#help, .notes"))
        faults.push("left: " + block.textContent.slice(0, 40));
    return faults;
  })()`;

  test.each([
    ["one-pager", onePagerPage],
    ["board", boardPage],
    ["worksheet", (star: RenderData, theme: Theme) => worksheetPage(star.star, theme)],
  ])("all of the %s is read in its direction, on the right", async (_, page) => {
    for (const width of [1280, 390]) {
      const { evaluate } = await browser.open(page(told("arabic"), defaultTheme), { width, height: 900 });
      expect(await evaluate(faults)).toEqual([]);
      expect(await evaluate("document.documentElement.dir")).toBe("rtl");
    }
  });

  test("and so are the slides", async () => {
    const page = await browser.open(htmlDeck(told("arabic"), defaultTheme), { width: 1280, height: 720 });
    for (let slide = 0; slide < 14; slide += 1) {
      await page.evaluate(`show(${slide})`);
      const found = await page.evaluate<string[]>(faults);
      expect(found.filter((each) => !/^left: \d+$/.test(each))).toEqual([]);
    }
  });

  test("what stands beside it from left to right stays as it is", async () => {
    const page = await browser.open(onePagerPage(told("amplitude"), defaultTheme), {
      width: 800,
      height: 600,
    });
    expect(await page.evaluate("getComputedStyle(document.querySelector('h2')).textAlign")).toBe("start");
    expect(await page.evaluate("document.documentElement.dir")).toBe("");
  });
});
