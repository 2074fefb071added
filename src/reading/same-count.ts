/** Whether two metrics count the same in other words. */
import { contentWords, countedWords, similarity } from "./content-words.js";
import type { Reading } from "./reading.js";

/** What is compared of a name and a definition. */
export interface Counted {
  name: ReadonlySet<string>;
  definition: ReadonlySet<string>;
  /** The counted phrase: "orders that customers place" are not "customers who place orders". */
  subject: ReadonlySet<string>;
}

export function countedIn(reading: Reading): Counted {
  const known = compared.get(reading);
  if (known) return known;
  const { name, definition, counted } = reading;
  const found = {
    name: countedWords(name),
    definition: countedWords(definition),
    subject: contentWords(counted?.text ?? ""),
  };
  compared.set(reading, found);
  return found;
}

/** Two rules compare the same readings. */
const compared = new WeakMap<Reading, Counted>();

/** Whether the names have the same words, or the definitions count the same. */
export function countTheSame(a: Counted, b: Counted): boolean {
  if (similarity(a.name, b.name) >= 0.8) return true;
  return similarity(a.subject, b.subject) === 1 && similarity(a.definition, b.definition) >= 0.8;
}
