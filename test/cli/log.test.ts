import { chmodSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { hostileTexts } from "../render/hostile.js";
import { faultsOf } from "../render/markdown.js";
import { folderWith } from "../support/folder.js";
import { northstar } from "../support/world.js";
import { commitAll, gitAs, type Written, wquToWlu } from "../support/wqu-to-wlu.js";

const env = { PATH: process.env.PATH };

interface Event {
  day: string | null;
  author: string | null;
  committed: boolean;
  changes: { kind: string }[];
}

interface Answer {
  metrics: { name: string; until: string | null; events: Event[] }[];
  unread: { day: string; fault: string }[];
  notes: string[];
}

async function known(cwd: string, ...args: string[]): Promise<Answer> {
  const { code, stdout } = await northstar(["log", "--format", "json", ...args], { cwd, env });
  expect(code).toBe(0);
  return JSON.parse(stdout);
}

/** What happened, each with its day. */
const kindsOf = ({ metrics }: Answer) =>
  metrics.flatMap(({ events }) =>
    events.flatMap(({ day, changes }) => changes.map(({ kind }) => `${day} ${kind}`)),
  );

function tale(count = wquToWlu.length, options: Parameters<typeof commitAll>[2] = {}): string {
  const cwd = folderWith();
  commitAll(cwd, wquToWlu.slice(0, count), options);
  return cwd;
}

/** Commits what is there, on the day of a letter of the alphabet. */
function commit(cwd: string, day: string, author = "Ada"): void {
  gitAs(cwd, author, day, ["add", "-A"]);
  gitAs(cwd, author, day, ["commit", "-q", "-m", "x"]);
}

function change(cwd: string, from: string, to: string, file = "northstar.yaml"): void {
  const path = join(cwd, file);
  writeFileSync(path, readFileSync(path, "utf8").replace(from, to));
}

const whole = [
  "2016-09-12 definition",
  "2016-11-07 bet-added",
  "2017-03-31 bet-closed",
  "2018-01-08 metric-replaced",
  "2018-03-05 bet-added",
  "2018-09-28 bet-closed",
];
const told = new Set(["definition", "bet-added", "bet-closed", "metric-replaced"]);
const milestones = (answer: Answer) =>
  kindsOf(answer)
    .filter((each) => told.has(each.slice(11)))
    // The metric brings its own definition and its own bet.
    .filter((each) => !["2018-01-08 definition", "2018-01-08 bet-added"].includes(each));

test("the playbook's way from querying to learning is as the schema says", async () => {
  const isValid = new Ajv({ allowUnionTypes: true }).compile(
    JSON.parse(readFileSync("schemas/log.schema.json", "utf8")),
  );
  const answer = await known(tale());
  expect(isValid(answer), JSON.stringify(isValid.errors)).toBe(true);
  expect(answer.metrics.map(({ name, until }) => [name, until])).toEqual([
    ["Weekly Querying Users", "2017-12-31"],
    ["Weekly Learning Users", null],
  ]);
  expect(milestones(answer)).toEqual(whole);
  expect(answer.notes).toEqual([]);
});

test.each(["text", "markdown", "html", "svg"])("each metric says why it was left, in %s", async (format) => {
  const { stdout } = await northstar(["log", "--format", format], { cwd: tale(), env, columns: 200 });
  expect(stdout.replaceAll("*", "")).toMatch(/left: It measured one person asking a question/);
});

test("it is told in the language of the file, in a terminal as on a page", async () => {
  const cwd = tale();
  change(cwd, "product:", "language: de\nproduct:");
  commit(cwd, "2019-01-01");
  for (const format of ["text", "markdown", "html", "svg"]) {
    const { stdout } = await northstar(["log", "--format", format], { cwd, env, columns: 200 });
    expect(stdout).toContain("Anstelle von Weekly Querying Users");
  }
});

describe("the file", () => {
  test("is followed through renames, also where another one had its name, and git runs twice", async () => {
    const cwd = tale(4, { file: "metrics.yaml" });
    writeFileSync(join(cwd, "northstar.yaml"), wquToWlu[6]?.star ?? "");
    commit(cwd, "2017-05-01");
    gitAs(cwd, "Ada", "2017-05-02", ["rm", "-q", "northstar.yaml"]);
    commit(cwd, "2017-05-02");
    renameSync(join(cwd, "metrics.yaml"), join(cwd, "northstar.yaml"));
    commit(cwd, "2017-05-03");
    mkdirSync(join(cwd, "a team"));
    renameSync(join(cwd, "northstar.yaml"), join(cwd, "a team/northstar.yaml"));
    commit(cwd, "2017-05-04");
    for (const { day, star } of wquToWlu.slice(4)) {
      writeFileSync(join(cwd, "a team/northstar.yaml"), star);
      commit(cwd, day);
    }
    const shim = folderWith({
      git: `#!/bin/sh\necho >> '${cwd}/.git/runs'\nPATH='${env.PATH}' exec git "$@"\n`,
    });
    chmodSync(join(shim, "git"), 0o755);
    const { stdout } = await northstar(["log", "-f", "json", "a team/northstar.yaml"], {
      cwd,
      env: { PATH: `${shim}:${env.PATH}` },
    });
    expect(milestones(JSON.parse(stdout))).toEqual(whole);
    expect(readFileSync(join(cwd, ".git/runs"), "utf8")).toBe("\n\n");
  });

  test("whose name has a line end has its past, and is no reason to leave out those that are gone", async () => {
    const file = "a\nb.northstar.yaml";
    const cwd = tale(2, { file });
    expect((await known(cwd, file)).metrics[0]?.events).toHaveLength(2);
    writeFileSync(join(cwd, "c.northstar.yaml"), wquToWlu[0]?.star ?? "");
    commit(cwd, "2016-10-01");
    rmSync(join(cwd, file));
    rmSync(join(cwd, "c.northstar.yaml"));
    const { stdout } = await northstar(["diff", "-f", "json"], { cwd, env });
    expect(JSON.parse(stdout).files).toMatchObject([{ path: "c.northstar.yaml", status: "gone" }]);
  });

  test("that began as a copy has its own past", async () => {
    const cwd = tale(4);
    writeFileSync(join(cwd, "copy.northstar.yaml"), readFileSync(join(cwd, "northstar.yaml")));
    commit(cwd, "2017-06-01", "Grace");
    const { metrics, notes } = await known(cwd, "copy.northstar.yaml");
    expect(metrics[0]?.events.map(({ day, author }) => [day, author])).toEqual([
      ["2017-03-31", "Grace"],
      ["2017-06-01", "Grace"],
    ]);
    expect(notes).toEqual(["copy.northstar.yaml began as a copy of northstar.yaml, whose past is its own"]);
  });

  test("that a link leads to has its past, and so has one in a worktree, in a submodule, and with ids of SHA-256", async () => {
    const cwd = tale();
    symlinkSync("northstar.yaml", join(cwd, "link.yaml"));
    expect(milestones(await known(cwd, "link.yaml"))).toEqual(whole);
    gitAs(cwd, "Ada", "2018-11-01", ["worktree", "add", "-q", ".git/other", "HEAD"]);
    expect(milestones(await known(join(cwd, ".git/other")))).toEqual(whole);
    const outer = folderWith({ "readme.md": "x" });
    gitAs(outer, "Ada", "2018-11-01", ["init", "-q"]);
    gitAs(outer, "Ada", "2018-11-01", [
      "-c",
      "protocol.file.allow=always",
      "submodule",
      "add",
      "-q",
      cwd,
      "inner",
    ]);
    expect(milestones(await known(outer, "inner/northstar.yaml"))).toEqual(whole);
    expect(milestones(await known(tale(7, { format: "sha256" })))).toEqual(whole);
  });
});

test("a merge is no news, and what it alone changed is", async () => {
  const cwd = tale(3);
  gitAs(cwd, "Bo", "2016-12-01", ["checkout", "-q", "-b", "side"]);
  change(cwd, "name: Queries per User", "name: Queries of a User");
  commit(cwd, "2016-12-01", "Bo");
  gitAs(cwd, "Ada", "2016-12-02", ["checkout", "-q", "main"]);
  change(cwd, "Help companies", "We help companies");
  commit(cwd, "2016-12-02");
  gitAs(cwd, "Ada", "2016-12-03", ["merge", "-q", "--no-commit", "--no-stat", "side"]);
  change(cwd, "Everybody in product", "Everybody");
  commit(cwd, "2016-12-03");
  expect(kindsOf(await known(cwd)).slice(2)).toEqual([
    "2016-12-01 input-renamed",
    "2016-12-02 vision",
    "2016-12-03 strategy",
  ]);
});

test("what a merge threw away is no part of the life, at its end or before", async () => {
  const cwd = tale(3);
  gitAs(cwd, "Bo", "2016-12-01", ["checkout", "-q", "-b", "side"]);
  change(cwd, "name: Queries per User", "name: Queries of a User");
  commit(cwd, "2016-12-01", "Bo");
  gitAs(cwd, "Ada", "2016-12-02", ["checkout", "-q", "main"]);
  gitAs(cwd, "Ada", "2016-12-03", ["merge", "-q", "--no-stat", "-s", "ours", "-m", "x", "side"]);
  expect(kindsOf(await known(cwd)).slice(2)).toEqual([]);
  change(cwd, "Help companies", "We help companies");
  commit(cwd, "2016-12-04");
  expect(kindsOf(await known(cwd)).slice(2)).toEqual(["2016-12-04 vision"]);
});

test("what is not committed comes last, and a version that is no North Star is named", async () => {
  const cwd = tale(2);
  const { star = "" } = wquToWlu[1] ?? {};
  const broken: Written[] = [
    { day: "2016-10-01", author: "Ada", message: "x", star: "name: [\n" },
    {
      day: "2016-10-02",
      author: "Ada",
      message: "x",
      star: star.replace("game: productivity", "game: chess"),
    },
  ];
  for (const each of broken) {
    writeFileSync(join(cwd, "northstar.yaml"), each.star);
    commit(cwd, each.day);
  }
  writeFileSync(join(cwd, "northstar.yaml"), star.replace("Activated Users", "Active Users"));
  const answer = await known(cwd);
  expect(answer.unread.map(({ day }) => day)).toEqual(["2016-10-01", "2016-10-02"]);
  expect(answer.unread[1]?.fault).toMatch(/^line \d+: .*`game`/);
  expect(answer.metrics[0]?.events.at(-1)).toMatchObject({
    day: null,
    committed: false,
    changes: [{ kind: "input-renamed" }],
  });
  const { stdout } = await northstar(["log"], { cwd, env });
  expect(stdout).toContain("not committed yet\n    A new name for Activated Users: Active Users\n");
  expect(stdout).toMatch(/2016-10-01 · [0-9a-f]{10}: line 1: /);
});

describe("where git knows little, the file tells its past, and a line says why", () => {
  const { star = "" } = wquToWlu.at(-1) ?? {};
  const alone = ["2017-03-31 bet-closed", "2018-09-28 bet-closed"];

  async function saying(cwd: string, own: NodeJS.ProcessEnv = env): Promise<string> {
    const { code, stderr, stdout } = await northstar(["log", "--format", "json"], { cwd, env: own });
    expect(code).toBe(0);
    expect(JSON.parse(stdout).metrics.map(({ name }: { name: string }) => name)).toEqual([
      "Weekly Querying Users",
      "Weekly Learning Users",
    ]);
    expect(stderr.split("\n")).toHaveLength(2);
    return stderr;
  }

  test("without git, without a repository, and before the first commit", async () => {
    const cwd = folderWith({ "northstar.yaml": star });
    expect(kindsOf(await known(cwd))).toEqual(alone);
    expect(await saying(cwd)).toContain("not a git repository");
    expect(await saying(cwd, { PATH: "/nowhere" })).toContain("git is not installed");
    gitAs(cwd, "Ada", "2016-01-01", ["init", "-q", "-b", "main"]);
    expect(await saying(cwd)).toContain("does not have any commits yet");
    gitAs(cwd, "Ada", "2016-01-01", ["commit", "-q", "--allow-empty", "-m", "x"]);
    expect(await saying(cwd)).toContain("git has no version of northstar.yaml yet");
  });

  test("in a repository of somebody else", async () => {
    const cwd = tale();
    expect(await saying(cwd, { ...env, GIT_TEST_ASSUME_DIFFERENT_OWNER: "1" })).toMatch(
      /dubious ownership.*git config --global --add safe\.directory/,
    );
  });

  test("in a shallow clone, and in one that lacks contents", async () => {
    const origin = tale();
    gitAs(origin, "Ada", "2018-11-01", ["config", "uploadpack.allowFilter", "true"]);
    const root = folderWith();
    gitAs(root, "Ada", "2018-11-01", ["clone", "-q", "--depth", "2", `file://${origin}`, "shallow"]);
    expect(await saying(join(root, "shallow"))).toContain(
      "this clone is shallow, so the past of northstar.yaml ends on 2018-03-05",
    );
    gitAs(root, "Ada", "2018-11-01", ["clone", "-q", "--filter=blob:none", `file://${origin}`, "partial"]);
    expect(await saying(join(root, "partial"))).toContain("this clone lacks 6 versions of northstar.yaml");
    gitAs(join(root, "partial"), "Ada", "2018-11-01", ["fetch", "-q", "--refetch", "--no-filter"]);
    expect(milestones(await known(join(root, "partial")))).toEqual(whole);
  });
});

test("texts that mean harm stay texts, in the file and in commits", async () => {
  const cwd = folderWith();
  gitAs(cwd, "Ada", "2016-01-01", ["init", "-q", "-b", "main"]);
  const { star = "" } = wquToWlu[3] ?? {};
  for (const text of Object.values(hostileTexts)) {
    // What no file and no commit can hold.
    const sound = text.replace(/[\p{Cc}\p{Cf}\p{Cs}\uFFFF]/gu, " ");
    const spoken = star
      .replace(/^name: .*/m, () => `name: ${JSON.stringify(sound)}`)
      .replace("users could change many charts at once", () => JSON.stringify(sound))
      .replace(/learned: .*/, () => `learned: ${JSON.stringify(sound)}`);
    writeFileSync(join(cwd, "northstar.yaml"), spoken);
    gitAs(cwd, "Ada", "2016-01-02", ["add", "-A"]);
    const said = text.replace(/[\0\uD800]/g, " ").slice(0, 300);
    gitAs(cwd, said.replaceAll("\n", " "), "2016-01-02", [
      "-c",
      "i18n.commitEncoding=binary",
      "commit",
      "-q",
      "-m",
      said,
    ]);
  }
  const made = async (format: string) => (await northstar(["log", "--format", format], { cwd, env })).stdout;
  const answer: Answer = JSON.parse(await made("json"));
  expect(answer.metrics.flatMap(({ events }) => events)).toHaveLength(Object.keys(hostileTexts).length + 1);
  const page = await made("html");
  const unknown =
    /<(?!\/?(?:!--|!doctype|html|head|meta|title|style|body|main|p|svg|path|h1|h2|span|section|ol|ul|li|b|code|strong|a)(?=[\s>]))/;
  expect(page).not.toMatch(unknown);
  expect(page).not.toMatch(/<[^>]*\s(?:on\w+=|href="(?!https?:|mailto:))/);
  expect(await made("svg")).not.toMatch(/<(?:script|img|foreignObject|[^>]*\son\w+=)/);
  // An address of a mail is one to everybody.
  expect(faultsOf(await made("markdown")).filter((fault) => !fault.includes("MD034"))).toEqual([]);
  expect(await made("text")).not.toMatch(/(?!\n)[\p{Cc}\p{Bidi_Control}]/u);
});
