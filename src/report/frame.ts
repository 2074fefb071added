/** A place in a file as a picture: its lines, with the exact span underlined. */
import type { Range } from "../file/problem.js";
import { signsOf, visible, widthOf, wrap } from "./text.js";

/** A place that is shown: the one that is meant, or another that belongs to it and says why. */
export interface Mark {
  range: Range;
  /** Stands beside the underline. */
  label?: string;
}

export type Paint = (text: string) => string;

export interface FrameStyle {
  /** Columns of the whole frame. */
  width: number;
  /** Digits that line numbers are padded to. */
  digits: number;
  /** Colours of line numbers and bars, of the span that is meant, and of the others. */
  gutter: Paint;
  main: Paint;
  other: Paint;
}

/** More lines of one span than this are left out in the middle. */
const most = 5;
const tab = 4;

/** The lines of a text as frames count them; a byte order mark belongs to none. */
export function splitLines(text: string): string[] {
  return text.replace(/^\uFEFF/, "").split(/\r?\n/);
}

/** The line before each mark, the marked lines, and underlines. The first mark is the one that is meant. */
export function frame(lines: readonly string[], marks: readonly Mark[], style: FrameStyle): string[] {
  const ellipsis = `${" ".repeat(style.digits + 1)}${style.gutter("⋮")}`;
  return marks.flatMap((mark, index) => {
    const picture = markedLines(
      lines,
      mark,
      index === 0 ? style.main : style.other,
      index === 0 ? "^" : "-",
      style,
    );
    return index === 0 ? picture : [ellipsis, ...picture];
  });
}

function markedLines(
  lines: readonly string[],
  mark: Mark,
  paint: Paint,
  stroke: string,
  style: FrameStyle,
): string[] {
  const { start, end } = mark.range;
  // A span that ends before the first sign of a line ends on the line above.
  const last = end.column === 1 && end.line > start.line ? end.line - 1 : end.line;
  const room = style.width - style.digits - 3;
  const before = (lines[start.line - 2] ?? "").trim() === "" ? [] : [codeLine(start.line - 1, "│")];
  if (last > start.line) {
    const all = Array.from({ length: last - start.line + 1 }, (_, index) => start.line + index);
    const shown = all.length > most ? [...all.slice(0, most - 2), undefined, ...all.slice(-1)] : all;
    const body = shown.map((line) =>
      line === undefined ? gutter("", paint("⋮")) : codeLine(line, paint("┃")),
    );
    return [...before, ...body, ...labelLines(0)];
  }
  const text = lines[start.line - 1] ?? "";
  const to = end.line > start.line ? text.length + 1 : end.column;
  const { shown, from, length } = viewOf(text, start.column - 1, to - 1, room);
  const underline = " ".repeat(from) + stroke.repeat(length);
  const beside = mark.label !== undefined && widthOf(underline) + 1 + widthOf(mark.label) <= room;
  return [
    ...before,
    gutter(String(start.line), style.gutter("│"), shown),
    gutter("", style.gutter("│"), paint(beside ? `${underline} ${visible(mark.label ?? "")}` : underline)),
    ...(beside ? [] : labelLines(from)),
  ];

  function codeLine(line: number, bar: string): string {
    const text = lines[line - 1] ?? "";
    return gutter(String(line), bar === "│" ? style.gutter(bar) : bar, viewOf(text, 0, 0, room).shown);
  }

  function labelLines(from: number): string[] {
    if (mark.label === undefined) return [];
    const indent = Math.min(from, Math.floor(room / 3));
    return wrap(mark.label, room - indent).map((line) =>
      gutter("", style.gutter("│"), `${" ".repeat(indent)}${paint(line)}`),
    );
  }

  function gutter(number: string, bar: string, text = ""): string {
    return `${style.gutter(number.padStart(style.digits))} ${bar} ${text}`.trimEnd();
  }
}

/** What of a line is shown, and where in it the span is, in columns. */
interface View {
  shown: string;
  from: number;
  length: number;
}

/** The part of a line around the span from one UTF-16 offset up to another that fits into `room` columns. */
function viewOf(line: string, from: number, to: number, room: number): View {
  // Nothing farther away than this can be shown, and a line may be very long.
  const reach = 8 * room;
  const start = boundary(line, from - reach);
  const end = boundary(line, Math.min(to, from + reach) + reach);
  const cells = cellsOf(line.slice(start, end), start);
  const total = cells.reduce((sum, cell) => sum + cell.width, 0);
  if (start === 0 && end === line.length && total <= room) return seen(cells, "", "");

  const before = cells.filter((cell) => cell.at < from);
  const spanned = cells.filter((cell) => cell.at >= from && cell.at < to);
  const widthBefore = widthOfCells(before);
  const widthSpan = Math.max(1, widthOfCells(spanned));
  let left = 0;
  if (start > 0 || widthBefore + widthSpan > room - 1) {
    const context = Math.max(Math.floor(room / 5), Math.floor((room - 2 - widthSpan) / 2));
    let kept = widthBefore;
    while (left < before.length && kept > context) kept -= cells[left++]?.width ?? 0;
  }
  const lead = left > 0 || start > 0 ? "…" : "";
  const kept = cells.slice(left);
  const space = room - lead.length;
  if (end === line.length && widthOfCells(kept) <= space) return seen(kept, lead, "");
  let right = 0;
  for (let width = 0; right < kept.length; right++) {
    width += kept[right]?.width ?? 0;
    if (width > space - 1) break;
  }
  return seen(kept.slice(0, right), lead, "…");

  function seen(cells: readonly Cell[], lead: string, tail: string): View {
    const inside = cells.filter((cell) => cell.end > from && cell.at < Math.max(to, from + 1));
    const before = cells.filter((cell) => cell.end <= from);
    return {
      shown: `${lead}${cells.map((cell) => cell.text).join("")}${tail}`,
      from: lead.length + widthOfCells(before),
      length: Math.max(1, to > from ? widthOfCells(inside) : 1),
    };
  }
}

/** A sign of a line as it is shown. */
interface Cell {
  text: string;
  width: number;
  /** UTF-16 offsets in the line. */
  at: number;
  end: number;
}

function cellsOf(line: string, offset: number): Cell[] {
  let column = 0;
  return signsOf(line).map((sign) => {
    const text = sign.text === "\t" ? " ".repeat(tab - (column % tab)) : visible(sign.text);
    const width = widthOf(text);
    column += width;
    return { text, width, at: offset + sign.at, end: offset + sign.at + sign.text.length };
  });
}

function widthOfCells(cells: readonly Cell[]): number {
  return cells.reduce((sum, cell) => sum + cell.width, 0);
}

/** The nearest offset inside the line that does not cut a surrogate pair. */
function boundary(line: string, offset: number): number {
  const inside = Math.min(Math.max(offset, 0), line.length);
  return /[\uDC00-\uDFFF]/.test(line[inside] ?? "") ? inside - 1 : inside;
}
