/** CSV as programs that ask a warehouse print it: psql, bq, snow, trino, mf, clickhouse-client, duckdb. */
import { dayNumber } from "../file/calendar.js";
import { linesOf } from "../file/lines.js";
import { backticked } from "../file/message-text.js";
import type { Problem } from "../file/problem.js";
import { checkText } from "../file/text.js";
import {
  dayFault,
  isEndless,
  isNothing,
  type LineFault,
  problemAt,
  roundedValue,
  rowsIn,
  type Series,
  type SeriesLine,
  seriesOf,
  textLines,
  valueFault,
} from "./series.js";

/** A field of a line, and where it stands (from 0). */
interface Field {
  text: string;
  from: number;
  to: number;
}

/**
 * Reads a day and a value from each line behind a header, or says what is wrong with it. Quotes, times at midnight, any
 * order of the lines and any names of the two columns are understood, and `value,t` is turned round. What says that there
 * is no number is refused by its name: a gap is a line that is left out, not one that is empty.
 */
export function readImport(text: string, today: string): Series | Problem[] {
  const lines = linesOf(text);
  const unreadable = checkText(text, lines);
  if (unreadable.length > 0) return unreadable;
  const all = textLines(text);
  const start = Math.max(
    0,
    all.findIndex((line) => line.trim() !== ""),
  );
  const end = all.findLastIndex((line) => line.trim() !== "");
  const line = all[start] ?? "";
  const header = fieldsIn(line);
  const wrong = headerMistake(header, line);
  if (wrong) return [problemAt({ message: wrong, from: 0, to: line.length }, start + 1, lines)];
  const names = header.map((field) => field.text.trim().toLowerCase());
  const isTurned = names[0] === "value" && names[1] === "t";
  const read = rowsIn(all.slice(start + 1, end + 1), start + 2, lines, (each) => importedRow(each, isTurned));
  if ("wrong" in read) return read.wrong;
  const rows = read.rows.sort((a, b) => a.day - b.day || a.line - b.line);
  return seriesOf(rows, today, lines);
}

function headerMistake(fields: readonly Field[], line: string): string | undefined {
  const [first, second] = fields;
  if (line.trim() === "") return "nothing came; the first line names the two columns, `t,value`";
  if (/^\s*[<{[]/.test(line)) return "this is no CSV, but an answer of another kind; ask the program for CSV";
  if (fields.length > 2)
    return `${fields.length} columns; a series has a day and a value, and no people: select these two alone`;
  if (!first || !second) return "no two columns with a comma between them; ask the program for CSV";
  if (!dayFault(dayIn(first.text)))
    return "the first line names the columns, and here is a point already; ask the program for a header";
  return undefined;
}

function importedRow(line: string, isTurned: boolean): Omit<SeriesLine, "line"> | LineFault {
  const fields = fieldsIn(line);
  const [first, second, ...more] = isTurned ? fields.reverse() : fields;
  if (!first || !second || more.length > 0)
    return {
      message: `${backticked(line)} is not a day, a comma and a value; let the program print nothing else`,
      from: 0,
      to: line.length,
    };
  const t = dayIn(first.text);
  const wrongDay = importedDayFault(t);
  if (wrongDay) return { message: wrongDay, from: first.from, to: first.to };
  const value = second.text.trim();
  const wrong = missingFault(value, t) ?? numberFault(value);
  if (wrong) return { message: wrong, from: second.from, to: second.to };
  return { day: dayNumber(t) ?? 0, value: roundedValue(Number(value)) };
}

function importedDayFault(t: string): string | undefined {
  if (isNothing(t)) return "no day; leave such lines out in the query";
  if (/^\d{4}-\d\d-\d\d[T ]/.test(t))
    return `${backticked(t)} has a time that is not midnight; cast it to a date in the query`;
  return dayFault(t);
}

/** Why there is no number for a day, or undefined where there may be one. */
export function missingFault(value: string, t: string): string | undefined {
  if (isNothing(value))
    return `${value === "" ? "nothing" : backticked(value)} stands for the value of ${t}; leave such periods out in the query, which makes them gaps`;
  if (isEndless(value))
    return `${backticked(value)} stands for the value of ${t}, where the query divides by 0; leave such periods out in the query, which makes them gaps`;
  return undefined;
}

/** Why a text is no number, where one with a plus, needless zeros or no zero before the point is one, too. */
export function numberFault(text: string): string | undefined {
  const fault = valueFault(text);
  const isNumber = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,3})?$/i.test(text);
  return fault && isNumber && !valueFault(String(Number(text))) ? undefined : fault;
}

/** A day, where it is written with a time at midnight, too. */
function dayIn(text: string): string {
  const midnight =
    /^(\d{4}-\d\d-\d\d)[T ]00:00(?::00(?:\.0+)?)?(?: ?(?:Z|[A-Za-z]+(?:\/\w+)?|[+-]\d\d(?::?\d\d)?))?$/;
  const trimmed = text.trim();
  return midnight.exec(trimmed)?.[1] ?? trimmed;
}

/** The fields of a line: what stands in quotes may have commas, and two quotes for one. */
function fieldsIn(line: string): Field[] {
  const fields: Field[] = [];
  const pattern = /(?:"((?:[^"]|"")*)"|([^,]*))(,|$)/y;
  for (let from = 0; ; from = pattern.lastIndex) {
    const [all, quoted, bare = "", end] = pattern.exec(line) ?? [
      line.slice(from),
      undefined,
      line.slice(from),
      "",
    ];
    const to = from + all.length - (end?.length ?? 0);
    fields.push({ text: quoted?.replaceAll('""', '"') ?? bare, from, to });
    if (end !== ",") return fields;
  }
}
