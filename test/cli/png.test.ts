import { readFileSync } from "node:fs";
import { join } from "node:path";
import UPNG from "upng-js";
import { expect, test, vi } from "vitest";
import { generatedMarker } from "../../src/render/generated-marker.js";
import { chromium } from "../support/chromium.js";
import { folderWith } from "../support/folder.js";
import { hasPseudoTerminal, pseudoTerminal } from "../support/terminal.js";
import { northstar } from "../support/world.js";

// A browser that starts takes its time on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

const star = readFileSync("test/render/stars/burger-king.northstar.yaml", "utf8");
const env = { PATH: process.env.PATH };
/** A machine without a browser, on which @resvg/resvg-js is beside northstar as it is here. */
const bare = { PATH: "/nowhere" };

/** The picture in a file, and the share of its pixels that are not of the ground in its corner. */
function pictureIn(
  cwd: string,
  name: string,
): { width: number; height: number; drawn: number; ground: string; isCut: boolean } {
  const bytes = readFileSync(join(cwd, name));
  const { width, height, ...rest } = UPNG.decode(Uint8Array.from(bytes).buffer);
  const [pixels = new ArrayBuffer(0)] = UPNG.toRGBA8({ width, height, ...rest });
  const colors = new Uint32Array(pixels);
  const corner = colors.at(-1) ?? 0;
  const drawn = colors.reduce((sum, color) => sum + (color === corner ? 0 : 1), 0) / colors.length;
  const isCut = colors.subarray(-width).some((color) => color !== corner);
  return { width, height, drawn, ground: corner.toString(16), isCut };
}

test.skipIf(!chromium)("trees, boards and pages are pictures of the size that is asked for", async () => {
  const cwd = folderWith({ "northstar.yaml": star });
  const draw = async (to: string, out: string, ...more: string[]) => {
    const args = ["render", "--to", to, "--out", out, ...more];
    expect(await northstar(args, { cwd, env })).toMatchObject({
      code: 0,
      stderr: `northstar: wrote ${out}\n`,
    });
    return pictureIn(cwd, out);
  };
  const slack = await draw("tree", "slack.png", "--size", "slack");
  expect(slack).toMatchObject({ width: 2400, height: 1260, ground: "ffffffff" });
  expect(slack.drawn).toBeGreaterThan(0.1);
  const notion = await draw("board", "notion.png", "--size", "notion");
  expect(notion.width).toBe(1416);
  expect(notion.height).toBeGreaterThan(1000);
  const hero = await draw("one-pager", "hero.png", "--size", "slack");
  expect(hero).toMatchObject({ width: 2400, height: 1260, ground: "ffffffff", isCut: false });
  expect(hero.drawn).toBeGreaterThan(0.4);
  const board = await draw("board", "board.png", "--size", "slack");
  expect(board).toMatchObject({ width: 2400, height: 1260, ground: "ffffffff", isCut: false });
  const whole = await draw("one-pager", "whole.png", "--size", "800");
  expect(whole.width).toBe(1600);
  expect(whole.height).toBeGreaterThan(4000);
  expect(readFileSync(join(cwd, "whole.png"), "latin1")).toContain(generatedMarker);
  expect((await northstar(["render", "--out", "whole.png"], { cwd, env })).code).toBe(0);
});

test.skipIf(!chromium)("without a browser a tree looks the same", async () => {
  const cwd = folderWith({ "northstar.yaml": star });
  for (const [name, machine] of [
    ["browser.png", env],
    ["bare.png", bare],
  ] as const)
    expect(await northstar(["render", "--to", "tree", "--out", name], { cwd, env: machine })).toMatchObject({
      code: 0,
      stderr: `northstar: wrote ${name}\n`,
    });
  const [browser, without] = [pictureIn(cwd, "browser.png"), pictureIn(cwd, "bare.png")];
  expect([without.width, without.height]).toEqual([browser.width, browser.height]);
  expect(without.drawn / browser.drawn).toBeCloseTo(1, 1);
});

test("what cannot be drawn says what to install, or what to write instead", async () => {
  const cwd = folderWith({
    "northstar.yaml": star,
    "northstar.config.yaml": "render:\n  - { to: board, out: b.png }\n",
  });
  const said = async (args: string[], machine: Record<string, string | undefined> = bare) => {
    const { code, stderr } = await northstar(["render", ...args], { cwd, env: machine });
    return [code, stderr];
  };
  expect(await said(["--to", "board", "--out", "b.png"])).toEqual([
    2,
    "northstar: a PNG is made by Chromium or Chrome, and none was found; install one, name it in NORTHSTAR_CHROMIUM, or take --to tree, which @resvg/resvg-js draws without one\n",
  ]);
  expect(await said(["--out", "one.pdf"])).toEqual([
    2,
    "northstar: a PDF is made by Chromium or Chrome, and none was found; install one, name it in NORTHSTAR_CHROMIUM, or print the html yourself\n",
  ]);
  expect(await said(["--to", "tree", "--out", "tree.svg", "--size", "slack"])).toEqual([
    2,
    "northstar: --size says how large a PNG is: ask for one with --out NAME.png\n",
  ]);
  expect(await said(["--to", "tree", "--out", "tree.png", "--size", "huge"])).toEqual([
    2,
    "northstar: --size takes slack, notion or a width from 200 to 4000, not 'huge'\n",
  ]);
  expect(await said(["--to", "tree", "--out", "tree.png", "--check"])).toEqual([
    2,
    "northstar: tree.png cannot be checked: a PNG differs from one printing to the next; check the page that it is printed from: northstar render --to tree --out tree.html --check\n",
  ]);
  expect(await said(["--check"])).toEqual([
    2,
    "northstar: b.png cannot be checked: a PNG differs from one printing to the next; keep b.html instead, which is checked, and print that\n",
  ]);
});

test.skipIf(!chromium || !hasPseudoTerminal)("who waits longer than a second sees for what", async () => {
  const slow = `#!/bin/sh\nsleep 2\nexec ${chromium} "$@"\n`;
  const cwd = folderWith({ "northstar.yaml": star });
  const program = join(folderWith({ chromium: slow }), "chromium");
  const { chmodSync } = await import("node:fs");
  chmodSync(program, 0o755);
  const screen = pseudoTerminal(["render", "--to", "board", "--out", "b.png"], {
    cwd,
    env: { NORTHSTAR_CHROMIUM: program },
  });
  await screen.see("making a PNG …");
  await screen.see("wrote b.png");
  expect(await screen.code).toBe(0);
});
