/** What doctor says beyond its page, and that it says what lint does. */
import { chmodSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { findFiles } from "../../src/cli/host/find-files.js";
import { schemas } from "../../src/cli/host/schema-files.js";
import type { Diagnosis } from "../../src/report/doctor.js";
import { folderWith } from "../support/folder.js";
import { git } from "../support/git.js";
import { northstar } from "../support/world.js";

const isValid = new Ajv({ allowUnionTypes: true }).compile(
  JSON.parse(readFileSync("schemas/doctor.schema.json", "utf8")),
);
const star = readFileSync("examples/amplitude/northstar.yaml", "utf8");

async function diagnosis(cwd: string, ...args: string[]): Promise<Diagnosis & { code: number }> {
  const env = { HOME: join(cwd, "home") };
  const { code, stdout, stderr } = await northstar(["doctor", "-f", "json", ...args], { cwd, env });
  if (!stdout) throw new Error(stderr);
  const value = JSON.parse(stdout);
  expect(isValid(value), JSON.stringify(isValid.errors)).toBe(true);
  return { ...value, code };
}

/** Why each file that is not judged is not. */
const reasons = ({ files }: Diagnosis) =>
  Object.fromEntries(files.map(({ path, why }) => [path, why === null ? null : why.code]));

test("a glob that matches nothing is told once, and none that matches files called as usual", async () => {
  const cwd = folderWith({
    "a/x.northstar.yaml": star,
    "b/northstar.yaml": star,
    "northstar.config.yaml": 'files: ["**/*.northstar.yaml", "**/northstar.yaml", "!b", "!nothing"]\n',
    "a/northstar.config.yaml": "extends: ../northstar.config.yaml\n",
  });
  const found = await diagnosis(cwd);
  expect(reasons(found)).toEqual({ "a/x.northstar.yaml": null, "b/northstar.yaml": "files" });
  expect(found.problems).toEqual([
    "no file matches `!nothing` (northstar.config.yaml:1); correct it, or take it out",
  ]);
});

test("knows of every file that may have been meant why it is not judged, as lint does", async () => {
  const cwd = folderWith({
    ...Object.fromEntries(
      [
        "northstar.yaml",
        "a/x.northstar.yaml",
        "a/North-Star.yaml",
        "b/northstar.yml",
        "out/deep/northstar.yaml",
        "kept/old.northstar.yaml",
        "local/northstar.yaml",
        "node_modules/y/northstar.yaml",
        "metrics/b.star.yaml",
        "metrics/northstar.yaml",
        "metrics/old/b.star.yaml",
        "broken/northstar.yaml",
        "mod/z.northstar.yaml",
        "vendor/own/northstar.yaml",
      ].map((path) => [path, star]),
    ),
    ".gitignore": "# built\nout/\n/vendor/\n*.northstar.yaml\n!a/*.northstar.yaml\n",
    ".git/info/exclude": "/local\n",
    "mod/.git": "gitdir: elsewhere\n",
    "vendor/own/.git": "gitdir: elsewhere\n",
    "metrics/northstar.config.yaml": 'files: ["**/[ab].star.yaml", "*.none.yaml", "!old", "!nothing"]\n',
    "broken/northstar.config.yaml": "fial: never\n",
  });
  symlinkSync("../northstar.yaml", join(cwd, "a/linked.northstar.yaml"));
  symlinkSync("../North-Star.yaml", join(cwd, "a/other.northstar.yaml"));
  symlinkSync("a", join(cwd, "la"));
  const found = await diagnosis(cwd);
  expect(reasons(found)).toEqual({
    "northstar.yaml": null,
    "a/North-Star.yaml": "name",
    "a/x.northstar.yaml": null,
    "b/northstar.yml": "name",
    "broken/northstar.yaml": "configuration",
    "kept/old.northstar.yaml": "ignored",
    "a/linked.northstar.yaml": "link",
    "a/other.northstar.yaml": "unreadable",
    "local/northstar.yaml": "ignored",
    "metrics/b.star.yaml": null,
    "metrics/northstar.yaml": "files",
    "metrics/old/b.star.yaml": "files",
    "mod/z.northstar.yaml": null,
    "node_modules/y/northstar.yaml": "folder",
    "out/deep/northstar.yaml": "ignored",
    "vendor/own/northstar.yaml": "ignored",
  });
  const by = (path: string) => found.files.find((file) => file.path === path)?.why?.by;
  expect(by("out/deep/northstar.yaml")).toEqual({ file: ".gitignore", line: 2, pattern: "out/" });
  expect(by("kept/old.northstar.yaml")).toEqual({ file: ".gitignore", line: 4, pattern: "*.northstar.yaml" });
  expect(by("local/northstar.yaml")).toEqual({ file: ".git/info/exclude", line: 1, pattern: "/local" });
  expect(found.code).toBe(1);
  expect(found.problems).toEqual([
    "no file matches `*.none.yaml` (metrics/northstar.config.yaml:1); correct it, or take it out",
    "no file matches `!nothing` (metrics/northstar.config.yaml:1); correct it, or take it out",
    "broken/northstar.config.yaml cannot be used; mend it, or leave it out with --no-config",
    "a/other.northstar.yaml: it cannot be read: it is a symbolic link to what is not there; put a file in its place",
    expect.stringMatching(
      /^b\/northstar\.yml: .*; call it northstar\.yaml, or northstar lint b\/northstar\.yml /,
    ),
  ]);
  writeFileSync(join(cwd, "broken/northstar.config.yaml"), "fail: never\n");
  const { stdout, stderr } = await northstar(["lint", "-f", "json"], { cwd });
  const judged = (await diagnosis(cwd)).files.filter((file) => file.judged).map(({ path }) => path);
  expect(
    JSON.parse(stdout)
      .files.map(({ path }: { path: string }) => path)
      .sort(),
  ).toEqual(judged.sort());
  expect(stderr).toContain(
    "no file that git does not ignore matches `*.none.yaml` (metrics/northstar.config.yaml:1)\n",
  );
  expect((await findFiles({ cwd }, [])).files).toContain("mod/z.northstar.yaml");
});

test("all is well, and where everything is", async () => {
  const cwd = folderWith({
    "northstar.yaml": star,
    "northstar.config.yaml": "extends: strict\nfail: error\n",
  });
  git(cwd, ["init", "-q"]);
  const found = await diagnosis(cwd);
  expect(found).toMatchObject({
    code: 0,
    folder: cwd,
    repository: cwd,
    node: { version: process.version },
    files: [{ path: "northstar.yaml", judged: true, configuration: "northstar.config.yaml" }],
    problems: [],
    cache: { path: expect.stringMatching(/home\/\.cache\/northstar\/.*\.lint$/), bytes: null },
  });
  expect(found.configurations[0]?.says).toContain("fail: error");
  expect(found.configurations[0]?.says).toMatch(/# northstar\.config\.yaml:2/);
  expect(readFileSync(found.program.path, "utf8")).toMatch(/^#!/);
  const { stdout, code } = await northstar(["doctor"], {
    cwd,
    env: { HOME: cwd, NO_COLOR: "1" },
    columns: 60,
  });
  expect(code).toBe(0);
  expect(stdout).toMatch(/1 file looked at, 1 judged\n {2}✔ northstar\.yaml\n$/);
  expect(stdout).not.toContain("To be mended");
});

test("where nothing is judged, that is to be mended", async () => {
  expect(await diagnosis(folderWith())).toMatchObject({
    code: 1,
    problems: ["no North Star is judged here; northstar init writes one"],
  });
  expect((await diagnosis(folderWith({ "north_star.yml": star }))).problems).toEqual([
    "north_star.yml: its name is neither northstar.yaml nor ends in .northstar.yaml; call it northstar.yaml, or northstar lint north_star.yml judges it all the same",
  ]);
});

test.skipIf(process.getuid?.() === 0)("a file that cannot be read is to be mended", async () => {
  const cwd = folderWith({ "northstar.yaml": star });
  chmodSync(join(cwd, "northstar.yaml"), 0);
  expect(await diagnosis(cwd)).toMatchObject({
    code: 1,
    problems: ["northstar.yaml: it cannot be read: permission denied"],
  });
});

describe("configurations that are none", () => {
  const names = [
    ".northstarrc",
    ".northstarrc.json",
    ".northstarrc.yaml",
    "northstar.config.js",
    ".northstar.yaml",
    ".northstar.config.yaml",
    ".config/northstar.config.toml",
    "northstar.toml",
  ];
  test.each(names)("%s", async (name) => {
    const cwd = folderWith({ "a/northstar.yaml": star, [name]: "fail: never\n", ".git/HEAD": "" });
    const told = `${name.includes("/") ? "" : "../"}`;
    const { stderr } = await northstar(["lint", "-f", "gitlab"], {
      cwd: name.startsWith(".config") ? cwd : join(cwd, "a"),
    });
    expect(stderr).toContain(`northstar: ${told}${name} is not read: `);
    expect((await northstar(["lint", "--no-config"], { cwd })).stderr).not.toContain("is not read");
  });

  test("a key of package.json and a northstar.json that says how to judge, but no report and no other package", async () => {
    const told = async (files: Record<string, string>) =>
      (await diagnosis(folderWith({ "northstar.yaml": star, ...files }))).unread;
    expect(await told({ "package.json": '{ "northstar": { "fail": "never" } }' })).toEqual([
      "`northstar` in package.json is not read: northstar reads northstar.config.yaml only; move into that what it says",
    ]);
    expect(await told({ "northstar.json": '{ "rules": {} }' })).toHaveLength(1);
    expect(await told({ "northstar.json": '{ "version": 1, "files": [{}] }' })).toEqual([]);
    expect(await told({ "package.json": '{ "devDependencies": { "northstar": "1" } }' })).toEqual([]);
    expect(await told({ "package.json": "{ broken" })).toEqual([]);
  });
});

describe("the schema", () => {
  const modeline = "# yaml-language-server: $schema=";
  const installed = { "node_modules/northstar/schemas/northstar.schema.json": "{}" };
  const answers = ["--yes", "--set", "name=A", "--set", "game=productivity"];

  test("its path and its text are printed", async () => {
    for (const [name, file] of Object.entries(schemas)) {
      const { stdout } = await northstar(["schema", name]);
      expect(readFileSync(stdout.trimEnd(), "utf8")).toBe(readFileSync(`schemas/${file}`, "utf8"));
      expect((await northstar(["schema", name, "--print"])).stdout).toBe(
        readFileSync(`schemas/${file}`, "utf8"),
      );
    }
    expect((await northstar(["schema"])).stdout).toMatch(/northstar\.schema\.json\n$/);
    expect(await northstar(["schema", "confg"])).toMatchObject({
      code: 2,
      stderr: "northstar: unknown schema 'confg', did you mean config?\n",
    });
  });

  test.each([
    ["northstar.yaml", "./node_modules/northstar/schemas/northstar.schema.json"],
    ["teams/learn/northstar.yaml", "../../node_modules/northstar/schemas/northstar.schema.json"],
  ])("init writes into %s the line that leads to it from there", async (name, way) => {
    const cwd = folderWith({ ...installed, "package.json": "{}", ".git/HEAD": "" });
    mkdirSync(join(cwd, "teams/learn"), { recursive: true });
    expect(await northstar(["init", name, ...answers], { cwd })).toMatchObject({ code: 0 });
    expect(readFileSync(join(cwd, name), "utf8").split("\n")[0]).toBe(modeline + way);
    expect((await diagnosis(cwd, name)).files[0]?.editor).toEqual({
      schema: way,
      state: "found",
      write: modeline + way,
    });
    await northstar(["init", "b.northstar.yaml", "--from", name, ...answers], { cwd });
    const again = readFileSync(join(cwd, "b.northstar.yaml"), "utf8");
    expect(again.match(/yaml-language-server/g)).toHaveLength(1);
  });

  test("init writes the line behind a byte order mark", async () => {
    const cwd = folderWith({ ...installed, ".git/HEAD": "", "a.yaml": "\uFEFFname: A\n" });
    expect(await northstar(["init", "--from", "a.yaml", ...answers], { cwd })).toMatchObject({ code: 0 });
    expect(readFileSync(join(cwd, "northstar.yaml"), "utf8")).toMatch(
      /^\uFEFF# yaml-language-server: .*\nname: A\n/,
    );
  });

  test("init writes none where northstar is not installed in the repository", async () => {
    const root = folderWith({ ...installed, "repo/.git/HEAD": "" });
    const cwd = join(root, "repo");
    await northstar(["init", ...answers], { cwd });
    expect(readFileSync(join(cwd, "northstar.yaml"), "utf8")).not.toContain("yaml-language-server");
    expect((await diagnosis(cwd)).files[0]?.editor).toEqual({ schema: null, state: "none", write: null });
  });

  test("a line that leads nowhere is to be mended, with the line that does not", async () => {
    const cwd = folderWith({ "northstar.yaml": `${modeline}../x.json\n${star}` });
    expect((await diagnosis(cwd)).problems).toEqual([
      "northstar.yaml: it names the schema ../x.json, which is not there; take that line out, and see northstar schema",
    ]);
    mkdirSync(join(cwd, "node_modules/northstar/schemas"), { recursive: true });
    writeFileSync(join(cwd, "node_modules/northstar/schemas/northstar.schema.json"), "{}");
    const [problem = ""] = (await diagnosis(cwd)).problems;
    const [, line = ""] = /; write (.*)$/.exec(problem) ?? [];
    writeFileSync(join(cwd, "northstar.yaml"), `${line}\n${star}`);
    expect((await diagnosis(cwd)).problems).toEqual([]);
    writeFileSync(join(cwd, "northstar.yaml"), `${modeline}https://example.com/x.json\n${star}`);
    expect((await diagnosis(cwd)).files[0]?.editor.state).toBe("remote");
  });
});
