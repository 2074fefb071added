/** What the command says beyond its page: ages from git, and files that cannot be read. */
import { appendFileSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import { expect, test } from "vitest";
import { folderWith } from "../support/folder.js";
import { commit, git } from "../support/git.js";
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
      "northstar: b.yaml cannot be read; northstar lint b.yaml says why\n",
  });
});

test("a file that is YAML and no North Star has ignores too", async () => {
  const cwd = folderWith({ "northstar.yaml": `${star}nmae: x\n` });
  expect(await list(cwd)).toContain("1 ignore in 1 file");
});

test("in a shallow clone no age is wrong, and it is said that some cannot be known", async () => {
  const origin = folderWith({ "northstar.yaml": star });
  commit(origin, { day: "2024-10-01" });
  appendFileSync(join(origin, "northstar.yaml"), "# northstar-ignore mere-presence: b\ngame: c\n");
  commit(origin, { day: "2025-10-01" });
  appendFileSync(join(origin, "northstar.yaml"), "# northstar-ignore generic-metric: d\nowner: e\n");
  commit(origin, { day: "2026-10-20" });
  const clone = join(folderWith(), "clone");
  git(origin, ["clone", "-q", "--depth=2", `file://${origin}`, clone]);
  const { code, stdout, stderr } = await northstar(["ignores"], { cwd: clone });
  expect(code).toBe(0);
  expect(stdout.match(/since .*/g)).toEqual(["since 2026-10-20 · 13 days old"]);
  expect(stderr).toBe(
    "northstar: this clone is shallow, so since when 2 ignores are there cannot be known; git fetch --unshallow brings the rest, and so does fetch-depth: 0 in GitHub Actions\n",
  );
  git(clone, ["fetch", "-q", "--unshallow"]);
  const whole = await northstar(["ignores"], { cwd: clone });
  expect(whole.stderr).toBe("");
  expect(whole.stdout.match(/since [^ ]*/g)).toEqual([
    "since 2024-10-01",
    "since 2025-10-01",
    "since 2026-10-20",
  ]);
});

test("a file of a submodule has ages, too; a repository of somebody else is told with git's remedy", async () => {
  const inner = folderWith({ "northstar.yaml": star });
  commit(inner, { day: "2025-10-01" });
  const cwd = folderWith({ "readme.md": "" });
  commit(cwd);
  git(cwd, ["-c", "protocol.file.allow=always", "submodule", "--quiet", "add", inner, "mod"]);
  expect(await list(cwd)).toContain("since 2025-10-01");
  const env = { PATH: process.env.PATH, HOME: folderWith(), GIT_TEST_ASSUME_DIFFERENT_OWNER: "1" };
  const { code, stderr } = await northstar(["ignores"], { cwd, env });
  expect(code).toBe(0);
  expect(stderr).toMatch(
    /^northstar: git does not say since when: .*; git config --global --add safe\.directory .* trusts it\n$/,
  );
});

test("for programs, in the shape that its schema describes", async () => {
  const isValid = new Ajv({ allowUnionTypes: true }).compile(
    JSON.parse(readFileSync("schemas/ignores.schema.json", "utf8")),
  );
  const cwd = folderWith({
    "northstar.yaml": `${star}# northstar-ignore mere-presence, no-window until 2027-01-31\ngame: c\n`,
    "b.yaml": "name: [\n",
  });
  commit(cwd, { day: "2025-10-01" });
  const ran = await northstar(["ignores", "-f", "json", "northstar.yaml", "b.yaml"], { cwd });
  expect(ran).toMatchObject({
    code: 2,
    stderr: "northstar: b.yaml cannot be read; northstar lint b.yaml says why\n",
  });
  const value = JSON.parse(ran.stdout);
  expect(isValid(value), JSON.stringify(isValid.errors)).toBe(true);
  expect(value).toMatchObject({
    ignores: [
      {
        file: "northstar.yaml",
        rules: ["lagging-metric"],
        path: ["name"],
        reason: "a",
        since: "2025-10-01",
        until: null,
      },
      { rules: ["mere-presence", "no-window"], path: ["game"], reason: "", until: "2027-01-31" },
    ],
    summary: { files: 2, ignores: 2 },
    errors: ["b.yaml cannot be read; northstar lint b.yaml says why"],
  });
  const none = await northstar(["ignores", "--format=json"], { cwd: folderWith() });
  expect(none.code).toBe(2);
  expect(isValid(JSON.parse(none.stdout))).toBe(true);
  expect((await northstar(["ignores", "-f", "sarif"], { cwd })).stderr).toBe(
    "northstar: unknown format 'sarif', there is pretty, json\n",
  );
});
