/** action.yml and the workflows of its page, step by step. */
import { execFileSync } from "node:child_process";
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { filesOn } from "../support/blocks.js";
import { folderWith } from "../support/folder.js";
import { commandsIn } from "../support/runner.js";
import { actionIn, type Job, runSteps, stepsOf } from "../support/workflow.js";

const root = new URL("../..", import.meta.url).pathname;
const page = readFileSync(join(root, "docs/ci/github-actions.md"), "utf8");
const workflows = filesOn(page);
const clean = readFileSync(join(root, "examples/amplitude/northstar.yaml"), "utf8");
const another = clean.replace(/^product: .*/m, "product: Another");
const unanswered = another.replace(/^ {2}vanity:.*\n/m, "");
const lagging = another.replace(/^name: .*/m, "name: Monthly Recurring Revenue");

function jobWith(files: Record<string, string>): Job {
  const folder = folderWith({ "temp/.keep": "", "repo/.keep": "" });
  const workspace = join(folder, "repo");
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(workspace, path, ".."), { recursive: true });
    writeFileSync(join(workspace, path), text);
  }
  execFileSync("git", ["init", "--quiet", workspace]);
  return { workspace, temp: join(folder, "temp"), action: root };
}

const run = (name: string, job: Job) =>
  runSteps(stepsOf(workflows[`.github/workflows/${name}.yml`] ?? ""), job);
const summaryOf = (job: Job) => readFileSync(join(job.temp, "summary.md"), "utf8");

test("a clean North Star passes, and the outputs say so", () => {
  const job = jobWith({ "northstar.yaml": clean });
  const { success, log, outputs } = run("northstar", job);
  expect(log).toContain("7 of 7 points met\n");
  expect(success).toBe(true);
  expect(outputs.northstar).toMatchObject({ met: "7", points: "7", errors: "0", "exit-code": "0" });
  expect(JSON.parse(readFileSync(outputs.northstar?.report ?? "", "utf8")).version).toBe(1);
  expect(summaryOf(job)).toMatch(/^# North Star: 7 of 7 points met\n/);
});

test("errors fail the step, with annotations, a summary and outputs", () => {
  const job = jobWith({ "northstar.yaml": clean, "products/a/b.northstar.yaml": lagging });
  const { success, log, outputs } = run("northstar", job);
  expect(success).toBe(false);
  expect(commandsIn(log)).toContainEqual(
    expect.objectContaining({
      name: "error",
      properties: expect.objectContaining({ file: "products/a/b.northstar.yaml", title: "lagging-metric" }),
    }),
  );
  expect(outputs.northstar).toMatchObject({ met: "13", points: "14", errors: "1", "exit-code": "1" });
  expect(log).toContain("13 of 14 points met\n");
  expect(summaryOf(job)).toContain("lagging-metric");
});

test("what could not be done is exit code 2, and no output is made up", () => {
  const { success, outputs } = run("northstar", jobWith({}));
  expect(success).toBe(false);
  expect(outputs.northstar).toMatchObject({ "exit-code": "2", met: "", errors: "" });
});

test("inputs are taken as they are: paths with spaces and globs, a threshold, more options", () => {
  const job = jobWith({
    "northstar.yaml": clean,
    "products/a b/c.northstar.yaml": unanswered,
    "other.northstar.yaml": lagging,
  });
  const { success, outputs } = run("northstar-strict", job);
  expect(success).toBe(false);
  expect(outputs.northstar).toMatchObject({ met: "13", points: "14", errors: "0", warnings: "1" });
  const spaced = [
    { id: "x", uses: "OWNER/northstar@main", with: { paths: "products/a b/c.northstar.yaml\n" } },
  ];
  expect(runSteps(spaced, job)).toMatchObject({
    success: true,
    outputs: { x: { points: "7", warnings: "1" } },
  });
});

test("an input cannot become a command", () => {
  const job = jobWith({ "northstar.yaml": clean });
  const nasty = '"; touch owned; echo "$(touch owned)`touch owned`';
  for (const name of ["paths", "format", "fail-on", "args", "working-directory"]) {
    const { success } = runSteps([{ uses: "OWNER/northstar@main", with: { [name]: nasty } }], job);
    expect(success, name).toBe(false);
    expect(existsSync(join(job.workspace, "owned")), name).toBe(false);
  }
});

test("code scanning gets a file of SARIF and no annotations", () => {
  const job = jobWith({ "northstar.yaml": lagging });
  const { success, log, others } = run("northstar-scanning", job);
  expect(success).toBe(true);
  expect(commandsIn(log)).toEqual([]);
  const upload = others.find(({ uses }) => uses.startsWith("github/codeql-action/upload-sarif@"));
  const sarif = JSON.parse(readFileSync(join(job.workspace, upload?.with.sarif_file ?? ""), "utf8"));
  expect(sarif.runs[0].results[0].ruleId).toBe("lagging-metric");
});

test("the comment on a pull request is the report in Markdown", () => {
  const job = jobWith({ "northstar.yaml": lagging });
  const tools = folderWith({ gh: '#!/usr/bin/env bash\necho "gh $*"\ncat northstar.md\n' });
  chmodSync(join(tools, "gh"), 0o755);
  const { success, log } = run("northstar-comment", {
    ...job,
    env: { PATH: `${tools}:${process.env.PATH}` },
  });
  expect(success).toBe(true);
  expect(log).toContain(
    "gh pr comment 7 --body-file northstar.md --edit-last --create-if-none\n# North Star: ",
  );
});

test("the action builds northstar where it was only checked out, and only once", () => {
  const checkout = folderWith({
    npm: '#!/usr/bin/env bash\necho "npm $*"\nmkdir -p dist\ncp -r "$BUILT/." dist\n',
  });
  chmodSync(join(checkout, "npm"), 0o755);
  for (const name of ["action.yml", "bin", "package.json", "schemas"])
    cpSync(join(root, name), join(checkout, name), { recursive: true });
  symlinkSync(join(root, "node_modules"), join(checkout, "node_modules"));
  const env = { PATH: `${checkout}:${process.env.PATH}`, BUILT: join(root, "dist"), NODE_ENV: "production" };
  const job: Job = { ...jobWith({ "northstar.yaml": clean }), action: checkout, env };
  const first = run("northstar", job);
  expect(first.log).toMatch(/^npm ci --include=dev --no-audit --no-fund\n/);
  expect(first.success).toBe(true);
  expect(run("northstar", job).log).not.toContain("npm ci");
});

test("the page has every input and output with the words of action.yml", () => {
  const { inputs, outputs } = actionIn(root);
  const rows = [...page.matchAll(/^\| `([\w-]+)` \| (.*) \|$/gm)].map(([, name, text]) => [name, text]);
  const named = [...Object.entries(inputs), ...Object.entries(outputs)];
  expect(rows).toEqual(named.map(([name, { description }]) => [name, description]));
});
