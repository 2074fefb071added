/** action.yml and the workflows of its page, step by step. */
import { execFileSync } from "node:child_process";
import {
  appendFileSync,
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { filesOn } from "../support/blocks.js";
import { folderWith } from "../support/folder.js";
import { commit, git } from "../support/git.js";
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
  for (const name of ["paths", "format", "fail-on", "args", "diff", "working-directory"]) {
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

test("a pull request shows what it changes, in the summary and as a comment", () => {
  const job = jobWith({ "northstar.yaml": clean });
  commit(job.workspace);
  const changed = clean.replace("at least two other", "at least three other");
  writeFileSync(join(job.workspace, "northstar.yaml"), changed);
  const tools = folderWith({ gh: '#!/usr/bin/env bash\necho "gh $1 $2 $3"\ncat "$5"\n' });
  chmodSync(join(tools, "gh"), 0o755);
  const there = { ...job, env: { PATH: `${tools}:${process.env.PATH}` } };
  git(job.workspace, ["commit", "-q", "-a", "-m", "y"]);
  const { success, log } = run("northstar-diff", there);
  expect(success).toBe(true);
  expect(log).toContain("changed-without-history");
  expect(log).toMatch(/^gh pr comment 7\n# What changed: Weekly Learning Users$/m);
  expect(log).toContain("at least <del>two</del> <ins>three</ins> other people");
  expect(summaryOf(job)).toMatch(/^# What changed: Weekly Learning Users\n[\s\S]*\n\n# North Star: /);

  const wrong = runSteps(
    [{ id: "x", uses: "OWNER/northstar@main", with: { diff: "nowhere", paths: "northstar.yaml" } }],
    job,
  );
  expect(wrong.success).toBe(false);
  expect(wrong.outputs.x).toMatchObject({ "exit-code": "2", diff: "" });
});

/** Our repository as a runner checks it out; its npm says what it was asked for, and builds. */
function checkout(): { action: string; env: Record<string, string> } {
  const action = folderWith({
    npm: '#!/usr/bin/env bash\necho "npm $*"\nmkdir -p dist\ncp -r "$BUILT/." dist\n',
  });
  chmodSync(join(action, "npm"), 0o755);
  for (const name of readdirSync(root).filter((name) => /^(?:action|bin|package|s|tsconfig)/.test(name)))
    cpSync(join(root, name), join(action, name), { recursive: true });
  const env = { PATH: `${action}:${process.env.PATH}`, BUILT: join(root, "dist"), NODE_ENV: "production" };
  return { action, env };
}

test("the action builds northstar where it was only checked out, and only once", () => {
  const job: Job = { ...jobWith({ "northstar.yaml": clean }), ...checkout() };
  const first = run("northstar", job);
  expect(first.log).toMatch(/^npm ci --include=dev --no-audit --no-fund --prefer-offline\n/);
  expect(first.success).toBe(true);
  expect(run("northstar", job).log).not.toContain("npm ci");
});

test("what was built is taken from the cache by another job, until northstar changes", () => {
  const job = jobWith({ "northstar.yaml": clean });
  const cache = folderWith();
  const ours = checkout();
  const outcomes = ["new", "same", "changed", "renamed"].map((kind) => {
    rmSync(join(ours.action, "dist"), { recursive: true, force: true });
    if (kind === "changed") appendFileSync(join(ours.action, "src/index.ts"), "\n");
    if (kind === "renamed")
      renameSync(join(ours.action, "src/index.ts"), join(ours.action, "src/indexes.ts"));
    return run("northstar", { ...job, ...ours, cache });
  });
  expect(outcomes.map(({ success }) => success)).toEqual([true, true, true, true]);
  expect(outcomes.map(({ log }) => log.includes("npm ci"))).toEqual([true, false, true, true]);
  expect(outcomes[1]?.outputs.northstar).toMatchObject({ met: "7", points: "7" });
  const fetched = outcomes.map(({ others }) =>
    others.some(({ with: given }) => given.path?.endsWith("northstar-npm")),
  );
  expect(fetched).toEqual([true, false, true, true]);
});

test("what was found is kept for the next commit where that is asked for, and only there", () => {
  const job = { ...jobWith({ "northstar.yaml": clean }), ...checkout(), cache: folderWith() };
  const lint = (cache: string, sha: string) => {
    rmSync(join(job.temp, "northstar-results"), { force: true });
    const steps = [{ id: "x", uses: "OWNER/northstar@main", with: { cache } }];
    return runSteps(steps, { ...job, sha });
  };
  const results = () => readdirSync(job.cache).filter((name) => name.includes("-results-"));
  expect(lint("false", "1").success).toBe(true);
  expect(results()).toEqual([]);
  expect(lint("true", "1").success).toBe(true);
  expect(results()).toEqual([expect.stringMatching(/^northstar-[0-9a-f]+-results-1$/)]);
  const [first = ""] = results();
  const before = readFileSync(join(job.cache, first), "utf8");
  expect(lint("true", "2").outputs.x).toMatchObject({ met: "7", "exit-code": "0" });
  expect(results().length).toBe(2);
  expect(readFileSync(join(job.temp, "northstar-results"), "utf8")).toBe(before);
});

test("the page has every input and output with the words of action.yml", () => {
  const { inputs, outputs } = actionIn(root);
  const rows = [...page.matchAll(/^\| `([\w-]+)` \| (.*) \|$/gm)].map(([, name, text]) => [name, text]);
  const named = [...Object.entries(inputs), ...Object.entries(outputs)];
  expect(rows).toEqual(named.map(([name, { description }]) => [name, description]));
});
