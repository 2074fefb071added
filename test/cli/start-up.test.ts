/** Start-up loads what a call needs and no more: it is most of what a hook or an editor waits for. */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { beforeAll, expect, test } from "vitest";

const src = new URL("../../src/", import.meta.url).pathname;

/** All that a file of src imports before it is run, and what that imports: files of src and packages. */
function loadedBy(file: string, found = new Set<string>()): Set<string> {
  if (found.has(file)) return found;
  found.add(file);
  const statement = /^(?:import|export)\s(?!type\b)[^;]*?from "([^"]+)"|^import "([^"]+)"/gm;
  for (const [, name = ""] of readFileSync(join(src, file), "utf8").matchAll(statement)) {
    if (!name.startsWith(".")) found.add(name);
    else if (!name.includes(".json"))
      loadedBy(relative(src, join(src, dirname(file), name)).replace(/\.js$/, ".ts"), found);
  }
  return found;
}

test("the program itself loads nothing", () => {
  const files = [
    "cli/main.ts",
    "cli/host/exit.ts",
    "cli/host/ci-environment.ts",
    "cli/host/clock.ts",
    "cli/host/version.computed.ts",
  ];
  expect([...loadedBy("cli/main.ts")].sort()).toEqual(files.sort());
});

test("linting a file loads no interview, no picture, no parser of options and no search", () => {
  const loaded = [...loadedBy("cli/commands/lint.ts")];
  expect(loaded).toContain("lint/check.ts");
  expect(loaded).toContain("yaml");
  const late =
    /^(?:render|interview|cli\/prompt)\/|^cli\/(?:host\/(?:search-folders|gitignore|result-cache|load-config)|commands\/lint\/(?:lint-batch|watch|fix|github-actions))\.ts$/;
  expect(loaded.filter((name) => late.test(name))).toEqual([]);
  expect(loaded.filter((name) => /^[a-z@]/.test(name) && !name.endsWith(".ts")).sort()).toEqual([
    "fast-string-width",
    "fastest-levenshtein",
    "node:fs",
    "node:path",
    "yaml",
  ]);
});

beforeAll(() => {
  if (!existsSync("dist/northstar.cjs")) throw new Error("There is no dist; run `npm run build` first");
});

test("the built program leaves most of Node alone", () => {
  const program = new URL("../../bin/northstar.js", import.meta.url).pathname;
  const example = "examples/amplitude/northstar.yaml";
  const tell = `process.on("exit", () => require("node:fs").writeSync(2, process.moduleLoadList.join()));`;
  const loaded = (script: string) => {
    const { stdout, stderr } = spawnSync(process.execPath, ["-e", tell + script], { encoding: "utf8" });
    return { stdout, modules: [...stderr.matchAll(/NativeModule ([^,]+)/g)].map(([, name = ""]) => name) };
  };
  const calling = (...args: string[]) =>
    loaded(
      `process.argv.splice(1, 1, ...${JSON.stringify([program, ...args])}); require(${JSON.stringify(program)});`,
    );
  const { modules: always } = loaded("");
  const needless = [
    "child_process",
    "crypto",
    "http",
    "net",
    "os",
    "readline",
    "tty",
    "worker_threads",
  ].filter((name) => !always.includes(name));
  const seen = ({ modules }: { modules: string[] }) => needless.filter((name) => modules.includes(name));

  const linted = calling("lint", example);
  expect(linted.stdout).toContain("7 of 7 points met");
  expect(seen(linted)).toEqual([]);
  expect(seen(calling("--version"))).toEqual([]);
  expect(seen(calling("lint", example, "-f", "sarif"))).toContain("crypto");
});
