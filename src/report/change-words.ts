/** Changes of a North Star as people are told them: what happened to what, and what was and is said. */

import type {
  FieldChange,
  SaidChange,
  Single,
  StarChange,
  ThingChange,
  Things,
} from "../diff/star-changes.js";
import { type WordPiece, wordBudget, wordChanges } from "../diff/words.js";
import { groupBy } from "../file/group-by.js";
import { type Bet, betLevels, type Northstar, named } from "../file/northstar.js";
import { type Point, points } from "../file/problem.js";
import { checklist } from "../lint/playbook.js";

/** The parts in which changes are told, in their order. */
export const changeParts = ["The metric", "Inputs", "Bets", "What else is said"] as const;

/** A change in words; all but the label may be text of the file. */
export interface ChangeText {
  part: (typeof changeParts)[number];
  /** What happened, or what is said otherwise: "new Input", "definition". */
  label: string;
  /** The thing that it happened to. */
  subject?: string;
  /** What was and is said, word by word, each with the word for it where the label is not that word. */
  said: { label?: string; words: WordPiece[] }[];
}

/** Both versions, by which what bets stand under is called by its name. */
export interface Versions {
  before: Northstar | undefined;
  after: Northstar | undefined;
}

/** Changes in words; what happened to one thing is told at once. Time is bounded, whatever the texts are. */
export function changeTexts(changes: readonly StarChange[], versions: Versions): ChangeText[] {
  const budget = wordBudget();
  const compare = (before = "", after = "") => wordChanges(before, after, budget);
  const places = { before: placesIn(versions.before), after: placesIn(versions.after) };
  const groups = groupBy(changes, (change) => {
    const kind = "fields" in change ? [] : [change.kind];
    return [change.after === undefined, ...kind, ...change.path].join(" ");
  });
  return [...groups.values()].map((group) => {
    const [first] = group;
    return first && "fields" in first
      ? thingText(group as ThingChange[], compare, places)
      : saidText(first as SaidChange, compare);
  });
}

/** What a bet of a level and with such a `for` stands under, as people call it. */
type Place = (level: Bet["level"], id: Single | undefined) => string;

/** Names the things of a version; an id to which nothing belongs stays an id. */
function placesIn(star: Northstar | undefined): Place {
  if (!star) return (_, id) => String(id);
  const { results, inputs, bets } = named(star);
  // The first of several things with the same id is meant.
  const namesOf = (things: readonly { id: string; name: string }[]) =>
    new Map([...things].reverse().map(({ id, name }) => [id, name]));
  const called = ({ id, value }: { id: string; value: { name: string } }) => ({ id, name: value.name });
  const ofInputs = namesOf(inputs.map(called));
  const opportunities = bets.filter(({ value }) => value.level === 2);
  const names = [
    namesOf(results.map(called)),
    ofInputs,
    ofInputs,
    namesOf(opportunities.map(({ id, value }) => ({ id, name: `“${value.if}”` }))),
  ];
  return (level, id) => names[level]?.get(String(id)) ?? String(id);
}

/** Compares two texts, of which one may be missing. */
type Compare = (before: string | undefined, after: string | undefined) => WordPiece[];

function saidText({ kind, path, before, after }: SaidChange, compare: Compare): ChangeText {
  return {
    part: ofTheMetric.has(kind) ? "The metric" : "What else is said",
    label: labels[kind] ?? pointName(path) ?? keyText(path.join(".")),
    said: [{ words: compare(textOf(before), textOf(after)) }],
  };
}

/** Keys whose word for people is another. */
const labels: Readonly<Record<string, string>> = {
  "metric-renamed": "renamed",
  "metric-replaced": "another metric",
};

/** What people call a key of the file: "expect.by" is the expected change; of a list the number is left out. */
function keyText(key: string): string {
  const steps = key.split(".").filter((step) => !/^\d+$/.test(step));
  return keyTexts[steps.join(".")] ?? steps.join(" ");
}

const keyTexts: Readonly<Record<string, string>> = {
  excludes: "left out",
  beliefs: "belief",
  exchanges: "key value exchange",
  misfits: "work that moves no Input",
  parts: "part",
  sources: "source",
  links: "link",
  "limits.active": "most active bets",
  "limits.opportunities": "most active opportunities",
  "limits.interventions": "most active interventions",
  "review.last": "last review",
  "review.every": "review every",
  "next.name": "next North Star",
  "next.definition": "definition of the next North Star",
  "next.sign": "sign for the next North Star",
  "expect.direction": "expected direction",
  "expect.by": "expected change",
  "expect.after": "expected after",
  "outcome.date": "date",
  "outcome.learned": "learned",
};

const ofTheMetric: ReadonlySet<string> = new Set([
  "metric-renamed",
  "metric-replaced",
  "definition",
  "game",
  "abbreviation",
  "unit",
  "window",
  "population",
  "excludes",
  "status",
  "owner",
  "how",
  "source",
  "formula",
]);

function pointName([key, step]: readonly (string | number)[]): string | undefined {
  const point = key === "checklist" && points.find((each) => each === step);
  return point ? checklist[point as Point].name : undefined;
}

const nouns: Readonly<Record<keyof Things, string>> = {
  threshold: "threshold",
  input: "Input",
  candidate: "candidate for an Input",
  bet: "bet",
  result: "result",
  guardrail: "guardrail",
  answer: "answer of a review",
  former: "metric of the history",
  considered: "metric that was considered",
};

/** What is told of a thing that is new. */
const telling = ["definition", "because", "answer", "learned", "reason"] as const;

function thingText(
  changes: readonly ThingChange[],
  compare: Compare,
  places: Record<keyof Versions, Place>,
): ChangeText {
  const [{ kind, before, after }] = changes as [ThingChange];
  const thing = kind.slice(0, kind.indexOf("-")) as keyof Things;
  const now: Readonly<Record<string, unknown>> = { ...(after ?? before) };
  const events = changes.map((change) => ({ ...change, event: change.kind.slice(thing.length + 1) }));
  const words = events.flatMap(({ event, fields }) => eventWord(thing, event, now, fields) ?? []);
  const isNew = events.some(({ event }) => event === "added");
  const spoken = ({ key, before, after }: FieldChange) => ({
    label: keyText(key),
    words: compare(textOf(before), textOf(after)),
  });
  return {
    part: partsOf[thing] ?? "What else is said",
    label: isNew ? newLabel(thing, now, places.after) : [nouns[thing], words.join(", ")].join(" ").trim(),
    subject: titleOfThing(now),
    said: isNew
      ? newFields(now).map(spoken)
      : events.flatMap((each) =>
          each.kind === "bet-moved" ? movedTexts(each, places) : told(each).map(spoken),
        ),
  };
}

/** From where a bet moved, and where it stands now. */
function movedTexts(
  { before, after }: { before?: Bet; after?: Bet },
  places: Record<keyof Versions, Place>,
): ChangeText["said"] {
  if (!before || !after) return [];
  const changed = (label: string, gone: string, added: string): ChangeText["said"] =>
    gone === added
      ? []
      : [
          {
            label,
            words: [
              { text: gone, change: "gone" },
              { text: added, change: "added" },
            ],
          },
        ];
  return [
    ...changed("level", betLevels[before.level], betLevels[after.level]),
    ...changed("under", places.before(before.level, before.for), places.after(after.level, after.for)),
  ];
}

const partsOf: Partial<Record<keyof Things, ChangeText["part"]>> = {
  threshold: "The metric",
  input: "Inputs",
  candidate: "Inputs",
  bet: "Bets",
};

function newLabel(thing: keyof Things, now: Readonly<Record<string, unknown>>, place: Place): string {
  if (thing !== "bet") return `new ${nouns[thing]}`;
  const { level, for: under } = now as unknown as Bet;
  return `new ${betLevels[level]} under ${place(level, under)}`;
}

/** What happened, in a word behind the thing; nothing where its keys say it all. */
function eventWord(
  thing: keyof Things,
  event: string,
  now: Readonly<Record<string, unknown>>,
  fields: readonly FieldChange[],
): string | undefined {
  if (event === "changed" || (thing === "threshold" && event === "renamed")) return undefined;
  if (event === "renamed" && !fields.some(({ key }) => key === "name" || key === "id")) return undefined;
  if (event === "in-review") return "in review";
  const verdict = (now as Partial<Bet>).outcome?.verdict;
  return event === "closed" && verdict ? `closed as ${verdict}` : event;
}

/** What a thing is called. */
export function titleOfThing(thing: Readonly<Record<string, unknown>>): string {
  if (typeof thing.if === "string") return `If ${thing.if}, then ${thing.then}`;
  return String(thing.name ?? thing.says ?? thing.question ?? "");
}

function newFields(thing: Readonly<Record<string, unknown>>): FieldChange[] {
  return telling.flatMap((key) => (thing[key] === undefined ? [] : [{ key, after: String(thing[key]) }]));
}

/** The fields that the word for what happened has not told. */
function told({ event, fields }: { event: string; fields: readonly FieldChange[] }): FieldChange[] {
  const known = event === "changed" ? [] : ["stage", "outcome.verdict"];
  return fields.filter(({ key }) => !known.includes(key));
}

function textOf(value: Single | undefined): string | undefined {
  return value === undefined ? undefined : String(value);
}
