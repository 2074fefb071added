/** Problems and fixes as plain data, the only thing that crosses to reports, exit codes and editors. */
import type { Change } from "./change.js";
import type { Path } from "./path.js";

export type { Path } from "./path.js";

/** `error` breaks a checklist point, `warning` puts it in doubt, `note` asks the team a question. */
export type Severity = "error" | "warning" | "note";
export const severities: readonly Severity[] = ["error", "warning", "note"];

/** The seven points of the North Star Checklist (playbook, chapter 2), in the playbook's order. */
export const points = [
  "value",
  "strategy",
  "leading",
  "actionable",
  "understandable",
  "measurable",
  "vanity",
] as const;
export type Point = (typeof points)[number];

/** Where a rule belongs: a checklist point, or a part of the file (the statement is the name with its definition). */
export const parts = [...points, "statement", "inputs", "bets", "review", "format"] as const;
export type Part = (typeof parts)[number];

/** Line and column start at 1; columns count UTF-16 units. */
export interface Position {
  line: number;
  column: number;
}

/** From `start` up to, not including, `end`. */
export interface Range {
  start: Position;
  end: Position;
}

/** Replaces the text from offset `start` up to `end` (UTF-16 units from 0) with `text`. */
export interface Edit {
  start: number;
  end: number;
  text: string;
}

/** What would fix a problem, by the value or, where there is none yet, by the text. A safe one keeps what is said. */
export type Fix = Suggestion | Correction;

/** What should be different in the value. */
export interface Suggestion {
  title: string;
  safe: boolean;
  changes: readonly Change[];
}

/** What should be different in the text. */
export interface Correction {
  title: string;
  safe: boolean;
  edits: readonly Edit[];
}

/** high: there is no doubt, or rules and model agree; medium: one of them is sure; low: they disagree. */
export type Confidence = "high" | "medium" | "low";

/** Another place that belongs to a problem. */
export interface Related {
  message: string;
  path: Path;
  range: Range;
}

/** What is found, where, and what would fix it. What is true of every problem of a rule stands in its {@link RuleDoc}. */
export interface Problem {
  /** The rule's id; stable, unlike the wording. */
  rule: string;
  point: Point | null;
  severity: Severity;
  message: string;
  path: Path;
  range: Range;
  related: readonly Related[];
  fix?: Fix;
  /** How sure it is that a coach would object; high where nothing is said. */
  confidence?: Exclude<Confidence, "high">;
  /** Which row of the table of verdicts made it so (src/lint/verdicts.ts); missing where there was nothing to weigh. */
  verdict?: string;
  /** What a comment of the file says to it, where one does; such a problem is not reported. */
  answer?: string;
}

/** What is known of a rule before any file is read: the source of its documentation. What keeps a file from being read has one, too. */
export interface RuleDoc {
  /** Names the fault, so that "ignore X" reads well. */
  id: string;
  part: Part;
  severity: Severity;
  /** The fault in a few words, without a full stop. */
  summary: string;
  /** Why it matters, in Markdown. */
  why: string;
  /** The rewrite question, or null where there is nothing to rethink (a typing error). */
  question: string | null;
  /** The playbook's chapter, or null where the playbook has no say (YAML). */
  chapter: number | null;
  /** A file, or a part of one, in which nothing is found. */
  good: string;
  /** A file, or a part of one, with the message under the exact columns (test/rules.test.ts). */
  bad: string;
}

/** A place in the file, as {@link Problem} wants it. */
export type Place = Pick<Problem, "path" | "range" | "related">;

/** What a rule finds at a place: the one way to make a problem. */
export function problem(
  rule: RuleDoc,
  place: Place,
  message: string,
  { point, fix }: { point?: Point | null; fix?: Fix } = {},
): Problem {
  const { id, severity, part } = rule;
  return {
    rule: id,
    point: point === undefined ? pointOf(part) : point,
    severity,
    message,
    ...place,
    ...(fix && { fix }),
  };
}

/** The checklist point a part is, or null for a part of the file. */
export function pointOf(part: Part): Point | null {
  return points.find((point) => point === part) ?? null;
}

/** A problem by its rule and its place, for comparing two judgements of one value: the message may differ. */
export function ruleAndPath({ rule, path }: Pick<Problem, "rule" | "path">): string {
  return `${rule} ${JSON.stringify(path)}`;
}

/** The order of a report: by place, then severity, then rule. */
export function compareProblems(a: Problem, b: Problem): number {
  return (
    a.range.start.line - b.range.start.line ||
    a.range.start.column - b.range.start.column ||
    severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
    (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0) ||
    (a.message < b.message ? -1 : a.message > b.message ? 1 : 0)
  );
}
