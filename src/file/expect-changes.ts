/** Changes that a program gives, as JSON has them: what is none is told before anything is changed. */
import type { Change } from "./change.js";

/** A list of changes; else a RangeError that says which is none, and why. */
export function expectChanges(given: unknown): readonly Change[] {
  if (!Array.isArray(given)) throw new RangeError("changes are a list");
  for (const [index, change] of given.entries()) {
    const fault = faultIn(change);
    if (fault) throw new RangeError(`change ${index + 1} ${fault}`);
  }
  return given;
}

/** By the key with the path: the key with what it needs besides. */
const kinds = { set: "to", append: "value", rename: "to", remove: null, unfold: null } as const;

function faultIn(change: unknown): string | null {
  if (typeof change !== "object" || change === null) return "is no map";
  const said = change as Record<string, unknown>;
  const names = Object.keys(kinds) as (keyof typeof kinds)[];
  const named = names.filter((name) => Object.hasOwn(said, name));
  const [kind] = named;
  if (!kind || named.length > 1) return `needs one of ${names.join(", ")}`;
  if (!isPath(said[kind])) return `has no path in ${kind}: a list of keys, and of indexes from 0`;
  const value = kinds[kind];
  if (value === null) return null;
  if (!Object.hasOwn(said, value)) return `needs ${value} beside ${kind}`;
  if (kind === "rename") return typeof said.to === "string" ? null : "renames to what is no text";
  return isData(said[value], 0) ? null : `has in ${value} what is no JSON, or is nested too deeply`;
}

function isPath(path: unknown): boolean {
  return (
    Array.isArray(path) &&
    path.every((step) => typeof step === "string" || (Number.isSafeInteger(step) && Number(step) >= 0))
  );
}

/** Nothing in a North Star is nested more deeply than a few levels. */
const deepest = 50;

function isData(value: unknown, depth: number): boolean {
  if (value === null || typeof value === "string" || typeof value === "boolean") return true;
  if (typeof value === "number") return Number.isFinite(value);
  if (typeof value !== "object" || depth > deepest) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (!Array.isArray(value) && prototype !== Object.prototype && prototype !== null) return false;
  return Object.values(value).every((each) => isData(each, depth + 1));
}
