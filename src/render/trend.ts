/** What documents show of a series: its last value, how it changed, and its line. */
import { dateOf, dayNumber } from "../file/calendar.js";
import { nextPeriod } from "../series/periods.js";
import type { Series } from "../series/series.js";
import { changeOver } from "../series/summary.js";
import { counted, dateText, fill, inLocale, numberText, type Wording } from "./words/words.js";

/** A series at a glance, in the words of a document. */
export interface TrendView {
  /** The first day of each period of the last 52 weeks, as YYYY-MM-DD, in the order of time. */
  days: readonly string[];
  /** What was measured in each of them; null where nothing was. */
  values: readonly (number | null)[];
  /** At which of them, from 0, a bet that it rests on was closed. */
  closed: readonly number[];
  /** The last value: "10,310". */
  last: string;
  /** When that was: "week from 2026-10-26". */
  period: string;
  /** "+3.7% in 4 weeks", of 4 and of 12 weeks where there is something to compare with. */
  changes: readonly string[];
  /** The last value and its latest change, where there is little room: "10,310, +3.7% in 4 weeks". */
  brief: string;
  /** All of it in a sentence. */
  told: string;
}

/** How a series is shown. */
export interface TrendLook {
  words: Wording;
  /** The days on which bets were closed that it rests on. */
  closed: readonly string[];
  /** Whether its first value is called 100, and no other number is shown. */
  isIndex: boolean;
}

const weeksShown = 52;

/** A series as it is shown; null where it has no value, or none that an index could be made of. */
export function trendOf(series: Series, { words, closed, isIndex }: TrendLook): TrendView | null {
  const first = series.points[0]?.value ?? 0;
  const last = series.points.at(-1);
  if (!last || (isIndex && first <= 0)) return null;
  const shown = isIndex ? (value: number) => (value / first) * 100 : (value: number) => value;
  const days = daysOf(series);
  const values = new Map(series.points.map(({ t, value }) => [t, shown(value)]));
  const value = numberText(isIndex ? Math.round(shown(last.value)) : last.value, words);
  const { trend } = words;
  const period = fill(trend[series.grain], { text: dateText(last.t, words) });
  const changes = [4, 12].flatMap((weeks) => changeText(series, weeks, isIndex, words));
  const lastText = isIndex ? fill(trend.index, { text: value }) : value;
  return {
    days,
    values: days.map((day) => values.get(day) ?? null),
    closed: periodsOf(closed, days),
    last: lastText,
    period,
    changes,
    brief: [lastText, ...changes.slice(0, 1)].join(words.labels.comma),
    told: [fill(words.labels.aside, { text: lastText, aside: period }), ...changes].join(words.labels.comma),
  };
}

/** The first days of all periods of the last 52 weeks, with those of which nothing is known. */
function daysOf({ grain, points }: Series): string[] {
  const end = dayNumber(points.at(-1)?.t ?? "") ?? 0;
  const start = points.map(({ t }) => dayNumber(t) ?? 0).find((day) => day > end - weeksShown * 7) ?? end;
  const days: string[] = [];
  for (let day = start; day <= end; day = nextPeriod(day, grain)) days.push(dateOf(day));
  return days;
}

/** In which of some periods days lie; those before all of them lie in none. */
function periodsOf(days: readonly string[], starts: readonly string[]): number[] {
  const places = days.map((day) => starts.findLastIndex((start) => start <= day));
  return [...new Set(places)].filter((place) => place >= 0).sort((a, b) => a - b);
}

function changeText(series: Series, weeks: number, isIndex: boolean, words: Wording): string[] {
  const change = changeOver(series, weeks);
  if (!change) return [];
  const { share, from, to } = change;
  if (share === undefined && isIndex) return [];
  const text = inLocale(words.locale, (language) =>
    share === undefined
      ? new Intl.NumberFormat(language, { signDisplay: "exceptZero", maximumFractionDigits: 2 }).format(
          to.value - from.value,
        )
      : new Intl.NumberFormat(language, {
          style: "percent",
          signDisplay: "exceptZero",
          maximumFractionDigits: Math.abs(share) < 0.1 ? 1 : 0,
        }).format(share),
  );
  return [counted(words, words.trend.change, weeks, { text })];
}
