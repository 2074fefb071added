import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Marp } from "@marp-team/marp-core";
import { strFromU8, unzipSync } from "fflate";
import UPNG from "upng-js";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Browser, chromium, startChromium } from "../support/chromium.js";
import { folderWith } from "../support/folder.js";
import { png } from "../support/png.js";
import { northstar } from "../support/world.js";

const star = readFileSync("test/render/stars/burger-king.northstar.yaml", "utf8");
const config = `
theme:
  colors: { accent: "#7a1fa2", deep: "#3b0a54", star: "#ffb300" }
  dark: { accent: "#d9a6ff", deep: "#4d1a6b" }
  font: Source Sans 3
  logo: brand/logo.png
`;
const logo = png(320, 80, [12, 180, 90]);

function branded(files: Record<string, string | Uint8Array> = {}): string {
  return folderWith({
    "northstar.yaml": star,
    "northstar.config.yaml": config,
    "brand/logo.png": logo,
    ...files,
  });
}

test("a deck wears the colours, the font and the logo of the team", async () => {
  const cwd = branded();
  expect(await northstar(["render", "--to", "deck", "--out", "a.pptx"], { cwd })).toMatchObject({ code: 0 });
  const parts = unzipSync(readFileSync(join(cwd, "a.pptx")));
  expect(Buffer.from(parts["ppt/media/logo.png"] ?? []).equals(logo)).toBe(true);
  const theme = strFromU8(parts["ppt/theme/theme1.xml"] ?? new Uint8Array());
  expect(theme).toContain('<a:accent1><a:srgbClr val="7A1FA2"/>');
  expect(theme).toContain('<a:latin typeface="Source Sans 3"/>');
  expect(strFromU8(parts["ppt/slides/slide1.xml"] ?? new Uint8Array())).toContain('<a:blip r:embed="rId3"/>');
});

describe.skipIf(!chromium)("in Chromium", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await startChromium({ pictures: true });
  });
  afterAll(() => browser.close());

  test.each(["one-pager", "board", "portfolio"])("%s shows the logo, and its policy lets it", async (to) => {
    const { stdout } = await northstar(["render", "--to", to, "--format", "html"], { cwd: branded() });
    const page = await browser.open(stdout, { width: 1280, height: 720 });
    const seen = await page.evaluate<string[]>(
      "[...document.images].map((image) => image.naturalWidth + ' ' + image.checkVisibility())",
    );
    expect(seen.filter((each) => each === "320 true")).toHaveLength(1);
    expect(seen.filter((each) => each.startsWith("320 "))).toHaveLength(seen.length);
    expect(page.complaints).toEqual([]);
  });

  test.each(["html", "md"])(
    "a deck as %s holds the logo once, and every slide but the last shows it",
    async (format) => {
      const { stdout } = await northstar(["render", "--to", "deck", "--format", format], { cwd: branded() });
      expect(stdout.split(logo.toString("base64"))).toHaveLength(2);
      const made = format === "md" ? marpPage(stdout) : stdout;
      const page = await browser.open(made, { width: 1280, height: 720 });
      const slides = await page.evaluate<number>("document.querySelectorAll('section').length");
      const seen: boolean[] = [];
      for (let slide = 1; slide <= slides; slide++) {
        await page.evaluate(
          format === "md"
            ? `[...document.querySelectorAll("svg")].forEach((each, index) => { each.style.display = index + 1 === ${slide} ? "block" : "none"; })`
            : `location.hash = "#${slide}"`,
        );
        const { width, height, ...rest } = UPNG.decode(Uint8Array.from(await page.screenshot()).buffer);
        const [pixels = new ArrayBuffer(0)] = UPNG.toRGBA8({ width, height, ...rest });
        const green = new Uint32Array(pixels).filter((each) => each === 0xff5ab40c).length;
        seen.push(green > 1000);
      }
      expect(slides).toBeGreaterThan(5);
      expect(seen).toEqual(Array.from({ length: slides }, (_, index) => index < slides - 1));
      expect(page.complaints).toEqual([]);
    },
  );
});

function marpPage(text: string): string {
  const { html, css } = new Marp({ script: false, math: false }).render(text);
  return `<!doctype html><meta charset="utf-8"><style>body { margin: 0 } ${css}</style>${html}`;
}

const jpeg = Buffer.from("ffd8ffe000104a46494600010100000100010000ffc0000b080030004001011100ffd9", "hex");

test("a JPEG is a logo, whatever its name says", async () => {
  const cwd = branded({ "brand/logo.png": jpeg });
  const { stdout, code } = await northstar(["render", "--format", "html"], { cwd });
  expect(code).toBe(0);
  expect(stdout).toContain('<img class="logo" alt="" width="64" height="48" src="data:image/jpeg;base64,');
});

test.each([
  [
    "a folder",
    (cwd: string) => writeFileSync(join(cwd, "northstar.config.yaml"), "theme: { logo: brand }"),
    "theme.logo brand cannot be read: it is a folder",
  ],
  [
    "a text",
    (cwd: string) => writeFileSync(join(cwd, "brand/logo.png"), "<svg/>"),
    "theme.logo brand/logo.png is no PNG or JPEG picture, which every document can show",
  ],
  [
    "a broken JPEG",
    (cwd: string) => writeFileSync(join(cwd, "brand/logo.png"), jpeg.subarray(0, 12)),
    "theme.logo brand/logo.png is no PNG or JPEG picture, which every document can show",
  ],
  [
    "too large",
    (cwd: string) => writeFileSync(join(cwd, "brand/logo.png"), Buffer.alloc(600_001)),
    "theme.logo brand/logo.png has 601 kB and at most 500 kB are taken; make it smaller",
  ],
])("a logo that is %s is a clear error", async (_, change, message) => {
  const cwd = branded();
  change(cwd);
  expect(await northstar(["render", "--out", "a.html"], { cwd })).toMatchObject({
    code: 2,
    stderr: `northstar: northstar.config.yaml: ${message}\n`,
  });
});
