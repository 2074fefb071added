/** A mistake at offsets of a text, before it becomes a problem. */
import type { Lines } from "./lines.js";
import { type Correction, type Path, type Problem, problem, type Related, type RuleDoc } from "./problem.js";

export interface Mistake {
  rule: RuleDoc;
  from: number;
  to: number;
  message: string;
  path?: Path;
  related?: readonly Related[];
  fix?: Correction;
}

export function problemOf(
  { rule, from, to, message, path = [], related = [], fix }: Mistake,
  lines: Lines,
): Problem {
  return problem(rule, { path, range: lines.range(from, to), related }, message, { ...(fix && { fix }) });
}

/** A fix that writes `text` between two offsets. */
export function fixOf(title: string, safe: boolean, start: number, end: number, text: string): Correction {
  return { title, safe, edits: [{ start, end, text }] };
}

/** A fix that puts what stands between two offsets in double quotes. */
export function quotesAround(text: string, start: number, end: number): Correction {
  return fixOf("put it in quotes", true, start, end, JSON.stringify(text.slice(start, end)));
}
