/** Which column the lines of a text start in, read line by line: for texts that YAML gives up on. */
import type { Lines } from "./lines.js";

/** What a line starts with. */
export interface Line {
  start: number;
  /** Where the line ends, without spaces and comment. */
  end: number;
  indent: number;
  /** Whether it starts with a dash or a key; undefined for any other text. */
  kind: "dash" | "key" | undefined;
}

/** A column in which a line may start, and what starts there. */
export interface Level {
  column: number;
  kind: "dash" | "key";
  name: string;
}

/** The line of an offset. */
export function lineAt(text: string, offset: number, lines: Lines): Line {
  const start = lines.lineStart(offset);
  const end = textEnd(text, start, lines);
  const line = text.slice(start, end);
  const indent = line.search(/\S|$/);
  const kind = /^ *-(?: |$)/.test(line) ? "dash" : /^ *["'\w][^#]*?:(?: |$)/.test(line) ? "key" : undefined;
  return { start, end, indent, kind };
}

/** Whether a line starts where nothing of its kind can stand. */
export function isShifted(line: Line, levels: readonly Level[]): boolean {
  return (
    line.kind !== undefined &&
    levels.length > 0 &&
    !levels.some((level) => level.kind === line.kind && level.column === line.indent)
  );
}

/** Whether a line is the first item of a list below its key. */
export function opensList(text: string, { start, indent, kind }: Line, lines: Lines): boolean {
  const before = lines.lineBefore(start);
  if (kind !== "dash" || before === undefined) return false;
  const above = lineAt(text, before, lines);
  return above.kind === "key" && above.indent <= indent && text[above.end - 1] === ":";
}

/** The columns in which the lines start that a line could stand beside, from the nearest to the outermost. */
export function levelsAbove(text: string, offset: number, lines: Lines): Level[] {
  const levels: Level[] = [];
  let least = Number.POSITIVE_INFINITY;
  for (
    let start = lines.lineBefore(offset);
    start !== undefined && least > 0;
    start = lines.lineBefore(start)
  ) {
    for (const level of startsIn(text.slice(start, textEnd(text, start, lines))).reverse()) {
      if (level.column >= least) continue;
      levels.push(level);
      least = level.column;
    }
  }
  return levels;
}

/** What starts in a line: any dashes, and the key behind them. */
function startsIn(line: string): Level[] {
  const [prefix = ""] = /^ *(?:- +)*/.exec(line) ?? [];
  const rest = line.slice(prefix.length);
  const dashes = [...(rest === "-" ? `${prefix}-` : prefix).matchAll(/-/g)].map(({ index }) => index);
  const key = /^(?:[\w-]+|"[^"]*"|'[^']*')(?=:(?: |$))/.exec(rest)?.[0];
  return [
    ...dashes.map((column): Level => ({ column, kind: "dash", name: "the dash above" })),
    ...(key ? [{ column: prefix.length, kind: "key", name: `\`${key}\`` } satisfies Level] : []),
  ];
}

/** Where the text of a line ends, without spaces and comment. */
export function textEnd(text: string, from: number, lines: Lines): number {
  const line = text.slice(from, lines.lineEnd(from));
  return from + line.replace(/\s#.*$/, "").trimEnd().length;
}
