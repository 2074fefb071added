/** Offsets in a text as lines and columns. */
import type { Position, Range } from "./problem.js";

export interface Lines {
  /** The position of an offset (UTF-16 units from 0). A byte order mark takes no column, nor does a line break. */
  position(offset: number): Position;
  /** The offset of a position in the text. */
  offset(position: Position): number;
  /** From one offset up to another; a range never ends before it starts. */
  range(from: number, to: number): Range;
  /** The text of a line, by its number from 1, without its line break. */
  line(number: number): string;
  /** The offset at which the text of the offset's line ends, before its line break. */
  lineEnd(offset: number): number;
  /** The offset at which the offset's line starts. */
  lineStart(offset: number): number;
  /** The offset at which the line before the offset's line starts; the first line has none. */
  lineBefore(offset: number): number | undefined;
  /** The offset at which the line after the offset's line starts, or the end of the text. */
  nextLine(offset: number): number;
}

/** The lines of a text; they end in LF or CRLF. */
export function linesOf(text: string): Lines {
  const starts = [text.startsWith("\uFEFF") ? 1 : 0];
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) starts.push(at + 1);

  return { position, offset, range, line, lineStart, lineEnd, lineBefore, nextLine };

  function position(offset: number): Position {
    const index = lineOf(offset);
    const column = Math.min(offset, endOf(index)) - startOf(index);
    return { line: index + 1, column: Math.max(0, column) + 1 };
  }

  function offset({ line, column }: Position): number {
    return startOf(line - 1) + column - 1;
  }

  function range(from: number, to: number): Range {
    return { start: position(from), end: position(Math.max(from, to)) };
  }

  function line(number: number): string {
    const start = startOf(number - 1);
    return text.slice(start, lineEnd(start));
  }

  function lineStart(offset: number): number {
    return startOf(lineOf(offset));
  }

  function lineBefore(offset: number): number | undefined {
    const index = lineOf(offset);
    return index === 0 ? undefined : startOf(index - 1);
  }

  function nextLine(offset: number): number {
    return starts[lineOf(offset) + 1] ?? text.length;
  }

  function lineEnd(offset: number): number {
    return endOf(lineOf(offset));
  }

  function endOf(index: number): number {
    const next = starts[index + 1];
    if (next === undefined) return text.length;
    return text[next - 2] === "\r" ? next - 2 : next - 1;
  }

  function startOf(index: number): number {
    return starts[index] ?? 0;
  }

  function lineOf(offset: number): number {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (startOf(middle) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}
