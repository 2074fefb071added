/** The next review meeting: what is due, with the minutes that it takes and who brings it. */
import { nextDay } from "../editing/due.js";
import { openQuestions } from "../editing/review-answers.js";
import { dateOf, dayBefore } from "../file/calendar.js";
import type { Bet, Northstar } from "../file/northstar.js";
import type { Path, Point } from "../file/problem.js";
import type { PointState } from "../lint/check.js";
import type { Limit } from "../lint/limits.js";
import type { Series } from "../series/series.js";
import type { Movement } from "./movement.js";
import { type DueThing, weekOf } from "./week.js";

/** What a meeting is made from. */
export interface MeetingData {
  star: Northstar;
  /** The day of the meeting, as YYYY-MM-DD. */
  day: string;
  points: readonly PointState[];
  /** Points whose answers are older than the definition. */
  stale: readonly Point[];
  series?: ReadonlyMap<string, Series> | undefined;
}

/** Something to talk about. */
export type Topic = { minutes: number; owner: string | null } & (
  | { kind: "numbers"; moved: readonly Movement[]; late: readonly { name: string; last: string }[] }
  /** A bet that is done, and whether it was won. */
  | { kind: "verdict"; path: Path; bet: Bet; day: string | null }
  /** A bet to look at again. */
  | { kind: "look"; path: Path; bet: Bet; day: string | null }
  | { kind: "limit"; limit: Limit }
  | { kind: "holds"; day: string }
  | { kind: "checklist"; points: readonly { id: Point; state: PointState["state"]; isStale: boolean }[] }
  | { kind: "inputs"; names: readonly string[] }
  | { kind: "adopt" }
  | { kind: "questions"; count: number; first: readonly string[] }
  | { kind: "close" }
);

/** A meeting: what it has room for, and what waits for the next one. */
export interface Meeting {
  name: string;
  day: string;
  minutes: number;
  topics: readonly Topic[];
  left: readonly Topic[];
  /** The next day on which something falls due; null where none is set. */
  next: string | null;
}

/** How long a meeting is unless somebody says otherwise, in minutes. */
export const usualMinutes = 60;

/** Who does what until when: the last minutes of a meeting. */
const closing = 5;

/** As many topics as have room, in the order in which they are decided best; the rest is left for the next meeting. */
export function meetingOf(data: MeetingData, most: number): Meeting {
  const { star, day } = data;
  const all = topicsOf(data);
  const topics: Topic[] = [];
  const left: Topic[] = [];
  let minutes = closing;
  for (const topic of all) {
    const isIn = minutes + topic.minutes <= most;
    (isIn ? topics : left).push(topic);
    if (isIn) minutes += topic.minutes;
  }
  const end: Topic = { kind: "close", minutes: closing, owner: star.owner ?? null };
  return {
    name: star.name,
    day,
    minutes: topics.length > 0 ? minutes : 0,
    topics: topics.length > 0 ? [...topics, end] : [],
    left,
    next: nextDay(star, day) ?? null,
  };
}

function topicsOf({ star, day, points, stale, series }: MeetingData): Topic[] {
  if (star.status === "retired") return [];
  const { due } = weekOf({ star, from: day, to: day, series });
  const owner = star.owner ?? null;
  const of = <Kind extends DueThing["kind"]>(kind: Kind) =>
    due.filter((thing): thing is Extract<DueThing, { kind: Kind }> => thing.kind === kind);
  const bets = of("bet").map(({ bet, path, day, owner }): Topic => {
    const kind = bet.stage === "review" ? "verdict" : "look";
    return { kind, minutes: bet.level < 2 ? 10 : 5, owner, path, bet, day };
  });
  return [
    ...numbers(star, day, series, of("series"), owner),
    ...bets.filter(({ kind }) => kind === "verdict"),
    ...bets.filter(({ kind }) => kind === "look"),
    ...of("limit").map(({ limit }): Topic => ({ kind: "limit", minutes: 5, owner, limit })),
    ...of("review").map(({ day }): Topic => ({ kind: "holds", minutes: 10, owner, day })),
    ...(star.status === "candidate" ? [{ kind: "adopt" as const, minutes: 10, owner }] : []),
    ...candidates(star, owner),
    ...checklist(star, points, stale, owner),
    ...questions(star, day, owner, of("review").length > 0),
  ];
}

function numbers(
  star: Northstar,
  day: string,
  series: ReadonlyMap<string, Series> | undefined,
  late: readonly { name: string; last: string }[],
  owner: string | null,
): Topic[] {
  if (!series?.size) return [];
  const { moved } = weekOf({ star, from: dateOf(dayBefore(day, "1 month")), to: day, series });
  return moved.length + late.length > 0 ? [{ kind: "numbers", minutes: 5, owner, moved, late }] : [];
}

function candidates({ candidates = [] }: Northstar, owner: string | null): Topic[] {
  if (candidates.length === 0) return [];
  return [{ kind: "inputs", minutes: 10, owner, names: candidates.map(({ name }) => name) }];
}

/** Points that something speaks against, that are open, or whose answers may be out of date. */
function checklist(
  { checklist: answers = {} }: Northstar,
  points: readonly PointState[],
  stale: readonly Point[],
  owner: string | null,
): Topic[] {
  const asked = points
    .map(({ id, state }) => ({ id, state, isStale: answers[id] !== undefined && stale.includes(id) }))
    .filter(({ state, isStale }) => state !== "met" || isStale);
  if (asked.length === 0) return [];
  return [
    { kind: "checklist", minutes: Math.min(15, 5 * Math.ceil(asked.length / 2)), owner, points: asked },
  ];
}

/** The questions of a quarter: with the review of the North Star, and where a team has answered them before. */
function questions(star: Northstar, day: string, owner: string | null, isReview: boolean): Topic[] {
  const open = openQuestions(star, day);
  if (open.length === 0 || !(isReview || open.some(({ before }) => before))) return [];
  return [
    {
      kind: "questions",
      minutes: 10,
      owner,
      count: open.length,
      first: open.slice(0, 3).map(({ question }) => question),
    },
  ];
}
