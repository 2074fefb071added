import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { chromium } from "../support/chromium.js";
import { folderWith } from "../support/folder.js";
import { northstar } from "../support/world.js";

// A browser that starts takes its time on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

const star = readFileSync("test/render/stars/burger-king.northstar.yaml", "utf8");

test.skipIf(!chromium)("a deck is printed as PDF, a page for each slide, and may be replaced", async () => {
  const cwd = folderWith({ "northstar.yaml": star });
  const env = { PATH: process.env.PATH };
  const args = ["render", "--to", "deck", "--out", "deck.pdf"];
  expect(await northstar(args, { cwd, env })).toMatchObject({
    code: 0,
    stderr: "northstar: wrote deck.pdf\n",
  });
  expect(readFileSync(join(cwd, "deck.pdf"), "latin1").match(/\/Type \/Page\b/g)).toHaveLength(8);
  expect(await northstar(args, { cwd, env })).toMatchObject({ code: 0 });
});

test("without a Chromium it is said what to do", async () => {
  const cwd = folderWith({ "northstar.yaml": star });
  expect(
    await northstar(["render", "--out", "a.pdf"], { cwd, env: { NORTHSTAR_CHROMIUM: "/no/such/file" } }),
  ).toMatchObject({
    code: 2,
    stderr: "northstar: NORTHSTAR_CHROMIUM names /no/such/file, and there is no such file\n",
  });
  const program = folderWith({ chromium: "" });
  expect(
    await northstar(["render", "--out", "a.pdf"], {
      cwd,
      env: { NORTHSTAR_CHROMIUM: join(program, "chromium") },
    }),
  ).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/made no PDF .*; set NORTHSTAR_CHROMIUM to another Chromium or Chrome\n$/),
  });
});

test("what is not text does not go to a terminal", async () => {
  const cwd = folderWith({ "northstar.yaml": star });
  expect(await northstar(["render", "--to", "deck", "--format", "pptx"], { cwd, columns: 80 })).toMatchObject(
    {
      code: 2,
      stderr: "northstar: pptx is not for a terminal; name a file with --out\n",
    },
  );
});
