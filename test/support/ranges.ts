import type { Position, Range } from "../../src/file/problem.js";

/** The offset of a position in a text; throws for one that is outside of it. */
function offsetOf(text: string, { line, column }: Position): number {
  const lines = text.replace(/^\uFEFF/, "").split("\n");
  const own = line < lines.length ? lines[line - 1]?.replace(/\r$/, "") : lines[line - 1];
  if (own === undefined || column < 1 || column > own.length + 1)
    throw new Error(`${line}:${column} is outside of the text`);
  const before = lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0);
  return before + column - 1 + (text.startsWith("\uFEFF") ? 1 : 0);
}

/** The text that a range covers; throws for one that is outside of the text or ends before it starts. */
export function covered(text: string, { start, end }: Range): string {
  const [from, to] = [offsetOf(text, start), offsetOf(text, end)];
  if (to < from) throw new Error("the range ends before it starts");
  return text.slice(from, to);
}
