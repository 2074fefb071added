/** What comes of a series that was measured before, and is measured again. */
import { dayNumber } from "../file/calendar.js";
import { weekdayNameOf } from "./periods.js";
import { longestSpan, readSeries, type Series, writeSeries } from "./series.js";

/** The file as it should be, and what is different in it. */
export interface Merged {
  series: Series;
  /** Points that were there already with another value. */
  revised: readonly { t: string; before: number; after: number }[];
  added: number;
  /** Points that the file has and the measurement has not. They stay, so that no short answer takes history away. */
  kept: number;
}

/**
 * Puts what was measured now over what was measured before. Refused, with the reason, where both cannot be one series:
 * other periods, or weeks that begin on another day.
 */
export function merge(before: Series | undefined, now: Series, today: string): Merged | { refused: string } {
  const former = new Map(before?.points.map(({ t, value }) => [t, value]));
  const measured = new Map(now.points.map(({ t, value }) => [t, value]));
  if (before && before.points.length > 1 && now.points.length > 1 && before.grain !== now.grain)
    return { refused: `its periods are ${before.grain}s, and those measured now are ${now.grain}s` };
  const [weekday, other] = [before && weekdayNameOf(before), weekdayNameOf(now)];
  if (weekday && other && weekday !== other)
    return { refused: `its weeks begin on a ${weekday}, and those measured now on a ${other}` };
  const all = [...new Map([...former, ...measured])].map(([t, value]) => ({ t, value }));
  const points = all.sort((a, b) => (a.t < b.t ? -1 : 1));
  const last = dayNumber(points.at(-1)?.t ?? "") ?? 0;
  const recent = points.filter(({ t }) => last - (dayNumber(t) ?? 0) <= longestSpan);
  const series = readSeries(writeSeries({ points: recent }), today);
  if (Array.isArray(series)) return { refused: series[0]?.message ?? "" };
  return {
    series,
    revised: now.points.flatMap(({ t, value }) => {
      const earlier = former.get(t);
      return earlier === undefined || earlier === value ? [] : [{ t, before: earlier, after: value }];
    }),
    added: now.points.filter(({ t }) => !former.has(t)).length,
    kept: series.points.filter(({ t }) => !measured.has(t)).length,
  };
}
