/** Whether data from outside has the shape that it should have. */

/** Says of a value whether it is one of a kind. */
type Is = (value: unknown) => boolean;

/** Nothing in a file is further away than this, whatever it is counted in. */
const furthest = 10_000_000;

export const isText: Is = (value) => typeof value === "string";
export const isFlag: Is = (value) => typeof value === "boolean";
export const isCount: Is = (value) =>
  Number.isInteger(value) && Number(value) >= 0 && Number(value) <= furthest;

export function either(...kinds: readonly Is[]): Is {
  return (value) => kinds.some((is) => is(value));
}

export function oneOf(...values: readonly unknown[]): Is {
  return (value) => values.includes(value);
}

/** Missing, or of a kind. */
export function perhaps(is: Is): Is {
  return either(oneOf(undefined), is);
}

export function listOf(is: Is): Is {
  return (value) => Array.isArray(value) && value.every(is);
}

/** A map with these fields, and maybe others. */
export function mapOf(fields: Readonly<Record<string, Is>>): Is {
  return (value) =>
    isMap(value) &&
    Object.entries(fields).every(([name, is]) => is(Object.hasOwn(value, name) ? value[name] : undefined));
}

/** A map with any keys, whose values are all of a kind. */
export function anyMapOf(is: Is): Is {
  return (value) => isMap(value) && Object.values(value).every(is);
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
