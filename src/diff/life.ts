/** The life of a North Star: the metrics that it had one after another, and what happened under each. */
import { deepEqual } from "../file/change.js";
import { type FormerMetric, isOpen, type Northstar } from "../file/northstar.js";
import { isOfBet, type StarChange, starChanges, type ThingChange } from "./star-changes.js";

/** A version of the file, as whoever keeps it knows it. */
export interface Version extends Origin {
  /** The commits that it comes from, of those that are versions, too; none for the first. */
  parents: readonly string[];
  /** Missing where the version is no valid North Star. */
  star?: Northstar;
  /** What is wrong with it then. */
  fault?: string;
}

/** When and by whom something was written. All of it is null for what the file alone says, or is not committed. */
interface Origin {
  /** The id of the commit. */
  commit: string | null;
  /** As YYYY-MM-DD. */
  day: string | null;
  author: string | null;
  /** The first line of the commit's message. */
  subject: string | null;
}

/** What happened at one time, as changes from what was before. Its day is that of the thing itself, where it has one. */
export interface LifeEvent extends Origin {
  changes: readonly StarChange[];
  /** Whether it is written and not committed. */
  isPending?: true;
  /** The North Star as it was then. */
  star: Northstar;
  /** Whether it was written down then, instead of changed. */
  isFirst?: true;
}

/** A metric, for as long as it was the metric. */
export interface Chapter {
  metric: Pick<FormerMetric, "name" | "abbreviation" | "definition">;
  /** The first day of it and the day on which it was left, where they are known. */
  from: string | null;
  until: string | null;
  /** Why it was left, in the words of the file. */
  reason: string | null;
  /** How it came to be: what changed together with the metric, where git knows. */
  opening: LifeEvent | null;
  /** What happened under it, the earliest first. */
  events: readonly LifeEvent[];
}

export interface Unread extends Origin {
  fault: string;
}

export interface Life {
  /** The earliest first; the last is about the metric of today. */
  chapters: readonly Chapter[];
  /** Versions that are no valid North Stars, and what is wrong with each: nothing is known of what they changed. */
  unread: readonly Unread[];
  now: Northstar;
}

/**
 * Tells the life from versions (each behind those that it comes from) and from what the North Star of today says of
 * its past, without saying one thing twice: a former metric of `history` is the one that a commit left where their
 * names, and for the same name their definitions, are the same; a bet was closed once, on the day of its outcome. A
 * merge changes what differs from all that it brings together. Without versions the file alone speaks.
 */
export function lifeOf(versions: readonly Version[], now: Northstar): Life {
  const { events, unread } = eventsOf(versions, now);
  const { others, closings } = partClosings(events);
  const chapters = chaptersOf(others, now);
  for (const closing of closings) {
    const day = closing.day ?? latestDay;
    const chapter = chapters.find(({ until }) => until !== null && day <= until) ?? chapters.at(-1);
    chapter?.events.push(closing);
  }
  return { chapters: chapters.map(inOrder), unread, now };
}

/** What comes after all days. */
const latestDay = "9999-12-31";

/** The bets of a file that are closed, as if that was all that had happened. */
function closedIn(star: Northstar): StarChange[] {
  return (star.bets ?? []).flatMap((bet, index): StarChange[] =>
    isOpen(bet)
      ? []
      : [{ kind: "bet-closed", path: ["bets", index], id: bet.id ?? "", after: bet, fields: [] }],
  );
}

const unknown: Origin = { commit: null, day: null, author: null, subject: null };

function eventsOf(versions: readonly Version[], now: Northstar): { events: LifeEvent[]; unread: Unread[] } {
  const events: LifeEvent[] = [];
  const unread: Unread[] = [];
  const hasMerges = versions.some(({ parents }) => parents.length > 1);
  const stars = new Map<string, readonly Northstar[]>();
  const told = new Set<string>();
  for (const { star, fault = "", parents, ...origin } of versions) {
    const before = [...new Set(parents.flatMap((parent) => stars.get(parent) ?? []))];
    if (origin.commit !== null) stars.set(origin.commit, star ? [star] : before);
    if (!star) {
      if (fault !== "") unread.push({ ...origin, fault });
      continue;
    }
    const event = { ...origin, star, ...(origin.commit === null && { isPending: true as const }) };
    const isFirst = events.length === 0 && before.length === 0;
    if (isFirst) events.push({ ...event, changes: closedIn(star), isFirst: true });
    const changes = commonChanges(before, star).filter((change) => isNews(origin, change));
    if (changes.length > 0) events.push({ ...event, changes });
  }
  if (events.length === 0) events.push({ ...unknown, star: now, changes: closedIn(now) });
  return { events, unread };

  /** A commit that was picked from another line is the same there. */
  function isNews({ day, author, subject }: Origin, change: StarChange): boolean {
    if (!hasMerges) return true;
    const name = JSON.stringify([day, author, subject, change]);
    const isTold = told.has(name);
    told.add(name);
    return !isTold;
  }
}

/** What differs from each of several versions. */
function commonChanges(before: readonly Northstar[], star: Northstar): StarChange[] {
  const [first, ...others] = before.map((each) => (each === star ? [] : starChanges(each, star)));
  if (!first || others.length === 0) return first ?? [];
  const known = others.map((changes) => new Set(changes.map(whatOf)));
  return first.filter((change) => known.every((changes) => changes.has(whatOf(change))));
}

/** What a change says, wherever it stood before. */
function whatOf({ kind, after, before }: StarChange): string {
  return JSON.stringify([kind, after === undefined ? before : after]);
}

/** Closed bets as events of their own, on the days of their outcomes and in the words that stand there last. */
function partClosings(events: readonly LifeEvent[]): { others: LifeEvent[]; closings: LifeEvent[] } {
  const closings: (LifeEvent & { changes: ThingChange<"bet">[] })[] = [];
  const others = events.map(({ changes, ...event }): LifeEvent => {
    const left = changes.filter((change) => {
      if (!isOfBet(change) || !change.after || isOpen(change.after)) return true;
      const isOpening = change.before === undefined || isOpen(change.before);
      const known =
        !isOpening && closings.find(({ changes: [closing] }) => deepEqual(closing?.after, change.before));
      if (known) known.changes = [closedAs(change)];
      if (isOpening && (change.kind === "bet-closed" || change.kind === "bet-added")) {
        const { isFirst: _, ...closing } = event;
        closings.push({ ...closing, changes: [closedAs(change)] });
      }
      return false;
    });
    return { ...event, changes: left };
  });
  return {
    others,
    closings: closings.map((closing) => ({
      ...closing,
      day: closing.changes[0]?.after?.outcome?.date ?? closing.day,
    })),
  };
}

function closedAs({ before: _, ...change }: ThingChange<"bet">): ThingChange<"bet"> {
  return { ...change, kind: "bet-closed" };
}

interface OpenChapter extends Chapter {
  events: LifeEvent[];
}

function chaptersOf(events: readonly LifeEvent[], now: Northstar): OpenChapter[] {
  const left = [...(now.history ?? [])];
  const chapters: OpenChapter[] = [];
  let chapter = chapterFor(events[0]?.star ?? now);
  for (const event of events) {
    const turn = turnIn(event, chapter.metric, left);
    if (turn) {
      const { former } = turn;
      const until = former?.date ?? event.day;
      chapters.push({ ...chapter, until, reason: former?.reason ?? null });
      chapter = { ...chapterFor(chapter.metric), from: until, opening: event };
    } else if (event.isFirst || event.changes.length > 0) chapter.events.push(event);
    for (const change of event.changes) follow(chapter, change);
  }
  chapters.push({ ...chapter, metric: chapterFor(now).metric });
  const earlier = left.map(
    (former): OpenChapter => ({
      ...chapterFor(former),
      until: former.date ?? null,
      reason: former.reason ?? null,
    }),
  );
  return connected([...earlier.filter(({ until }) => until === null), ...byDay([...earlier, ...chapters])]);
}

/** Chapters that end, by when; the last one is that of today. */
function byDay(chapters: readonly OpenChapter[]): OpenChapter[] {
  const ended = chapters.filter(({ until }) => until !== null);
  return [...ended.sort((a, b) => ((a.until ?? "") < (b.until ?? "") ? -1 : 1)), ...chapters.slice(-1)];
}

/** Each begins when the one before it ends. */
function connected(chapters: readonly OpenChapter[]): OpenChapter[] {
  return chapters.map((chapter, index) => ({
    ...chapter,
    from: chapter.from ?? chapters[index - 1]?.until ?? null,
  }));
}

/** A chapter of which nothing but its metric is known. */
function chapterFor({ name, abbreviation, definition }: Chapter["metric"]): OpenChapter {
  const metric = { name, ...(abbreviation && { abbreviation }), ...(definition && { definition }) };
  return { metric, from: null, until: null, reason: null, opening: null, events: [] };
}

/** What the metric of a chapter says after a change. */
function follow(chapter: OpenChapter, { kind, after }: StarChange): void {
  const key = kind === "metric-renamed" || kind === "metric-replaced" ? "name" : kind;
  if (key !== "name" && key !== "definition" && key !== "abbreviation") return;
  const { [key]: _, ...others } = chapter.metric;
  chapter.metric = { ...others, ...(after !== undefined && { [key]: String(after) }) } as Chapter["metric"];
}

/** Whether another metric began with an event, and what the file says of the one that was left; it is taken. */
function turnIn(
  { changes }: LifeEvent,
  { name, definition }: Chapter["metric"],
  left: FormerMetric[],
): { former?: FormerMetric } | undefined {
  const renamed = changes.find(({ kind }) => kind === "metric-renamed" || kind === "metric-replaced");
  if (!renamed && !changes.some(({ kind }) => kind === "definition")) return undefined;
  const namesakes = left.filter((former) => former.name === name);
  const same = namesakes.find((former) => former.definition === definition);
  const former = same ?? (renamed && namesakes[0]);
  if (former) left.splice(left.indexOf(former), 1);
  return former || renamed?.kind === "metric-replaced" ? { ...(former && { former }) } : undefined;
}

function inOrder({ events, ...chapter }: OpenChapter): Chapter {
  const ordered = events.toSorted((a, b) => {
    const [one, other] = [a.day ?? latestDay, b.day ?? latestDay];
    return one < other ? -1 : one > other ? 1 : 0;
  });
  return { ...chapter, events: ordered };
}
