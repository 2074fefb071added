/** Looks fields of a format up by path. */
import type { Path } from "./problem.js";

export interface Field {
  /**
   * `text` takes any words, `choice` one of a few, `number` a number, `form` a text of a certain form (an id,
   * a day, a duration); `list` and `map` hold others.
   */
  kind: "text" | "choice" | "number" | "form" | "list" | "map";
  /** What stands around it needs it. */
  required?: true;
  choices?: readonly string[];
  /** A map with one of its keys only. */
  single?: true;
  /** A choice that may be a blank until it is made. */
  blank?: true;
  description: string;
  /** As it is written on one line; lists and maps have none. */
  example?: string;
}

/** The places of a format. */
export interface Fields {
  /** The field at a path, or undefined for a team's own key and for a place that the format does not have. */
  fieldAt(path: Path): Field | undefined;
  /** The keys of the map at a path in their usual order; none for a team's own. */
  keysAt(path: Path): string[];
}

/** Looks fields up in a table of places, in which `*` stands for any index. */
export function fieldsOf(table: Readonly<Record<string, Field>>): Fields {
  const keysByMap = new Map<string, string[]>();
  for (const place of Object.keys(table)) {
    const dot = place.lastIndexOf(".");
    const map = dot < 0 ? "" : place.slice(0, dot);
    if (!place.endsWith("*")) keysByMap.set(map, [...(keysByMap.get(map) ?? []), place.slice(dot + 1)]);
  }
  return {
    fieldAt: (path) => table[patternOf(path)],
    keysAt: (path) => [...(keysByMap.get(patternOf(path)) ?? [])],
  };
}

function patternOf(path: Path): string {
  return path.map((step) => (typeof step === "number" ? "*" : step)).join(".");
}
