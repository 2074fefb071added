/** Holds faults and rules against their own examples: the expectation stands below the wrong line. */
import { expect } from "vitest";
import type { Northstar } from "../src/file/northstar.js";
import type { Problem, RuleDoc } from "../src/file/problem.js";
import { starIn } from "../src/lint/check.js";
import type { AnyRule } from "../src/lint/rule.js";
import { systems } from "../src/metrics/metric.js";
import { type LookedUpSources, unresolved } from "../src/metrics/source.js";
import type { CodeOwners } from "../src/work/code-owners.js";

/** What is known of the metrics that a rule's examples name: that they are found, and what the rule says of them. */
export function lookedUpFor({ lookedUp = {} }: Pick<AnyRule, "lookedUp">): LookedUpSources {
  const metrics = Object.entries(lookedUp).flatMap(([name, { accepted: _, ...facts }]) =>
    systems.map((system) => ({ ...unresolved({ system, name }, "yes", "target/manifest.json"), ...facts })),
  );
  const accepted = Object.entries(lookedUp).flatMap(([name, { accepted }]) =>
    accepted === undefined ? [] : [["metric", { system: "dbt", name, hash: accepted }] as const],
  );
  return { metrics, accepted: Object.fromEntries(accepted), lockFault: null };
}

/** What the file of a rule's examples said before, for a rule about changes. */
export function beforeOf({ before }: Pick<AnyRule, "before">): { before?: Northstar | undefined } {
  return before === undefined ? {} : { before: starIn(completed(before.trim())) };
}

/** Whom the CODEOWNERS that a rule's examples are held against names. */
export function codeOwnersFor({ ownedBy }: Pick<AnyRule, "ownedBy">): CodeOwners | undefined {
  return ownedBy && { file: "CODEOWNERS", owners: ownedBy };
}

const marker = /^#(?:\^+| +\^+) .*$/;

/**
 * Asserts that a fault's bad example has exactly the problems of that fault that are marked in it, and its
 * good one has none. A mark is a line `#     ^^^^ message` below the wrong line: the message word for word,
 * the carets under the columns (to the end of the line for a place of several lines). A place that starts in
 * column 1 is marked `#^^^`, where the `#` stands for the first caret. Marks are taken out before `check`.
 */
export function demonstrate(fault: RuleDoc, check: (text: string) => readonly Problem[]): void {
  const bad = unmark(fault.bad);
  expect(marked(bad, found(bad)), `the bad example of ${fault.id}`).toBe(fault.bad.trim());
  expect(fault.bad, `a mark in the bad example of ${fault.id}`).toMatch(new RegExp(marker, "m"));
  const good = unmark(fault.good);
  expect(marked(good, found(good)), `the good example of ${fault.id}`).toBe(fault.good.trim());

  function found(text: string): Problem[] {
    return check(text).filter((problem) => problem.rule === fault.id);
  }
}

/** An example without its marks and without the line breaks around it. */
export function unmark(example: string): string {
  return example
    .trim()
    .split("\n")
    .filter((line) => !marker.test(line))
    .join("\n");
}

/** A text with a mark for every problem. */
export function marked(text: string, problems: readonly Problem[]): string {
  return text
    .split("\n")
    .flatMap((line, index) => [
      line,
      ...problems.filter(({ range }) => range.start.line === index + 1).map((each) => markFor(each, line)),
    ])
    .join("\n");
}

function markFor({ message, range: { start, end } }: Problem, line: string): string {
  const last = end.line === start.line ? end.column : line.length + 1;
  const carets = "^".repeat(Math.max(1, last - start.column));
  if (start.column === 2 || (start.column === 1 && carets.length === 1))
    throw new Error(`A place in column ${start.column} cannot be marked; change the example: ${message}`);
  return start.column === 1
    ? `#${carets.slice(1)} ${message}`
    : `#${" ".repeat(start.column - 2)}${carets} ${message}`;
}

const defaults = {
  name: "Weekly Learning Users",
  definition:
    "The count of active users who have shared a learning that at least two other people consumed in the previous seven days.",
  game: "productivity",
  inputs: `
  - id: broadcasts
    name: Broadcasted Learnings
    definition: Charts, dashboards and notebooks consumed by two or more people in seven days.
    factor: depth
    owner: Sharing pod
  - id: activation
    name: Activated Organizations
    definition: New organizations in which three people have run a query in their first week.
    factor: breadth
    owner: Onboarding pod
  - id: consumption
    name: Consumption of Learnings
    definition: Times a week that a person opens a learning somebody else has shared.
    factor: frequency
    owner: Reading pod`,
};

/** A part of a file as a whole file: harmless values for the required keys it lacks, after its last line. */
export function completed(part: string): string {
  const missing = Object.entries(defaults).filter(([key]) => !new RegExp(`^${key}:`, "m").test(part));
  return [part, ...missing.map(([key, value]) => `${key}: ${value}`)].join("\n");
}
