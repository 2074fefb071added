/** What the command says beyond its page: ages from git, and files that cannot be read. */
import { appendFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { folderWith } from "../support/folder.js";
import { commit } from "../support/git.js";
import { northstar } from "../support/world.js";

const star = "# northstar-ignore lagging-metric: a\nname: A\n";

const list = async (cwd: string, ...args: string[]) =>
  (await northstar(["ignores", ...args], { cwd })).stdout;

test("an ignore is as old as its line, where its author was", async () => {
  const cwd = folderWith({ "northstar.yaml": star, "new.northstar.yaml": star });
  commit(cwd, { day: "2025-10-01", files: ["northstar.yaml"] });
  appendFileSync(join(cwd, "northstar.yaml"), "# northstar-ignore mere-presence: b\ngame: c\n");
  commit(cwd, { day: "2026-10-20", files: ["northstar.yaml"] });
  appendFileSync(join(cwd, "northstar.yaml"), "# northstar-ignore generic-metric: d\nowner: e\n");
  expect(await list(cwd)).toBe(`new.northstar.yaml:1 · name · lagging-metric
  a

northstar.yaml:1 · name · lagging-metric
  a
  since 2025-10-01 · 1 year old

northstar.yaml:3 · game · mere-presence
  b
  since 2026-10-20 · 13 days old

northstar.yaml:5 · owner · generic-metric
  d

4 ignores in 2 files
`);
  expect(await list(cwd, "--today", "2026-10-20", "northstar.yaml")).toContain("2026-10-20 · new today");
  expect(await list(cwd, "--today", "2026-12-20", "northstar.yaml")).toContain("2026-10-20 · 2 months old");
});

test("without git there is no age", async () => {
  const cwd = folderWith({ "northstar.yaml": star });
  commit(cwd, { day: "2025-10-01", files: ["northstar.yaml"] });
  const { code, stdout, stderr } = await northstar(["ignores"], { cwd, env: { PATH: "/nowhere" } });
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout).not.toContain("since");
});

test("what cannot be read is told, and the rest is listed", async () => {
  const cwd = folderWith({ "a.yaml": star, "b.yaml": "name: [\n" });
  expect(await northstar(["ignores", "a.yaml", "b.yaml", "c.yaml"], { cwd })).toMatchObject({
    code: 2,
    stdout: expect.stringContaining("1 ignore in 2 files"),
    stderr:
      "northstar: cannot read c.yaml: there is no such file or folder, did you mean a.yaml?\n" +
      "northstar: b.yaml cannot be read; northstar lint says why\n",
  });
});

test("a file that is YAML and no North Star has ignores too", async () => {
  const cwd = folderWith({ "northstar.yaml": `${star}nmae: x\n` });
  expect(await list(cwd)).toContain("1 ignore in 1 file");
});
