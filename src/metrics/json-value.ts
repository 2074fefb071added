/** Reads values of which nobody knows what they are: artefacts come from other programs. */
import { isMap } from "../file/change.js";

export type Json = Readonly<Record<string, unknown>>;

/** A map; an empty one for anything else. */
export function mapIn(value: unknown): Json {
  return isMap(value) ? value : {};
}

/** A list; an empty one for anything else. */
export function listIn(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** A text that says something, or null. */
export function textIn(value: unknown): string | null {
  return typeof value === "string" && value.trim() !== "" ? value : null;
}

/** The entries of a map, its own only. */
export function entriesIn(value: unknown): [string, unknown][] {
  return Object.entries(mapIn(value));
}

/** Two values of which the later one wins, key by key in maps. */
export function mergeDeep(earlier: unknown, later: unknown, depth = 0): unknown {
  if (later === undefined) return earlier;
  if (!isMap(earlier) || !isMap(later) || depth > 20) return later;
  const keys = new Set([...Object.keys(mapIn(earlier)), ...Object.keys(mapIn(later))]);
  return Object.fromEntries(
    [...keys].map((key) => [key, mergeDeep(mapIn(earlier)[key], mapIn(later)[key], depth + 1)]),
  );
}

/** A text on one line, as two ways to write the same SQL are compared. */
export function oneLine(text: string): string {
  return text.trim().replace(/\s+/g, " ");
}
