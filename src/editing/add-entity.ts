/** Adds an Input, a bet or another entity to the value of a file. */

import { ofTheMetric } from "../diff/former-metric.js";
import { type Change, valueAt } from "../file/change.js";
import type { Field } from "../file/field-table.js";
import { fieldAt, keysAt } from "../file/format-fields.js";
import { slug } from "../file/northstar.js";
import type { Path } from "../file/problem.js";
import { answerFor } from "../interview/assignments.js";
import { blank, hasBlank } from "../reading/blank.js";
import { type Entity, entitiesIn, type List, pickEntity } from "./entities.js";
import { isRefusal, type Plan, type Refusal } from "./plan.js";

/** What can be added, and the list that it goes into. */
export const entityKinds = {
  input: "inputs",
  candidate: "candidates",
  bet: "bets",
  result: "results",
  guardrail: "guardrails",
  threshold: "thresholds",
  belief: "beliefs",
  misfit: "misfits",
  review: "reviews",
  history: "history",
  considered: "considered",
} as const;
export type EntityKind = keyof typeof entityKinds;

/** One thing that can be said of what is added. */
export interface Attribute {
  /** What it is called when it is given: a key, or a word for one of the keys below a key. */
  name: string;
  /** Its place in the thing. */
  path: Path;
  field: Field;
}

/** What was said, by the names of the parts; only some parts may be said several times. */
export type AttributeValues = Readonly<Record<string, readonly string[]>>;

/** What comes otherwise: by an experiment, by closing a bet, and by changing the metric. */
const later: Readonly<Partial<Record<EntityKind, readonly string[]>>> = {
  bet: ["readout", "outcome"],
  history: ["game", "inputs", ...ofTheMetric],
};

/** All that can be said of a kind of thing, in the order of the format. */
export function attributesOf(kind: EntityKind): Attribute[] {
  const item: Path = [entityKinds[kind], 0];
  const keys = keysAt(item).filter((key) => !later[kind]?.includes(key));
  if (keys.length === 0) return partAt("text", []);
  return keys.flatMap((key) => {
    if (key === "source") return keysAt([...item, key]).flatMap((system) => partAt(system, [key, system]));
    if (key !== "expect") return partAt(key, [key]);
    return [
      ...partAt("expect", ["expect", "direction"]),
      ...partAt("by", ["expect", "by"]),
      ...partAt("after", ["expect", "after"]),
    ];
  });

  function partAt(name: string, path: Path): Attribute[] {
    const field = fieldAt([...item, ...path]);
    return field ? [{ name, path, field }] : [];
  }
}

const mainAttributes: Readonly<Partial<Record<EntityKind, string>>> = {
  bet: "if",
  belief: "text",
  misfit: "text",
  review: "question",
  threshold: "says",
};

/** The part that a thing is named after: given as a word of its own, it needs no name. */
export function mainAttribute(kind: EntityKind): string {
  return mainAttributes[kind] ?? "name";
}

/** The parts that a thing cannot be without, and that nobody has said. An effect needs its direction. */
export function missingAttributes(kind: EntityKind, said: AttributeValues): Attribute[] {
  const hasEffect = ["by", "after"].some((name) => name in said);
  return attributesOf(kind).filter(({ name, path, field }) => {
    const isNeeded = path.length < 2 ? field.required || path.length === 0 : field.required && hasEffect;
    return isNeeded && !(name in said);
  });
}

/** What is said, with blanks for the words that are still missing. */
export function unfinished(kind: EntityKind, said: AttributeValues): AttributeValues {
  const missing = missingAttributes(kind, said).filter(({ field }) => field.kind !== "choice");
  return { ...Object.fromEntries(missing.map(({ name }) => [name, [blank]])), ...said };
}

/** The place of a thing that changes add. */
export function placeOfNew(value: unknown, kind: EntityKind, changes: readonly Change[]): Path {
  const last = changes.at(-1);
  if (last && "set" in last) return last.set.slice(0, 2);
  const items = valueAt(value, [entityKinds[kind]]);
  return [entityKinds[kind], Array.isArray(items) ? items.length : 0];
}

/** A thing, made of all that was said, at the end of its list. */
export function addEntity(value: unknown, kind: EntityKind, said: AttributeValues): Plan | Refusal {
  const list = entityKinds[kind];
  const there = valueAt(value, [list]);
  if (there !== undefined && there !== null && !Array.isArray(there))
    return { reason: `\`${list}\` is not a list in this file; mend that first` };
  let thing: Record<string, unknown> = {};
  for (const { name, path, field } of attributesOf(kind)) {
    const words = said[name];
    if (!words) continue;
    const to = valueFor(words, [list, 0, ...path], field);
    if (isRefusal(to)) return { reason: `--${name}: ${to.reason}` };
    if (path.length === 0) return { changes: putting(value, kind, to) };
    const [key = "", inner] = path;
    thing = { ...thing, [key]: inner === undefined ? to : { ...Object(thing[key]), [inner]: to } };
  }
  if (kind === "bet") {
    const above = targetOfBet(value, Number(thing.level), String(thing.for));
    if (isRefusal(above)) return { reason: `--for: ${above.reason}` };
    const { id, changes, aside } = above;
    return { changes: [...changes, ...putting(value, kind, { ...thing, for: id })], ...(aside && { aside }) };
  }
  const called = kind === "result" && thing.id === undefined ? calledResult(value) : undefined;
  if (called === undefined || called === slug(String(thing.name)))
    return { changes: putting(value, kind, thing) };
  return {
    changes: putting(value, kind, { id: called, ...thing }),
    aside: `its id is ${called}, as a bet calls it`,
  };
}

/** What North Star bets call the result that they stand under, where the file has none yet and they call only one. */
function calledResult(value: unknown): string | undefined {
  const { things } = possibleTargets(value, 0);
  const bets = entitiesIn(value, "bets").filter((bet) => bet.value.level === 0);
  const [called, another] = new Set(bets.map((bet) => String(bet.value.for)));
  return things.length === 0 && called === slug(called ?? "") && another === undefined ? called : undefined;
}

/** Puts a thing in the place of one that a template left blank and that is of its sort, else at the end of its list. */
function putting(value: unknown, kind: EntityKind, thing: unknown): Change[] {
  const list = entityKinds[kind];
  const items = valueAt(value, [list]);
  const isBareText = mainAttribute(kind) === "text";
  const blanks = (Array.isArray(items) ? items : []).flatMap((item: unknown, index) =>
    isBlank(isBareText ? item : valueAt(item, [mainAttribute(kind)])) ? [{ item, index }] : [],
  );
  const { [sorts[kind] ?? ""]: sort } = Object(thing) as Record<string, unknown>;
  const isSame = ({ item }: { item: unknown }) => valueAt(item, [sorts[kind] ?? ""]) === sort;
  const open = blanks.find(isSame) ?? (kind === "bet" ? undefined : blanks[0]);
  if (!open) return [{ append: [list], value: thing }];
  const place: Path = [list, open.index];
  if (isBareText) return [{ set: place, to: thing }];
  return Object.entries(Object(thing)).map(([key, to]) => ({ set: [...place, key], to }));
}

/** What a template may have chosen for a thing already. */
const sorts: Readonly<Partial<Record<EntityKind, string>>> = {
  input: "factor",
  bet: "level",
  result: "kind",
};

function isBlank(value: unknown): boolean {
  return typeof value === "string" && value.trim() === blank;
}

function valueFor(words: readonly string[], path: Path, field: Field): unknown | Refusal {
  if (field.kind === "list") {
    const items = words.map((text) => answerFor(text, [...path, 0]));
    return items.find(isRefusal) ?? items;
  }
  const [text = "", another] = words;
  if (another !== undefined) return { reason: "it is given twice" };
  const answer = answerFor(text, path);
  if (typeof answer !== "number" || !field.choices || field.choices.includes(text)) return answer;
  return { reason: `it is one of ${field.choices.join(", ")}` };
}

/** What a bet of a level can stand under (playbook, chapter 7). */
export function possibleTargets(value: unknown, level: number): { list: List; things: Entity[] } {
  const list = level === 0 ? "results" : level < 3 ? "inputs" : "bets";
  const things = entitiesIn(value, list).filter(({ name }) => !hasBlank(name));
  return { list, things: level === 3 ? things.filter((bet) => bet.value.level === 2) : things };
}

export const noOpportunity = "there is no opportunity (a bet of level 2) to stand under yet; add one first";

/** The id of what a bet stands under; an opportunity without one gets it now. */
export function targetOfBet(value: unknown, level: number, words: string): (Plan & { id: string }) | Refusal {
  const { list, things } = possibleTargets(value, level);
  // Without results in the file, a North Star bet names its own, which may be added later.
  if (level === 0 && things.length === 0) return { id: slug(words) || words, changes: [] };
  if (level === 3 && things.length === 0) return { reason: noOpportunity };
  const above = pickEntity(words, things, list);
  if (isRefusal(above)) return above;
  if (above.id) return { id: above.id, changes: [] };
  const id = newId(above.name, entitiesIn(value, "bets"));
  const aside = `bet #${above.number} above it has the id ${id} from now on`;
  return { id, changes: [{ set: [...above.path, "id"], to: id }], aside };
}

/** An id made of the first words of a name, which nothing else has. */
function newId(name: string, others: readonly Entity[]): string {
  const made = slug(name).split("-").slice(0, 5).join("-") || "opportunity";
  const taken = new Set(others.map(({ id }) => id));
  let id = made;
  for (let count = 2; taken.has(id); count += 1) id = `${made}-${count}`;
  return id;
}
