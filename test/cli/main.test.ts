/** What every command has in common: streams, exit codes, colours, crashes. */
import { readFileSync } from "node:fs";
import { Command } from "commander";
import { describe, expect, test } from "vitest";
import * as lint from "../../src/cli/commands/lint.js";
import { folderWith } from "../support/folder.js";
import { northstar } from "../support/world.js";

const whole = readFileSync("examples/amplitude/northstar.yaml", "utf8");
const broken = "name: [\n";

test("a report goes to standard output, everything else to standard error", async () => {
  const cwd = folderWith({ "northstar.yaml": broken });
  const ran = await northstar(["lint", "northstar.yaml", "missing.yaml"], { cwd });
  expect(ran.stdout).toContain("bad-brackets");
  expect(ran.stderr).toBe("northstar: cannot read missing.yaml: there is no such file or folder\n");
  expect(ran.code).toBe(2);
});

test("the version is that of the package", async () => {
  const { version } = JSON.parse(readFileSync("package.json", "utf8"));
  for (const flag of ["--version", "-v"])
    expect(await northstar([flag])).toMatchObject({ code: 0, stdout: `${version}\n`, stderr: "" });
});

test("help goes to standard output when asked for, and to standard error with exit code 2 when not", async () => {
  const asked = await northstar(["--help"]);
  expect(asked).toMatchObject({ code: 0, stderr: "" });
  expect(await northstar([])).toMatchObject({ code: 2, stdout: "", stderr: asked.stdout });
  expect(await northstar(["help", "lint"])).toMatchObject({
    code: 0,
    stdout: (await northstar(["lint", "-h"])).stdout,
  });
});

test("a call without options means what the parser of options makes of it", () => {
  const command = new Command();
  lint.define(command);
  expect(command.parse([], { from: "user" }).opts()).toEqual(lint.defaultOptions);
});

describe("a crash", () => {
  const setting = { home: new URL("file:///nowhere/") };

  test("is one line, says where to report it, and exits 2", async () => {
    const { code, stdout, stderr } = await northstar(["init", "--list"], setting);
    expect(code).toBe(2);
    expect(stdout).toBe("");
    expect(stderr).toMatch(
      /^northstar: crashed: .*nowhere.* \(our fault: please report it as the README says, .*\)\n$/,
    );
  });

  test("shows its stack with --debug only", async () => {
    expect((await northstar(["init", "--list", "--debug"], setting)).stderr).toMatch(/\n {4}at /);
  });
});

describe("colours", () => {
  const cwd = () => folderWith({ "northstar.yaml": broken });
  const start = "\u001b[";
  const cases: [string, string[], Record<string, string>, boolean, boolean][] = [
    ["a pipe", [], {}, false, false],
    ["a terminal", [], {}, true, true],
    ["a terminal with NO_COLOR", [], { NO_COLOR: "1" }, true, false],
    ["a terminal with an empty NO_COLOR", [], { NO_COLOR: "" }, true, true],
    ["a terminal that is dumb", [], { TERM: "dumb" }, true, false],
    ["a pipe with FORCE_COLOR", [], { FORCE_COLOR: "1" }, false, true],
    ["a terminal with FORCE_COLOR=0", [], { FORCE_COLOR: "0" }, true, false],
    ["FORCE_COLOR against NO_COLOR", [], { FORCE_COLOR: "1", NO_COLOR: "1" }, false, true],
    ["--color in a pipe with NO_COLOR", ["--color"], { NO_COLOR: "1" }, false, true],
    ["--no-color on a terminal with FORCE_COLOR", ["--no-color"], { FORCE_COLOR: "1" }, true, false],
  ];

  test.each(cases)("%s", async (_, flags, env, terminal, coloured) => {
    const columns = terminal ? { columns: 80 } : {};
    for (const command of [["lint"], ["explain", "value"]]) {
      const { stdout } = await northstar([...command, ...flags], { cwd: cwd(), env, ...columns });
      expect(stdout.includes(start)).toBe(coloured);
    }
  });
});

test("what a file or a path holds never steers the terminal", async () => {
  const evil = "\u001b]0;owned\u0007\u202E";
  const cwd = folderWith({
    [`${evil}.yaml`]: `name: ${evil}\n`,
    "northstar.yaml": whole.replace(/^name: .*/m, `name: "a\\e[31mb"`),
  });
  for (const args of [
    ["lint", `${evil}.yaml`],
    ["lint", `${evil}.yml`],
    ["lint", "northstar.yaml"],
    ["explain", evil],
    ["lint", `--${evil}`],
    [evil],
    ["lint", "-f", evil],
  ]) {
    const { screen } = await northstar(args, { cwd });
    expect(screen, args.join(" ")).not.toMatch(/(?!\n)[\p{Cc}\u202E]/u);
  }
});

test.each([40, 60, 80, 100])("a terminal of %i columns is not overrun", async (columns) => {
  const cwd = folderWith({
    "northstar.yaml": `${whole}x-long: ${"a long line ".repeat(20)}\nbets: 日本語\n`,
  });
  const { stdout } = await northstar(["lint", "--no-color"], { cwd, columns });
  expect(
    stdout.split("\n").filter((line) => line.length > columns && !line.includes("northstar.yaml:")),
  ).toEqual([]);
});
