/** The Inputs, bets and other entities of a value, which may have errors, and finding one by name. */
import { valueAt } from "../file/change.js";
import { backticked, joinWords, shortened } from "../file/message-text.js";
import { nearest } from "../file/nearest.js";
import { slug } from "../file/northstar.js";
import type { Path } from "../file/problem.js";

/** The lists that hold things with a name, or a sentence that serves as one, and what such a thing is called. */
export const lists = {
  thresholds: "threshold",
  results: "result",
  inputs: "Input",
  candidates: "candidate for an Input",
  bets: "bet",
  guardrails: "guardrail",
  reviews: "answer",
  history: "earlier metric",
  considered: "candidate",
} as const;
export type List = keyof typeof lists;

/** Where a sentence serves as the name: things that have no id but one they are given. */
const nameKeys: Readonly<Partial<Record<List, string>>> = {
  bets: "if",
  reviews: "question",
  thresholds: "says",
};

/** Something in one of the lists. */
export interface Entity {
  path: Path;
  /** Its place in the list, from 1. */
  number: number;
  /** What others call it by; empty where it has neither id nor name. Bets have only the id that they are given. */
  id: string;
  /** Its name; of a bet, what it bets on. */
  name: string;
  value: Readonly<Record<string, unknown>>;
}

/** The things in a list of a file's value, in their order. */
export function entitiesIn(value: unknown, list: List): Entity[] {
  const items = valueAt(value, [list]);
  return (Array.isArray(items) ? items : []).flatMap((item: unknown, index) => {
    if (typeof item !== "object" || item === null || Array.isArray(item)) return [];
    const said = item as Record<string, unknown>;
    const name = textOf(said[nameKeys[list] ?? "name"]);
    const id = textOf(said.id) || (nameKeys[list] ? "" : slug(name));
    return [{ path: [list, index], number: index + 1, id, name, value: said }];
  });
}

/** How a thing is named in a sentence: by its id, or by its own words. */
export function labelOf({ id, name, number }: Entity, list: List): string {
  return id || (name ? `"${shortened(name)}"` : `${lists[list]} #${number}`);
}

/**
 * The one thing that somebody means: by id or name, by its number in the list as `#2`, or by a part of its name
 * that no other has. A bare number is taken only where counting from 0, as reports do, can mean no other thing.
 * A refusal says what there is instead.
 */
export function pickEntity(
  words: string,
  things: readonly Entity[],
  list: List,
): Entity | { reason: string } {
  const said = words.trim();
  const called = things.filter(({ id, name }) => id === said || name === said);
  const similar = things.filter(({ id, name }) => slug(said) !== "" && [id, slug(name)].includes(slug(said)));
  const found = called.length > 0 ? called : /^#\d/.test(said) ? [] : similar;
  const numbered = found.length > 0 ? found : numberedBy(said, things, list);
  if ("reason" in numbered) return numbered;
  const part = said.toLowerCase();
  const fitting = numbered.length > 0 || part === "" ? numbered : things.filter(holds(part));
  const [thing, another] = fitting;
  const kind = lists[list];
  if (thing && another)
    return {
      reason: `${backticked(said)} fits ${fitting.length} of them: ${choicesIn(fitting, list)}; say which`,
    };
  if (thing) return thing;
  if (things.length === 0) return { reason: `there is no ${kind} in the file yet` };
  const near = nearest(said, things.flatMap(({ id, name }) => [id, name]).filter(Boolean));
  const advice = near ? `did you mean ${backticked(near)}?` : `the file has ${choicesIn(things, list)}`;
  return { reason: `there is no ${kind} ${backticked(said)}; ${advice}` };
}

/** The thing that a number means, from 1. */
function numberedBy(
  said: string,
  things: readonly Entity[],
  list: List,
): readonly Entity[] | { reason: string } {
  const [, sign, digits] = /^(#?)(\d{1,6})$/.exec(said) ?? [];
  if (digits === undefined) return [];
  const at = (number: number) => things.filter((thing) => thing.number === number);
  const [first, second] = [at(Number(digits)), at(Number(digits) + 1)];
  if (sign || second.length === 0) return first;
  if (said === "0") return second;
  const choices = [...first, ...second].map((thing) => `'#${thing.number}' for ${labelOf(thing, list)}`);
  return {
    reason: `${backticked(said)} is not clear, since reports count from 0 and people from 1; write ${joinWords(choices, "or")}`,
  };
}

/** How a thing is named to somebody who types its name: by its id, or its number in quotes, since # starts a comment. */
export function choiceOf(thing: Entity, list: List): string {
  return thing.id || `'#${thing.number}' ${labelOf(thing, list)}`;
}

function holds(part: string): (thing: Entity) => boolean {
  return ({ id, name }) => `${id}\n${name}`.toLowerCase().includes(part);
}

/** At most six things to choose from. */
function choicesIn(things: readonly Entity[], list: List): string {
  const shown = things.slice(0, 6).map((thing) => choiceOf(thing, list));
  const more = things.length - shown.length;
  return joinWords(more > 0 ? [...shown, `${more} more`] : shown, "and");
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}
