/** northstar.yaml as text and as a value with places; the only file that knows `yaml`. */
import type { Path, Place, Problem } from "./problem.js";

/** A text that is YAML, as a value in which every path can be found again. */
export interface Source {
  text: string;
  value: unknown;
  /**
   * Where a path is written. A collection's place is its key, or the first line of a list's item; a value
   * behind an alias or a merge key is placed where it is written, and its use is a related place.
   * Throws for a path that is not in the document: that is a mistake of the caller.
   */
  locate(path: Path, options?: { at?: "key"; span?: readonly [number, number] }): Place;
}

/** Reads YAML 1.2, or says what is wrong with it, in bounded time and memory. */
export function readSource(_text: string): Source | Problem[] {
  throw new Error("to be written");
}
