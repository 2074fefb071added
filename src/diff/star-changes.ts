/** What two versions of a North Star mean differently: plain data, from which all that tells changes is made. */
import { deepEqual, isMap, valueAt } from "../file/change.js";
import {
  type Bet,
  type CandidateInput,
  type ConsideredMetric,
  type FormerMetric,
  type Guardrail,
  gameOf,
  type Input,
  isOpen,
  type Northstar,
  type Result,
  type ReviewAnswer,
  slug,
  type Threshold,
} from "../file/northstar.js";
import type { Path } from "../file/path.js";
import { languageOf } from "../reading/language.js";
import { isReworded, type Match, matchThings } from "./match.js";

/** A value that stands alone, as the file has it. */
export type Single = string | number;

/** What a thing says under one key ("expect.by"), before and now; missing where it said nothing. */
export interface FieldChange {
  key: string;
  before?: Single;
  after?: Single;
}

/** Keys of the file that hold one text. */
const saidKeys = [
  "product",
  "abbreviation",
  "definition",
  "status",
  "owner",
  "language",
  "unit",
  "window",
  "population",
  "how",
  "series",
  "query",
  "on",
  "vision",
  "strategy",
  "formula",
] as const;

/** Keys of the file that hold a map of single values; a change names the one that it is about in its path. */
const mapKeys = ["source", "checklist", "limits", "review", "next"] as const;

/** Keys of the file that hold a list of texts. */
const listKeys = ["parts", "excludes", "misfits", "beliefs", "exchanges", "sources"] as const;

/**
 * Something that is said of the whole, before and now; what was not said is missing. The name of the metric is
 * another for the same idea (`metric-renamed`), or that of another metric (`metric-replaced`). Of a list, each text
 * that is new, gone or reworded is a change.
 */
export interface SaidChange {
  kind:
    | "metric-renamed"
    | "metric-replaced"
    | "game"
    | (typeof saidKeys)[number]
    | (typeof mapKeys)[number]
    | (typeof listKeys)[number];
  /** Where it stands now; where it stood before, when it is gone. */
  path: Path;
  before?: Single;
  after?: Single;
}

/** The things that lists hold, by the word for one of them. */
export interface Things {
  threshold: Threshold;
  input: Input;
  candidate: CandidateInput;
  bet: Bet;
  result: Result;
  guardrail: Guardrail;
  /** An answer from a review. */
  answer: ReviewAnswer;
  /** An earlier metric, in the history. */
  former: FormerMetric;
  considered: ConsideredMetric;
}

/** What can happen to a bet beside being added, gone, renamed or changed. */
type BetEvent = "moved" | "started" | "in-review" | "parked" | "closed" | "reopened" | "rewritten";

/**
 * What happened to a thing. `renamed`: another name, or another id, for the same; `changed`: whatever else it says.
 * Of bets: `moved` under something else or to another level; `started`, `in-review`, `parked` (back to next, or
 * without a stage), `closed` with its outcome, `reopened`; `rewritten`: if, then, expect or disproof are others.
 */
type ThingEvent<T extends keyof Things> =
  | "added"
  | "gone"
  | "renamed"
  | "changed"
  | (T extends "bet" ? BetEvent : never);

/** What happened to one thing; one to which several things happened has several changes. */
export type ThingChange<T extends keyof Things = keyof Things> = {
  [K in T]: {
    kind: `${K}-${ThingEvent<K>}`;
    /** Where it stands now; where it stood before, when it is gone. */
    path: Path;
    /** What bets call it now; that of a thing without one is empty. */
    id: string;
    before?: Things[K];
    after?: Things[K];
    /** The keys that the change is about; none for what was added or is gone. */
    fields: FieldChange[];
  };
}[T];

/** A change; its `kind` is one of a closed list. */
export type StarChange = SaidChange | ThingChange;

export function isOfBet(change: StarChange): change is ThingChange<"bet"> {
  return change.kind.startsWith("bet-");
}

/**
 * What changed in meaning from one North Star to another, in the order in which a person tells it: the metric, what is
 * said of it, its Inputs, its bets, and the rest. Lines, comments, quotes, order and `x-` keys change nothing. Total
 * and pure; time grows with the size of both.
 */
export function starChanges(before: Northstar, after: Northstar): StarChange[] {
  let known: boolean | undefined;
  const english = () => {
    known ??= languageOf(before) === "en" && languageOf(after) === "en";
    return known;
  };
  const said = (key: keyof Northstar): SaidChange[] =>
    before[key] === after[key] ? [] : changedMap(before[key], after[key], [key]);
  const texts = (key: (typeof listKeys)[number]) =>
    before[key] === after[key] ? [] : changedTexts(key, before[key], after[key], english);
  const things = <T extends keyof Things>(kind: T, key: keyof Northstar, known: Knowing<Things[T]>) =>
    before[key] === after[key]
      ? []
      : changedThings(kind, key, valueAt(before, [key]), valueAt(after, [key]), known, english);
  const inputs = things("input", "inputs", named);
  return [
    ...changedName(before, after, english),
    ...said("definition"),
    ...changedText("game", ["game"], gameOf(before) ?? undefined, gameOf(after) ?? undefined),
    ...(["abbreviation", "unit", "window", "population"] as const).flatMap(said),
    ...texts("excludes"),
    ...things("threshold", "thresholds", limit),
    ...(
      ["product", "status", "owner", "language", "how", "source", "series", "query", "on"] as const
    ).flatMap(said),
    ...(["vision", "strategy", "formula"] as const).flatMap(said),
    ...inputs,
    ...things("candidate", "candidates", named),
    ...changedBets(before, after, english, inputs),
    ...things("result", "results", named),
    ...things("guardrail", "guardrails", named),
    ...said("limits"),
    ...said("checklist"),
    ...(["beliefs", "exchanges", "misfits", "parts"] as const).flatMap(texts),
    ...said("review"),
    ...things("answer", "reviews", { id: reviewed, text: reviewed, name: "question" }),
    ...things("former", "history", { id: dated, text: saying, name: "name" }),
    ...things("considered", "considered", { id: dated, text: saying, name: "name" }),
    ...said("next"),
    ...texts("sources"),
  ];
}

/** How things of a kind are known again, and the key that holds their name. */
interface Knowing<T> {
  id: (thing: T) => string;
  text: (thing: T) => string;
  name: string;
}

const saying = ({ name, definition = "" }: { name: string; definition?: string }) => `${name} ${definition}`;
const dated = ({ date = "", name }: { date?: string; name: string }) => `${date} ${name}`;
const reviewed = ({ date = "", question }: ReviewAnswer) => `${date} ${question}`;
const called = ({ id, name }: { id?: string; name: string }) => id ?? slug(name);
const named: Knowing<{ id?: string; name: string; definition?: string }> = {
  id: called,
  text: saying,
  name: "name",
};
const limit: Knowing<Threshold> = {
  id: ({ says }) => says,
  text: ({ because }) => because,
  name: "says",
};
const bets: Knowing<Bet> = {
  id: ({ id = "" }) => id,
  text: ({ if: cause, then: effect }) => `${cause} ${effect}`,
  name: "id",
};

function changedName(before: Northstar, after: Northstar, english: () => boolean): SaidChange[] {
  if (before.name === after.name) return [];
  const isLeft = ({ history = [] }: Northstar) => history.filter(({ name }) => name === before.name).length;
  const isSame =
    isLeft(after) <= isLeft(before) &&
    (before.definition === after.definition || isReworded(saying(before), saying(after), english()));
  const kind = isSame ? "metric-renamed" : "metric-replaced";
  return changedText(kind, ["name"], before.name, after.name);
}

function changedText(
  kind: SaidChange["kind"],
  path: Path,
  before: Single | undefined,
  after: Single | undefined,
): SaidChange[] {
  if (before === after) return [];
  return [{ kind, path, ...(before !== undefined && { before }), ...(after !== undefined && { after }) }];
}

/** Changes of a text, or of each value in a map. */
function changedMap(before: unknown, after: unknown, path: Path): SaidChange[] {
  const kind = path[0] as SaidChange["kind"];
  return changedFields(before, after).flatMap(({ key, before, after }) =>
    changedText(kind, [...path, ...(key === "" ? [] : key.split("."))], before, after),
  );
}

function changedTexts(
  key: (typeof listKeys)[number],
  before: readonly string[] = [],
  after: readonly string[] = [],
  english: () => boolean,
): SaidChange[] {
  const known = (text: string) => ({ id: text, text });
  return matchThings(before.map(known), after.map(known), english).flatMap(([was, now]) =>
    changedText(
      key,
      [key, now ?? was ?? 0],
      was === undefined ? undefined : before[was],
      now === undefined ? undefined : after[now],
    ),
  );
}

function changedThings<T extends keyof Things>(
  kind: T,
  key: string,
  before: unknown,
  after: unknown,
  known: Knowing<Things[T]>,
  english: () => boolean,
): ThingChange<T>[] {
  return pairsOf(before, after, known, english).flatMap((pair): ThingChange<T>[] => {
    const change = (event: string, fields: FieldChange[]) =>
      ({ kind: `${kind}-${event}`, ...placed(key, pair, known), fields }) as ThingChange<T>;
    if (pair.before === undefined) return [change("added", [])];
    if (pair.after === undefined) return [change("gone", [])];
    // An id that is written out says no more than the name did.
    const isSame = known.id(pair.before) === known.id(pair.after);
    const fields = changedFields(pair.before, pair.after).filter(({ key }) => !(key === "id" && isSame));
    const isName = (field: FieldChange) => field.key === known.name || field.key === "id";
    const names = fields.filter(isName);
    const others = fields.filter((field) => !isName(field));
    return [
      ...(names.length > 0 ? [change("renamed", names)] : []),
      ...(others.length > 0 ? [change("changed", others)] : []),
    ];
  });
}

/** A thing before and now, and its index in the later list; in the earlier one where it is gone. */
interface Pair<T> {
  index: number;
  before?: T;
  after?: T;
}

function pairsOf<T>(before: unknown, after: unknown, known: Knowing<T>, english: () => boolean): Pair<T>[] {
  const were = Array.isArray(before) ? (before as T[]) : [];
  const are = Array.isArray(after) ? (after as T[]) : [];
  const [earlier, later] = differing(were, are);
  const isSame = ({ thing }: Placed<T>, index: number) => deepEqual(thing, earlier[index]?.thing);
  if (earlier.length === later.length && later.every(isSame)) return [];
  const knownOf = ({ thing }: Placed<T>) => ({ id: known.id(thing), text: known.text(thing) });
  return matchThings(earlier.map(knownOf), later.map(knownOf), english).map(([was, now]: Match): Pair<T> => {
    const then = was === undefined ? undefined : earlier[was];
    const here = now === undefined ? undefined : later[now];
    return {
      index: (here ?? then)?.index ?? 0,
      ...(then && { before: then.thing }),
      ...(here && { after: here.thing }),
    };
  });
}

interface Placed<T> {
  index: number;
  thing: T;
}

/** Without the values that both lists have: versions of one file share what they have in common. */
function differing<T>(were: readonly T[], are: readonly T[]): [Placed<T>[], Placed<T>[]] {
  const counts = new Map<T, number>();
  for (const thing of were) counts.set(thing, (counts.get(thing) ?? 0) + 1);
  const take = (thing: T) => {
    const count = counts.get(thing) ?? 0;
    if (count > 0) counts.set(thing, count - 1);
    return count > 0;
  };
  const placed = (thing: T, index: number) => ({ index, thing });
  const later = are.map(placed).filter(({ thing }) => !take(thing));
  // What is still counted was not found again, the last ones first.
  const earlier = were
    .map(placed)
    .reverse()
    .filter(({ thing }) => take(thing));
  return [earlier.reverse(), later];
}

function placed<T>(key: string, { index, before, after }: Pair<T>, known: Knowing<T>) {
  const thing = (after ?? before) as T;
  return {
    path: [key, index],
    id: known.id(thing),
    ...(before !== undefined && { before }),
    ...(after !== undefined && { after }),
  };
}

/** What makes a bet another one. */
const isWager = ({ key }: FieldChange) => /^(?:if|then|disproof|expect(?:\..*)?)$/.test(key);
const isPlace = ({ key }: FieldChange) => key === "for" || key === "level";
const isCourse = ({ key }: FieldChange) => key === "stage" || key.startsWith("outcome.");

function changedBets(
  before: Northstar,
  after: Northstar,
  english: () => boolean,
  inputs: readonly ThingChange<"input">[],
): ThingChange<"bet">[] {
  const pairs = pairsOf(before.bets, after.bets, bets, english);
  // A bet whose place has another id now has not moved.
  const renamed = new Map<unknown, Single>([
    ...inputs.flatMap(({ before, after }) =>
      before && after ? [[called(before), called(after)] as const] : [],
    ),
    ...pairs.flatMap(({ before, after }) =>
      before?.id && after?.id ? [[before.id, after.id] as const] : [],
    ),
  ]);
  return pairs.flatMap((pair): ThingChange<"bet">[] => {
    const { before, after } = pair;
    const change = (event: ThingEvent<"bet">, fields: FieldChange[] = []): ThingChange<"bet"> => ({
      kind: `bet-${event}`,
      ...placed("bets", pair, bets),
      fields,
    });
    if (!before) return [change("added")];
    if (!after) return [change("gone")];
    const isCalled = ({ key }: FieldChange) => key === "id";
    const isOnlyNamed = before.id === undefined || after.id === undefined;
    const fields = changedFields(before, after).filter((field) => !(isCalled(field) && isOnlyNamed));
    const isFollowing = (field: FieldChange) =>
      field.key === "for" && renamed.get(field.before) === field.after;
    const event = eventOf(before, after);
    const course = event ? fields.filter(isCourse) : [];
    const sorted: [ThingEvent<"bet">, FieldChange[]][] = [
      ["renamed", fields.filter(isCalled)],
      ["moved", fields.filter((field) => isPlace(field) && !isFollowing(field))],
      ["rewritten", fields.filter(isWager)],
      ...(event ? [[event, course] as [ThingEvent<"bet">, FieldChange[]]] : []),
    ];
    const taken = new Set(sorted.flatMap(([, some]) => some));
    sorted.push(["changed", fields.filter((field) => !taken.has(field) && !isFollowing(field))]);
    return sorted.flatMap(([event, some]) => (some.length > 0 ? [change(event, some)] : []));
  });
}

/** What happened between two stages. */
function eventOf(before: Bet, after: Bet): ThingEvent<"bet"> | undefined {
  if (isOpen(before) !== isOpen(after)) return isOpen(after) ? "reopened" : "closed";
  if (!isOpen(after) || before.stage === after.stage) return undefined;
  if (after.stage === "active") return "started";
  if (after.stage === "review") return "in-review";
  return before.stage === "active" || before.stage === "review" ? "parked" : undefined;
}

/** The values that differ below two values, by key; of a list of texts each that is gone or new. */
function changedFields(before: unknown, after: unknown, key = ""): FieldChange[] {
  if (deepEqual(before, after)) return [];
  const inside = (step: string | number) => (key === "" ? `${step}` : `${key}.${step}`);
  if (isTexts(before) && isTexts(after)) {
    const [were, are] = [new Set(before), new Set(after)];
    return [
      ...[...were].filter((each) => !are.has(each)).map((each) => ({ key, before: each })),
      ...[...are].filter((each) => !were.has(each)).map((each) => ({ key, after: each })),
    ];
  }
  const isDeep = (value: unknown) => isMap(value) || Array.isArray(value);
  if (isDeep(before) || isDeep(after)) {
    const keysOf = (value: unknown) => (isDeep(value) ? Object.keys(value as object) : []);
    const steps = [...new Set([...keysOf(before), ...keysOf(after)])].filter(
      (step) => !step.startsWith("x-"),
    );
    return steps.flatMap((step) =>
      changedFields(valueAt(before, [step]), valueAt(after, [step]), inside(step)),
    );
  }
  const single = (value: unknown) => value as Single | undefined;
  return [
    {
      key,
      ...(before !== undefined && { before: single(before) as Single }),
      ...(after !== undefined && { after: single(after) as Single }),
    },
  ];
}

function isTexts(value: unknown): value is Single[] | undefined {
  return value === undefined || (Array.isArray(value) && value.every((each) => typeof each !== "object"));
}
