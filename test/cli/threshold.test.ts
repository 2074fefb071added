/** When a run fails: by severity, by number, and whatever the report looks like. */
import { expect, test } from "vitest";
import { type FailOn, outcomeOf, thresholds } from "../../src/cli/host/threshold.js";
import { problem, type Severity, severities } from "../../src/file/problem.js";
import { catalogue } from "../../src/lint/catalogue.js";
import { reportFormatNames } from "../../src/report/formats.js";
import { folderWith } from "../support/folder.js";
import { northstar } from "../support/world.js";

const inputs = ["A", "B", "C"].map(
  (name) =>
    `  - { name: ${name} orders, definition: Orders that guests complete in ${name} a week., owner: ${name} }`,
);
const star = (name: string) =>
  [
    `name: ${name}`,
    "definition: The number of guests who receive an order on time in a week.",
    "game: transaction",
    "results: [{ name: Renewals }]",
    "inputs:",
    ...inputs,
    "checklist: { value: Fed., strategy: Plans., leading: Renewals., actionable: Recipes., understandable: Dinners., measurable: Events., vanity: Eaten. }",
    "",
  ].join("\n");

/** A file whose gravest problem is of each severity. */
const files: Record<Severity | "none", string> = {
  none: star("Weekly Served Guests"),
  note: star("Weekly Served Guests").replace(", owner: A", ""),
  warning: star("Weekly Served Guests").replace(" vanity: Eaten.", ""),
  error: "name: [\n",
};

test.each(thresholds)("--fail-on %s", async (threshold) => {
  for (const [gravest, text] of Object.entries(files)) {
    const cwd = folderWith({ "northstar.yaml": text });
    const fails =
      gravest !== "none" &&
      threshold !== "never" &&
      severities.indexOf(gravest as Severity) <= severities.indexOf(threshold);
    for (const format of reportFormatNames)
      for (const more of [[], ["--quiet"]]) {
        const { code } = await northstar(["lint", "--fail-on", threshold, "-f", format, ...more], { cwd });
        expect(code, `${gravest} in ${format} ${more}`).toBe(fails ? 1 : 0);
      }
  }
});

test("--quiet reports errors only, and tells when something else failed the run", async () => {
  const cwd = folderWith({ "a.yaml": files.warning, "b.yaml": files.error });
  const { stdout, stderr } = await northstar(["lint", "--quiet", "-f", "json", "a.yaml", "b.yaml"], { cwd });
  expect(JSON.parse(stdout).summary).toMatchObject({ files: 2, errors: 1, warnings: 0, notes: 0 });
  expect(stderr).toBe("");
  const loud = await northstar(["lint", "--quiet", "--fail-on", "note", "a.yaml"], { cwd });
  expect(loud.stderr).toMatch(/^northstar: failed on 1 warning.*, which --quiet does not show\n$/);
});

test("a missing file stays exit code 2 whatever the threshold", async () => {
  const cwd = folderWith({ "a.yaml": files.error });
  for (const more of [[], ["--fail-on", "never"], ["--max-warnings", "0"]])
    expect((await northstar(["lint", "a.yaml", "b.yaml", ...more], { cwd })).code).toBe(2);
});

test("warnings are counted over all files", () => {
  const fault = catalogue.find(({ severity }) => severity === "warning");
  if (!fault) throw new Error("there is no warning to count");
  const start = { line: 1, column: 1 };
  const warning = problem(fault, { path: [], range: { start, end: start }, related: [] }, "a warning");
  const held = (count: number, failOn: FailOn = "error") => ({
    problems: Array.from({ length: count }, () => warning),
    failOn,
  });
  expect(outcomeOf([held(2), held(2)], { maxWarnings: 4 })).toMatchObject({ code: 0 });
  expect(outcomeOf([held(2), held(3)], { maxWarnings: 4 })).toMatchObject({
    code: 1,
    reason: "5 warnings, and --max-warnings allows 4",
  });
  expect(outcomeOf([held(1)], { maxWarnings: 0, quiet: true }).reason).toBe(
    "1 warning, and --max-warnings allows 0; leave out --quiet to see it",
  );
  expect(outcomeOf([held(1, "never")], { maxWarnings: 0 }).code).toBe(1);
  expect(outcomeOf([held(1, "never"), held(1, "warning")]).code).toBe(1);
});

test("a run that fails on less than errors says which configuration wants it, unless the call does", async () => {
  const cwd = folderWith({
    "a/northstar.yaml": files.warning,
    "a/northstar.config.yaml": "fail: warning\n",
    "b/northstar.yaml": files.warning,
    "b/northstar.config.yaml": "extends: ../team.yaml\n",
    "team.yaml": "extends: strict\n",
  });
  const told = async (...args: string[]) => (await northstar(["lint", ...args], { cwd })).stderr;
  expect(await told("a")).toMatch(
    /^northstar: failed on \d+ warnings?, as `fail: warning` in a\/northstar\.config\.yaml:1 says$/m,
  );
  expect(await told()).toMatch(/says; failed on \d+ warnings?, as `extends: strict` in team\.yaml:1 says$/m);
  expect(await told("--fail-on", "warning")).toBe("");
  expect(await told("--fail-on", "error")).toBe("");
  expect(await told("a", "--quiet")).toMatch(/failed on \d+ warnings?, which --quiet does not show$/m);
});

test("a quiet report of several files speaks of errors alone", async () => {
  const cwd = folderWith({ "a.northstar.yaml": files.warning, "b.northstar.yaml": files.warning });
  for (const format of ["pretty", "markdown"]) {
    const { stdout } = await northstar(["lint", "--quiet", "-f", format], { cwd });
    expect(stdout).toContain("2 files, 2 without errors");
    expect(stdout).not.toContain("ithout problems");
  }
});

test("a configuration's own number of warnings counts for the files that it counts for", async () => {
  const one = { "northstar.yaml": files.warning, "northstar.config.yaml": "fail: { max-warnings: 1 }\n" };
  const nested = (folder: string, most: number) => ({
    [`${folder}/northstar.yaml`]: files.warning,
    [`${folder}/other.northstar.yaml`]: files.warning,
    [`${folder}/northstar.config.yaml`]: `fail:\n  max-warnings: ${most}\n`,
  });
  const cwd = folderWith({ ...one, ...nested("a", 2), ...nested("b", 1) });
  const run = async (...args: string[]) => {
    const { code, stderr } = await northstar(["lint", "-f", "gitlab", ...args], { cwd });
    return [code, stderr];
  };
  expect(await run("northstar.yaml", "a")).toEqual([0, ""]);
  expect(await run()).toEqual([
    1,
    "northstar: 2 warnings, and `max-warnings` in b/northstar.config.yaml:2 allows 1\n",
  ]);
  // What the command line says counts more, and for all of them together.
  expect(await run("--max-warnings", "5")).toEqual([0, ""]);
  expect(await run("--max-warnings", "4")).toEqual([
    1,
    "northstar: 5 warnings, and --max-warnings allows 4\n",
  ]);
});

test("a configuration that another builds upon keeps what that one does not say of failing", async () => {
  const cwd = folderWith({
    "northstar.yaml": files.warning,
    "base.yaml": "fail: { on: never, max-warnings: 7 }\n",
    "northstar.config.yaml": "extends: ./base.yaml\nfail: warning\n",
  });
  expect((await northstar(["lint"], { cwd })).code).toBe(1);
  const { stdout } = await northstar(["lint", "--print-config"], { cwd });
  expect(stdout).toMatch(
    /^fail:\n {2}on: warning +# northstar.config.yaml:2\n {2}max-warnings: 7 +# base.yaml:1\n/,
  );
});

test("as many problems are mended as the report says", async () => {
  const cwd = folderWith({
    "northstar.yaml": files.none.replace("game: transaction", "game: Transaction"),
  });
  const before = await northstar(["lint"], { cwd });
  expect(before.stdout).toContain("\n1 can be mended by northstar lint --fix\n");
  const { summary } = JSON.parse((await northstar(["lint", "-f", "json"], { cwd })).stdout);
  expect(summary.fixable).toBe(1);
  const after = await northstar(["lint", "--fix"], { cwd });
  expect(after.stderr).toBe("northstar: fixed 1 problem in northstar.yaml\n");
  expect(after.stdout).not.toContain("can be mended");
});

const risky =
  "name: Monthly Recurring Revenue\ndefinition: Revenue in the month.\ngame: transaction\ninputs: []\n";

test("a fix that changes what is said is counted apart", async () => {
  const cwd = folderWith({ "northstar.yaml": risky });
  const { stdout } = await northstar(["lint"], { cwd });
  expect(stdout).toMatch(/\n\d can be mended by northstar lint --fix=all\n\d of 7 points met.*\n$/);
  const { summary } = JSON.parse((await northstar(["lint", "-f", "json"], { cwd })).stdout);
  expect(summary.fixable).toBe(0);
});
