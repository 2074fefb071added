/** What an engine answered to a query, as a series. */
import { thousands } from "../file/text.js";
import { missingFault, numberFault } from "./import.js";
import { mostRows } from "./query.js";
import { dayFault, isNothing, readSeries, roundedValue, type Series, writeSeries } from "./series.js";

/** A day and a value as text; null is what SQL calls so. */
export type AnswerRow = readonly [t: string | null, value: string | null];

/** How many rows that are wrong are told. */
const mostTold = 3;

/** The rows as a series without a period that is not over; or why they are none, in words for people. */
export function answerOf(rows: readonly AnswerRow[], today: string): Series | { refused: string } {
  if (rows.length === 0) return { refused: "it gives no rows" };
  if (rows.length > mostRows)
    return {
      refused: `it gives more than ${thousands(mostRows)} rows; give one for each day, week, month or quarter`,
    };
  const faults = rows.flatMap((row) => rowFault(row) ?? []);
  if (faults.length > 0) {
    const more = faults.length > mostTold ? `, and ${faults.length - mostTold} more rows are wrong` : "";
    return { refused: `${faults.slice(0, mostTold).join("; ")}${more}` };
  }
  const points = rows
    .map(([t, value]) => ({ t: t ?? "", value: roundedValue(Number(value)) }))
    .sort((a, b) => (a.t < b.t ? -1 : a.t > b.t ? 1 : 0));
  const twice = points.find(({ t }, index) => points[index + 1]?.t === t);
  if (twice) return { refused: `it gives ${twice.t} twice; group by the period` };
  const series = readSeries(writeSeries({ points }), today);
  if (Array.isArray(series)) return { refused: series[0]?.message ?? "" };
  return series.points.length > 0 ? series : { refused: "none of the periods that it gives is over" };
}

function rowFault([t, value]: AnswerRow): string | undefined {
  if (t === null || isNothing(t)) return "a row has no day (NULL); leave such rows out";
  const wrongDay = dayFault(t);
  if (wrongDay) return wrongDay;
  const text = value ?? "NULL";
  return missingFault(text, t) ?? numberFault(text);
}
