/** `northstar digest`: since when it tells, its formats, and what it refuses. */
import { readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { folderWith } from "../support/folder.js";
import { commit, git } from "../support/git.js";
import { northstar } from "../support/world.js";

const isValid = new Ajv({ allowUnionTypes: true }).compile(
  JSON.parse(readFileSync("schemas/digest.schema.json", "utf8")),
);

const star = `name: Planned Dinners Cooked
definition: The number of dinners per week that households cook from their plan.
game: productivity
series: dinners.csv
inputs:
  - { id: planners, name: Planning households, definition: Number of households that plan three dinners in the week. }
bets:
  - level: 2
    for: planners
    if: planning took a minute
    then: more households plan
    stage: closed
    outcome: { date: 2026-10-29, verdict: won, learned: It takes a minute now. }
  - { level: 2, for: planners, if: plans were shared, then: more households plan, stage: review }
limits: { active: 1 }
reviews: [{ date: 2026-10-30, question: Why?, answer: Because. }]
considered: [{ date: 2026-10-31, name: Plans, definition: Plans per week. }]
review: { last: 2026-05-01, every: 6 months }
`;
const dinners = "t,value\n2026-10-05,9000\n2026-10-12,9900\n2026-10-19,9850\n2026-10-26,10310\n";

const files = (more: Readonly<Record<string, string>> = {}) =>
  folderWith({ "northstar.yaml": star, "dinners.csv": dinners, ...more });

test("since when is said as a time or a day, and counts from today", async () => {
  const cwd = files();
  const from = async (since: string) =>
    JSON.parse((await northstar(["digest", "-f", "json", "--since", since], { cwd })).stdout).from;
  expect(await from("7d")).toBe("2026-10-26");
  expect(await from("2 weeks")).toBe("2026-10-19");
  expect(await from("3 days ago")).toBe("2026-10-30");
  expect(await from("1 month")).toBe("2026-10-02");
  expect(await from("2026-10-30")).toBe("2026-10-30");
});

test.each([
  ["7 dys", 'did you mean "7 days"?'],
  ["last wek", "did you mean 7d?"],
  ["yesterday", "did you mean 1d?"],
  ["31.10.2026", "did you mean 2026-10-31?"],
  ["2026-02-30", "7d, "],
  ["0d", "7d, "],
  ["", "7d, "],
  ["2026-12-01", "comes after 2026-11-02"],
  ["9999 years", "7d, "],
])("--since '%s' is refused with a next step", async (since, step) => {
  const ran = await northstar(["digest", "--since", since], { cwd: files() });
  expect([ran.code, ran.stdout]).toEqual([2, ""]);
  expect(ran.stderr).toMatch(/^northstar: --since /);
  expect(ran.stderr).toContain(step);
});

test("JSON holds everything uncut, and keeps to its schema", async () => {
  const cwd = files({ "northstar.yaml": star.replace("last: 2026-05-01", "last: 2026-01-01") });
  for (const args of [[], ["--since", "2026-11-02"], ["--today", "2026-12-24"]]) {
    const ran = await northstar(["digest", "-f", "json", ...args], { cwd });
    const value = JSON.parse(ran.stdout);
    expect(isValid(value), JSON.stringify(isValid.errors)).toBe(true);
  }
  const value = JSON.parse((await northstar(["digest", "-f", "json"], { cwd })).stdout);
  expect(value.learned.map(({ kind }: { kind: string }) => kind)).toEqual(["bet", "considered", "answer"]);
  expect(value.due.map(({ kind }: { kind: string }) => kind)).toEqual(["review", "bet"]);
  expect(value.moved[0]).toMatchObject({ id: "metric", last: { value: 10310 }, change: { weeks: 1 } });
});

test("the same file and day give the same post, whatever day it is", async () => {
  const cwd = files();
  const said = async (today: string) =>
    (await northstar(["digest", "--today", "2026-10-30"], { cwd, today })).stdout;
  expect(await said("2026-11-02")).toBe(await said("2027-11-02"));
  expect(await said("2026-11-02")).toContain("9,850, down 0.5% in a week");
});

test("numbers that the team shows as an index alone are in no format", async () => {
  const cwd = files({ "northstar.config.yaml": "numbers: index\n" });
  for (const format of ["text", "markdown", "html", "slack", "teams", "json"]) {
    const { stdout } = await northstar(["digest", "-f", format], { cwd });
    expect(stdout).toContain("115");
    expect(stdout).not.toMatch(/10,?310|9,?850/);
  }
});

test("a file that cannot be read, or has blanks, is a finding", async () => {
  for (const text of ["name: [", star.replace("Planned Dinners Cooked", "____")]) {
    const ran = await northstar(["digest"], { cwd: files({ "northstar.yaml": text }) });
    expect([ran.code, ran.stderr]).toEqual([1, ""]);
    expect(ran.stdout).toContain("northstar.yaml:1");
  }
});

test("a post is about one North Star", async () => {
  const cwd = files({ "b/northstar.yaml": star });
  const ran = await northstar(["digest", "."], { cwd });
  expect([ran.code, ran.stderr]).toEqual([
    2,
    "northstar: a post is about one North Star, and here are 2 files; name one, such as b/northstar.yaml\n",
  ]);
});

describe("with git", () => {
  const earlier = star
    .replace(/ {4}stage: closed\n.*\n/, "    stage: active\n")
    .replace("stage: review", "stage: next")
    .replace(/^reviews:.*\n/m, "");
  const shared = star.replace("stage: review", "stage: active, owner: Ada");

  /** The file as it was on 20 October, and as it is now. */
  function repository(then = earlier, now = shared): string {
    const cwd = files({ "northstar.yaml": then });
    commit(cwd, { day: "2026-10-20" });
    writeFileSync(join(cwd, "northstar.yaml"), now);
    return cwd;
  }
  const json = async (cwd: string, ...args: string[]) => {
    const ran = await northstar(["digest", "-f", "json", ...args], { cwd });
    const value = JSON.parse(ran.stdout);
    expect(isValid(value), JSON.stringify(isValid.errors)).toBe(true);
    return { ...value, stderr: ran.stderr };
  };
  const alone = "northstar: the days in the file alone tell what is new: ";

  test("what is new is what the last version before those days did not say", async () => {
    const cwd = repository();
    const value = await json(cwd);
    expect(value.stderr).toBe("");
    expect(value.before).toMatch(/^[0-9a-f]{40}$/);
    expect(value.learned.map(({ kind }: { kind: string }) => kind)).toEqual(["bet", "answer"]);
    expect(value.started).toMatchObject([
      { owner: "Ada", bet: { path: ["bets", 1], if: "plans were shared" } },
    ]);
    const text = (await northstar(["digest"], { cwd })).stdout;
    expect(text).toContain("What starts\n  • Ada: “plans were shared”\n");
    commit(cwd, { day: "2026-10-24" });
    expect(await json(cwd)).toMatchObject({ learned: [], started: [], changed: [] });
  });

  test("a revision tells since when", async () => {
    const cwd = repository();
    git(cwd, ["tag", "before"]);
    commit(cwd, { day: "2026-10-31" });
    for (const since of ["before", "HEAD~1", "main~1"])
      expect(await json(cwd, "--since", since)).toMatchObject({
        from: "2026-10-20",
        started: [{ owner: "Ada" }],
      });
    expect(await json(cwd, "--since", "HEAD")).toMatchObject({
      from: "2026-10-31",
      learned: [],
      started: [],
    });
    const wrong = async (since: string) => (await northstar(["digest", "--since", since], { cwd })).stderr;
    expect(await wrong("befor")).toBe("northstar: git knows no revision 'befor', did you mean before?\n");
    expect(await wrong("HEAD:northstar.yaml")).toContain("is a blob of git");
    expect(await wrong("7 dys")).toContain('did you mean "7 days"?');
  });

  test("what git cannot say is said, and the days in the file tell the rest", async () => {
    const unborn = files();
    git(unborn, ["init", "-q"]);
    const late = files();
    commit(late, { day: "2026-10-30" });
    const fresh = files({ "other.txt": "" });
    commit(fresh, { day: "2026-10-20", files: ["other.txt"] });
    const invalid = repository("name: [\n");
    const shallow = folderWith();
    const whole = repository();
    commit(whole, { day: "2026-10-30" });
    git(shallow, ["clone", "-q", "--depth", "1", pathToFileURL(whole).href, "."]);
    const reasons: [string, RegExp][] = [
      [files(), /not a git repository/],
      [unborn, /git has no version of northstar\.yaml yet\n/],
      [late, /git has no version of northstar\.yaml from before 2026-10-26\n/],
      [fresh, /northstar\.yaml was not there in [0-9a-f]{10}\n/],
      [invalid, /the version of northstar\.yaml in [0-9a-f]{10} is no valid North Star \(line 1: .+\)\n/],
      [shallow, /this clone is shallow and has nothing from before 2026-10-26; git fetch --unshallow brings/],
    ];
    for (const [cwd, reason] of reasons) {
      const value = await json(cwd);
      expect(value.stderr).toMatch(reason);
      expect(value.stderr.startsWith(alone)).toBe(true);
      expect(value).toMatchObject({ before: null, started: [] });
      expect(value.learned.length).toBeGreaterThan(0);
    }
    expect((await json(files(), "--since", "1d")).stderr).toContain(alone);
    for (const since of ["main", "HEAD", "HEAD~2", "@{u}"]) {
      const none = await northstar(["digest", "--since", since], { cwd: files() });
      expect([none.code, none.stderr]).toEqual([
        2,
        expect.stringMatching(/^northstar: --since needs a git repository: not a git repository/),
      ]);
    }
  });

  test("a file in another repository, and one that was renamed, are compared with what they were", async () => {
    const cwd = repository();
    git(cwd, ["mv", "northstar.yaml", "dinners.northstar.yaml"]);
    const outside = folderWith();
    const file = relative(outside, join(cwd, "dinners.northstar.yaml"));
    const ran = await northstar(["digest", file, "-f", "json"], { cwd: outside });
    expect(JSON.parse(ran.stdout).started).toHaveLength(1);
  });
});
