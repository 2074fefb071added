/**
 * The pictures of the README: what northstar renders, as Chromium shows it. `npm run pictures` makes them,
 * and `UPDATE=1 npm test` the tree, which is text.
 */
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import upng from "upng-js";
import { type Browser, startChromium } from "../test/support/chromium.js";

const folder = "docs/pictures";
/** Some reviews are overdue on this day. */
const today = "2026-12-04";

function rendered(...args: string[]): string {
  const command = ["bin/northstar.js", "render", `${folder}/northstar.yaml`, "--today", today, ...args];
  return execFileSync(process.execPath, command, { encoding: "utf8", maxBuffer: 1e8 });
}

/** Slides two by two, as one picture. */
async function montage(browser: Browser, slides: readonly number[]): Promise<Buffer> {
  const page = await browser.open(rendered("--to", "deck", "--format", "html"), { width: 960, height: 540 });
  const pictures: string[] = [];
  for (const slide of slides) {
    await page.evaluate(`show(${slide - 1}), help.remove()`);
    pictures.push(`<img alt="" src="data:image/png;base64,${(await page.screenshot()).toString("base64")}">`);
  }
  const style =
    "body{margin:0;padding:16px;display:grid;grid-template-columns:1fr 1fr;gap:16px;background:#c9cfdc}img{width:100%;display:block}";
  const sheet = await browser.open(`<!doctype html><style>${style}</style>${pictures.join("")}`, {
    width: 1200,
    height: 100,
  });
  return await sheet.screenshot(true);
}

/** Keeps a screenshot in 16 colours, which nobody sees and which take a fifth of the room: the package holds it. */
function keep(name: string, screenshot: Buffer): void {
  const picture = upng.decode(new Uint8Array(screenshot).buffer);
  const [pixels = new ArrayBuffer()] = upng.toRGBA8(picture);
  writeFileSync(
    `${folder}/${name}.png`,
    new Uint8Array(upng.encode([pixels], picture.width, picture.height, 16)),
  );
}

const browser = await startChromium({ pictures: true });
try {
  const dark = await browser.open(rendered("--to", "board", "--format", "html"), {
    width: 1280,
    height: 100,
    dark: true,
  });
  keep("board", await dark.screenshot(true));
  keep("slides", await montage(browser, [1, 4, 5, 7]));
} finally {
  await browser.close();
}
