/** `northstar evidence`: its words, its flags, its formats, and what it leaves alone. */
import { chmodSync, cpSync, existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import { expect, test } from "vitest";
import { folderWith } from "../support/folder.js";
import { git } from "../support/git.js";
import { northstar } from "../support/world.js";

const isValid = new Ajv({ allowUnionTypes: true }).compile(
  JSON.parse(readFileSync("schemas/evidence.schema.json", "utf8")),
);

interface Answer {
  checks: number;
  bets: {
    for: string;
    verdict: string | null;
    reason: string | null;
    flags: string[];
    readouts: { effect: number; unit: string | null; link: string | null }[];
    test: { p: number; adjusted: number; n: number; lag: number; stride: number } | null;
  }[];
  series: { id: string; runningTotal: boolean; visible: unknown }[];
  inputs: { id: string; together: boolean }[];
}

const today = ["--today", "2026-11-02"];

/** A copy of the app that plans dinners. */
function dinners(): string {
  const cwd = folderWith();
  cpSync("test/fixtures/dinner-app", cwd, { recursive: true });
  return cwd;
}

async function answerIn(cwd: string, ...args: string[]): Promise<Answer> {
  const ran = await northstar(["evidence", "-f", "json", "--no-lock", ...today, ...args], { cwd });
  const value = JSON.parse(ran.stdout);
  expect(isValid(value), JSON.stringify(isValid.errors)).toBe(true);
  return value;
}

function change(cwd: string, path: string, from: string | RegExp, to: string): void {
  const before = readFileSync(join(cwd, path), "utf8");
  const after = before.replace(from, to);
  expect(after).not.toBe(before);
  writeFileSync(join(cwd, path), after);
}

const wordsOf = ({ bets }: Answer) => Object.fromEntries(bets.map((bet) => [bet.for, bet.verdict]));

test("all four words, each where it belongs", async () => {
  const answer = await answerIn(dinners());
  expect(wordsOf(answer)).toEqual({
    subscriptions: "contradicted",
    renewals: null,
    planning: "supported",
    suggestions: "inconclusive",
    shopping: "too short",
  });
  expect(answer.checks).toBe(3);
  expect(answer.bets.find((bet) => bet.for === "renewals")?.reason).toBe(
    "there are no numbers of Renewals yet",
  );
  const { test: planning } = answer.bets.find((bet) => bet.for === "planning") ?? {};
  expect(planning?.adjusted).toBeCloseTo((planning?.p ?? 0) * 3, 12);
});

test("numbers that contradict fail only when asked", async () => {
  const cwd = dinners();
  for (const [args, code] of [
    [[], 0],
    [["--strict"], 1],
    [["--strict", "-f", "markdown"], 1],
  ] as const)
    expect((await northstar(["evidence", "--no-lock", ...today, ...args], { cwd })).code).toBe(code);
  change(cwd, "northstar.yaml", "expect: { direction: up, after: 4 weeks }", "x-none: 1");
  expect((await northstar(["evidence", "--no-lock", "--strict", ...today], { cwd })).code).toBe(0);
});

test("says the same twice, and writes nothing but the lock", async () => {
  const cwd = dinners();
  const first = await northstar(["evidence", ...today], { cwd });
  expect(first.stderr).toContain("noted in northstar.lock what 4 bets expected");
  const lock = readFileSync(join(cwd, "northstar.lock"), "utf8");
  expect(JSON.parse(lock).bets["input:planning"]).toMatchObject({ direction: "up", after: "2 weeks" });
  const second = await northstar(["evidence", ...today], { cwd });
  expect(second).toMatchObject({ code: 0, stdout: first.stdout, stderr: "" });
  expect(readFileSync(join(cwd, "northstar.lock"), "utf8")).toBe(lock);
});

test("what else the lock holds stays, and a lock that cannot be written stops nothing", async () => {
  const cwd = dinners();
  const sources = { planning: { system: "dbt", name: "planning", hash: "00" } };
  writeFileSync(join(cwd, "northstar.lock"), JSON.stringify({ version: 1, sources }));
  expect((await northstar(["evidence", ...today], { cwd })).code).toBe(0);
  expect(JSON.parse(readFileSync(join(cwd, "northstar.lock"), "utf8"))).toMatchObject({ sources });
  writeFileSync(join(cwd, "northstar.lock"), "{");
  const broken = await northstar(["evidence", ...today], { cwd });
  expect(broken).toMatchObject({ code: 2, stdout: "" });
  expect(broken.stderr).toContain("northstar.lock");
  if (process.getuid?.() === 0) return;
  rmSync(join(cwd, "northstar.lock"));
  chmodSync(cwd, 0o500);
  const refused = await northstar(["evidence", ...today], { cwd });
  expect(refused).toMatchObject({ code: 0, stderr: expect.stringContaining("could not be noted") });
  chmodSync(cwd, 0o700);
});

test("a time that is changed after looking is flagged, and has to be clearer", async () => {
  const cwd = dinners();
  await northstar(["evidence", ...today], { cwd });
  const before = await answerIn(cwd);
  expect(before.bets.flatMap(({ flags }) => flags)).toEqual([]);
  change(cwd, "northstar.yaml", "direction: up, after: 3 weeks", "direction: up, after: 5 weeks");
  const after = await answerIn(cwd);
  const flagged = after.bets.filter(({ flags }) => flags.length > 0);
  expect(flagged.map((bet) => bet.for)).toEqual(["suggestions"]);
  expect(flagged[0]?.flags[0]).toMatch(/first looked at, on \d{4}-\d\d-\d\d, it said up after `3 weeks`$/);
  const { p = 1, adjusted = 0 } = flagged[0]?.test ?? {};
  expect(adjusted).toBeGreaterThanOrEqual(Math.min(1, 1 - (1 - p) ** 8));
});

test("git tells a time that was set when the numbers were there, and one that was set before", async () => {
  const cwd = dinners();
  const commit = (day: string) => git(cwd, ["commit", "-qam", "x"], day);
  const star = readFileSync(join(cwd, "northstar.yaml"), "utf8");
  writeFileSync(join(cwd, "northstar.yaml"), star.replace(/expect: .*after: 2 weeks }/, "x-later: 1"));
  git(cwd, ["init", "-q"]);
  git(cwd, ["add", "northstar.yaml"]);
  commit("2026-01-01");
  git(cwd, ["add", "data"]);
  commit("2026-02-01");
  writeFileSync(join(cwd, "northstar.yaml"), star);
  const open = await answerIn(cwd);
  expect(open.bets.find((bet) => bet.for === "planning")?.flags).toEqual([
    "its time was set since the last commit, when the numbers were there already",
  ]);
  commit("2026-03-01");
  const flags = (answer: Answer) => Object.fromEntries(answer.bets.map((bet) => [bet.for, bet.flags]));
  expect(flags(await answerIn(cwd))).toEqual({
    subscriptions: [],
    renewals: [],
    planning: ["its time was set on 2026-03-01, when the numbers were there already"],
    suggestions: [],
    shopping: [],
  });
  change(cwd, "northstar.yaml", "after: 2 weeks", "after: 1 week");
  commit("2026-04-01");
  expect(flags(await answerIn(cwd)).planning).toEqual([
    "it said up after `2 weeks` before it was changed on 2026-04-01, when the numbers were there already",
  ]);
});

test("a star without numbers is told how they are begun, and nothing is found", async () => {
  const cwd = folderWith({ "northstar.yaml": readFileSync("examples/amplitude/northstar.yaml", "utf8") });
  const ran = await northstar(["evidence", "--strict"], { cwd });
  expect(ran).toMatchObject({ code: 0, stdout: "" });
  expect(ran.stderr).toContain("northstar.yaml has no numbers, and needs none");
  expect(existsSync(join(cwd, "northstar.lock"))).toBe(false);
  expect((await answerIn(cwd)).bets.every(({ verdict }) => verdict === null)).toBe(true);
});

test("each reason why a bet is not tested has its next step", async () => {
  const cwd = dinners();
  change(cwd, "northstar.yaml", "expect: { direction: up, after: 2 weeks }", "expect: { direction: up }");
  change(cwd, "northstar.yaml", "    expect: { direction: up, after: 1 week }\n", "");
  change(cwd, "northstar.yaml", "for: suggestions", "for: suggestion");
  writeFileSync(
    join(cwd, "data/new-subscriptions.csv"),
    `t,value\n${["01", "02", "03"].map((month) => `2026-${month}-01,5`).join("\n")}\n`,
  );
  const { bets } = await answerIn(cwd);
  expect(bets.map(({ reason }) => reason)).toEqual([
    "Planned Dinners Cooked is counted by the week and New subscriptions by the month: keep both by the month",
    "there are no numbers of Renewals yet",
    "it does not say after how long: add `after: 6 weeks` to `expect`",
    "`for: suggestion` names no Input of this file",
    "it does not say what to expect: for example `expect: { direction: up, after: 6 weeks }`",
  ]);
});

test("a series that cannot be read is shown with its line, and nothing is said of bets", async () => {
  const cwd = dinners();
  change(cwd, "data/new-subscriptions.csv", /\n2025-03-03,.*/, "\n2025-03-03,1,300");
  const ran = await northstar(["evidence", ...today], { cwd });
  expect(ran).toMatchObject({ code: 1, stdout: expect.stringContaining("data/new-subscriptions.csv") });
  expect(ran.stdout).not.toContain("supported");
});

test("windows that overlap are thinned, whoever says how long they are", async () => {
  const cwd = dinners();
  change(cwd, "northstar.yaml", "game: productivity", "game: productivity\nwindow: the previous 28 days");
  const byKey = await answerIn(cwd);
  expect(byKey.bets[2]?.test).toMatchObject({ stride: 4, lag: 1 });
  expect(byKey.bets[2]?.verdict).toBe("too short");
  change(cwd, "northstar.yaml", "window: the previous 28 days\n", "");
  change(cwd, "northstar.yaml", "dinners in the week", "dinners in the previous 14 days");
  expect((await answerIn(cwd)).bets[2]?.test).toMatchObject({ stride: 2, lag: 1 });
});

test("a bet on less of something expects the opposite way", async () => {
  const cwd = dinners();
  change(
    cwd,
    "northstar.yaml",
    "if: more households plan three dinners",
    "if: fewer households plan three dinners",
  );
  expect(wordsOf(await answerIn(cwd)).planning).toBe("contradicted");
  change(cwd, "northstar.yaml", "direction: up, after: 2 weeks", "direction: down, after: 2 weeks");
  expect(wordsOf(await answerIn(cwd)).planning).toBe("supported");
});

test("running totals and Inputs that move together are told", async () => {
  const cwd = dinners();
  const rows = readFileSync(join(cwd, "data/planning-households.csv"), "utf8").trim().split("\n").slice(1);
  const put = (name: string, value: (own: number, at: number) => number) =>
    writeFileSync(
      join(cwd, `data/${name}.csv`),
      `t,value\n${rows.map((row, at) => `${row.slice(0, 10)},${value(Number(row.slice(11)), at)}`).join("\n")}\n`,
    );
  put("suggestions-taken", (own, at) => own * 3 + (at % 5));
  put("complete-shopping", (_, at) => 1000 + at * at);
  const { inputs, series } = await answerIn(cwd);
  expect(inputs.filter(({ together }) => together).map(({ id }) => id)).toEqual(["planning", "suggestions"]);
  expect(series.filter(({ runningTotal }) => runningTotal).map(({ id }) => id)).toEqual(["shopping"]);
  const { stdout } = await northstar(["evidence", "--no-lock", ...today], { cwd });
  expect(stdout.replace(/\s+/g, " ")).toContain(
    "Planning households and Suggestions taken move together (1.00",
  );
  expect(stdout.replace(/\s+/g, " ")).toContain("Complete shopping behaves like a running total");
});

test("nothing that a name says becomes a part of a page", async () => {
  const cwd = dinners();
  change(cwd, "northstar.yaml", "name: Planning households", 'name: "Plan <b>x</b> [l](javascript:1) | *y*"');
  const page = await northstar(["evidence", "--no-lock", "-f", "markdown", ...today], { cwd });
  expect(page.stdout).not.toMatch(/<b>|(?<!\\)\[l\]|(?<!\\)\*y/);
});

test("fits into 40 columns", async () => {
  const { stdout } = await northstar(["evidence", "--no-lock", ...today], {
    cwd: dinners(),
    env: { COLUMNS: "40" },
  });
  expect(stdout.split("\n").filter((line) => line.length > 40)).toEqual([]);
});

test("what experiments showed stands first, each by itself, and changes no word", async () => {
  const cwd = dinners();
  const before = await answerIn(cwd);
  change(
    cwd,
    "northstar.yaml",
    / {4}readout:\n(?: {6}- .*\n)+/,
    `    readout:
      - { date: 2026-03-16, effect: 1.25, low: -0.6, high: 3 }
      - { date: 2026-05-04, effect: 3.1, low: 0.9, high: 5.3, unit: "<i>%", says: "In *season*.", link: "https://example.org/17" }
      - { date: 2026-09-07, effect: -2100, low: -3000, high: -1000 }
`,
  );
  const after = await answerIn(cwd);
  expect(wordsOf(after)).toEqual(wordsOf(before));
  const readouts = after.bets.find((bet) => bet.for === "suggestions")?.readouts;
  expect(readouts?.map(({ effect, unit, link }) => [effect, unit, link])).toEqual([
    [1.25, null, null],
    [3.1, "<i>%", "https://example.org/17"],
    [-2100, null, null],
  ]);
  const page = await northstar(["evidence", "--no-lock", "-f", "markdown", ...today], { cwd });
  const [, said = ""] = page.stdout.split("Suggestions taken → Planned Dinners Cooked");
  expect(said.slice(0, said.indexOf("inconclusive") - 4).trim()).toBe(
    `- experiment of 2026-03-16: +1.25 (−0.6 to +3), which may be nothing
- experiment of 2026-05-04: +3.1 &lt;i&gt;% (+0.9 to +5.3), as expected; [example.org/17](https://example.org/17); In \\*season\\*.
- experiment of 2026-09-07: −2,100 (−3,000 to −1,000), against what is expected`,
  );
  change(
    cwd,
    "northstar.yaml",
    / {4}expect: \{ direction: up, after: 3 weeks \}\n {4}readout/,
    "    readout",
  );
  const bare = await northstar(["evidence", "--no-lock", "-f", "markdown", ...today], { cwd });
  expect(bare.stdout).toMatch(/2026-05-04.*, a rise;[\s\S]*2026-09-07.*, a fall/);
});
