import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { findFiles } from "../../src/cli/host/find-files.js";
import { folderWith } from "../support/folder.js";
import { northstar } from "../support/world.js";

const names = (...paths: string[]) => Object.fromEntries(paths.map((path) => [path, "name: A\n"]));

async function found(cwd: string, ...operands: string[]) {
  return (await findFiles({ cwd }, operands)).files;
}

test("finds every North Star below, in order, and nothing else", async () => {
  const cwd = folderWith(
    names(
      "b/northstar.yaml",
      "a.northstar.yaml",
      "northstar.yaml",
      "b/c/x.northstar.yaml",
      "b/notnorthstar.yaml",
      "b/northstar.yml",
    ),
  );
  expect(await found(cwd)).toEqual([
    "a.northstar.yaml",
    "b/c/x.northstar.yaml",
    "b/northstar.yaml",
    "northstar.yaml",
  ]);
});

test("takes operands in their order, each file once", async () => {
  const cwd = folderWith(names("b/northstar.yaml", "a/northstar.yaml", "x.yaml"));
  expect(await found(cwd, "x.yaml", "b", "./b/northstar.yaml", "**/*.yaml")).toEqual([
    "x.yaml",
    "b/northstar.yaml",
    "a/northstar.yaml",
  ]);
});

test("says that the other ending of YAML is not looked for", async () => {
  const cwd = folderWith(names("northstar.yml"));
  for (const [command = "", where] of [
    ["lint", "northstar.yaml or *.northstar.yaml that git does not ignore in this folder or below"],
    ["render", "northstar.yaml in this folder"],
  ])
    expect(await northstar([command], { cwd })).toMatchObject({
      code: 2,
      stderr: `northstar: found no ${where}; call northstar.yml northstar.yaml\n`,
    });
  const configured = folderWith({ ...names("a/northstar.yaml"), "northstar.config.yml": "fail: never\n" });
  expect(await northstar(["lint"], { cwd: join(configured, "a") })).toMatchObject({
    code: 2,
    stdout: "",
    stderr: "northstar: ../northstar.config.yml is not read: call it northstar.config.yaml\n",
  });
  expect(await northstar(["lint", "--no-config"], { cwd: configured })).toMatchObject({ code: 1 });
});

test("takes no configuration for a North Star, however wide a glob is", async () => {
  const cwd = folderWith({
    ...names("a/northstar.yaml", "b.yaml"),
    "northstar.config.yaml": 'files: ["**/*.yaml"]\n',
  });
  expect(await found(cwd, "**/*.yaml")).toEqual(["a/northstar.yaml", "b.yaml"]);
  const { stdout } = await northstar(["lint", "-f", "json"], { cwd });
  expect(JSON.parse(stdout).files.map(({ path }: { path: string }) => path)).toEqual([
    "a/northstar.yaml",
    "b.yaml",
  ]);
});

test("a glob without an ending stands for North Stars, and for those in the folders that it matches", async () => {
  const cwd = folderWith({
    ...names("teams/a/northstar.yaml", "teams/b/x.northstar.yaml", "teams/b/deep/northstar.yaml"),
    "teams/a/data.csv": "t,value\n",
    "teams/a/other.yaml": "rules: {}\n",
    "teams/c/metric.star.yaml": "name: A\n",
    "teams/c/northstar.yaml": "name: A\n",
    "teams/c/northstar.config.yaml": 'files: ["*.star.yaml"]\n',
    "other/northstar.yaml": "name: A\n",
  });
  const judged = async (...globs: string[]) => {
    const { stdout } = await northstar(["lint", "-f", "json", ...globs], { cwd });
    return JSON.parse(stdout).files.map(({ path }: { path: string }) => path);
  };
  const [a, b] = ["teams/a/northstar.yaml", ["teams/b/deep/northstar.yaml", "teams/b/x.northstar.yaml"]];
  const c = "teams/c/metric.star.yaml";
  expect(await judged("teams/*")).toEqual([a, ...b, c]);
  expect(await judged("teams/**")).toEqual([a, ...b, c]);
  expect(await judged("teams/[ab]")).toEqual([a, ...b]);
  expect(await judged("teams/{a,c}/*")).toEqual([a, c]);
  expect(await judged("**")).toEqual(["other/northstar.yaml", a, ...b, c]);
  expect(await judged("teams/a/*.yaml")).toEqual([a, "teams/a/other.yaml"]);
});

test("a configuration that cannot be used is told of the folders that a glob matches", async () => {
  const cwd = folderWith({
    ...names("a/northstar.yaml", "b/northstar.yaml"),
    "b/northstar.config.yaml": "x: 1\n",
  });
  expect((await northstar(["lint", "a*"], { cwd })).stderr).toBe("");
  expect(await northstar(["lint", "[ab]"], { cwd })).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("b/northstar.config.yaml cannot be used"),
  });
});

test("a configuration that is named is no North Star either, as shells name it for a glob", async () => {
  const config = "rules: { lagging-metric: off }\n";
  const cwd = folderWith({ "a/northstar.config.yaml": config, "a/northstar.yaml": "name: [" });
  const named = ["a/northstar.config.yaml", "a/northstar.yaml"];
  const { files, notes } = await findFiles({ cwd }, named);
  expect(files).toEqual(["a/northstar.yaml"]);
  expect(notes).toEqual([
    "not judged, since it is a configuration: a/northstar.config.yaml; northstar doctor says what it sets",
  ]);
  const { code } = await northstar(["lint", "--fix=all", ...named], { cwd });
  expect(code).toBe(1);
  expect(readFileSync(join(cwd, named[0] ?? ""), "utf8")).toBe(config);
  expect((await northstar(["lint", named[0] ?? ""], { cwd })).code).toBe(0);
});

test("names files as seen from the current folder", async () => {
  const root = folderWith(names("a/northstar.yaml", "b/northstar.yaml"));
  expect(await found(join(root, "a"), "..", join(root, "b"), "../*/*.yaml")).toEqual([
    "northstar.yaml",
    "../b/northstar.yaml",
  ]);
});

test("globs match braces, brackets and dots of folders above, and a file whose name looks like a glob is a file", async () => {
  const cwd = folderWith(names("a/1.yaml", "b/2.yaml", "c/3.yaml", "[a].yaml"));
  expect(await found(cwd, "{a,b}/*.yaml")).toEqual(["a/1.yaml", "b/2.yaml"]);
  expect(await found(cwd, "[a].yaml")).toEqual(["[a].yaml"]);
});

test("leaves alone what git ignores, from the root of the repository down", async () => {
  const root = folderWith({
    ...names(
      "app/northstar.yaml",
      "app/out/northstar.yaml",
      "app/old.northstar.yaml",
      "app/kept.northstar.yaml",
      "local/northstar.yaml",
      "node_modules/x/northstar.yaml",
      ".git/northstar.yaml",
    ),
    ".gitignore": "out/\n*.northstar.yaml\n",
    "app/.gitignore": "!kept.northstar.yaml\n",
    "app/out/.gitignore": "!northstar.yaml\n",
    ".git/info/exclude": "/local\n",
  });
  expect(await found(root)).toEqual(["app/kept.northstar.yaml", "app/northstar.yaml"]);
  expect(await found(join(root, "app"))).toEqual(["kept.northstar.yaml", "northstar.yaml"]);
  expect(await found(root, "**/*.yaml")).toEqual(["app/kept.northstar.yaml", "app/northstar.yaml"]);
  expect(await found(root, "app/out")).toEqual([]);
  expect(await found(root, "app/old.northstar.yaml")).toEqual(["app/old.northstar.yaml"]);
});

test("reads the excludes of a worktree", async () => {
  const root = folderWith({
    ...names("tree/northstar.yaml", "tree/local/northstar.yaml"),
    "repo/.git/info/exclude": "local\n",
    "repo/.git/worktrees/tree/commondir": "../..\n",
  });
  writeFileSync(join(root, "tree/.git"), `gitdir: ${join(root, "repo/.git/worktrees/tree")}\n`);
  expect(await found(join(root, "tree"))).toEqual(["northstar.yaml"]);
});

test("follows links to files and not to folders, and survives those that go in a circle", async () => {
  const root = folderWith(names("in/northstar.yaml", "out/northstar.yaml"));
  mkdirSync(join(root, "in/deep"));
  symlinkSync("..", join(root, "in/deep/up"));
  symlinkSync("../out", join(root, "in/out"));
  symlinkSync("../out/northstar.yaml", join(root, "in/linked.northstar.yaml"));
  symlinkSync("loop", join(root, "in/loop"));
  expect(await found(join(root, "in"))).toEqual(["linked.northstar.yaml", "northstar.yaml"]);
  expect((await findFiles({ cwd: root }, ["in/loop"])).missing.map(({ message }) => message)).toEqual([
    "cannot read in/loop: its symbolic links go in a circle",
  ]);
});

test("a file that is named twice, once by a link, is judged once", async () => {
  const cwd = folderWith(names("a/northstar.yaml", "b.yaml"));
  symlinkSync("northstar.yaml", join(cwd, "a/link.yaml"));
  symlinkSync("link.yaml", join(cwd, "a/other.yaml"));
  symlinkSync("a", join(cwd, "c"));
  expect(await found(cwd, "c/northstar.yaml", "b.yaml", "a/northstar.yaml")).toEqual([
    "a/northstar.yaml",
    "b.yaml",
  ]);
  expect(await found(cwd, "c", "a")).toEqual(["a/northstar.yaml"]);
  expect(await found(cwd, "a/other.yaml", "a/link.yaml")).toEqual(["a/other.yaml"]);
  expect(await found(cwd, "a/link.yaml")).toEqual(["a/link.yaml"]);
});

test("says what was searched when nothing is found, and what was probably meant", async () => {
  const cwd = folderWith(names("docs/readme.yaml", "plan.northstar.yaml"));
  const { files, missing, notes } = await findFiles({ cwd }, [
    "docs",
    "docs/*.yml",
    "plan.northstr.yaml",
    "!x",
  ]);
  expect(notes).toEqual(["!x leaves out nothing: no file that is judged matches it"]);
  expect(files).toEqual([]);
  expect(missing.map(({ message }) => message)).toEqual([
    "found no northstar.yaml or *.northstar.yaml that git does not ignore in docs or below",
    "no file that git does not ignore matches docs/*.yml",
    "cannot read plan.northstr.yaml: there is no such file or folder, did you mean plan.northstar.yaml?",
  ]);
});

test("leaves out what stands behind a !, wherever it stands, and says when that is nothing or everything", async () => {
  const cwd = folderWith(names("a/northstar.yaml", "b/northstar.yaml", "b/c/northstar.yaml", "!d.yaml"));
  expect(await found(cwd, "!b")).toEqual(["a/northstar.yaml"]);
  expect(await found(cwd, "!b/*.yaml", ".")).toEqual(["a/northstar.yaml", "b/c/northstar.yaml"]);
  expect(await found(cwd, "**/*.yaml", "![bc]/**/*", "!!d.yaml")).toEqual(["a/northstar.yaml"]);
  expect(await found(cwd, "b", "!**/c")).toEqual(["b/northstar.yaml"]);
  expect(await found(join(cwd, "b"), "..", "!../a", "!c/northstar.yaml")).toEqual(["northstar.yaml"]);
  expect(await found(cwd, "!d.yaml")).toEqual(["!d.yaml"]);
  expect((await findFiles({ cwd }, ["b", "!b"])).missing.map(({ message }) => message)).toEqual([
    "!b leaves out all that was found",
  ]);
});

test("leaves to another repository what git ignores in it", async () => {
  const root = folderWith({
    ...names("mod/x.northstar.yaml", "mod/out/northstar.yaml", "y.northstar.yaml", "own/z.northstar.yaml"),
    ".gitignore": "*.northstar.yaml\n",
    ".git/HEAD": "",
    "mod/.git": "gitdir: ../.git/modules/mod\n",
    "mod/.gitignore": "out\n",
  });
  expect(await found(root)).toEqual(["mod/x.northstar.yaml"]);
});

test("says where all that is there is ignored", async () => {
  const cwd = folderWith({ ...names("a/northstar.yaml"), ".gitignore": "a/\n", ".git/HEAD": "" });
  expect((await findFiles({ cwd }, [])).missing.map(({ message }) => message)).toEqual([
    "found no northstar.yaml or *.northstar.yaml that git does not ignore in this folder or below; git ignores a/northstar.yaml, and northstar doctor says by which line",
  ]);
});
