/** A change under review: the guard, its fix, and what a pull request shows. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { checkSource, starIn } from "../../src/lint/check.js";
import { rules } from "../../src/lint/rules/index.js";
import { folderWith } from "../support/folder.js";
import { commit, git } from "../support/git.js";
import { northstar } from "../support/world.js";

const env = { PATH: process.env.PATH };
const guards = ["changed-without-history", "bet-rewritten"];

const star = `name: Weekly Querying Users
definition: Number of users who run at least one query in a week. # counted on Mondays
game: productivity
window: a week
inputs:
  - id: charts
    name: Charts kept
    definition: Number of charts that a team keeps in a week.
bets:
  - level: 2
    id: faster
    for: charts
    if: a first chart took seconds instead of minutes
    then: more charts would be kept
    disproof: As many charts after two months.
    stage: active
`;

async function found(
  cwd: string,
  ...args: string[]
): Promise<{ rule: string; message: string; line: number }[]> {
  const { stdout, stderr } = await northstar(["lint", "-f", "json", ...args], { cwd, env });
  const { files } = JSON.parse(stdout) as {
    files: { problems: { rule: string; message: string; range: { start: { line: number } } }[] }[];
  };
  expect(stderr).not.toContain("crashed");
  return (files[0]?.problems ?? [])
    .filter(({ rule }) => guards.includes(rule))
    .map(({ rule, message, range }) => ({ rule, message, line: range.start.line }));
}

/** The same of a text that said something else before, without git. */
const rulesFor = (now: string, before: string) =>
  checkSource(now, { rules, today: "2026-11-02", before: starIn(before) }).problems.flatMap(({ rule }) =>
    guards.includes(rule) ? rule : [],
  );

/** A repository with the file on its main branch, and a branch on which it is another. */
function branch(now: string, before = star): string {
  const cwd = folderWith({ "northstar.yaml": before });
  commit(cwd);
  git(cwd, ["checkout", "-q", "-b", "topic"]);
  writeFileSync(join(cwd, "northstar.yaml"), now);
  git(cwd, ["commit", "-q", "-a", "--allow-empty", "-m", "y"]);
  return cwd;
}

const learning = star
  .replace("Weekly Querying Users", "Weekly Learning Users")
  .replace("run at least one query in a week", "share a learning that two colleagues read in a week");

test("a pull request: the guard speaks, the fix writes history, the comment shows it", async () => {
  const cwd = branch(learning);
  expect(await found(cwd)).toEqual([]);
  expect(await found(cwd, "--since", "main")).toEqual([
    {
      rule: "changed-without-history",
      line: 1,
      message:
        "the name and definition say something else than before, and `history` does not keep what they said: `northstar lint --fix` with the same --since writes it there; then add the `reason`",
    },
  ]);

  const command = "northstar lint --fix --since main";
  const shown = async (format: string) =>
    (await northstar(["lint", "-f", format, "--since", "main"], { cwd, env, columns: 200 })).stdout;
  expect(await shown("pretty")).toContain(`\n1 can be mended by ${command}\n`);
  expect(await shown("markdown")).toContain(`\n1 can be mended by \`${command}\`\n`);
  const fixing = await northstar(command.split(" ").slice(1), { cwd, env });
  expect(fixing.stderr).toContain("fixed 1 problem in northstar.yaml");
  const fixed = readFileSync(join(cwd, "northstar.yaml"), "utf8");
  expect(fixed).toBe(`${learning}history:
  - date: 2026-11-02
    name: Weekly Querying Users
    definition: Number of users who run at least one query in a week.
`);
  expect(await found(cwd, "--since", "main")).toEqual([]);

  git(cwd, ["commit", "-q", "-a", "-m", "z"]);
  const { stdout, code } = await northstar(["diff", "main...", "-f", "markdown"], { cwd, env });
  expect(code).toBe(0);
  expect(stdout).toContain("- **another metric**: Weekly <del>Querying</del> <ins>Learning</ins> Users");
  expect(stdout).toContain("- **new metric of the history**: Weekly Querying Users");
  expect(stdout).toContain("| Read before as | Reads now as |");
});

describe("changed-without-history", () => {
  const change = (from: string | RegExp, to: string, before = star) =>
    rulesFor(before.replace(from, to), before);

  test.each<[string, string | RegExp, string]>([
    ["the definition", "one query", "two queries"],
    ["the window", "window: a week", "window: a month"],
    ["the window, left out", "window: a week\n", ""],
    ["the population", "window:", "population: Users who pay\nwindow:"],
    ["the name", "Weekly Querying Users", "Weekly Readers"],
  ])("speaks when %s is another", (_, from, to) => {
    expect(change(from, to)).toEqual(["changed-without-history"]);
  });

  test("is silent about wording, candidates, blanks, and what is said more clearly", () => {
    for (const [from, to] of [
      ["in a week. #", "in a week #"],
      ["one query", "1 query"],
      ["Number of users", "The count of users"],
      ["window: a week", "window: a week\nunit: a user"],
      ["Weekly Querying Users", "Weekly querying users"],
      ["name: Charts kept", "name: Saved charts"],
    ] as const)
      expect([to, change(from, to)]).toEqual([to, []]);
    expect(change("one query", "two queries", `status: candidate\n${star}`)).toEqual([]);
    expect(change("____", "one query", star.replace("one query", "____"))).toEqual([]);
    expect(change("window:", "considered:\n  - name: Logins\nwindow:")).toEqual([]);
  });

  test("keeps what else is no longer said, and the game", async () => {
    const cwd = branch(
      star
        .replace("one query", "two queries")
        .replace("a week\n", "7 days\n")
        .replace("game: productivity", "game: attention"),
      star.replace("window:", "thresholds:\n  - { says: one query, because: One is enough. }\nwindow:"),
    );
    await northstar(["lint", "--fix", "--since", "main"], { cwd, env });
    expect(readFileSync(join(cwd, "northstar.yaml"), "utf8")).toContain(`history:
  - date: 2026-11-02
    name: Weekly Querying Users
    definition: Number of users who run at least one query in a week.
    game: productivity
    thresholds:
      - says: one query
        because: One is enough.
    window: a week
`);
  });
});

describe("bet-rewritten", () => {
  test("speaks of what was begun, and of nothing that was added, mended or not begun yet", () => {
    for (const [from, to, expected] of [
      ["took seconds", "were free", true],
      ["As many charts", "Half as many charts", true],
      ["    disproof: As many charts after two months.\n", "", true],
      [
        "more charts would be kept",
        "people say that they like it\n    outcome: { date: 2026-11-01, verdict: won, learned: a }",
        true,
      ],
      ["stage: active", "stage: active\n    expect: { direction: up }", false],
      ["took seconds", "took secconds", false],
      ["stage: active", "stage: review", false],
    ] as const)
      expect([to, rulesFor(star.replace(from, to), star)]).toEqual([to, expected ? ["bet-rewritten"] : []]);
    const next = star.replace("stage: active", "stage: next");
    expect(rulesFor(star.replace("took seconds", "were free"), next)).toEqual([]);
  });

  test("is answered by a comment, which is not out of date when the change is no longer new", async () => {
    const answered = star.replace(
      "if: a first chart took seconds",
      "# northstar-ignore bet-rewritten: a slip\n    if: a first chart were free",
    );
    const cwd = branch(answered);
    expect(await found(cwd, "--since", "main")).toEqual([]);
    writeFileSync(join(cwd, "northstar.yaml"), `${answered}x-a: 1\n`);
    const { stdout } = await northstar(["lint", "--since", "topic"], { cwd, env });
    expect(stdout).not.toContain("bet-rewritten");
    expect((await northstar(["lint"], { cwd, env })).stdout).not.toContain("bet-rewritten");
  });
});

test("many files, threads and the cache know what each said before", async () => {
  const paths = Array.from({ length: 12 }, (_, at) => `team-${at}/northstar.yaml`);
  const cwd = folderWith(Object.fromEntries(paths.map((path) => [path, star])));
  commit(cwd);
  for (const path of paths.slice(0, 3)) writeFileSync(join(cwd, path), learning);
  const args = ["lint", "-f", "json", "--cache-file", "cache.lint", "--since", "HEAD"];
  for (let run = 0; run < 2; run += 1) {
    const { stdout } = await northstar(args, { cwd, env });
    const files: { path: string; problems: { rule: string }[] }[] = JSON.parse(stdout).files;
    expect(
      files.filter(({ problems }) => problems.some(({ rule }) => rule === guards[0])).map(({ path }) => path),
    ).toEqual(paths.slice(0, 3));
  }
  // The same text without a past is another question.
  const { stdout } = await northstar(["lint", "-f", "json", "--cache-file", "cache.lint"], { cwd, env });
  expect(stdout).not.toContain("changed-without-history");
});

test("an earlier version that is no North Star, or a file that was not there, says nothing of changes", async () => {
  const cwd = branch(star, "name: [\n");
  expect(await found(cwd, "--since", "main")).toEqual([]);
  writeFileSync(join(cwd, "new.northstar.yaml"), learning);
  expect(await found(cwd, "new.northstar.yaml", "--since", "main")).toEqual([]);
});
