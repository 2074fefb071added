/** Where a North Star says which metric of a semantic layer something is. */
import type { Northstar } from "../file/northstar.js";
import type { Path } from "../file/path.js";
import { thingsOf } from "../series/things.js";
import { type System, systems } from "./metric.js";

/** Something that is counted: `metric`, or an Input, a result or a guardrail by its id. */
export interface Pointer {
  thing: string;
  /** Of what is counted; empty for the metric. */
  path: Path;
  system: System;
  /** How the file calls the metric in there. */
  name: string;
}

/** What points at a metric of a semantic layer; an address points at a page, where nothing is looked up. */
export function pointersIn(star: Northstar): Pointer[] {
  return thingsOf(star).flatMap(({ id, path, value: { source } }) => {
    const system = systems.find((each) => source?.[each] !== undefined);
    const name = system && source?.[system];
    return system && name ? [{ thing: id, path, system, name: name.trim() }] : [];
  });
}
