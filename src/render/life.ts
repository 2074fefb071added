/** The life of a North Star in sentences: what a person would tell of it, and no more. */
import type { Chapter, Life, LifeEvent, Unread } from "../diff/life.js";
import { type FieldChange, isOfBet, type StarChange } from "../diff/star-changes.js";
import { capitalized } from "../file/message-text.js";
import { type Bet, isOpen, type Northstar } from "../file/northstar.js";
import { betSentence } from "./tree-nodes.js";
import { around, counted, dateText, fill, listed, type Wording } from "./words/words.js";

/** Something that happened, with what belongs to it. */
export interface ToldThing {
  /** What it is about: that the file was begun, the metric with all that belongs to it, or a bet. */
  about: "start" | "metric" | "bet";
  /** How it went, where it is a bet that was closed. */
  verdict: "won" | "lost" | "unclear" | null;
  label: string;
  text: string;
  more: readonly string[];
}

/** What happened on one day. */
export interface ToldEvent {
  /** In the words of documents; of what is not committed, that it is not. */
  day: string;
  /** Who wrote it, where git knows. */
  author: string | null;
  /** The id of the commit, as long as people write it. */
  commit: string | null;
  told: readonly ToldThing[];
}

/** A metric, for as long as it was the metric. */
export interface ToldChapter {
  /** "Weekly Querying Users (WQU)" */
  title: string;
  name: string;
  /** "until 2017-12-31"; empty where no day is known. */
  span: string;
  definition: string | null;
  /** The day on which it was left. */
  until: string | null;
  /** Why it was left. */
  reason: string | null;
  /** How it came in the place of the one before, where git knows. */
  opening: ToldEvent | null;
  events: readonly ToldEvent[];
}

export interface ToldLife {
  title: string;
  /** "2 metrics, 7 bets: 1 won, 2 lost, 4 open" */
  summary: string;
  chapters: readonly ToldChapter[];
  unread: readonly Unread[];
}

/** How a day is written. */
type DayText = (day: string, words: Wording) => string;

/** Tells a life. Movements on the board, and what says nothing of the metric, its Inputs or bets, are left out. */
export function tellLife(
  { chapters, unread, now }: Life,
  words: Wording,
  dayOf: DayText = dateText,
): ToldLife {
  return {
    title: around(words.life.of, now.name),
    summary: summaryOf({ chapters, unread, now }, words),
    chapters: chapters.map((chapter, index) => toldChapter(chapter, chapters[index - 1], words, dayOf)),
    unread,
  };
}

/** The bets that were closed, in the words that stand there last. */
export function closedBets({ chapters }: Life): Bet[] {
  return chapters
    .flatMap(({ events }) => events.flatMap(({ changes }) => changes))
    .flatMap((change) => (change.kind === "bet-closed" && change.after ? [change.after as Bet] : []));
}

/** How many bets went without a verdict. */
function droppedBets({ chapters }: Life): number {
  const changes = chapters.flatMap(({ opening, events }) =>
    [...(opening ? [opening] : []), ...events].flatMap((event) => event.changes),
  );
  return changes.filter(
    (change) => isOfBet(change) && change.kind === "bet-gone" && change.before && isOpen(change.before),
  ).length;
}

function summaryOf(life: Life, words: Wording): string {
  const { counts, labels } = words;
  const closed = closedBets(life);
  const open = (life.now.bets ?? []).filter(isOpen).length;
  const verdicts = (["won", "lost", "unclear"] as const).flatMap((verdict) => {
    const { length } = closed.filter(({ outcome }) => outcome?.verdict === verdict);
    return length > 0 ? [counted(words, counts[verdict], length)] : [];
  });
  const dropped = droppedBets(life);
  const all = closed.length + dropped + open;
  const parts = [
    ...verdicts,
    ...(dropped > 0 ? [counted(words, counts.droppedBets, dropped)] : []),
    ...(open > 0 ? [counted(words, counts.openBets, open)] : []),
  ];
  const bets = fill(labels.labelled, {
    label: counted(words, counts.allBets, all),
    text: parts.join(labels.comma),
  });
  return [counted(words, counts.metrics, life.chapters.length), ...(all > 0 ? [bets] : [])].join(
    labels.comma,
  );
}

function toldChapter(
  chapter: Chapter,
  before: Chapter | undefined,
  words: Wording,
  dayOf: DayText,
): ToldChapter {
  const { metric, until, reason, opening, events } = chapter;
  const { name, abbreviation, definition = null } = metric;
  return {
    title: abbreviation ? fill(words.labels.aside, { text: name, aside: abbreviation }) : name,
    name,
    span: spanOf(chapter, words, dayOf),
    definition,
    until: until === null ? null : dayOf(until, words),
    reason,
    opening: opening && toldEvent(opening, words, dayOf, turnTold(before, chapter, words)),
    events: events.map((event) => toldEvent(event, words, dayOf)).filter(({ told }) => told.length > 0),
  };
}

function spanOf({ from, until }: Chapter, words: Wording, dayOf: DayText): string {
  const { life, labels } = words;
  const day = (date: string) => dayOf(date, words);
  if (from && until) return fill(life.span, { from: day(from), until: day(until) });
  if (from) return fill(life.since, { text: day(from) });
  return until ? fill(labels.until, { text: day(until) }) : "";
}

/** That a metric came in the place of another, or was counted in another way from then on. */
function turnTold(before: Chapter | undefined, { metric }: Chapter, { life, changes }: Wording): ToldThing[] {
  if (!before || before.metric.name === metric.name) return [told(changes.redefined, "")];
  return [told(around(life.instead, before.metric.name), "")];
}

function toldEvent(event: LifeEvent, words: Wording, dayOf: DayText, turn?: readonly ToldThing[]): ToldEvent {
  const { day, author, commit, star, isFirst, changes, isPending } = event;
  return {
    day: day === null ? (isPending ? words.life.uncommitted : "") : dayOf(day, words),
    author,
    commit: commit?.slice(0, 10) ?? null,
    told: [
      ...(isFirst ? [toldFirst(star, words)] : []),
      ...(turn ?? []),
      ...(turn ? toldTurn(event, words) : toldChanges(changes, words)),
    ],
  };
}

/** What came with another metric: its Inputs as a whole, since it has them in another sense, and what went. */
function toldTurn({ changes, star }: LifeEvent, words: Wording): ToldThing[] {
  const { life } = words;
  const others = changes.filter(({ kind }) => !turnKinds.has(kind) && !isOfInput(kind));
  const gone = changes.flatMap((change) =>
    change.kind === "input-gone" && change.before ? [(change.before as Thing).name] : [],
  );
  const inputs = changes.some(({ kind }) => isOfInput(kind))
    ? [
        told(
          life.inputs,
          listed(
            words,
            star.inputs.map(({ name }) => name),
          ),
        ),
        ...(gone.length > 0 ? [told(words.changes.inputsLeft, listed(words, gone))] : []),
      ]
    : [];
  const isDropped = (change: StarChange) => change.kind === "bet-gone";
  return [
    ...toldChanges(
      others.filter((change) => !isOfBet(change)),
      words,
    ),
    ...inputs,
    ...toldBets(
      others.filter((change) => !isDropped(change)),
      words,
    ),
    ...others.flatMap((change) =>
      isOfBet(change) && change.kind === "bet-gone" && change.before && isOpen(change.before)
        ? [toldBet(life.left, change.before, words)]
        : [],
    ),
  ];
}

function isOfInput(kind: string): boolean {
  return kind.startsWith("input-");
}

/** What the head of a chapter says. */
const turnKinds: ReadonlySet<string> = new Set([
  "metric-renamed",
  "metric-replaced",
  "definition",
  "abbreviation",
]);

function told(
  label: string,
  text: string,
  more: readonly string[] = [],
  about: ToldThing["about"] = "metric",
): ToldThing {
  return { about, verdict: null, label, text, more };
}

function toldBet(label: string, bet: Bet, words: Wording, more: readonly string[] = []): ToldThing {
  return told(label, sentenceOf(bet, words), more, "bet");
}

function toldFirst(first: Northstar, words: Wording): ToldThing {
  const { counts, labels, life } = words;
  const bets = first.bets?.length ?? 0;
  const parts = [
    counted(words, counts.allInputs, first.inputs.length),
    ...(bets > 0 ? [counted(words, counts.allBets, bets)] : []),
  ];
  return told(life.written, parts.join(labels.comma), [], "start");
}

/** Changes one by one: what is said of the metric, then Inputs, results and guardrails, then bets. */
export function toldChanges(changes: readonly StarChange[], words: Wording): ToldThing[] {
  return [
    ...changes.flatMap((change) => toldSaid(change, words)),
    ...(["input", "result", "guardrail"] as const).flatMap((kind) => toldThings(changes, kind, words)),
    ...toldBets(changes, words),
  ];
}

/** What is said of the metric itself. */
function toldSaid({ kind, path, before, after }: StarChange, words: Wording): ToldThing[] {
  const { changes, life, counting, labels, page, games, statuses } = words;
  const was = typeof before === "string" || typeof before === "number" ? String(before) : "";
  const text = typeof after === "string" || typeof after === "number" ? String(after) : "";
  const now = (label: string, say = (each: string) => each) => [
    told(label, say(text), was ? [around(changes.was, say(was))] : []),
  ];
  switch (kind) {
    case "metric-renamed":
      return [told(around(life.renamed, was), text)];
    case "metric-replaced":
      return [told(around(life.instead, was), text)];
    case "definition":
      return now(changes.redefined);
    case "unit":
    case "window":
    case "population":
    case "excludes":
      return now(counting[kind]);
    case "vision":
    case "strategy":
      return now(labels[kind]);
    case "game":
      return now(page.game, (game) => (isKey(game, games) ? games[game] : game));
    case "status":
      return now(page.status, (status) => (isKey(status, statuses) ? statuses[status] : status));
    case "owner":
      return now(page.owner);
    case "limits":
      return now(limitTold(String(path[1]), words));
    case "checklist": {
      const point = String(path[1]);
      return isKey(point, words.points) ? now(words.points[point]) : [];
    }
    default:
      return [];
  }
}

/** What a limit limits: all bets, opportunities or interventions. */
function limitTold(key: string, { counts, changes }: Wording): string {
  const limited = key === "opportunities" || key === "interventions" ? counts[key] : counts.bets;
  return capitalized(around(changes.limit, limited.other));
}

/** That somebody else has an Input, a result, a guardrail or a bet. */
function toldOwner(
  { fields }: { fields: readonly FieldChange[] },
  name: string,
  { changes, labels, page }: Wording,
): ToldThing[] {
  return fields
    .filter(({ key }) => key === "owner")
    .map(({ before, after = "" }) =>
      told(
        fill(labels.aside, { text: page.owner, aside: name }),
        String(after),
        before === undefined ? [] : [around(changes.was, String(before))],
      ),
    );
}

function isKey<T extends object>(key: string, of: T): key is string & keyof T {
  return Object.hasOwn(of, key);
}

interface Thing {
  name: string;
  definition?: string;
}

function toldThings(
  all: readonly StarChange[],
  kind: "input" | "result" | "guardrail",
  words: Wording,
): ToldThing[] {
  const { changes, life, labels } = words;
  const of = (event: string) =>
    all.flatMap((change) =>
      change.kind === `${kind}-${event}`
        ? [change as { before?: Thing; after?: Thing; fields: readonly FieldChange[] }]
        : [],
    );
  const names = (label: string, things: readonly (Thing | undefined)[]) =>
    things.length > 0
      ? [
          told(
            label,
            listed(
              words,
              things.map((each) => each?.name ?? ""),
            ),
          ),
        ]
      : [];
  const differs = (key: string) => (change: { fields: readonly { key: string }[] }) =>
    change.fields.some((field) => field.key === key);
  return [
    ...names(
      changes[`${kind}sAdded`],
      of("added").map(({ after }) => after),
    ),
    ...names(
      changes[`${kind}sLeft`],
      of("gone").map(({ before }) => before),
    ),
    ...of("renamed")
      .filter(differs("name"))
      .map(({ before, after }) => told(around(life.renamed, before?.name ?? ""), after?.name ?? "")),
    ...of("changed")
      .filter(differs("definition"))
      .map(({ before, after }) =>
        told(
          changes[`${kind}sChanged`],
          fill(labels.labelled, { label: after?.name ?? "", text: after?.definition ?? "" }),
          before?.definition ? [around(changes.was, before.definition)] : [],
        ),
      ),
    ...of("changed").flatMap((change) => toldOwner(change, change.after?.name ?? "", words)),
  ];
}

/** So many new bets of one commit are told one by one. */
const mostNew = 3;

function toldBets(changes: readonly StarChange[], words: Wording): ToldThing[] {
  const { life, counts } = words;
  const bets = changes.flatMap((change) => (isOfBet(change) ? [change] : []));
  const added = bets.flatMap(({ kind, after }) => (kind === "bet-added" && after ? [after] : []));
  const shown = added.length > mostNew ? added.slice(0, 1) : added;
  const count = added.length > mostNew ? added.length : 1;
  const label = added.length > 0 ? capitalized(counted(words, counts.newBets, count)) : "";
  return [
    ...shown.map((bet) => toldBet(label, bet, words)),
    ...bets.flatMap(({ kind, before, after, fields }): ToldThing[] => {
      if (kind === "bet-closed" && after) return [toldClosing(after, words)];
      if (kind === "bet-gone" && before && isOpen(before)) return [toldBet(life.dropped, before, words)];
      if (kind === "bet-reopened" && after) return [toldBet(life.reopened, after, words)];
      if (kind === "bet-changed" && after)
        return toldOwner({ fields }, fill(words.sentences.change, { text: after.if }), words).map((each) => ({
          ...each,
          about: "bet" as const,
        }));
      if (kind !== "bet-rewritten" || !before || !after) return [];
      return fields.some(({ key }) => key === "if" || key === "then")
        ? [toldBet(life.rewritten, after, words, [around(words.changes.was, sentenceOf(before, words))])]
        : [];
    }),
  ];
}

function toldClosing(bet: Bet, words: Wording): ToldThing {
  const { outcome } = bet;
  const { verdicts, life } = words;
  return {
    about: "bet",
    verdict: outcome?.verdict ?? null,
    label: outcome ? capitalized(verdicts[outcome.verdict]) : life.closed,
    text: sentenceOf(bet, words),
    more: outcome ? [around(life.learned, outcome.learned)] : [],
  };
}

function sentenceOf({ if: change, then: effect }: Bet, words: Wording): string {
  return betSentence({ change, effect, words });
}

/** What happened under a metric, how it came first. */
export function eventsOf({ opening, events }: ToldChapter): ToldEvent[] {
  return [...(opening ? [opening] : []), ...events];
}

/** A label with what it is about. */
export function said(label: string, text: string, { labels }: Wording): string {
  return text ? fill(labels.labelled, { label, text }) : label;
}
