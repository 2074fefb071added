/** What a metric was in each period, as a reviewed file has it: CSV with the two columns `t` and `value`. */
import { dateOf, dayNumber } from "../file/calendar.js";
import { badSeries } from "../file/faults.js";
import { type Lines, linesOf } from "../file/lines.js";
import { backticked } from "../file/message-text.js";
import { type Problem, problem } from "../file/problem.js";
import { checkText } from "../file/text.js";
import { type Grain, grainOf, misfitsIn, nextPeriod } from "./periods.js";

/** One value for each period; a period that is missing is a gap and never 0. */
export interface Series {
  grain: Grain;
  /** In the order of time, each period once. */
  points: readonly Observation[];
}

/** What was counted in a period. */
export interface Observation {
  /** The first day of the period, as YYYY-MM-DD. */
  t: string;
  value: number;
}

/** The first line of every series. */
const seriesHeader = "t,value";

/** How many problems of a file are told: the first few show what is wrong with the others. */
const mostProblems = 20;

/** How many years lie between the first point and the last at most, and how many days. */
const mostYears = 10;
export const longestSpan = mostYears * 366;

/** A line that could be read, and where it stands. */
export interface SeriesLine {
  day: number;
  value: number;
  /** Of the line, from 1. */
  line: number;
}

/** What is wrong in one line, from one column up to another (from 0). */
export interface LineFault {
  message: string;
  from: number;
  to: number;
}

/**
 * Reads a series, or says what is wrong with it at its line and column. `today` (YYYY-MM-DD) decides whether the last
 * period is over: one that is not is left out. Nothing is guessed: no other separator, no other form of a day.
 */
export function readSeries(text: string, today: string): Series | Problem[] {
  const lines = linesOf(text);
  const unreadable = checkText(text, lines);
  if (unreadable.length > 0) return unreadable;
  const [first = "", ...others] = textLines(text);
  const header = headerFault(first);
  if (header) return [problemAt(header, 1, lines)];
  const rows = rowsIn(others, 2, lines, rowIn);
  return "wrong" in rows ? rows.wrong : seriesOf(rows.rows, today, lines);
}

/** What stands in lines, of which the first has the number `start`, by what reads one; or the first problems of them. */
export function rowsIn(
  texts: readonly string[],
  start: number,
  lines: Lines,
  read: (line: string) => Omit<SeriesLine, "line"> | LineFault,
): { rows: SeriesLine[] } | { wrong: Problem[] } {
  const rows: SeriesLine[] = [];
  const wrong: Problem[] = [];
  for (const [index, text] of texts.entries()) {
    const row = read(text);
    if (!("message" in row)) rows.push({ ...row, line: index + start });
    else if (wrong.push(problemAt(row, index + start, lines)) >= mostProblems) break;
  }
  return wrong.length > 0 ? { wrong } : { rows };
}

/** A series as the text of its file. */
export function writeSeries({ points }: Pick<Series, "points">): string {
  return [seriesHeader, ...points.map(({ t, value }) => `${t},${value}`), ""].join("\n");
}

/** The lines of a text; the line break at its end begins no other. */
export function textLines(text: string): string[] {
  const lines = text.replace(/^\uFEFF/, "").split(/\r?\n/);
  if (lines.at(-1) === "") lines.pop();
  return lines;
}

/** Rows as a series without a last period that is not over; or what is wrong between them. */
export function seriesOf(rows: readonly SeriesLine[], today: string, lines: Lines): Series | Problem[] {
  const wrong = [...wrongOrder(rows, today, lines)];
  if (wrong.length > 0) return wrong.slice(0, mostProblems);
  const days = rows.map(({ day }) => day);
  const grain = grainOf(days);
  const misfits = misfitsIn(days, grain).flatMap((message, index) =>
    message === undefined ? [] : [problemAt({ message, from: 0, to: 10 }, rows[index]?.line ?? 1, lines)],
  );
  if (misfits.length > 0) return misfits.slice(0, mostProblems);
  const now = dayNumber(today) ?? 0;
  const over = rows.filter(({ day }) => nextPeriod(day, grain) <= now);
  return { grain, points: over.map(({ day, value }) => ({ t: dateOf(day), value })) };
}

/** Points that stand twice, before an earlier one, too far apart, or after today: a day later may be today elsewhere. */
function* wrongOrder(rows: readonly SeriesLine[], today: string, lines: Lines): Iterable<Problem> {
  const now = dayNumber(today) ?? 0;
  const last = rows.at(-1)?.day ?? 0;
  for (const [index, { day, line }] of rows.entries()) {
    const before = rows[index - 1];
    const message =
      before?.day === day
        ? `${dateOf(day)} stands in line ${before.line} already; keep one of the two`
        : before && before.day > day
          ? `${dateOf(day)} lies before the line above; sort the lines by their day`
          : day > now + 1
            ? `${dateOf(day)} lies in the future; a series holds what was counted`
            : undefined;
    if (message) yield problemAt({ message, from: 0, to: 10 }, line, lines);
  }
  const [first] = rows;
  if (first && last - first.day > longestSpan)
    yield problemAt(
      {
        message: `from here to the last line are more than ${mostYears} years; keep the last ${mostYears}`,
        from: 0,
        to: 10,
      },
      first.line,
      lines,
    );
}

/** A fault in a line as a problem. */
export function problemAt({ message, from, to }: LineFault, line: number, lines: Lines): Problem {
  const start = lines.offset({ line, column: from + 1 });
  const range = lines.range(start, lines.offset({ line, column: to + 1 }));
  return problem(badSeries, { path: [], range, related: [] }, message);
}

function headerFault(line: string): LineFault | undefined {
  if (line === seriesHeader) return undefined;
  return { message: headerMessage(line), from: 0, to: line.length };
}

function headerMessage(line: string): string {
  if (line.trim() === "") return `the first line is \`${seriesHeader}\`, and here is none; write it`;
  if (/^["']?\d/.test(line))
    return `the first line is \`${seriesHeader}\`, and here is a point already; write it above`;
  if (/^t[;\t|]value$/i.test(line))
    return `a comma stands between the columns; write \`${seriesHeader}\`, and commas in all lines`;
  if (line.split(",").length > 2)
    return `a series has the two columns \`${seriesHeader}\` and no others, so that it holds no people; leave the others out`;
  return `the first line is \`${seriesHeader}\`, not ${backticked(line)}; write it so`;
}

/** A day and a value, or what is wrong with them. */
function rowIn(line: string): Omit<SeriesLine, "line"> | LineFault {
  const whole = { from: 0, to: line.length };
  if (line.trim() === "") return { message: "an empty line; take it out", ...whole };
  const [day = "", value, ...more] = line.split(",");
  const quote = line.search(/["']/);
  if (quote >= 0)
    return { message: "a quotation mark; days and values have none", from: quote, to: quote + 1 };
  const wrongDay = dayFault(day);
  if (wrongDay) return { message: wrongDay, from: 0, to: day.length };
  const from = day.length + 1;
  if (value === undefined)
    return { message: "no comma behind the day; write the day, a comma and the value", ...whole };
  if (more.length > 0)
    return {
      message: `more than one comma: ${backticked(line.slice(from))} is not one value; write it with digits alone, and a full stop before decimals`,
      from,
      to: line.length,
    };
  const wrongValue = valueFault(value);
  if (wrongValue) return { message: wrongValue, from: value === "" ? from - 1 : from, to: line.length };
  return { day: dayNumber(day) ?? 0, value: Number(value) };
}

/** Why a text is no day, or undefined where it is one. */
export function dayFault(text: string): string | undefined {
  if (/^\d{4}-\d\d-\d\d$/.test(text))
    return dayNumber(text) === null ? `no calendar has the day ${text}` : undefined;
  const [, day] = /^(\d{4}-\d\d-\d\d)[T ]/.exec(text) ?? [];
  if (day) return `${backticked(text)} has a time; write the day alone: ${day}`;
  return `${backticked(text)} is not a day as year, month and day; write it like 2026-01-05`;
}

/** Why a text is no value, or undefined where it is one. */
export function valueFault(text: string): string | undefined {
  if (isNothing(text))
    return `${text === "" ? "no value" : backticked(text)} for this period; leave the line out, which makes it a gap`;
  if (isEndless(text))
    return `${backticked(text)} is not a number; leave the line out, or mend what divides by nothing`;
  if (!/^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d{1,3})?$/.test(text))
    return `${backticked(text)} is not a number in digits; write it like 1300 or 0.25`;
  const value = Number(text);
  if (!Number.isFinite(value) || (Number.isInteger(value) && !Number.isSafeInteger(value)))
    return `${backticked(text)} is larger than can be kept exactly; count in thousands or millions`;
  return undefined;
}

/** Whether a text is one of the words by which programs say that there is no value. */
export function isNothing(text: string): boolean {
  return /^(?:|\\N|null|<null>|none|n\/?a|\(null\))$/i.test(text.trim());
}

/** Whether a text is one of the words for what is no number or has no end. */
export function isEndless(text: string): boolean {
  return /^[+-]?(?:nan|inf|infinity)$/i.test(text.trim());
}

/**
 * A number as it is kept: whole ones as they are, others with twelve digits. The last digits of a sum of decimals depend
 * on the order in which an engine adds, and would tell of changes that are none.
 */
export function roundedValue(value: number): number {
  return Number.isInteger(value) ? value : Number(value.toPrecision(12));
}
