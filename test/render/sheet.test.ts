/** The one-pager on paper, as Chromium prints it and poppler reads it. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { onePagerPage } from "../../src/render/one-pager-html.js";
import { defaultTheme } from "../../src/render/theme.js";
import type { Sheet } from "../../src/render/view-model.js";
import { type Browser, chromium, startChromium } from "../support/chromium.js";
import { published, starNames, told } from "./stars.js";

const stars = [
  ...starNames.map((name) => [name, told(name)] as const),
  ...published.map(([name, star]) => [`published ${name}`, star] as const),
];
const hasPoppler = ["pdfinfo", "pdftotext"].every((name) => spawnSync(name, ["-v"]).status === 0);

interface Line {
  page: number;
  text: string;
  /** In points, from the top of the page. */
  bottom: number;
}

interface Printed {
  size: string;
  pages: number;
  /** The smallest type, in points. */
  smallest: number;
  lines: Line[];
}

describe.skipIf(!chromium || !hasPoppler)("printed", () => {
  let browser: Browser;
  let folder: string;
  beforeAll(async () => {
    browser = await startChromium();
    folder = mkdtempSync(join(tmpdir(), "northstar-sheet-"));
  });
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const run = (program: string, args: string[]) =>
    spawnSync(program, args, { cwd: folder, encoding: "utf8", maxBuffer: 1e8 }).stdout;

  const printed = new Map<string, Promise<Printed>>();

  /** What is printed of a North Star: each sheet is looked at by more than one test. */
  function print(name: string, sheet?: Sheet): Promise<Printed> {
    const [, data] = stars.find(([each]) => each === name) ?? [];
    if (!data) throw new Error(name);
    const html = onePagerPage({ ...data, sheet }, defaultTheme);
    const known = printed.get(html) ?? printAnew(html);
    printed.set(html, known);
    return known;
  }

  async function printAnew(html: string): Promise<Printed> {
    const page = await browser.open(html, { width: 1280, height: 900 });
    // The sizes of all that is seen, in the tree as it is scaled.
    await page.evaluate(`addEventListener("beforeprint", () => {
      const sizes = [...document.querySelectorAll(".sheet *")].flatMap((each) => {
        if (![...each.childNodes].some((node) => node.nodeType === 3 && node.data.trim())) return [];
        if (!each.checkVisibility() || each.matches("title, desc")) return [];
        const svg = each.closest("svg");
        const scale = svg ? svg.getBoundingClientRect().width / svg.viewBox.baseVal.width : 1;
        return [Number.parseFloat(getComputedStyle(each).fontSize) * scale * 0.75];
      });
      window.smallest = Math.min(...sizes);
    })`);
    writeFileSync(join(folder, "a.pdf"), await page.pdf());
    expect(page.complaints).toEqual([]);
    const info = run("pdfinfo", ["a.pdf"]);
    const pages = run("pdftotext", ["-bbox-layout", "a.pdf", "-"]).split("<page ").slice(1);
    return {
      size: /^Page size: .*\((.*)\)$/m.exec(info)?.[1] ?? "",
      pages: Number(/^Pages: +(\d+)$/m.exec(info)?.[1]),
      smallest: await page.evaluate<number>("window.smallest"),
      lines: pages.flatMap((text, index) =>
        [...text.matchAll(/<line .*?yMax="(.*?)">(.*?)<\/line>/gs)].map(([, bottom, words = ""]) => ({
          page: index + 1,
          text: [...words.matchAll(/<word.*?>(.*?)<\/word>/g)].map(([, word]) => word).join(" "),
          bottom: Number(bottom),
        })),
      ),
    };
  }

  const headings = new Set(
    [...onePagerPage(told("amplitude"), defaultTheme).matchAll(/<h2>(.*?)<\/h2>/g)].map(([, text]) => text),
  );

  describe.each(["A4", "letter"] as const)("on %s", (paper) => {
    test.each(stars)(
      "%s is one page that can be read, and no heading stands alone at its foot",
      async (name) => {
        const { size, pages, smallest, lines } = await print(name, { paper, pages: 1 });
        expect({ size, pages }).toEqual({ size: paper, pages: 1 });
        expect(smallest).toBeGreaterThanOrEqual(7.49);
        const last = lines.reduce((low, line) => (line.bottom > low.bottom ? line : low));
        expect(headings).not.toContain(last.text);
        expect(last.bottom).toBeLessThan(paper === "A4" ? 842 - 20 : 792 - 20);
        for (const section of ["Why this metric", "The tree", "Inputs"])
          expect(lines.map(({ text }) => text)).toContain(section);
      },
    );
  });

  test.each(stars)("%s has more on two pages, and no heading stands alone at a foot", async (name) => {
    const one = await print(name);
    const two = await print(name, { paper: "A4", pages: 2 });
    expect(two.pages).toBeLessThanOrEqual(2);
    expect(two.smallest).toBeGreaterThanOrEqual(7.49);
    const lengthOf = ({ lines }: Printed) => lines.filter(({ text }) => !/^Not on this/.test(text)).length;
    const isCut = (printed: Printed) =>
      printed.lines.some(({ text }) => text.startsWith("Not on this sheet:"));
    if (isCut(one)) expect(lengthOf(two)).toBeGreaterThan(lengthOf(one));
    else expect(isCut(two)).toBe(false);
    for (const page of [1, 2]) {
      const lines = two.lines.filter((line) => line.page === page);
      const last = lines.reduce((low, line) => (line.bottom > low.bottom ? line : low), lines[0] as Line);
      if (last) expect(headings).not.toContain(last.text);
    }
  });

  test("the screen is as it was after printing", async () => {
    const page = await browser.open(onePagerPage(told("large"), defaultTheme), { width: 1280, height: 900 });
    const look =
      "document.documentElement.className + document.documentElement.style.fontSize + document.body.scrollHeight";
    const before = await page.evaluate(look);
    await page.pdf();
    expect(await page.evaluate(look)).toBe(before);
  });
});
