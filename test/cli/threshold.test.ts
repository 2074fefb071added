/** When a run fails: by severity, by number, and whatever the report looks like. */
import { expect, test } from "vitest";
import { outcomeOf, type Threshold, thresholds } from "../../src/cli/threshold.js";
import { problem, type Severity, severities } from "../../src/file/problem.js";
import { knownFaults } from "../../src/lint/known.js";
import { formatNames } from "../../src/report/formats.js";
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
    for (const format of formatNames)
      for (const more of [[], ["--quiet"]]) {
        const { code } = await northstar(["lint", "--fail-on", threshold, "-f", format, ...more], { cwd });
        expect(code, `${gravest} in ${format} ${more}`).toBe(fails ? 1 : 0);
      }
  }
});

test("--quiet reports errors only, and tells when something else failed the run", async () => {
  const cwd = folderWith({ "a.yaml": files.warning, "b.yaml": files.error });
  const { stdout, stderr } = await northstar(["lint", "--quiet", "-f", "json", "a.yaml", "b.yaml"], { cwd });
  expect(JSON.parse(stdout).summary).toEqual({ files: 2, errors: 1, warnings: 0, notes: 0 });
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
  const fault = knownFaults.find(({ severity }) => severity === "warning");
  if (!fault) throw new Error("there is no warning to count");
  const start = { line: 1, column: 1 };
  const warning = problem(fault, { path: [], range: { start, end: start }, related: [] }, "a warning");
  const held = (count: number, failOn: Threshold = "error") => ({
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
