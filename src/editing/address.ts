/** Places in a file as people write them: `name`, `inputs.broadcasts.owner`, `inputs.#1.owner`, `inputs.0.owner`, `inputs[0].owner`. */
import { isMap, valueAt } from "../file/change.js";
import { fieldAt, keysAt } from "../file/format-fields.js";
import { backticked } from "../file/message-text.js";
import { nearest } from "../file/nearest.js";
import type { Path } from "../file/problem.js";
import { hiddenIn } from "../file/text.js";
import { entitiesIn, type List, lists, pickEntity } from "./entities.js";

/**
 * The path that an address means in a file's value. Items of a list go by id or name, by `#` and their number from
 * 1, or by their index from 0 as in the paths of reports.
 * The last step may be missing in the file; a key has to be one of the format, the team's own, or there already.
 */
export function pathAt(value: unknown, address: string): { path: Path } | { reason: string } {
  const steps = address.replace(/\[(#?\d+)\]/g, ".$1").split(".");
  if (steps.some((step) => step.trim() === "")) return { reason: `${backticked(address)} has an empty step` };
  if ([...hiddenIn(address)].length > 0 || steps.includes("__proto__"))
    return { reason: `${backticked(address)} is no place that a file should have` };
  const path: (string | number)[] = [];
  for (const [index, step] of steps.entries()) {
    const next = stepFrom(value, path, step, index === steps.length - 1);
    if ("reason" in next) return next;
    path.push(next.step);
  }
  return { path };
}

function stepFrom(
  value: unknown,
  path: Path,
  step: string,
  isLast: boolean,
): { step: string | number } | { reason: string } {
  const here = valueAt(value, path);
  const isList = Array.isArray(here) || (here === undefined && fieldAt(path)?.kind === "list");
  if (isList) return itemFrom(value, path, step, isLast);
  if (isScalar(here)) return { reason: `${backticked(path.join("."))} has no parts` };
  if (isMap(here) && Object.hasOwn(here, step)) return { step };
  if (isOwn(path) || step.startsWith("x-") || keysAt(path).includes(step)) return { step };
  const keys = keysAt(path);
  if (keys.length === 0) return { reason: `${backticked(path.join("."))} has no parts` };
  const near = nearest(step, keys);
  const where = path.length === 0 ? "" : ` in ${backticked(path.join("."))}`;
  return {
    reason: `there is no ${backticked(step)}${where}; ${near ? `did you mean ${backticked(near)}?` : `there is ${keys.join(", ")}`}`,
  };
}

function itemFrom(
  value: unknown,
  path: Path,
  step: string,
  isLast: boolean,
): { step: number } | { reason: string } {
  const items = valueAt(value, path);
  const { length } = Array.isArray(items) ? items : [];
  const [list] = path;
  const isNamed = path.length === 1 && typeof list === "string" && Object.hasOwn(lists, list);
  const things = isNamed ? entitiesIn(value, list as List) : [];
  const called = things.find(({ id }) => id === step);
  if (called) return { step: Number(called.path[1]) };
  const [, sign, digits] = /^(#?)(\d+)$/.exec(step) ?? [];
  if (digits !== undefined) {
    const index = sign ? Number(digits) - 1 : Number(digits);
    const mayAppend = isLast && !isNamed && index === length;
    if (index >= 0 && (index < length || mayAppend)) return { step: index };
    return { reason: `${backticked(path.join("."))} has ${itemsOf(length)}` };
  }
  if (!isNamed)
    return { reason: `an item of ${backticked(path.join("."))} goes by its number: #1 is the first` };
  const thing = pickEntity(step, things, list as List);
  return "reason" in thing ? thing : { step: Number(thing.path[1]) };
}

/** How many items there are, and what they are called. */
function itemsOf(length: number): string {
  if (length === 0) return "no items yet";
  if (length === 1) return "one item: #1, or 0 as reports count";
  return `${length} items: #1 to #${length}, or 0 to ${length - 1} as reports count`;
}

function isOwn(path: Path): boolean {
  return path.some((step) => typeof step === "string" && step.startsWith("x-"));
}

function isScalar(value: unknown): boolean {
  return value !== undefined && value !== null && typeof value !== "object";
}
