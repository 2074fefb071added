/** What a YAML parser complains about, in the words of someone who does not know YAML. */
import * as faults from "./faults.js";
import type { Lines } from "./lines.js";
import { type Problem, problem } from "./problem.js";

/** What a parser says: a code, a place as offsets, and its own words. */
export interface SyntaxFault {
  code: string;
  message: string;
  pos: readonly [number, number];
}

/** Names the mistake that a parser stumbled over, where it was made. */
export function explainSyntax({ pos, message }: SyntaxFault, text: string, lines: Lines): Problem {
  const start = Math.min(pos[0], text.length);
  const range = lines.range(start, Math.min(Math.max(pos[1], start), lines.lineEnd(start)));
  return problem(faults.notYaml, { path: [], range, related: [] }, `this is not YAML: ${message}`);
}
