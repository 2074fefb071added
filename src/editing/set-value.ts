/** Sets or removes one value without breaking what refers to it. */
import { valueAt } from "../file/change.js";
import { fieldAt, keysAt } from "../file/format-fields.js";
import { backticked, quoted } from "../file/message-text.js";
import { slug } from "../file/northstar.js";
import type { Path } from "../file/problem.js";
import { answerFor } from "../interview/assignments.js";
import { targetOfBet } from "./add-entity.js";
import { type Entity, entitiesIn, type List, lists } from "./entities.js";
import { isRefusal, type Plan, type Refusal } from "./plan.js";

/** The values that words stand for at a path: one text or number, or all items of a list of texts. */
export function setValue(value: unknown, path: Path, words: readonly string[]): Plan | Refusal {
  const above = isTarget(path) ? targetOfBet(value, levelAt(value, path), words.join(" ")) : undefined;
  // What cannot be found is left to lint, which says what there is; what a number means it cannot know.
  if (above && isRefusal(above) && /^#?\d+$/.test(words.join(" "))) return above;
  if (above && !isRefusal(above))
    return { ...above, changes: [...above.changes, { set: path, to: above.id }] };
  const to = answersAt(path, words);
  if (isRefusal(to)) return to;
  const other = inItsPlace(value, path);
  if (other) return { ...other, changes: [...other.changes, { set: path, to }] };
  const follows = following(value, path, to);
  return { ...follows, changes: [{ set: path, to }, ...follows.changes] };
}

/** Whether a path says what a bet stands under. */
function isTarget([list, , key, ...deeper]: Path): boolean {
  return list === "bets" && key === "for" && deeper.length === 0;
}

function levelAt(value: unknown, path: Path): number {
  return Number(valueAt(value, [...path.slice(0, -1), "level"]));
}

function answersAt(path: Path, words: readonly string[]): unknown | Refusal {
  const field = fieldAt(path);
  const place = backticked(addressOf(path));
  if (field?.kind === "list" && fieldAt([...path, 0])?.kind === "text") {
    const items = words.map((text) => answerFor(text, [...path, 0]));
    return items.find(isRefusal) ?? items;
  }
  if (field?.kind === "list" || field?.kind === "map" || isItem(path)) {
    const inside = isItem(path) || field?.kind === "map" ? path : [...path, 0];
    const list = String(path[0]);
    const adding = field?.kind === "list" && list in lists ? ", or add one with northstar add" : "";
    const [first = "…"] = keysAt(inside).filter((key) => key !== "id");
    return { reason: `${place} has parts: set one of them, as in ${addressOf([...inside, first])}${adding}` };
  }
  const [text = "", ...others] = words;
  if (others.length > 0) return { reason: `${place} takes one value: put the words in quotes` };
  const answer = answerFor(text, path);
  return isRefusal(answer) ? { reason: `${place}: ${answer.reason}` } : answer;
}

/** An item of a list of maps. */
function isItem(path: Path): boolean {
  return typeof path.at(-1) === "number" && keysAt(path).length > 0;
}

/** A map with one key only has the new one in the place of another. */
function inItsPlace(value: unknown, path: Path): Plan | undefined {
  const around = path.slice(0, -1);
  const key = String(path.at(-1));
  if (!fieldAt(around)?.single) return undefined;
  const other = Object.keys(Object(valueAt(value, around))).find((each) => each !== key);
  if (other === undefined) return undefined;
  const before = `${other}: ${textAt(value, [...around, other])}`;
  return {
    changes: [{ rename: [...around, other], to: key }],
    aside: `in the place of ${backticked(before)}`,
  };
}

/** Whoever is called by another id now is called so everywhere, and who gets another name keeps the id. */
function following(value: unknown, path: Path, to: unknown): Plan {
  const [list, index, key, ...deeper] = path;
  const thing = entitiesIn(value, list as List).find(({ path: [, each] }) => each === index);
  if (!thing || deeper.length > 0 || typeof to !== "string") return { changes: [] };
  const callers = callersOf(value, thing, list as List);
  if (callers.length === 0) return { changes: [] };
  const bets = callers.length === 1 ? "the bet" : `the ${callers.length} bets`;
  if (key === "id" && to !== thing.id)
    return {
      changes: callers.map(({ path: bet }) => ({ set: [...bet, "for"], to })),
      aside: `${bets} under it ${callers.length === 1 ? "follows" : "follow"}`,
    };
  if (key === "name" && thing.value.id === undefined && slug(to) !== thing.id)
    return {
      changes: [{ set: [...thing.path, "id"], to: thing.id }],
      aside: `it keeps the id ${thing.id} for ${bets} under it`,
    };
  return { changes: [] };
}

/** The bets that stand under something. */
function callersOf(value: unknown, { id }: Entity, list: List): Entity[] {
  const levels: Partial<Record<List, number[]>> = { results: [0], inputs: [1, 2], bets: [3] };
  if (id === "") return [];
  return entitiesIn(value, "bets").filter(
    (bet) => bet.value.for === id && levels[list]?.includes(Number(bet.value.level)),
  );
}

/** Takes a place out of the file, with the map or the list that it stood in when nothing else is in it. */
export function removeValue(value: unknown, path: Path): Plan | Refusal {
  if (valueAt(value, path) === undefined)
    return { reason: `there is no ${backticked(addressOf(path))} in the file` };
  return { changes: [{ remove: withoutEmpty(value, path) }] };
}

/** The outermost place that would be empty without a place; one that the format needs stays. */
function withoutEmpty(value: unknown, path: Path): Path {
  const around = path.slice(0, -1);
  const isAlone = Object.keys(Object(valueAt(value, around))).length === 1;
  // An item of a list is a thing of its own, also when it says nothing.
  const canGo = typeof around.at(-1) === "string" && !fieldAt(around)?.required;
  return isAlone && canGo ? withoutEmpty(value, around) : path;
}

/** What is at a path in a few words: the address that people see again, and the own words of what has no id. */
export function nameOfPlace(value: unknown, path: Path): string {
  const [list, index, ...rest] = path;
  const things = entitiesIn(value, list as List);
  const thing = things.find(({ path: [, each] }) => each === index);
  if (thing?.id && things.filter(({ id }) => id === thing.id).length === 1)
    return addressOf([list ?? "", thing.id, ...rest]);
  const words = thing?.name ?? (typeof index === "number" ? textAt(value, path) : "");
  return addressOf(path) + (words && ` (${quoted(words)})`);
}

function textAt(value: unknown, path: Path): string {
  const text = valueAt(value, path);
  return typeof text === "string" ? text : "";
}

/** A path as people write it: items count from 1. */
function addressOf(path: Path): string {
  return path.map((step) => (typeof step === "number" ? `#${step + 1}` : step)).join(".");
}
