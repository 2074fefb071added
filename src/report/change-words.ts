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
import { type Bet, betLevels } from "../file/northstar.js";
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

/** Changes in words; what happened to one thing is told at once. Time is bounded, whatever the texts are. */
export function changeTexts(changes: readonly StarChange[]): ChangeText[] {
  const budget = wordBudget();
  const compare = (before = "", after = "") => wordChanges(before, after, budget);
  const groups = new Map<string, StarChange[]>();
  for (const change of changes) {
    const isGone = change.after === undefined;
    const key =
      "fields" in change
        ? [isGone, ...change.path].join(" ")
        : [isGone, change.kind, ...change.path].join(" ");
    groups.set(key, [...(groups.get(key) ?? []), change]);
  }
  return [...groups.values()].map((group) => {
    const [first] = group;
    return first && "fields" in first
      ? thingText(group as ThingChange[], compare)
      : saidText(first as SaidChange, compare);
  });
}

/** Compares two texts, of which one may be missing. */
type Compare = (before: string | undefined, after: string | undefined) => WordPiece[];

function saidText({ kind, path, before, after }: SaidChange, compare: Compare): ChangeText {
  return {
    part: ofTheMetric.has(kind) ? "The metric" : "What else is said",
    label: labels[kind] ?? pointName(path) ?? path.filter((step) => typeof step === "string").join("."),
    said: [{ words: compare(textOf(before), textOf(after)) }],
  };
}

/** Keys whose word for people is another. */
const labels: Readonly<Record<string, string>> = {
  "metric-renamed": "renamed",
  "metric-replaced": "another metric",
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

function thingText(changes: readonly ThingChange[], compare: Compare): ChangeText {
  const [{ kind, before, after }] = changes as [ThingChange];
  const thing = kind.slice(0, kind.indexOf("-")) as keyof Things;
  const now: Readonly<Record<string, unknown>> = { ...(after ?? before) };
  const events = changes.map((change) => ({
    event: change.kind.slice(thing.length + 1),
    fields: change.fields,
  }));
  const words = events.flatMap(({ event, fields }) => eventWord(thing, event, now, fields) ?? []);
  const isNew = events.some(({ event }) => event === "added");
  return {
    part: partsOf[thing] ?? "What else is said",
    label: isNew ? newLabel(thing, now) : [nouns[thing], words.join(", ")].join(" ").trim(),
    subject: titleOfThing(now),
    said: (isNew ? newFields(now) : events.flatMap(told)).map(({ key, before, after }) => ({
      label: key.replace(/^outcome\./, ""),
      words: compare(textOf(before), textOf(after)),
    })),
  };
}

const partsOf: Partial<Record<keyof Things, ChangeText["part"]>> = {
  threshold: "The metric",
  input: "Inputs",
  candidate: "Inputs",
  bet: "Bets",
};

function newLabel(thing: keyof Things, now: Readonly<Record<string, unknown>>): string {
  if (thing !== "bet") return `new ${nouns[thing]}`;
  return `new bet, ${betLevels[now.level as Bet["level"]]} under ${now.for}`;
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
