/** All commands in a repository of a stranger: nothing hangs, nothing outside is changed or quoted. */
import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { reportFormatNames } from "../../src/report/formats.js";
import { commit } from "../support/git.js";
import { canRead, nobody } from "../support/nobody.js";
import { commandsIn } from "../support/runner.js";

const star = readFileSync("examples/amplitude/northstar.yaml", "utf8");
const candidate = star.replace(/^name: .*/m, "name: Weekly Readers\nstatus: candidate");
const secret = "a-secret-of-another-folder";

/** Names that a terminal, a reader or a runner could take for something else. */
const names = [
  "a\u001b[31m",
  "b\u202Etxt",
  "c\nd",
  "e\u0085f",
  "::error file=x::g",
  "##[add-mask]h",
  "##vso[x]i",
];

/** What stands where a North Star is looked for. */
const stars: Record<string, (path: string) => void> = {
  "a file": (path) => writeFileSync(path, star),
  "a link out": (path) => symlinkSync("../outside/secret.yaml", path),
  "a link to nothing": (path) => symlinkSync("nowhere", path),
  "a link to git": (path) => symlinkSync(".git/config", path),
  "a link to a device": (path) => symlinkSync("/dev/zero", path),
  "a link to itself": (path) => symlinkSync("northstar.yaml", path),
  "a pipe": (path) => execFileSync("mkfifo", [path]),
  "a folder": (path) => mkdirSync(path),
  "a text with NUL": (path) => writeFileSync(path, `name: ${secret}\0`),
  "no text": (path) => writeFileSync(path, Buffer.from(`\u0001\u0002 ${secret}\u00FF`, "latin1")),
  "a huge file": (path) => {
    writeFileSync(path, `name: ${secret}\n`);
    truncateSync(path, 5 * 1024 ** 3);
  },
  "an unreadable file": (path) => {
    writeFileSync(path, star);
    chmodSync(path, 0);
  },
  "a protected file": (path) => {
    writeFileSync(path, star);
    chmodSync(path, 0o444);
  },
};

/** What stands where something else is looked for that a repository may hold. */
const others: Record<string, (repository: string) => void> = {
  "a configuration that is a link out": (cwd) =>
    symlinkSync("../outside/secret.yaml", join(cwd, "northstar.config.yaml")),
  "a configuration that is a pipe": (cwd) => execFileSync("mkfifo", [join(cwd, "northstar.config.yaml")]),
  "a configuration that names what lies outside": (cwd) =>
    writeFileSync(
      join(cwd, "northstar.config.yaml"),
      "theme: { logo: ../outside/logo.png }\nrender:\n  - { to: one-pager, out: link/hooks/page.md }\n",
    ),
  "a configuration that names links": (cwd) =>
    writeFileSync(
      join(cwd, "northstar.config.yaml"),
      "extends: ./out.yaml\nrender:\n  - { to: tree, out: out/tree.svg }\n",
    ),
  "a logo that is a link out": (cwd) =>
    writeFileSync(join(cwd, "northstar.config.yaml"), "theme: { logo: logo.png }\n"),
  "a logo that is a pipe": (cwd) =>
    writeFileSync(join(cwd, "northstar.config.yaml"), "theme: { logo: pipe }\n"),
  "patterns of git that are a pipe": (cwd) => execFileSync("mkfifo", [join(cwd, ".gitignore")]),
  "a draft that names a template outside": (cwd) =>
    writeFileSync(
      join(cwd, "northstar.draft.yaml"),
      "name: x\nx-init: { templates: [../outside/secret.yaml], next: name }\n",
    ),
};

/** Every command, in more ways than one where it reads or writes more than one file. */
const commands: string[][] = [
  ["lint", "--no-ci"],
  ["lint", "--no-ci", "-f", "json"],
  ["lint", "--no-ci", "northstar.yaml", "pipes/../*.yaml"],
  ["lint", "--no-ci", "weird", "candidates"],
  ["lint", "--no-ci", "--fix-dry-run"],
  ["lint", "--no-ci", "--fix=all"],
  ["lint", "--no-ci", "--baseline", "baseline.json"],
  ["lint", "--no-ci", "--baseline", "baseline.json", "--update-baseline"],
  ["lint", "--no-ci", "--since", "HEAD"],
  ["lint", "--no-ci", "-f", "json=link/report.json", "-f", "sarif=out/report.sarif", "-f", "junit=out.yaml"],
  ["lint", "--no-ci", "-f", "json=pipe", "--cache-file", "link/config"],
  ["lint", "--no-ci", "--cache-file", "out.yaml"],
  ["lint", "--no-ci", "--print-config"],
  ["ignores"],
  ["ignores", "--format", "json"],
  ["render"],
  ["render", "--to", "deck", "--out", "out/deck.html"],
  ["render", "--to", "tree", "--out", "link/tree.svg", "--force"],
  ["render", "--to", "tree", "--out", "pipe", "--format", "svg", "--force"],
  ["render", "--check"],
  ["render", "--to", "portfolio", "weird", "--out", "weird.md"],
  ["render", "weird", "--check", "--out", "weird.md"],
  ["add", "belief", "--text", "x"],
  ["set", "status", "retired"],
  ["set", "status", "retired", "--dry-run"],
  ["close", "1", "--verdict", "won", "--learned", "Something."],
  ["start", "1"],
  ["park", "1"],
  ["review", "all"],
  ["change", "--name", "Other", "--definition", "The number of orders per week.", "--reason", "why", "--yes"],
  ["workshop", "--out", "out/agenda.md"],
  ["workshop", "--worksheet"],
  ["workshop", "--worksheet", "linked.yaml"],
  ["candidate", "ada", "--yes"],
  ["compare"],
  ["compare", "--out", "link/page.md", "--force"],
  ["adopt", "candidates/good.yaml", "--yes", "--to", "adopted.yaml"],
  ["adopt", "candidates/linked.yaml", "--yes", "--force"],
  ["init", "--yes"],
  ["init", "new.yaml", "--from", "linked.yaml", "--yes"],
  ["init", "new.yaml", "--template", "./linked.yaml", "--yes"],
  ["init", "out/new.yaml", "--yes"],
  ["explain", "lagging-metric"],
  ["completion", "bash"],
  ["version"],
  ["doctor"],
  ["doctor", "northstar.yaml", "weird"],
  ["doctor", "--format", "json"],
  ["schema"],
];

/** With an ordinary file every format has its turn. */
const formats = reportFormatNames
  .filter((name) => name !== "pretty" && name !== "json")
  .map((format) => ["lint", "--no-ci", "-f", format]);

/** A repository with traps, beside a folder that is none of its business. */
function strange(folders: readonly string[]): string {
  const root = filled({
    "outside/secret.yaml": `name: ${secret}\n`,
    "outside/logo.png": secret,
    "outside/file": secret,
    "in/candidates/good.yaml": candidate,
    "in/candidates/nul.yaml": `name: ${secret}\0`,
    "in/README.md": "# In\n",
  });
  const cwd = join(root, "in");
  commit(cwd);
  appendFileSync(
    join(cwd, ".git/config"),
    `[core]\n\tfsmonitor = touch ${join(root, "outside/ran")}; false\n`,
  );
  symlinkSync("../outside", join(cwd, "out"));
  symlinkSync("../outside/secret.yaml", join(cwd, "out.yaml"));
  symlinkSync(".git", join(cwd, "link"));
  symlinkSync("../outside/logo.png", join(cwd, "logo.png"));
  symlinkSync("../outside/secret.yaml", join(cwd, "linked.yaml"));
  symlinkSync("../outside/secret.yaml", join(cwd, "baseline.json"));
  symlinkSync("../../outside/secret.yaml", join(cwd, "candidates/linked.yaml"));
  execFileSync("mkfifo", [join(cwd, "pipe"), join(cwd, "candidates/pipe.yaml")]);
  mkdirSync(join(cwd, "closed"), { mode: 0o555 });
  for (const name of folders) {
    mkdirSync(join(cwd, "weird", name), { recursive: true });
    writeFileSync(
      join(cwd, "weird", name, "northstar.yaml"),
      star.replace("\ninputs:", "\ninputs: []\nx-inputs:"),
    );
  }
  return root;
}

/** A folder with some files; all are removed at the end. */
function filled(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(realpathSync(tmpdir()), "northstar-"));
  chmodSync(root, 0o755);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  return root;
}

/** Everything in a folder as one word, but for what git itself writes down. */
function stateOf(folder: string): string {
  const sum = createHash("sha256");
  for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" }).sort()) {
    const stats = statSync(join(folder, name));
    sum.update(
      `${name} ${stats.mode} ${stats.isFile() ? readFileSync(join(folder, name)).toString("hex") : ""}\n`,
    );
  }
  return sum.digest("hex");
}

const home = fileURLToPath(new URL("../../", import.meta.url));

/** Runs commands one after the other in a process of their own, and says of each what it printed. */
const walker = `
const { main } = require(process.argv[1] + "dist/northstar.cjs");
const { writeSync, readFileSync } = require("node:fs");
const { Readable } = require("node:stream");
const { pathToFileURL } = require("node:url");
(async () => {
  for (const { cwd, args } of JSON.parse(readFileSync(0, "utf8"))) {
    writeSync(1, JSON.stringify({ cwd, args }) + "\\n");
    const ran = { stdout: "", stderr: "" };
    const output = (name) => ({ write: (text) => ((ran[name] += text), true) });
    const env = { PATH: process.env.PATH, GITHUB_ACTIONS: "true", XDG_CACHE_HOME: cwd + "/../cache" };
    const start = performance.now();
    const code = await main({ args, cwd, env, today: () => "2026-11-02", home: pathToFileURL(process.argv[1]),
      stdin: Readable.from([]), stdout: output("stdout"), stderr: output("stderr") });
    writeSync(1, JSON.stringify({ cwd, args, ...ran, code, time: performance.now() - start }) + "\\n");
  }
})();
`;

interface Ran {
  cwd: string;
  args: string[];
  code: number;
  stdout: string;
  stderr: string;
  time: number;
}

const isRoot = process.getuid?.() === 0;
const nobodyCanRun = isRoot && canRead(join(home, "package.json"));

/** Runs all commands in some folders, each only in one; as nobody, to whom modes mean something, where root asks. */
function walk(folders: ReadonlyMap<string, string[][]>, asNobody: boolean): Ran[] {
  const calls = [...folders].flatMap(([cwd, commands]) => commands.map((args) => ({ cwd, args })));
  const { stdout, stderr } = spawnSync(process.execPath, ["-e", walker, home], {
    cwd: "/",
    input: JSON.stringify(calls),
    encoding: "utf8",
    timeout: 250_000,
    killSignal: "SIGKILL",
    maxBuffer: 1024 ** 3,
    ...(nobodyCanRun && asNobody && { uid: nobody, gid: nobody }),
  });
  const lines: Ran[] = stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  const ran = lines.filter(({ code }) => code !== undefined);
  const last = lines.at(-1);
  const fault = `northstar ${last?.args.join(" ")} came to no end in ${last?.cwd}: ${stderr}`;
  expect(ran.length === calls.length ? "" : fault).toBe("");
  return ran;
}

/** A folder with a trap, as it was before and with what was said in it. */
interface Walked {
  cwd: string;
  before: string[];
  ran: Ran[];
}

const traps = new Map<string, (cwd: string) => void>([
  ...Object.entries(stars).map(
    ([name, make]) => [name, (cwd: string) => make(join(cwd, "northstar.yaml"))] as const,
  ),
  ...Object.entries(others).map(([name, make]) => [name, (cwd: string) => besideStar(cwd, make)] as const),
]);

function besideStar(cwd: string, make: (cwd: string) => void): void {
  writeFileSync(join(cwd, "northstar.yaml"), star);
  make(cwd);
}

function statesOf(cwd: string): string[] {
  return [stateOf(join(cwd, "../outside")), stateOf(join(cwd, ".git"))];
}

const unreadable = "an unreadable file";
const isPosix = process.platform !== "win32";
const walked = new Map<string, Walked>();
const roots: string[] = [];

beforeAll(() => {
  if (!isPosix) return;
  for (const [name, make] of traps) {
    const cwd = join(strange(name === "a file" ? names : names.slice(4)), "in");
    roots.push(join(cwd, ".."));
    make(cwd);
    walked.set(name, { cwd, before: statesOf(cwd), ran: [] });
  }
  const cwdOf = (name: string) => walked.get(name)?.cwd ?? "";
  if (isRoot) execFileSync("chown", ["-R", "-h", `${nobody}:${nobody}`, join(cwdOf(unreadable), "..")]);
  const common = [...traps.keys()].filter((name) => name !== unreadable);
  const folders = common.map(
    (name) => [cwdOf(name), name === "a file" ? [...formats, ...commands] : commands] as const,
  );
  const all = [...walk(new Map(folders), false), ...walk(new Map([[cwdOf(unreadable), commands]]), true)];
  for (const each of walked.values()) each.ran = all.filter(({ cwd }) => cwd === each.cwd);
}, 600_000);

afterAll(() => {
  for (const root of roots) rmSync(root, { recursive: true, force: true });
});

test.skipIf(!isPosix).each([...traps.keys()])("%s", (name) => {
  const { cwd, before, ran } = walked.get(name) ?? { cwd: "", before: [], ran: [] };
  expect(ran.length).toBeGreaterThan(40);
  for (const { args, code, stdout, stderr, time } of ran) {
    const said = `northstar ${args.join(" ")} (${code}): ${stderr}`;
    expect([0, 1, 2], said).toContain(code);
    expect(stderr, said).not.toContain("crashed");
    expect(stdout + stderr, said).not.toContain(secret);
    expect(stdout + stderr, said).not.toMatch(/(?!\n)[\p{Cc}\p{Bidi_Control}]/u);
    if (!args.includes("github")) expect(commandsIn(stdout + stderr), said).toEqual([]);
    expect(time, said).toBeLessThan(30_000);
  }
  expect(statesOf(cwd)).toEqual(before);
  expect(existsSync(join(cwd, "../outside/ran"))).toBe(false);
  const left = readdirSync(cwd).filter((each) => /^\.northstar|\.(?:lock|bak|tmp)$/.test(each));
  expect(left).toEqual([]);
});
