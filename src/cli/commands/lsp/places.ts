/** Positions as editors count them: lines and characters from 0, in units of UTF-16 or UTF-8. */
import type { Position, Range } from "vscode-languageserver-protocol";

export type Encoding = "utf-16" | "utf-8";

export interface Places {
  positionOf(offset: number): Position;
  /** From one offset up to another. */
  rangeOf(from: number, to: number): Range;
  /** What lies beyond a line means its end, and what lies beyond the text the end of that. */
  offsetOf(position: Position): number;
}

/** The places of a text, whose lines end in LF, CRLF or CR. Offsets count UTF-16 units from 0. */
export function placesIn(text: string, encoding: Encoding): Places {
  const starts = startsIn(text);
  return { positionOf, offsetOf, rangeOf: (from, to) => ({ start: positionOf(from), end: positionOf(to) }) };

  function positionOf(offset: number): Position {
    const line = lineOf(offset);
    const start = starts[line] ?? 0;
    const end = Math.min(offset, endOf(line));
    const character = encoding === "utf-16" ? end - start : Buffer.byteLength(text.slice(start, end));
    return { line, character };
  }

  function offsetOf({ line, character }: Position): number {
    if (!(line < starts.length)) return text.length;
    const start = starts[Math.max(0, line)] ?? 0;
    const end = endOf(Math.max(0, line));
    if (encoding === "utf-16") return Math.min(start + Math.max(0, character), end);
    let offset = start;
    for (let bytes = 0; offset < end; ) {
      const code = text.codePointAt(offset) ?? 0;
      bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
      if (bytes > character) break;
      offset += code < 0x10000 ? 1 : 2;
    }
    return offset;
  }

  function endOf(line: number): number {
    const next = starts[line + 1];
    if (next === undefined) return text.length;
    return text[next - 1] === "\n" && text[next - 2] === "\r" ? next - 2 : next - 1;
  }

  function lineOf(offset: number): number {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

function startsIn(text: string): number[] {
  const starts = [0];
  if (text.includes("\r"))
    for (const { 0: end, index } of text.matchAll(/\r\n?|\n/g)) starts.push(index + end.length);
  else for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}
