/** Reads assignments by path, such as `inputs.0.name=Readers`. */
import { valueAt } from "../file/change.js";
import { fieldAt, keysAt } from "../file/format-fields.js";
import { linesOf } from "../file/lines.js";
import { withoutLead } from "../file/message-text.js";
import { nearest } from "../file/nearest.js";
import { slug } from "../file/northstar.js";
import type { Path } from "../file/problem.js";
import { checkText } from "../file/text.js";

/** A path as people write it, with the numbers of items from 0. */
export function readPath(words: string): Path {
  return words.split(".").map((step) => (/^\d+$/.test(step) ? Number(step) : step));
}

/** The value that a text stands for at a path, or why it cannot stand there. */
export function valueFor(text: string, path: Path): string | number | { reason: string } {
  if (path.includes("__proto__")) return { reason: "a file cannot have this key" };
  const unknown = unknownIn(path);
  if (unknown) return { reason: unknown };
  const field = fieldAt(path);
  if (field?.kind === "list") return { reason: `it is a list: set an item of it, as in ${example(path, 0)}` };
  if (field?.kind === "map") return { reason: `it has parts: set one of them, as in ${example(path)}` };
  return answerFor(text, path);
}

/** The same for an answer to a question, whose path is known to be right. */
export function answerFor(text: string, path: Path): string | number | { reason: string } {
  const [hidden] = checkText(text, linesOf(text));
  if (hidden) return { reason: hidden.message };
  if (text.trim() === "") return { reason: "there is no text in it" };
  if (path.at(-1) === "id" && slug(text) === "") return { reason: "there is no letter or digit in it" };
  const field = fieldAt(path);
  if (field?.kind === "number")
    return /^-?\d+$/.test(text) ? Number(text) : { reason: `it is a number, not '${text}'` };
  if (!field?.choices) return withoutKey(text, path);
  if (field.choices.includes(text)) return text;
  const near = nearest(text, field.choices);
  return { reason: near ? `did you mean ${near}?` : `it is one of ${field.choices.join(", ")}` };
}

/** What a bet says after its "if" or "then", which the key and every sentence about it say already. */
export function withoutKey(text: string, path: Path): string {
  const [list, , key] = path;
  return list === "bets" && (key === "if" || key === "then") ? withoutLead(text, `${key} `) : text;
}

function unknownIn(path: Path): string | undefined {
  for (const [index, step] of path.entries()) {
    if (typeof step === "string" && step.startsWith("x-")) return undefined;
    const around = path.slice(0, index);
    if (fieldAt([...around, step])) continue;
    const keys = keysAt(around);
    if (keys.length === 0)
      return fieldAt([...around, 0]) ? "an item of a list has a number, from 0" : "it has no parts";
    const near = nearest(String(step), keys);
    return `there is no ${step}; ${near ? `did you mean ${near}?` : `there is ${keys.join(", ")}`}`;
  }
  return undefined;
}

function example(path: Path, item?: number): string {
  const inside = item === undefined ? path : [...path, item];
  const [key] = keysAt(inside).filter((each) => fieldAt([...inside, each])?.required);
  const [first] = keysAt(inside);
  return [...inside, ...(first ? [key ?? first] : [])].join(".");
}

/** Why no value can be put at a path, if none can: its way leads into a text, or beyond the end of a list. */
export function whyNotAt(value: unknown, path: Path): string | undefined {
  for (const [length, step] of path.entries()) {
    const here = valueAt(value, path.slice(0, length));
    if (here === undefined || here === null) {
      if (typeof step === "number" && step > 0) return beyond(0);
    } else if (typeof here !== "object" || Array.isArray(here) !== (typeof step === "number"))
      return `there is something else at ${path.slice(0, length).join(".")} already`;
    else if (Array.isArray(here) && Number(step) > here.length) return beyond(here.length);
  }
  return undefined;
}

function beyond(items: number): string {
  return `there ${counted(items)} so far, and items count from 0: the next one is ${items}`;
}

function counted(items: number): string {
  return items === 0 ? "are no items" : items === 1 ? "is one item" : `are ${items} items`;
}
