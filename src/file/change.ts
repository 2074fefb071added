/** Changes of a value by path, as data, and applying them. */
import type { Path } from "./path.js";

/** One change of a value; where it has a `text`, the file gets those lines for the new value. */
export type Change =
  /** Sets the value at a path and makes the maps and lists that are missing on the way. */
  | { set: Path; to: unknown; text?: string }
  /** Adds an item at the end of the list at a path, and makes the list where there is none. */
  | { append: Path; value: unknown; text?: string }
  /** Removes what is at a path, if anything, with those of the named comments that stand in it or right above it. */
  | { remove: Path; comments?: ReadonlySet<string> }
  /** Gives the key at a path another name, in the same place. */
  | { rename: Path; to: string }
  /** Changes no value: writes a list or map that stands in brackets or braces on lines of its own. */
  | { unfold: Path };

/** The value with a change applied; the value itself stays as it was. Throws when the change does not fit it. */
export function applyChange(value: unknown, change: Change): unknown {
  if ("set" in change) return withValue(value, change.set, change.to, change.set);
  if ("append" in change) {
    const list = valueAt(value, change.append) ?? [];
    if (!Array.isArray(list)) throw misfit(change.append, "is not a list");
    return withValue(value, change.append, [...list, change.value], change.append);
  }
  if ("remove" in change) return without(value, change.remove);
  if ("unfold" in change) return value;
  return renamed(value, change.rename, change.to);
}

/** The place that a change is made at. */
export function placeOf(change: Change): Path {
  if ("set" in change) return change.set;
  if ("append" in change) return change.append;
  if ("remove" in change) return change.remove;
  return "unfold" in change ? change.unfold : change.rename;
}

/** What is at a path, or undefined. */
export function valueAt(value: unknown, path: Path): unknown {
  let here = value;
  for (const step of path) {
    if (!isCollection(here) || !Object.hasOwn(here, step)) return undefined;
    here = here[step];
  }
  return here;
}

/** Whether a path leads to a place or into it. */
export function isPartOf(path: Path, place: Path): boolean {
  return place.every((step, index) => path[index] === step);
}

/** The changes that make one value of another. Items of lists that are too many go from the end. */
export function changesBetween(
  from: unknown,
  to: unknown,
  comments?: ReadonlySet<string>,
  path: Path = [],
): Change[] {
  const between = (key: string | number) =>
    changesBetween(valueAt(from, [key]), valueAt(to, [key]), comments, [...path, key]);
  const removing = (key: string | number): Change => ({
    remove: [...path, key],
    ...(comments && { comments }),
  });
  if (Array.isArray(from) && Array.isArray(to) && to.length > 0) {
    const gone = [...from.keys()].slice(to.length).reverse();
    return [
      ...to.flatMap((value, index) =>
        index < from.length ? between(index) : [{ append: path, value } as Change],
      ),
      ...gone.map(removing),
    ];
  }
  if (isMap(from) && isMap(to) && Object.keys(to).length > 0)
    return [
      ...Object.entries(to).flatMap(([key, value]) =>
        Object.hasOwn(from, key) ? between(key) : [{ set: [...path, key], to: value } satisfies Change],
      ),
      ...Object.keys(from)
        .filter((key) => !Object.hasOwn(to, key))
        .map(removing),
    ];
  return deepEqual(from, to) ? [] : [{ set: path, to }];
}

/** Whether two values say the same; the order of keys says nothing. */
export function deepEqual(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (!isCollection(a) || !isCollection(b)) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && deepEqual(valueAt(a, [key]), valueAt(b, [key])))
  );
}

function withValue(value: unknown, rest: Path, to: unknown, path: Path): unknown {
  const [step, ...deeper] = rest;
  if (step === undefined) return to;
  const inside = valueAt(value, [step]);
  if (typeof step === "number") {
    const list = value ?? [];
    if (!Array.isArray(list)) throw misfit(path, "leads into something that is not a list");
    if (step > list.length) throw misfit(path, "leads beyond the end of a list");
    return [...list.slice(0, step), withValue(inside, deeper, to, path), ...list.slice(step + 1)];
  }
  const map = value ?? {};
  if (!isMap(map)) throw misfit(path, "leads into something that is not a map");
  return { ...map, [step]: withValue(inside, deeper, to, path) };
}

function without(value: unknown, path: Path): unknown {
  const step = path.at(-1);
  const parent = valueAt(value, path.slice(0, -1));
  if (step === undefined || valueAt(value, path) === undefined) return value;
  const left = Array.isArray(parent)
    ? parent.filter((_, index) => index !== Number(step))
    : Object.fromEntries(Object.entries(parent ?? {}).filter(([key]) => key !== step));
  return withValue(value, path.slice(0, -1), left, path);
}

function renamed(value: unknown, path: Path, to: string): unknown {
  const parent = valueAt(value, path.slice(0, -1));
  const key = path.at(-1);
  if (!isMap(parent) || typeof key !== "string" || !Object.hasOwn(parent, key))
    throw misfit(path, "is no key");
  if (key !== to && Object.hasOwn(parent, to)) throw misfit(path, `cannot be called ${to}, which is there`);
  const entries = Object.entries(parent).map(([name, each]) => [name === key ? to : name, each] as const);
  return withValue(value, path.slice(0, -1), Object.fromEntries(entries), path);
}

function misfit(path: Path, reason: string): Error {
  return new Error(`The place ${JSON.stringify(path)} ${reason}`);
}

export function isMap(value: unknown): value is Record<string, unknown> {
  return isCollection(value) && !Array.isArray(value);
}

/** A map or a list. */
export function isCollection(value: unknown): value is Record<string | number, unknown> {
  return typeof value === "object" && value !== null;
}
