/** What the pages about GitLab, pre-commit and the badge tell people to do, done. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { parse } from "yaml";
import { faultsFor } from "../report/readers.js";
import { filesOn } from "../support/blocks.js";
import { bash, execute, type Ran } from "../support/shell.js";
import { runSteps, stepsOf } from "../support/workflow.js";

const root = new URL("../..", import.meta.url).pathname;
const page = (name: string) => filesOn(readFileSync(join(root, `docs/ci/${name}.md`), "utf8"));
const clean = readFileSync(join(root, "examples/amplitude/northstar.yaml"), "utf8");
const another = clean.replace(/^product: .*/m, "product: Another");
const unanswered = another.replace(/^ {2}vanity:.*\n/m, "");
const lagging = another.replace(/^name: .*/m, "name: Monthly Recurring Revenue");

const folder = mkdtempSync(join(tmpdir(), "northstar-"));
const prefix = join(folder, "node_env");
let tarball = "";

// As pre-commit installs `language: node`: all that `npm pack` prints is taken for the name of the tarball.
beforeAll(() => {
  const source = join(folder, "source");
  const { stdout: known } = bash("git ls-files -z --cached --others --exclude-standard", root);
  for (const path of known.split("\0").filter((path) => path !== "" && existsSync(join(root, path))))
    cpSync(join(root, path), join(source, path), { recursive: true });
  symlinkSync(join(root, "node_modules"), join(source, "node_modules"));
  const packed = execute(["npm", "pack"], source);
  expect(packed.status, packed.stderr).toBe(0);
  tarball = join(source, packed.stdout.trim());
  const install = ["npm", "install", "--global", "--offline", tarball];
  expect(execute(install, folder, { npm_config_prefix: prefix })).toMatchObject({ status: 0 });
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A repository in which all files are staged. */
function repository(name: string, files: Record<string, string>): string {
  const path = join(folder, name);
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(path, file)), { recursive: true });
    writeFileSync(join(path, file), text);
  }
  expect(bash("git init --quiet && git add --all", path)).toMatchObject({ status: 0 });
  return path;
}

const installed = { PATH: `${join(prefix, "bin")}${delimiter}${process.env.PATH}` };

/** Runs the hook that a configuration names with the staged files that it is for; null when there are none. */
function preCommit(configuration: string, cwd: string): Ran | null {
  const [{ id, args = [] }] = parse(configuration).repos[0].hooks;
  const hooks = parse(readFileSync(join(root, ".pre-commit-hooks.yaml"), "utf8"));
  const { entry, files, language, require_serial } = hooks.find((hook: { id: string }) => hook.id === id);
  expect(language).toBe("node");
  // Otherwise more than four files are shared among processes, of which each knows only its own.
  expect(require_serial).toBe(true);
  const staged = bash("git diff --staged --name-only --no-ext-diff -z --diff-filter=ACMRTUXB", cwd).stdout;
  const wanted = staged.split("\0").filter((path) => path !== "" && new RegExp(files).test(path));
  return wanted.length === 0 ? null : execute([...entry.split(" "), ...args, ...wanted], cwd, installed);
}

test("pre-commit judges the North Stars of a commit, and nothing else", () => {
  const configuration = page("pre-commit")[".pre-commit-config.yaml"] ?? "";
  const others = {
    "a.yaml": "name: [",
    "northstar.yaml.md": "",
    "notnorthstar.yaml": "name: [",
    "northstar.yml": "[",
  };
  expect(preCommit(configuration, repository("nothing", others))).toBe(null);
  const passing = repository("passing", {
    ...others,
    "northstar.yaml": clean,
    "a b/c.northstar.yaml": unanswered,
  });
  expect(preCommit(configuration, passing)).toMatchObject({ status: 0, stderr: "" });
  expect(preCommit(configuration, passing)?.stdout).toContain("a b/c.northstar.yaml");
  const failing = preCommit(
    configuration,
    repository("failing", { "x/northstar.yaml": lagging, "northstar.yaml": clean }),
  );
  expect(failing).toMatchObject({ status: 1, stdout: expect.stringContaining("lagging-metric") });
  expect(failing?.stdout).not.toContain("\u001B");
});

test("the hook takes options", () => {
  const strict = page("pre-commit")["strict.pre-commit-config.yaml"] ?? "";
  expect(preCommit(strict, repository("strict", { "northstar.yaml": unanswered }))).toMatchObject({
    status: 1,
  });
});

/** A repository with the hook of the page, and how to commit there. */
function withHook(name: string, files: Record<string, string>) {
  const cwd = repository(name, files);
  const hook = page("pre-commit")[".git/hooks/pre-commit"] ?? "";
  writeFileSync(join(cwd, ".git/hooks/pre-commit"), hook, { mode: 0o755 });
  const commit = (before = ":") =>
    bash(
      `${before}\ngit -c user.name=x -c user.email=x@example.com commit --quiet --message=x`,
      cwd,
      installed,
    );
  return { cwd, commit };
}

test("the hook without pre-commit stops a commit", () => {
  const passing = withHook("hook-passing", { "a b/northstar.yaml": clean, "other.yaml": "[" });
  expect(passing.commit()).toMatchObject({ status: 0 });
  expect(withHook("hook-without", { "other.yaml": "[" }).commit()).toMatchObject({ status: 0 });
  const failing = withHook("hook-failing", {
    "a.northstar.yaml": lagging,
    "b.northstar.yaml": clean,
  }).commit();
  expect(failing.status).not.toBe(0);
  expect(failing.stderr).toContain("lagging-metric");
  expect(failing.stderr).toContain("a.northstar.yaml:");
});

test("the hook without pre-commit judges what is staged, not what the working tree says", () => {
  const { cwd, commit } = withHook("hook-staged", {
    "x y/northstar.yaml": clean,
    "1:a.northstar.yaml": another,
  });
  expect(commit()).toMatchObject({ status: 0 });
  const write = (path: string, text: string) => writeFileSync(join(cwd, path), text);
  const isCommitted = (text: string) => bash('git show "HEAD:x y/northstar.yaml"', cwd).stdout === text;

  // Staged and wrong, put right in the working tree alone.
  write("x y/northstar.yaml", lagging);
  bash("git add .", cwd);
  write("x y/northstar.yaml", clean);
  expect(commit().status).not.toBe(0);
  expect(isCommitted(clean)).toBe(true);

  // Staged and right, wrong in the working tree alone.
  write("x y/northstar.yaml", `# New\n${clean}`);
  bash("git add .", cwd);
  write("x y/northstar.yaml", lagging);
  expect(commit()).toMatchObject({ status: 0 });
  expect(isCommitted(`# New\n${clean}`)).toBe(true);

  // Renamed and changed, and a second one deleted.
  const renamed = commit(
    "git checkout . && git mv 'x y' 'z  z' && git rm --quiet --cached 1:a.northstar.yaml",
  );
  expect(renamed).toMatchObject({ status: 0 });
  write("z  z/northstar.yaml", lagging);
  const changed = commit("git add 'z  z' && git mv 'z  z/northstar.yaml' other.northstar.yaml");
  expect(changed.status).not.toBe(0);
  expect(changed.stderr).toContain("other.northstar.yaml:");
});

test("the GitLab job reports Code Quality and tests", async () => {
  const { northstar: job } = parse(page("gitlab")[".gitlab-ci.yml"] ?? "");
  const run = (name: string, text: string) => {
    const cwd = repository(name, { "northstar.yaml": text });
    const script = [...job.before_script, ...job.script].join("\n");
    // Variables of a project count more than those of its file.
    const env = { ...job.variables, NORTHSTAR: tarball, npm_config_offline: "true" };
    return { cwd, ...bash(script, cwd, env) };
  };
  for (const [name, text, status] of [
    ["gitlab-passing", clean, 0],
    ["gitlab-failing", lagging, 1],
  ] as const) {
    const ran = run(name, text);
    expect(ran.status, ran.stderr).toBe(status);
    expect(existsSync(join(ran.cwd, job.cache.paths[0]))).toBe(true);
    const { codequality, junit } = job.artifacts.reports;
    expect(await faultsFor.gitlab(readFileSync(join(ran.cwd, codequality), "utf8"))).toEqual([]);
    expect(await faultsFor.junit(readFileSync(join(ran.cwd, junit), "utf8"))).toEqual([]);
  }
}, 60_000);

/** The comments of a merge request as the API of GitLab keeps them, for whoever has the token. */
const commentServer = `
  const notes = [];
  const server = require("node:http").createServer((request, response) => {
    let sent = "";
    request.on("data", (part) => { sent += part; });
    request.on("end", () => {
      const [, id] = /notes(?:\\/(\\d+))?(?:\\?.*)?$/.exec(request.url);
      if (request.headers["private-token"] !== "secret") response.statusCode = 401;
      else if (request.method === "POST") notes.push({ id: notes.length + 7, body: new URLSearchParams(sent).get("body").trim() });
      else if (request.method === "PUT") notes.find((note) => note.id === +id).body = new URLSearchParams(sent).get("body").trim();
      response.end(JSON.stringify(notes));
    });
  });
  server.listen(0, "127.0.0.1", () => console.log(server.address().port));`;

test("the GitLab job writes what changed into one comment of the merge request", async () => {
  const { "northstar-changes": job } = parse(page("gitlab")["changes.gitlab-ci.yml"] ?? "");
  const cwd = repository("gitlab-changes", { "northstar.yaml": clean });
  expect(bash("git -c user.name=A -c user.email=a@example.com commit -qm x", cwd).status).toBe(0);
  mkdirSync(join(cwd, ".northstar/node_modules"), { recursive: true });
  symlinkSync(`${prefix}/bin`, join(cwd, ".northstar/node_modules/.bin"));
  const server = spawn(process.execPath, ["-e", commentServer], { stdio: ["ignore", "pipe", "inherit"] });
  try {
    const [port] = await once(server.stdout, "data");
    const notes = `http://127.0.0.1:${String(port).trim()}/projects/1/merge_requests/2/notes`;
    const run = (token: string) =>
      bash(job.script.join("\n"), cwd, {
        NOTES: notes,
        CI_MERGE_REQUEST_DIFF_BASE_SHA: "HEAD",
        GITLAB_COMMENT_TOKEN: token,
      });
    const comments = async () => {
      const answer = await fetch(notes, { headers: { "private-token": "secret" } });
      return ((await answer.json()) as { body: string }[]).map(({ body }) => body);
    };
    for (const name of ["Weekly Learners", "Weekly Readers"]) {
      writeFileSync(join(cwd, "northstar.yaml"), clean.replace(/^name: .*/m, `name: ${name}`));
      expect(run("").stdout).toContain(name);
      const ran = run("secret");
      expect(ran.status, ran.stdout + ran.stderr).toBe(0);
      expect(await comments()).toEqual([
        expect.stringMatching(new RegExp(`^# What changed: ${name}\\n.*<!-- northstar -->$`, "s")),
      ]);
    }
    expect(run("another").status).not.toBe(0);
  } finally {
    server.kill();
  }
}, 60_000);

/** A component as GitLab makes a job of it with these inputs: texts in the place of `$[[ inputs.NAME ]]`. */
function jobOf(component: string, given: Record<string, string>) {
  const [head = "", body = ""] = component.split(/^---\n/m);
  const inputs: Record<string, { default?: string; options?: string[] }> = parse(head).spec.inputs;
  for (const name of Object.keys(given)) expect(Object.keys(inputs)).toContain(name);
  const filled = body.replace(/\$\[\[ inputs\.([\w-]+) \]\]/g, (_, name: string) => {
    const value = given[name] ?? inputs[name]?.default;
    if (value === undefined) throw new Error(`the input ${name} is needed`);
    expect(inputs[name]?.options ?? [value]).toContain(value);
    return value;
  });
  return parse(filled)[given["job-name"] ?? inputs["job-name"]?.default ?? ""];
}

test("the GitLab component judges what its inputs say, and keeps what it found", async () => {
  const component = readFileSync(join(root, "docs/ci/gitlab-component/templates/lint.yml"), "utf8");
  const { inputs } = parse(component.split(/^---\n/m)[0] ?? "").spec;
  const text = readFileSync(join(root, "docs/ci/gitlab.md"), "utf8");
  const rows = [...text.matchAll(/^\| `([\w-]+)` \| (.*) \|$/gm)].map(([, name, says]) => [name, says]);
  expect(rows).toEqual(Object.keys(inputs).map((name) => [name, inputs[name].description]));
  const run = (cwd: string, inputs: Record<string, string>) => {
    const job = jobOf(component, { source: tarball, ...inputs });
    const script = [...job.before_script, ...job.script].join("\n");
    return { job, ...bash(script, cwd, { ...job.variables, npm_config_offline: "true" }) };
  };
  const files = { "northstar.yaml": clean, "b.northstar.yaml": unanswered, "c.northstar.yaml": lagging };
  const cwd = repository("gitlab-component", files);
  const all = run(cwd, { "job-name": "stars" });
  expect(all.status, all.stderr).toBe(1);
  const { codequality, junit } = all.job.artifacts.reports;
  expect(await faultsFor.gitlab(readFileSync(join(cwd, codequality), "utf8"))).toEqual([]);
  expect(await faultsFor.junit(readFileSync(join(cwd, junit), "utf8"))).toEqual([]);
  expect(all.job.cache.paths).toEqual([".northstar/"]);
  expect(existsSync(join(cwd, ".northstar/results"))).toBe(true);
  expect(run(cwd, { paths: "northstar.yaml b.northstar.yaml" }).status).toBe(0);
  expect(run(cwd, { paths: "b.northstar.yaml", "fail-on": "warning" }).status).toBe(1);
  expect(run(cwd, { paths: "c.northstar.yaml", args: "--fail-on never --no-ci" }).status).toBe(0);
}, 60_000);

test("the badge's job passes until the score changes", () => {
  const { "northstar.yaml": star = "", ".github/workflows/northstar-badge.yml": workflow = "" } =
    page("badge");
  const cwd = repository("badge", { "northstar.yaml": star, ".gitignore": ".northstar\n" });
  // What the second checkout and the installation leave behind.
  symlinkSync(join(prefix, "lib/node_modules/northstar"), join(cwd, ".northstar"));
  const steps = stepsOf(workflow).filter(({ run }) => run !== "npm ci");
  const run = () => runSteps(steps, { workspace: cwd, temp: folder, action: root });
  expect(bash("northstar render --to badge --out badge.svg && git add --all", cwd, installed).status).toBe(0);
  expect(run()).toMatchObject({ success: true });
  writeFileSync(join(cwd, "northstar.yaml"), `${star}  vanity: It cannot rise unless people cook.\n`);
  expect(run()).toMatchObject({ success: false, log: expect.stringContaining("7 of 7 points met") });
});
