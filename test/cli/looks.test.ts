import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
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
const logo = png(320, 80, [255, 179, 0]);

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
    browser = await startChromium();
  });
  afterAll(() => browser.close());

  test.each(["one-pager", "board", "deck", "portfolio"])(
    "%s shows the logo, and its policy lets it",
    async (to) => {
      const { stdout } = await northstar(["render", "--to", to, "--format", "html"], { cwd: branded() });
      const page = await browser.open(stdout, { width: 1280, height: 720 });
      // A deck shows one slide at a time, and most have the logo at their foot.
      const seen = await page.evaluate<string[]>(
        "[...document.images].map((image) => image.naturalWidth + ' ' + image.checkVisibility())",
      );
      expect(seen.filter((each) => each === "320 true")).toHaveLength(1);
      expect(seen.filter((each) => each.startsWith("320 "))).toHaveLength(seen.length);
      expect(page.complaints).toEqual([]);
    },
  );
});

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
