/** Days as whole numbers, so that they can be compared and added to; no clock and no time zone. */

/** The day's number, or null for a day that no calendar has (2026-02-30, 2026-13-01). */
export function dayNumber(date: string): number | null {
  const [year, month, day] = parts(date);
  const exists = month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
  return exists ? numberOf(year, month, day) : null;
}

/** Whether a text is a day of the calendar, as YYYY-MM-DD. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && dayNumber(text) !== null;
}

/** The day that lies a duration ("6 months") after a date; a day that its month lacks becomes the last one. */
export function dayAfter(date: string, duration: string): number {
  return shifted(date, duration, 1);
}

/** The day that lies a duration before a date. */
export function dayBefore(date: string, duration: string): number {
  return shifted(date, duration, -1);
}

function shifted(date: string, duration: string, way: 1 | -1): number {
  const [year, month, day] = parts(date);
  const [, digits = "0", unit = "day"] = duration.match(/^(\d+) (day|week|month|quarter|year)/) ?? [];
  const count = Number(digits) * way;
  if (unit === "day") return numberOf(year, month, day) + count;
  if (unit === "week") return numberOf(year, month, day) + count * 7;
  const monthsPerUnit = unit === "month" ? 1 : unit === "quarter" ? 3 : 12;
  const months = year * 12 + (month - 1) + count * monthsPerUnit;
  const [endYear, endMonth] = [Math.floor(months / 12), months - Math.floor(months / 12) * 12 + 1];
  return numberOf(endYear, endMonth, Math.min(day, daysIn(endYear, endMonth)));
}

/** A day's number as YYYY-MM-DD. */
export function dateOf(number: number): string {
  const date = new Date(number * millisecondsPerDay);
  return `${String(date.getUTCFullYear()).padStart(4, "0")}-${date.toISOString().slice(-19, -14)}`;
}

const millisecondsPerDay = 86_400_000;

function parts(date: string): [year: number, month: number, day: number] {
  const [year = 0, month = 1, day = 1] = date.split("-");
  return [Number(year), Number(month), Number(day)];
}

function numberOf(year: number, month: number, day: number): number {
  // Date.UTC would take the years 0 to 99 for those of the twentieth century.
  return new Date(0).setUTCFullYear(year, month - 1, day) / millisecondsPerDay;
}

const daysOfMonths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function daysIn(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 && isLeap ? 29 : (daysOfMonths[month - 1] ?? 0);
}
