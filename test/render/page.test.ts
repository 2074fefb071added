import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { betPage } from "../../src/render/bet.js";
import { boardPage } from "../../src/render/board-html.js";
import { htmlDeck } from "../../src/render/deck/html.js";
import { onePagerPage } from "../../src/render/one-pager-html.js";
import { portfolioPage } from "../../src/render/portfolio-html.js";
import { roadmapPage } from "../../src/render/roadmap.js";
import { defaultTheme, themeOf } from "../../src/render/theme.js";
import { treePage } from "../../src/render/tree-html.js";
import { type Browser, chromium, startChromium } from "../support/chromium.js";
import { hostile, hostileTexts } from "./hostile.js";
import { published, starNames, told } from "./stars.js";

const stars = [
  ...starNames.map((name) => [name, told(name)] as const),
  ...published.map(([name, star]) => [`published ${name}`, star] as const),
  ...Object.entries(hostileTexts).map(([name, text]) => [`hostile ${name}`, hostile(text)] as const),
];
/** Without those that are published, whose Inputs and bets are like one another. */
const others = stars.filter(([name]) => !name.startsWith("published "));
const pages = [
  ...stars.map(([name, star]) => [`one-pager of ${name}`, onePagerPage(star, defaultTheme)] as const),
  ...others.map(([name, star]) => [`board of ${name}`, boardPage(star, defaultTheme)] as const),
  ...others.map(([name, star]) => [`roadmap of ${name}`, roadmapPage(star, defaultTheme)] as const),
  ...others.map(([name, star]) => [`bets of ${name}`, betPage(star, defaultTheme)] as const),
  ...stars.map(([name, star]) => [`tree of ${name}`, treePage(star, defaultTheme)] as const),
  [
    "portfolio",
    portfolioPage(
      stars.map(([, star], index) => ({ ...star, path: `${index}/a.yaml` })),
      defaultTheme,
    ),
  ] as const,
];

test("what the file does not say has no heading", () => {
  const headings = [...onePagerPage(told("five-keys"), defaultTheme).matchAll(/<h2>(.*?)<\/h2>/g)];
  expect(headings.map(([, title]) => title)).toEqual(["Why this metric", "The tree", "Inputs"]);
});

describe.skipIf(!chromium)("in Chromium", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await startChromium();
  });
  afterAll(() => browser.close());

  test.each(pages)("%s keeps to its policy and its width", async (name, html) => {
    // An index leads to the files that stand beside it.
    const allowed = ["http:", "https:", "mailto:", ...(name === "portfolio" ? ["file:"] : [])];
    const page = await browser.open(html, { width: 1280, height: 900 });
    for (const width of [1280, 390]) {
      await page.resize({ width, height: 900 });
      const seen = await page.evaluate<{
        width: number;
        links: string[];
        elements: string[];
        scripts: number;
        title: string;
      }>(`({
        width: document.documentElement.scrollWidth,
        links: [...document.links].map((link) => link.protocol),
        elements: [...new Set([...document.body.querySelectorAll("*")].map((each) => each.localName))],
        scripts: document.scripts.length,
        title: document.title,
      })`);
      expect(seen.width).toBe(width);
      expect(page.complaints).toEqual([]);
      for (const protocol of seen.links) expect(allowed).toContain(protocol);
      for (const element of ["img", "style", "iframe"]) expect(seen.elements).not.toContain(element);
      expect(seen.scripts).toBe(name.startsWith("one-pager") ? 1 : 0);
      expect(seen.title).not.toBe("owned");
    }
  });

  const brands = ["#ff6600", "#fff200", "#e2001a", "#ffffff"];
  test.each(brands)("all text of every page can be read in %s, by day and by night", async (brand) => {
    const theme = themeOf({ colors: { accent: brand, deep: brand, star: brand } });
    if (Array.isArray(theme)) throw new Error(theme.join());
    for (const draw of [onePagerPage, boardPage, roadmapPage, betPage, treePage, htmlDeck]) {
      const page = await browser.open(draw(told("large"), theme), { width: 1280, height: 900 });
      for (const dark of [false, true]) {
        await page.prefer(dark);
        const faint = await page.evaluate<string[]>(`(() => {
          const partsOf = (color) => color.match(/[\\d.]+/g).map(Number);
          const lightOf = (color) => partsOf(color).slice(0, 3).map((part) => part / 255)
            .map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
            .reduce((sum, part, index) => sum + part * [0.2126, 0.7152, 0.0722][index], 0);
          const groundOf = (each) => {
            for (let at = each; at; at = at.parentElement) {
              const color = getComputedStyle(at).backgroundColor;
              if ((partsOf(color)[3] ?? 1) === 1) return color;
            }
            return "rgb(255, 255, 255)";
          };
          return [...document.body.querySelectorAll("*")].flatMap((each) => {
            if (![...each.childNodes].some((node) => node.nodeType === 3 && node.data.trim())) return [];
            if (!each.checkVisibility() || each.closest("svg, script, .shape")) return [];
            const { color } = getComputedStyle(each);
            const [dark, bright] = [lightOf(color), lightOf(groundOf(each))].sort((a, b) => a - b);
            const ratio = (bright + 0.05) / (dark + 0.05);
            return ratio < 4.5 ? [each.textContent.slice(0, 40) + " " + color + " on " + groundOf(each)] : [];
          });
        })()`);
        expect(faint, `${draw.name}, dark: ${dark}`).toEqual([]);
      }
    }
  });

  test("a script that got in would not run", async () => {
    const broken = onePagerPage(told("five-keys"), defaultTheme).replace(
      "<main",
      `<script>document.title = "owned"</script><main`,
    );
    const page = await browser.open(broken, { width: 800, height: 600 });
    expect(await page.evaluate("document.title")).toBe("Articles Read To The End");
    expect(page.complaints.join()).toContain("Content Security Policy");
  });
});
