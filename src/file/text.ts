/** What can be said of a text before it is read as YAML. */
import * as faults from "./faults.js";
import { linesOf } from "./lines.js";
import { type Fault, type Problem, problem } from "./problem.js";

/** The longest text that is read, in UTF-16 units. */
export const longest = 1_000_000;

/** What keeps a text from being read at all: its size, or characters that nobody can see. */
export function checkText(text: string): Problem[] {
  if (text.length > longest) return [tooLarge(text.length)];
  return [];
}

function tooLarge(length: number): Problem {
  const size = length.toLocaleString("en");
  return atStart(
    faults.tooLarge,
    `the file has ${size} characters and at most ${longest.toLocaleString("en")} are read; is it the right file?`,
  );
}

function atStart(fault: Fault, message: string): Problem {
  return problem(fault, { path: [], range: linesOf("").range(0, 0), related: [] }, message);
}
