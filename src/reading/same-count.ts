/** Whether two things are counted that are the same in other words. */
import { contentOf, likeness, thingOf } from "./content.js";
import type { Reading } from "./reading.js";

/** What is compared of a name and a definition. */
export interface Counted {
  name: ReadonlySet<string>;
  definition: ReadonlySet<string>;
  /** The counted phrase: "orders that customers place" are not "customers who place orders". */
  subject: ReadonlySet<string>;
}

export function countedIn({ name, definition, counted }: Reading): Counted {
  return {
    name: thingOf(name),
    definition: thingOf(definition),
    subject: contentOf(counted?.text ?? ""),
  };
}

/** Whether the names have the same words, or the definitions count the same. */
export function countTheSame(a: Counted, b: Counted): boolean {
  if (likeness(a.name, b.name) >= 0.8) return true;
  return likeness(a.subject, b.subject) === 1 && likeness(a.definition, b.definition) >= 0.8;
}
