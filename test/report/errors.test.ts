/** What reports say of a run, or a part of it, that could not judge. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { expect, test } from "vitest";
import { reportFormatNames } from "../../src/report/formats.js";
import { folderWith } from "../support/folder.js";
import { commandsIn } from "../support/runner.js";
import { northstar } from "../support/world.js";
import { faultsFor } from "./readers.js";

const whole = readFileSync("examples/amplitude/northstar.yaml", "utf8");
const machine = reportFormatNames.filter((format) => format !== "pretty");

interface Try {
  files?: Record<string, string>;
  args?: string[];
  says: string;
  path?: string;
}

const tries: Record<string, Try> = {
  "nothing is found": { says: "found no northstar.yaml" },
  "a glob matches nothing": { args: ["stars/*.yaml"], says: "no file that git does not ignore matches" },
  "a file is missing": {
    args: ["a/../northstra.yaml"],
    says: "there is no such file",
    path: "northstra.yaml",
  },
  "a folder is named as a file": {
    args: ["northstar.yaml/x"],
    says: "no such file",
    path: "northstar.yaml/x",
  },
  "the configuration has a mistake": {
    files: { "northstar.config.yaml": "# ours\nfial: error\n", "northstar.yaml": whole },
    says: "did you mean `fail`?",
    path: "northstar.config.yaml",
  },
  "the configuration is not YAML": {
    files: { "northstar.config.yaml": "rules: [\n", "northstar.yaml": whole },
    says: "never closed",
    path: "northstar.config.yaml",
  },
  "the configuration has the other ending": {
    files: { "northstar.config.yml": "", "northstar.yaml": whole },
    says: "call it northstar.config.yaml",
    path: "northstar.config.yml",
  },
  "the named configuration is missing": {
    files: { "northstar.yaml": whole },
    args: ["--config", "team.yaml"],
    says: "cannot read team.yaml",
    path: "team.yaml",
  },
  "the baseline is missing": {
    files: { "northstar.yaml": whole },
    args: ["--baseline", "known.json"],
    says: "cannot read known.json",
    path: "known.json",
  },
  "an option is unknown": { args: ["--frobnicate"], says: "unknown option '--frobnicate'" },
  "an option has a wrong value": { args: ["--fail-on", "warnigs"], says: "did you mean warning?" },
  "an option lacks its value": { args: ["--today"], says: "argument missing" },
  "options contradict each other": { args: ["--watch", "--fix"], says: "--watch leaves the files" },
};

test.each(Object.entries(tries))("%s: every format says so, wherever it goes", async (_, given) => {
  const { files = {}, args = [], says, path } = given;
  for (const format of machine) {
    const cwd = folderWith({ "x/y": "", ...files });
    const run = await northstar(["lint", "-f", format, ...args], { cwd });
    expect(run.code, format).toBe(2);
    expect(run.stderr).toContain(says);
    expect(await faultsFor[format](run.stdout), format).toEqual([]);
    // Escaped for each language; the letters are the same.
    const plain = (text: string) => text.replace(/&#\d+;|\\|[^A-Za-z]/g, "");
    expect(plain(run.stdout), format).toContain(plain(says));
    expect(run.stdout).not.toContain(cwd);
    if (path) expect(run.stdout, format).toContain(path);
    const out = `out/report.${format}`;
    const other = await northstar(["lint", "-f", `${format}=${out}`, ...args], { cwd });
    expect(other.code, format).toBe(2);
    expect(readFileSync(join(cwd, out), "utf8"), format).toBe(run.stdout);
  }
});

test("several at once, and the place of each", async () => {
  const cwd = folderWith({
    "a/northstar.yaml": whole,
    "b/northstar.yaml": whole,
    "b/northstar.config.yaml": "rules:\n  lagging-metrc: off\nfial: error\n",
  });
  const wanted = machine.filter((each) => each !== "json").flatMap((each) => ["-f", `${each}=${each}.out`]);
  const run = await northstar(["lint", ".", "c.yaml", "c.yaml", "-f", "json", ...wanted], { cwd });
  expect(run.code).toBe(2);
  const { files, error, summary } = JSON.parse(run.stdout);
  expect(files.map(({ path }: { path: string }) => path)).toEqual(["a/northstar.yaml"]);
  expect(summary).toMatchObject({ files: 1 });
  expect([error, ...error.others].map(({ path, range }) => [path, range?.start ?? null])).toEqual([
    ["b/northstar.config.yaml", { line: 2, column: 3 }],
    ["b/northstar.config.yaml", { line: 3, column: 1 }],
    ["c.yaml", null],
    ["b/northstar.yaml", null],
  ]);
  for (const format of machine) {
    const text = format === "json" ? run.stdout : readFileSync(join(cwd, `${format}.out`), "utf8");
    expect(await faultsFor[format](text), format).toEqual([]);
    for (const name of ["a/northstar.yaml", "b/northstar.config.yaml", "c.yaml"])
      expect(text, format).toContain(name);
  }
  const [{ invocations }] = JSON.parse(readFileSync(join(cwd, "sarif.out"), "utf8")).runs;
  expect(invocations).toMatchObject([{ executionSuccessful: false, exitCode: 2 }]);
  expect(invocations[0].toolExecutionNotifications).toHaveLength(4);
  expect(run.stderr).toMatch(/northstar: not judged: b\/northstar.yaml\n$/);
});

test.each(["lint", "ignores"])("%s goes on where a nested configuration is broken", async (command) => {
  const ignoring = whole.replace(/^name:/m, "# northstar-ignore lagging-metric: why not\nname:");
  const cwd = folderWith({
    "a/northstar.yaml": ignoring,
    "b/northstar.yaml": whole,
    "b/northstar.config.yaml": "[\n",
    // Without a North Star of its own.
    "c/northstar.config.yaml": "fial: 1\n",
  });
  const run = await northstar([command], { cwd });
  expect(run.code).toBe(2);
  expect(run.stdout).toContain("a/northstar.yaml");
  for (const folder of ["b", "c"])
    expect(run.stderr).toContain(`northstar: ${folder}/northstar.config.yaml cannot be used; `);
});

test("many files go on, too", async () => {
  const names = Array.from({ length: 20 }, (_, index) => `p${index}/northstar.yaml`);
  const cwd = folderWith({
    ...Object.fromEntries(names.map((name) => [name, whole])),
    "p3/northstar.config.yaml": "[\n",
  });
  const run = await northstar(["lint", "-f", "json", "--no-cache"], { cwd });
  expect(run.code).toBe(2);
  const { files, error } = JSON.parse(run.stdout);
  expect(files).toHaveLength(19);
  expect([error, ...error.others].map(({ path }) => path)).toEqual([
    "p3/northstar.config.yaml",
    "p3/northstar.yaml",
  ]);
});

test("a crash is told in the report that was asked for", async () => {
  for (const format of machine) {
    const stdin = new PassThrough();
    stdin.destroy(new Error("the pipe broke"));
    const run = await northstar(["lint", "-", "-f", format], { stdin });
    expect(run.code, format).toBe(2);
    expect(await faultsFor[format](run.stdout), format).toEqual([]);
    expect(run.stdout, format).toContain("crashed: the pipe broke");
  }
});

test("a slip of the hand costs no file", async () => {
  const files = { "northstar.yaml": whole, "notes.md": "mine\n", "old.json": '{"version": 1}' };
  const cwd = folderWith(files);
  const slips = [
    ["-f", "json=northstar.yaml"],
    ["-f", "json=northstar.yaml", "--frobnicate"],
    ["-f", "markdown=notes.md", "missing.yaml", "--fail-on", "x"],
    ["-f", "json=old.json", "--today", "x"],
    ["-f", "pretty=notes.md", "--today", "x"],
  ];
  for (const slip of slips)
    expect((await northstar(["lint", ...slip], { cwd })).code, slip.join(" ")).toBe(2);
  for (const [name, text] of Object.entries(files)) expect(readFileSync(join(cwd, name), "utf8")).toBe(text);
});

test.each(machine)(
  "a report of %s that is there is replaced by one that says what went wrong",
  async (format) => {
    const cwd = folderWith({ "northstar.yaml": whole.replace(/^name: .*/m, "name: Revenue") });
    const args = ["lint", "-f", `${format}=report`];
    expect((await northstar(args, { cwd })).code).toBe(1);
    writeFileSync(join(cwd, "northstar.config.yaml"), "fial: 1\n");
    expect((await northstar(args, { cwd })).code).toBe(2);
    expect(readFileSync(join(cwd, "report"), "utf8")).toContain("did you mean `fail`?");
  },
);

test("contradicting formats are none", async () => {
  const cwd = folderWith({});
  for (const args of [
    ["-f", "json", "-f", "sarif"],
    ["-f", "json=a", "-f", "sarif=a"],
    ["-f", "jsno"],
  ])
    expect(await northstar(["lint", ...args], { cwd })).toMatchObject({ code: 2, stdout: "" });
  expect(existsSync(join(cwd, "a"))).toBe(false);
});

test("a job of GitHub Actions shows it", async () => {
  const cwd = folderWith({ "northstar.config.yaml": "fial: 1\n", "northstar.yaml": whole });
  const env = { GITHUB_ACTIONS: "true", GITHUB_STEP_SUMMARY: join(cwd, "summary.md") };
  for (const [more, count] of [
    [[], 2],
    [["--frobnicate"], 1],
  ] as const) {
    const run = await northstar(["lint", ...more], { cwd, env });
    expect(run.code).toBe(2);
    const failed = { name: "error", properties: { title: "not-judged" } };
    expect(commandsIn(run.stdout)).toMatchObject(Array.from({ length: count }, () => failed));
  }
  const summary = readFileSync(join(cwd, "summary.md"), "utf8");
  expect(summary).toContain("# North Stars: could not be judged");
  expect(await northstar(["lint", "--frobnicate", "--no-ci"], { cwd, env })).toMatchObject({ stdout: "" });
});

test("--print-config is JSON for those who ask for it, and a configuration itself", async () => {
  const cwd = folderWith({
    "northstar.config.yaml": "extends: strict\nrules: { lagging-metric: off }\nwords: { value: [forage] }\n",
    "northstar.yaml": whole,
  });
  const { stdout, code } = await northstar(["lint", "--print-config", "-f", "json"], { cwd });
  const config = JSON.parse(stdout);
  expect(code).toBe(0);
  expect(config).toMatchObject({ fail: "warning", rules: { "lagging-metric": "off" } });
  expect(config["x-origins"]).toMatchObject({
    fail: "preset strict",
    "rules.lagging-metric": "northstar.config.yaml:2",
    "words.value.0": "northstar.config.yaml:3",
  });
  const yaml = await northstar(["lint", "--print-config"], { cwd });
  writeFileSync(join(cwd, "northstar.config.yaml"), stdout);
  const again = await northstar(["lint", "--print-config"], { cwd });
  const values = (text: string) => text.replace(/ *#.*/g, "");
  expect(values(again.stdout)).toBe(values(yaml.stdout));
  const refused = await northstar(["lint", "--print-config", "-f", "sarif"], { cwd });
  expect(refused).toMatchObject({ code: 2, stderr: expect.stringContaining("JSON with -f json") });
});
