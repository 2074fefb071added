/**
 * Every way to install that the pages name, with the npm of today and of yesterday. They fetch packages and take
 * minutes, so they run with NORTHSTAR_INSTALLS=1 only: before a release, and when what is packed changes.
 */
import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { filesOn } from "../support/blocks.js";
import { bash, execute } from "../support/shell.js";

const root = new URL("../..", import.meta.url).pathname;
const minutes = 60_000;
const folder = mkdtempSync(join(tmpdir(), "northstar-"));
const source = join(folder, "northstar");
const identity = "git -c user.name=x -c user.email=x@example.com -c init.defaultBranch=main";
// What was installed is tens of thousands of files.
afterAll(() => rmSync(folder, { recursive: true, force: true }), 10 * minutes);

/** What a person's own npm needs to reach packages. */
const env = Object.fromEntries(
  Object.entries(process.env).filter(([name]) =>
    /^(?:https?_proxy|no_proxy|NODE_EXTRA_CA_CERTS)$/i.test(name),
  ),
) as Record<string, string>;

const run = (script: string, cwd = folder, more: Record<string, string> = {}) => {
  const { status, stdout, stderr } = bash(script, cwd, { ...env, ...more });
  return { status, said: stdout + stderr };
};

/** What npm 11 says after an install from git; the pages tell why. */
const explained = [
  /^npm warn install-scripts( 1 package has install scripts not yet covered by allowScripts:)?$/,
  /^npm warn install-scripts {3}northstar@\S+ \(prepare: node scripts\/prepare\.js\)$/,
  /^npm warn install-scripts Run `npm .*/,
];

/** What npm warns of, except of a setting in the person's own configuration. */
function warningsIn(said: string): string[] {
  const warnings = said.match(/^npm (?:warn|error).*/gim) ?? [];
  return warnings.filter((line) => !/^npm warn Unknown (?:env|user|builtin) config /i.test(line));
}

const unexplainedIn = (said: string) =>
  warningsIn(said).filter((line) => !explained.some((known) => known.test(line.trimEnd())));

describe.runIf(process.env.NORTHSTAR_INSTALLS)("installed", () => {
  beforeAll(() => {
    const { stdout: known } = bash("git ls-files -z --cached --others --exclude-standard", root);
    for (const path of known.split("\0").filter((path) => path !== "" && existsSync(join(root, path))))
      cpSync(join(root, path), join(source, path), { recursive: true });
    const commit = `${identity} init --quiet && git add --all && ${identity} commit --quiet --message=x`;
    expect(run(commit, source)).toMatchObject({ status: 0 });
  }, minutes);

  const from = `git+file://${source}`;
  test.each([
    ["npm 10", "npx -y npm@10", "", 10],
    ["npm 11, as newer pre-commit does", "npx -y npm@11", "--allow-git=root --install-links", 11],
  ])(
    "globally from git: %s",
    (name, npm, options) => {
      const prefix = join(folder, name.replaceAll(/\W/g, "-"));
      mkdirSync(prefix);
      const { status, said } = run(`${npm} install --global ${options} ${from}`, folder, {
        npm_config_prefix: prefix,
      });
      expect({ status, warnings: unexplainedIn(said) }, said).toEqual({ status: 0, warnings: [] });
      expect(lstatSync(join(prefix, "lib/node_modules/northstar")).isDirectory()).toBe(true);
      const linted = execute(
        [join(prefix, "bin/northstar"), "lint", join(root, "examples/amplitude")],
        folder,
      );
      expect(linted).toMatchObject({
        status: 0,
        stderr: "",
        stdout: expect.stringContaining("7 of 7 points met"),
      });
    },
    10 * minutes,
  );

  test(
    "as the README says",
    () => {
      const tools = join(folder, "tools");
      mkdirSync(tools);
      writeFileSync(join(tools, "npm"), `#!/bin/sh\nexec npx -y npm@11 "$@"\n`, { mode: 0o755 });
      const prefix = join(folder, "prefix");
      const readme = readFileSync(join(root, "README.md"), "utf8");
      const blocks = [...readme.matchAll(/^```sh\n(.*?)^```$/gms)].map(([, block = ""]) => block);
      const [first = "", install = ""] = blocks;
      const start = first.split("\n").find((line) => line.includes("npm start")) ?? "";
      const clone = join(folder, "clone");
      expect(run(`git clone --quiet ${source} ${clone}`)).toMatchObject({ status: 0 });
      const path = { PATH: `${tools}:${process.env.PATH}`, npm_config_prefix: prefix };
      for (const script of [start, install.replace("northstar init\n", "")]) {
        const { status, said } = run(script, clone, path);
        expect({ status, warnings: warningsIn(said) }, said).toEqual({
          status: 0,
          warnings: [],
        });
      }
      expect(execute([join(prefix, "bin/northstar"), "--version"], folder)).toMatchObject({ status: 0 });
    },
    10 * minutes,
  );

  test(
    "with the command of the GitLab page",
    () => {
      const yaml = filesOn(readFileSync(join(root, "docs/ci/gitlab.md"), "utf8"))[".gitlab-ci.yml"] ?? "";
      const install = /npm install .*/.exec(yaml)?.[0] ?? "";
      const commit = bash("git rev-parse HEAD", source).stdout.trim();
      const cwd = join(folder, "gitlab");
      mkdirSync(cwd);
      const { status, said } = run(install, cwd, { NORTHSTAR: `${from}#${commit}` });
      expect({ status, warnings: unexplainedIn(said) }, said).toEqual({ status: 0, warnings: [] });
      const program = join(cwd, ".northstar/node_modules/.bin/northstar");
      expect(execute([program, "--version"], cwd)).toMatchObject({ status: 0 });
    },
    10 * minutes,
  );

  const hasPreCommit = bash("command -v pre-commit", root).status === 0;
  test.runIf(hasPreCommit)(
    "by pre-commit, with the configuration and the command of its page",
    () => {
      const text = readFileSync(join(root, "docs/ci/pre-commit.md"), "utf8");
      const configuration = filesOn(text)[".pre-commit-config.yaml"] ?? "";
      const pin = /^```sh\n(pre-commit autoupdate.*)\n```$/m.exec(text)?.[1] ?? "";
      const cwd = join(folder, "team");
      mkdirSync(cwd);
      const file = join(cwd, ".pre-commit-config.yaml");
      writeFileSync(file, configuration.replace("https://HOST/OWNER/northstar", `file://${source}`));
      cpSync(join(root, "examples/amplitude/northstar.yaml"), join(cwd, "northstar.yaml"));
      const home = { PRE_COMMIT_HOME: join(folder, "pre-commit") };
      expect(run(`${identity} init --quiet && git add --all && ${pin}`, cwd, home)).toMatchObject({
        status: 0,
      });
      expect(readFileSync(file, "utf8")).toContain(
        `rev: ${bash("git rev-parse HEAD", source).stdout.trim()}`,
      );
      const passing = run("git add --all && pre-commit run", cwd, home);
      expect(passing.status, passing.said).toBe(0);
      expect(passing.said).toMatch(/northstar lint\.*Passed/);
      writeFileSync(join(cwd, "northstar.yaml"), "name: [\n");
      const failing = run("git add --all && pre-commit run", cwd, home);
      expect(failing.status).toBe(1);
      expect(failing.said).toContain("northstar.yaml:1:");
    },
    10 * minutes,
  );
});
