/** Reads days and durations that are not in the one form that the format has for them. */

import { numberInWords } from "./message-text.js";

/** A day written in another order, as YYYY-MM-DD; undefined where day and month cannot be told apart. */
export function readDate(text: string): string | undefined {
  const [, year, month = "", day = ""] =
    /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$/.exec(text.trim()) ?? [];
  if (year) return dateOf(year, month, day);
  const [, first = "", sign, second = "", last] =
    /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})$/.exec(text.trim()) ?? [];
  if (last && (sign === "." || Number(first) > 12)) return dateOf(last, second, first);
  if (last && Number(second) > 12) return dateOf(last, first, second);
  return named(text.trim().toLowerCase());
}

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** "31 December 2026", "Dec 31, 2026". */
function named(text: string): string | undefined {
  const [, day = "", month = ""] =
    /^(\d{1,2})(?:st|nd|rd|th)?\.? ([a-z]{3})[a-z]*,? \d{4}$/.exec(text) ??
    /^(?=[a-z]+\.? (\d{1,2}))([a-z]{3})[a-z]*\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}$/.exec(text) ??
    [];
  return months.includes(month) ? dateOf(text.slice(-4), String(months.indexOf(month) + 1), day) : undefined;
}

function dateOf(year: string, month: string, day: string): string | undefined {
  const valid = Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= 31;
  return valid ? `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}` : undefined;
}

const units: Readonly<Record<string, string>> = { d: "day", w: "week", m: "month", q: "quarter", y: "year" };

const rhythms: Readonly<Record<string, string>> = {
  daily: "1 day",
  weekly: "1 week",
  fortnightly: "2 weeks",
  monthly: "1 month",
  quarterly: "1 quarter",
  annually: "1 year",
  yearly: "1 year",
};

/** A duration in other words, as a number and a unit; undefined where none can be made out. */
export function readDuration(text: string): string | undefined {
  const plain = text.trim().toLowerCase();
  if (Object.hasOwn(rhythms, plain)) return rhythms[plain];
  if (/^half (?:a|of a) year$/.test(plain)) return "6 months";
  const found =
    /^(?:every )?(\d{1,4}|[a-z]+) *-?(days?|d|weeks?|wks?|w|months?|mons?|mths?|mos?|m|quarters?|q|years?|yrs?|y)$/.exec(
      plain,
    );
  const single = /^(?:a|an|every) (day|week|month|quarter|year)$/.exec(plain);
  const [count, unit] =
    found && !single ? [countOf(found[1] ?? ""), units[found[2]?.[0] ?? ""]] : [1, single?.[1]];
  return unit && count > 0 ? `${count} ${unit}${count === 1 ? "" : "s"}` : undefined;
}

/** A number in digits or, up to ten, in words; 0 where it is none. */
function countOf(word: string): number {
  const written = Array.from({ length: 10 }, (_, index) => index + 1);
  return written.find((count) => numberInWords(count) === word) ?? (/^\d+$/.test(word) ? Number(word) : 0);
}
