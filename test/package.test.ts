/** What npm packs works on a machine that has nothing but Node. */
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { beforeAll, expect, test } from "vitest";
import { folderWith } from "./support/folder.js";

const root = new URL("..", import.meta.url).pathname;

beforeAll(() => {
  for (const file of ["dist/northstar.cjs", "dist/types/index.d.ts"])
    if (!existsSync(join(root, file))) throw new Error(`There is no ${file}; run \`npm run build\` first`);
});

test("the tarball is installed, and writes, judges and shows a North Star in an empty folder", () => {
  const folder = folderWith({
    "work/answers.yaml": readFileSync(join(root, "examples/amplitude/northstar.yaml"), "utf8"),
  });
  const npm = (...args: string[]) =>
    execFileSync("npm", [...args, "--offline", "--ignore-scripts", "--no-audit", "--no-fund"], {
      cwd: root,
      encoding: "utf8",
    });
  const [packed] = JSON.parse(npm("pack", "--json", "--pack-destination", folder));
  const prefix = join(folder, "prefix");
  mkdirSync(prefix);
  npm("install", "--global", "--prefix", prefix, join(folder, packed.filename));

  expect(readdirSync(join(prefix, "lib/node_modules"))).toEqual(["northstar"]);
  expect(existsSync(join(prefix, "lib/node_modules/northstar/node_modules"))).toBe(false);

  const cwd = join(folder, "work");
  const run = (...args: string[]) =>
    spawnSync(join(prefix, "bin/northstar"), args, {
      cwd,
      encoding: "utf8",
      env: { PATH: process.env.PATH },
    });
  expect(run("init", "--from", "answers.yaml")).toMatchObject({ status: 0 });
  expect(run("lint", "northstar.yaml")).toMatchObject({
    status: 0,
    stderr: "",
    stdout: expect.stringContaining("7 of 7 points met"),
  });
  expect(run("render")).toMatchObject({ status: 0, stderr: "", stdout: expect.stringContaining("# ") });
  expect(run("explain", "lagging-metric")).toMatchObject({ status: 0, stderr: "" });
  expect(run("lint", "missing.yaml")).toMatchObject({ status: 2, stdout: "" });
});

test("the tarball holds what a person needs and nothing of ours", () => {
  const [packed] = JSON.parse(
    execFileSync("npm", ["pack", "--dry-run", "--json", "--ignore-scripts"], { cwd: root, encoding: "utf8" }),
  );
  const paths: string[] = packed.files.map((file: { path: string }) => file.path);
  const folders = new Set(paths.map((path) => path.replace(/\/.*/, "/")));
  expect([...folders].sort()).toEqual(
    expect.arrayContaining(["LICENSE", "bin/", "dist/", "package.json", "schemas/", "templates/"]),
  );
  expect(
    [...folders].filter((each) => ["src/", "test/", "scripts/", "node_modules/", ".ci/"].includes(each)),
  ).toEqual([]);
});

test("package.json leads to what is there", async () => {
  const { messages, pkg } = await publint({ pkgDir: root, level: "warning", strict: true, pack: false });
  expect(messages.map((message) => formatMessage(message, pkg))).toEqual([]);
});

test("a program can check a text", async () => {
  const { check } = await import(new URL("../dist/index.js", import.meta.url).href);
  const { points, problems } = check("name: [\n", { today: "2026-11-22" });
  expect(points).toEqual([]);
  expect(problems[0]).toMatchObject({ severity: "error", range: { start: { line: 1 } } });
});

test("a command that was not built says what to do, and a closed pipe is no fault", () => {
  const folder = folderWith({ "package.json": '{"type":"module"}' });
  execFileSync("cp", ["-r", join(root, "bin"), folder]);
  expect(spawnSync(process.execPath, [join(folder, "bin/northstar.js")], { encoding: "utf8" })).toMatchObject(
    {
      status: 2,
      stdout: "",
      stderr: "northstar: not built yet; run npm run build\n",
    },
  );
  const piped = spawnSync(
    "bash",
    ["-c", `set -o pipefail; ${process.execPath} bin/northstar.js explain | head -1`],
    { cwd: root, encoding: "utf8" },
  );
  expect(piped).toMatchObject({ status: 0, stderr: "" });
});

test("this V8 takes what was compiled when it was built, and any other compiles for itself", () => {
  const folder = folderWith();
  execFileSync("cp", ["-r", ...["bin", "dist", "package.json"].map((name) => join(root, name)), folder]);
  const { stdout } = spawnSync(
    process.execPath,
    [
      "-p",
      `const { cacheOf, scriptOf } = require("./bin/load.js");
       const { readFileSync } = require("node:fs");
       const program = "dist/northstar.cjs";
       ["version", "lint", "render", "explain", "close"].map(
         (command) => scriptOf(program, readFileSync(cacheOf(program, command))).cachedDataRejected,
       ).join()`,
    ],
    { cwd: folder, encoding: "utf8", env: {} },
  );
  expect(stdout).toBe("false,false,false,false,false\n");

  const explain = () =>
    spawnSync(process.execPath, [join(folder, "bin/northstar.js"), "explain", "bet"], { encoding: "utf8" });
  const { status, stdout: page } = explain();
  expect({ status, page }).toEqual({ status: 0, page: expect.stringContaining("cause and effect") });
  for (const name of readdirSync(join(folder, "dist/compiled")))
    writeFileSync(join(folder, "dist/compiled", name), "made by another V8");
  expect(explain()).toMatchObject({ status: 0, stdout: page, stderr: "" });
  rmSync(join(folder, "dist/compiled"), { recursive: true });
  expect(explain()).toMatchObject({ status: 0, stdout: page, stderr: "" });
});
