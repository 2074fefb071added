/** What a post tells of some days: what was learned, what starts, what moved, what is due, and who is asked. */
import { type StarChange, starChanges } from "../diff/star-changes.js";
import { dueIn, nextDay } from "../editing/due.js";
import { dateOf, dayNumber } from "../file/calendar.js";
import { type Bet, isOpen, type Northstar, type Readout } from "../file/northstar.js";
import type { Path } from "../file/problem.js";
import { type Limit, limitsIn } from "../lint/limits.js";
import { nextPeriod } from "../series/periods.js";
import type { Series } from "../series/series.js";
import { patience, periodsBehind } from "../series/summary.js";
import { thingsOf } from "../series/things.js";
import { ownersIn } from "../work/owners.js";
import { type Movement, movementsOf } from "./movement.js";

/** What a week is told from. */
export interface WeekData {
  star: Northstar;
  /** The first day of the post, as YYYY-MM-DD. */
  from: string;
  /** The day of the post. */
  to: string;
  /** The North Star as it was before; without it, the days in the file alone tell what is new. */
  before?: { star: Northstar; commit: string } | undefined;
  /** Series by what they are of: `metric`, or the id of an Input or result. */
  series?: ReadonlyMap<string, Series> | undefined;
}

/** A bet with its place in the file, and who answers for it. */
export interface ToldBet {
  path: Path;
  bet: Bet;
  owner: string | null;
}

/** Something that the team knows now. */
export type Lesson =
  | { kind: "readout"; date: string; path: Path; bet: Bet; readout: Readout }
  | ({ kind: "bet"; date: string; outcome: NonNullable<Bet["outcome"]> } & ToldBet)
  | { kind: "answer"; date: string | null; path: Path; question: string; answer: string }
  | { kind: "former" | "considered"; date: string | null; path: Path; name: string; reason: string | null };

/** Something that somebody has to do. */
export type DueThing =
  /** A bet to look at on a day; null where it is done and waits for a verdict without a day. */
  | ({ kind: "bet"; day: string | null } & ToldBet)
  /** The review of the North Star itself. */
  | { kind: "review"; day: string; path: Path; owner: string | null }
  | { kind: "limit"; path: Path; limit: Limit; owner: string | null }
  /** A series that ends too early. */
  | { kind: "series"; path: Path; id: string; name: string; last: string; owner: string | null };

/** All of it, uncut. */
export interface Week {
  name: string;
  from: string;
  to: string;
  /** The commit that these days are compared with; null where the days in the file alone tell what is new. */
  before: string | null;
  learned: readonly Lesson[];
  /** Bets that somebody works on from now on; known where there is an earlier version. */
  started: readonly ToldBet[];
  /** Everything else that says something else than before. */
  changed: readonly StarChange[];
  moved: readonly Movement[];
  due: readonly DueThing[];
  /** Who is asked for something, each once, in the order of what is due. */
  asked: readonly string[];
  /** The next day after those on which somebody looks; null where none is set. */
  next: string | null;
}

/**
 * What is new against an earlier version, or what the file itself dates in the days from `from` up to `to`; and what is
 * due until as many days later.
 */
export function weekOf({ star, from, to, before, series: all = new Map() }: WeekData): Week {
  const changes = before ? starChanges(before.star, star) : null;
  const series = new Map([...all].map(([id, each]) => [id, until(each, to)] as const));
  const due =
    star.status === "retired" ? [] : [...dueThings(star, from, to), ...staleSeries(star, series, to)];
  return {
    name: star.name,
    from,
    to,
    before: before?.commit ?? null,
    learned: lessonsOf(star, from, to, changes),
    started: changes ? startedIn(changes, star, to) : [],
    changed: (changes ?? []).filter((change) => !isLesson(change) && !isStart(change)),
    moved: movementsOf(star, series, from, to),
    due,
    asked: [...new Set(due.flatMap(({ owner }) => owner ?? []))],
    next: nextDay(star, lastDay(from, to)) ?? null,
  };
}

/** What of a series was over on a day. */
function until({ grain, points }: Series, day: string): Series {
  const end = dayNumber(day) ?? 0;
  return { grain, points: points.filter(({ t }) => nextPeriod(dayNumber(t) ?? 0, grain) <= end) };
}

/** A post looks as many days ahead as it looks back. */
function lastDay(from: string, to: string): string {
  const [start, end] = [dayNumber(from) ?? 0, dayNumber(to) ?? 0];
  return dateOf(end + Math.min(Math.max(end - start, 0), mostAhead));
}

/** Nobody plans in a weekly post what a year brings. */
const mostAhead = 31;

/** What the team knows now: of the lists that keep it, what is new; readouts have a day of their own each. */
function lessonsOf(
  star: Northstar,
  from: string,
  to: string,
  changes: readonly StarChange[] | null,
): Lesson[] {
  const fresh = changes && new Set(changes.filter(isLesson).map(({ path }) => path.join(".")));
  const isIn = (date: string | undefined) => date !== undefined && date >= from && date <= to;
  const isNew = (path: Path, date: string | undefined) => (fresh ? fresh.has(path.join(".")) : isIn(date));
  const metrics = (kind: "former" | "considered", key: "history" | "considered") =>
    (star[key] ?? []).flatMap(({ date = null, name, reason = null }, index): Lesson[] => {
      const path = [key, index];
      return isNew(path, date ?? undefined) ? [{ kind, date, path, name, reason }] : [];
    });
  return [
    ...betsOf(star, to).flatMap(({ bet, path, owner }): Lesson[] => {
      const { outcome } = bet;
      if (!outcome || !isNew(path, outcome.date)) return [];
      return [{ kind: "bet", date: outcome.date, outcome, bet, path, owner }];
    }),
    ...(star.bets ?? []).flatMap((bet, index) =>
      (bet.readout ?? []).flatMap((readout, number): Lesson[] => {
        const path = ["bets", index, "readout", number];
        return isIn(readout.date) ? [{ kind: "readout", date: readout.date, path, bet, readout }] : [];
      }),
    ),
    ...metrics("former", "history"),
    ...metrics("considered", "considered"),
    ...(star.reviews ?? []).flatMap(({ date = null, question, answer }, index): Lesson[] => {
      const path = ["reviews", index];
      return isNew(path, date ?? undefined) ? [{ kind: "answer", date, path, question, answer }] : [];
    }),
  ];
}

/** Whether a change is something that was learned. */
function isLesson({ kind, after }: StarChange): boolean {
  if (/^(?:answer|former|considered)-added$/.test(kind)) return true;
  return /^bet-(?:closed|added)$/.test(kind) && (after as Bet | undefined)?.outcome !== undefined;
}

/** Whether somebody works on a bet from then on. */
function isStart({ kind, after }: StarChange): boolean {
  if (kind === "bet-started") return true;
  const bet = after as Bet | undefined;
  return /^bet-(?:added|reopened)$/.test(kind) && bet?.stage === "active" && isOpen(bet);
}

function startedIn(changes: readonly StarChange[], star: Northstar, today: string): ToldBet[] {
  const started = new Set(changes.filter(isStart).map(({ path }) => path.join(".")));
  return betsOf(star, today).filter(({ path }) => started.has(path.join(".")));
}

/** Every bet with its place and whoever has it; closed ones are nobody's any more. */
function betsOf(star: Northstar, today: string): ToldBet[] {
  const owners = ownerByPlace(star, today);
  return (star.bets ?? []).map((bet, index) => ({
    path: ["bets", index],
    bet,
    owner: owners.get(`bets.${index}`) ?? null,
  }));
}

/** Whoever has a thing, by its path with full stops. */
function ownerByPlace(star: Northstar, today: string): Map<string, string | null> {
  return new Map(
    ownersIn(star, today).flatMap(({ owner, things }) =>
      things.map(({ path }) => [path.join("."), owner] as const),
    ),
  );
}

function dueThings(star: Northstar, from: string, to: string): DueThing[] {
  const until = lastDay(from, to);
  const bets = betsOf(star, to);
  const dated = dueIn(star, until);
  const isDated = new Set(dated.bets.map(({ number }) => number - 1));
  const owner = ownerByPlace(star, to).get("") ?? null;
  const days = [
    ...dated.bets.flatMap(({ number, value }) => {
      const told = bets[number - 1];
      return told ? [{ kind: "bet" as const, day: String(value.review), ...told }] : [];
    }),
    ...(dated.star === undefined
      ? []
      : [{ kind: "review" as const, day: dated.star, path: ["review"], owner }]),
  ];
  return [
    ...days.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0)),
    ...bets.flatMap((told, index): DueThing[] =>
      told.bet.stage === "review" && isOpen(told.bet) && !isDated.has(index) && told.bet.review === undefined
        ? [{ kind: "bet", day: null, ...told }]
        : [],
    ),
    ...limitsIn(star)
      .filter(({ most, active }) => active.length > most)
      .map((limit): DueThing => ({ kind: "limit", path: ["limits", limit.key], limit, owner })),
  ];
}

function staleSeries(star: Northstar, series: ReadonlyMap<string, Series>, today: string): DueThing[] {
  const owners = ownerByPlace(star, today);
  return thingsOf(star).flatMap(({ id, name, value, path }): DueThing[] => {
    const kept = value.series === undefined ? undefined : series.get(id);
    const last = kept?.points.at(-1);
    if (!kept || !last || periodsBehind(kept, today) <= patience[kept.grain]) return [];
    const owner = owners.get(path.join(".")) ?? owners.get("") ?? null;
    return [{ kind: "series", path, id, name, last: last.t, owner }];
  });
}
