/** Code frames: the lines of a problem with the exact span underlined. */
import { withoutPasswords } from "../file/passwords.js";
import type { Range } from "../file/problem.js";
import { isPlain, signsOf, visible, widthOf, wrap } from "./terminal-text.js";
import type { Paint } from "./terminal-theme.js";

/** A place that is shown: the one that is meant, or another that belongs to it and says why. */
export interface FrameMark {
  range: Range;
  /** Stands beside the underline. */
  label?: string;
}

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
const mostLines = 5;
const tab = 4;

/** The lines of a text as frames count and show them; a byte order mark belongs to none. */
export function splitLines(text: string): string[] {
  return withoutPasswords(text)
    .replace(/^\uFEFF/, "")
    .split(/\r?\n/);
}

/** The line before each mark, the marked lines, and underlines. The first mark is the one that is meant. */
export function codeFrame(
  lines: readonly string[],
  marks: readonly FrameMark[],
  style: FrameStyle,
): string[] {
  return marks.flatMap((mark, index) =>
    index === 0
      ? markedLines(lines, mark, "^", style.main, style)
      : [row("", style.gutter("⋮"), "", style), ...markedLines(lines, mark, "-", style.other, style)],
  );
}

function markedLines(
  lines: readonly string[],
  { range: { start, end }, label = "" }: FrameMark,
  stroke: string,
  paint: Paint,
  style: FrameStyle,
): string[] {
  const room = style.width - style.digits - 4;
  const bar = style.gutter("│");
  const lineAt = (number: number) => lines[number - 1] ?? "";
  const before = lineAt(start.line - 1).trim() === "" ? [] : [codeRow(start.line - 1, bar)];
  // A span that ends before the first sign of a line ends on the line above.
  const last = end.column === 1 && end.line > start.line ? end.line - 1 : end.line;
  if (last > start.line) {
    const spanned = ends(start.line, last).map((number) =>
      number === "left out" ? row("", paint("⋮"), "", style) : codeRow(number, paint("┃")),
    );
    return [...before, ...spanned, ...labelRows(0)];
  }

  const to = end.line > start.line ? lineAt(start.line).length : end.column - 1;
  const view = viewOf(lineAt(start.line), start.column - 1, to, room);
  const indent = widthOf(view.before);
  const underline = `${" ".repeat(indent)}${stroke.repeat(Math.max(1, widthOf(view.inside)))}`;
  const code = `${view.before}${paint(view.inside)}${view.after}`;
  const beside = label !== "" && widthOf(underline) + 1 + widthOf(label) <= room;
  return [
    ...before,
    row(String(start.line), bar, code, style),
    row("", bar, paint(beside ? `${underline} ${visible(label)}` : underline), style),
    ...(beside ? [] : labelRows(Math.min(indent, Math.floor(room / 3)))),
  ];

  function codeRow(number: number, bar: string): string {
    return row(String(number), bar, viewOf(lineAt(number), 0, 0, room).after, style);
  }

  function labelRows(indent: number): string[] {
    if (label === "") return [];
    return wrap(label, room - indent).map((line) =>
      row("", bar, `${" ".repeat(indent)}${paint(line)}`, style),
    );
  }
}

function row(number: string, bar: string, text: string, style: FrameStyle): string {
  return `${style.gutter(number.padStart(style.digits))} ${bar} ${text}`.trimEnd();
}

/** The numbers from `first` to `last`, without the middle of a long row. */
function ends(first: number, last: number): (number | "left out")[] {
  const count = last - first + 1;
  const all = Array.from({ length: Math.min(count, mostLines) }, (_, index) => first + index);
  return count <= mostLines ? all : [...all.slice(0, mostLines - 2), "left out", last];
}

/** A line as it is shown: the span, and what stands around it. */
interface View {
  before: string;
  inside: string;
  after: string;
}

/** As much of a line as fits into `room` columns, with the span from one UTF-16 offset up to another in sight. */
function viewOf(line: string, from: number, to: number, room: number): View {
  if (line.length <= room && isPlain(line))
    return {
      before: line.slice(0, from),
      inside: line.slice(from, to),
      after: line.slice(Math.max(from, to)),
    };
  // Nothing farther away than this can be shown, and a line may be very long.
  const reach = 8 * room;
  const start = boundary(line, from - reach);
  const end = boundary(line, Math.min(to, from + reach) + reach);
  const cells = cellsOf(line.slice(start, end), start);
  const before = cells.filter((cell) => cell.end <= from);
  const inside = cells.filter((cell) => cell.end > from && cell.at < to);
  const after = cells.slice(before.length + inside.length);

  const context = Math.max(Math.floor(room / 5), Math.floor((room - widthOfCells(inside)) / 2) - 1);
  const whole = start === 0 && end === line.length && widthOfCells(cells) <= room;
  const far = widthOfCells(before) > context && widthOfCells([...before, ...inside]) > room - 1;
  const shownBefore = !whole && (start > 0 || far) ? `…${textOf(lastOf(before, context))}` : textOf(before);
  const left = room - widthOf(shownBefore);
  if (end === line.length && widthOfCells([...inside, ...after]) <= left)
    return { before: shownBefore, inside: textOf(inside), after: textOf(after) };
  const shownInside = firstOf(inside, left - 1);
  const shownAfter = firstOf(after, left - 1 - widthOfCells(shownInside));
  return { before: shownBefore, inside: textOf(shownInside), after: `${textOf(shownAfter)}…` };
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

function textOf(cells: readonly Cell[]): string {
  return cells.map((cell) => cell.text).join("");
}

function widthOfCells(cells: readonly Cell[]): number {
  return cells.reduce((sum, cell) => sum + cell.width, 0);
}

function firstOf(cells: readonly Cell[], room: number): Cell[] {
  let width = 0;
  return cells.filter((cell) => {
    width += cell.width;
    return width <= room;
  });
}

function lastOf(cells: readonly Cell[], room: number): Cell[] {
  return firstOf([...cells].reverse(), room).reverse();
}

/** The nearest offset inside the line that does not cut a surrogate pair. */
function boundary(line: string, offset: number): number {
  const inside = Math.min(Math.max(offset, 0), line.length);
  return /[\uDC00-\uDFFF]/.test(line[inside] ?? "") ? inside - 1 : inside;
}
