/** What lint adds in GitHub Actions. */
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { folderWith } from "../support/folder.js";
import { commandsIn } from "../support/runner.js";
import { northstar } from "../support/world.js";

const revenue =
  "name: Monthly Recurring Revenue\ndefinition: Revenue in the month.\ngame: transaction\ninputs: []\n";

function onActions(cwd: string) {
  return { cwd, env: { GITHUB_ACTIONS: "true", GITHUB_STEP_SUMMARY: join(cwd, "summary.md") } };
}

test("the report for people brings annotations and the summary of the job", async () => {
  const cwd = folderWith({ "northstar.yaml": revenue });
  const plain = await northstar(["lint"], { cwd });
  const run = await northstar(["lint"], onActions(cwd));
  expect(run.code).toBe(plain.code);
  expect(run.stderr).toBe("");
  expect(run.stdout).toContain(plain.stdout);
  const annotations = await northstar(["lint", "-f", "github"], { cwd });
  expect(run.stdout.endsWith(`::\n${annotations.stdout}`)).toBe(true);
  expect(commandsIn(run.stdout)).toEqual(commandsIn(annotations.stdout));
  expect(commandsIn(run.stdout)).toContainEqual(
    expect.objectContaining({
      name: "error",
      properties: {
        file: "northstar.yaml",
        line: "1",
        endLine: "1",
        col: "7",
        endColumn: "32",
        title: "lagging-metric",
      },
    }),
  );
  const summary = readFileSync(join(cwd, "summary.md"), "utf8");
  expect(summary).toBe(`${(await northstar(["lint", "-f", "markdown"], { cwd })).stdout}\n`);
});

test("a file's text is no command, wherever a line of the report breaks", async () => {
  const commands = ["::add-mask::the", "::error file=x::y", "##[add-mask]the", "::stop-commands::x"];
  for (const command of commands) {
    const answer = JSON.stringify(`${command} `.repeat(40).trim());
    const cwd = folderWith({ "northstar.yaml": `${revenue}checklist: { value: ${answer} }\n` });
    const plain = await northstar(["lint"], { cwd });
    const annotations = (await northstar(["lint", "-f", "github"], { cwd })).stdout;
    const wanted = commandsIn(annotations);
    expect(commandsIn(plain.stdout + annotations), command).not.toEqual(wanted);
    const { stdout } = await northstar(["lint"], onActions(cwd));
    expect(commandsIn(stdout)).toEqual(wanted);
  }
});

test("no two runs fence their reports in with the same word", async () => {
  const cwd = folderWith({ "northstar.yaml": revenue });
  const [one, two] = [await northstar(["lint"], onActions(cwd)), await northstar(["lint"], onActions(cwd))];
  expect(one.stdout.split("\n")[0]).not.toBe(two.stdout.split("\n")[0]);
});

test("--no-ci and every other format leave it out", async () => {
  const cwd = folderWith({ "northstar.yaml": revenue });
  const plain = await northstar(["lint"], { cwd });
  expect(await northstar(["lint", "--no-ci"], onActions(cwd))).toEqual(plain);
  for (const format of ["json", "github", "markdown", "pretty=out.txt"]) {
    const before = await northstar(["lint", "-f", format], { cwd });
    expect(await northstar(["lint", "-f", format], onActions(cwd))).toEqual(before);
  }
  expect(existsSync(join(cwd, "summary.md"))).toBe(false);
});

test("reports in files change nothing about it", async () => {
  const cwd = folderWith({ "northstar.yaml": revenue });
  const { stdout } = await northstar(["lint", "-f", "sarif=a.sarif", "-f", "pretty"], onActions(cwd));
  expect(commandsIn(stdout)).not.toEqual([]);
  expect(existsSync(join(cwd, "summary.md"))).toBe(true);
});

test("a clean run has a summary and no annotations", async () => {
  const cwd = folderWith({ "northstar.yaml": readFileSync("examples/amplitude/northstar.yaml", "utf8") });
  const run = await northstar(["lint", "--quiet"], onActions(cwd));
  expect(run.code).toBe(0);
  expect(commandsIn(run.stdout)).toEqual([]);
  expect(readFileSync(join(cwd, "summary.md"), "utf8")).toMatch(/^# North Star: 7 of 7 points met\n/);
});

test("a summary that cannot be written changes no exit code", async () => {
  const cwd = folderWith({ "northstar.yaml": revenue });
  mkdirSync(join(cwd, "summary.md"));
  const run = await northstar(["lint"], onActions(cwd));
  expect(run.code).toBe(1);
  expect(run.stderr).toBe("northstar: cannot write the summary of the job: it is a folder\n");
  const { env } = onActions(cwd);
  const without = await northstar(["lint"], { cwd, env: { ...env, GITHUB_STEP_SUMMARY: "" } });
  expect(without).toMatchObject({ code: 1, stderr: "" });
});

test("a summary keeps what was there, and never grows over what GitHub takes", async () => {
  const cwd = folderWith({ "northstar.yaml": revenue });
  const path = join(cwd, "summary.md");
  writeFileSync(path, "from before\n");
  await northstar(["lint"], onActions(cwd));
  expect(readFileSync(path, "utf8")).toMatch(/^from before\n# North Star: /);
  const whole = statSync(path).size;
  writeFileSync(path, "é".repeat((1024 * 1024 - 1500) / 2));
  const size = statSync(path).size;
  await northstar(["lint"], onActions(cwd));
  const text = readFileSync(path, "utf8");
  expect(statSync(path).size).toBeLessThanOrEqual(1024 * 1024);
  expect(text.length).toBeGreaterThan(size / 2 + 500);
  expect(text).toMatch(
    /\n\n\*\*Left out here: \d+ of \d+ problems, since GitHub drops .*; the log of the job has everything\.\*\*\n\n$/,
  );
  expect(whole).toBeGreaterThan(1500);
  writeFileSync(path, "x".repeat(1024 * 1024));
  expect((await northstar(["lint"], onActions(cwd))).code).toBe(1);
  expect(statSync(path).size).toBe(1024 * 1024);
});

test("places are links where the forge is known", async () => {
  const cwd = folderWith({ ".git/HEAD": "", "a b/northstar.yaml": revenue });
  const github = { GITHUB_SERVER_URL: "https://github.example", GITHUB_REPOSITORY: "a/b", GITHUB_SHA: "c" };
  const gitlab = { CI_PROJECT_URL: "https://gitlab.example/a/b", CI_COMMIT_SHA: "c" };
  const run = async (env: Record<string, string>) =>
    (await northstar(["lint", "-f", "markdown"], { cwd: join(cwd, "a b"), env })).stdout;
  expect(await run(github)).toContain(
    "[line 1](<https://github.example/a/b/blob/c/a%20b/northstar.yaml#L1>)",
  );
  expect(await run(gitlab)).toContain(
    "[line 1](<https://gitlab.example/a/b/-/blob/c/a%20b/northstar.yaml#L1>)",
  );
  expect(await run({})).not.toContain("](");
});
