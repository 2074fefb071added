/** What a team says of a rule counts for the problems and for the points alike. */
import { expect, test } from "vitest";
import type { Setting } from "../../src/config/config.generated.js";
import type { Severity } from "../../src/file/problem.js";
import { checkSource, type State } from "../../src/lint/check.js";
import { rules } from "../../src/lint/rules/index.js";
import { completed } from "../examples.js";

const text = completed("name: Monthly Recurring Revenue\ndefinition: Revenue of the month.\n");

function leading(severity: Setting | undefined): [Severity | undefined, State | undefined] {
  const { problems, points } = checkSource(text, {
    rules,
    today: "2026-11-02",
    ...(severity && { severities: { "lagging-metric": severity } }),
  });
  return [
    problems.find(({ rule }) => rule === "lagging-metric")?.severity,
    points.find(({ id }) => id === "leading")?.state,
  ];
}

test("the states of the points follow from the severities", () => {
  expect(leading(undefined)).toEqual(["error", "broken"]);
  expect(leading("error")).toEqual(["error", "broken"]);
  expect(leading("warning")).toEqual(["warning", "doubtful"]);
  expect(leading("note")).toEqual(["note", "open"]);
  expect(leading("off")).toEqual([undefined, "open"]);
});

test("a rule that is off does not run", () => {
  const loud = rules.map((rule) => ({
    ...rule,
    check(): never {
      throw new Error(`${rule.id} ran`);
    },
  }));
  const severities = Object.fromEntries(rules.map(({ id }) => [id, "off" as const]));
  expect(checkSource(text, { rules: loud, today: "2026-11-02", severities }).problems).toEqual([]);
  const german = checkSource(`language: de\n${text}`, { rules, today: "2026-11-02", severities });
  expect(german.skipped).toEqual([]);
});

/** A vanity name over a sound definition: a rule objects, and the model does not. */
const doubted = completed("name: WAU\ndefinition: Pupils who mastered at least one new topic in the week.\n");

function vanityName(severities: Record<string, Setting>): [Severity | undefined, string | undefined] {
  const { problems } = checkSource(doubted, { rules, today: "2026-11-02", severities });
  const found = problems.find(({ rule }) => rule === "vanity-name");
  return [found?.severity, found?.confidence];
}

test("what rules and model disagree on is asked, unless the team has decided how grave it is", () => {
  expect(vanityName({})).toEqual(["note", "low"]);
  // A configuration gives every rule a severity, and mostly its own.
  expect(vanityName(Object.fromEntries(rules.map(({ id, severity }) => [id, severity])))).toEqual([
    "note",
    "low",
  ]);
  expect(vanityName({ "vanity-name": "error" })).toEqual(["error", undefined]);
});
