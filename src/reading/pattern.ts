/** Patterns and sets of words that are made when a text first needs them: making one takes longer than reading a text, and most texts need none. */

/** Some words, in small letters. */
export type WordSet = ReadonlySet<string>;

const patterns = new Map<string, RegExp>();
const sets = new Map<string, WordSet>();

/** The pattern with this source; one source has always the same flags. */
export function patternOf(source: string, flags = ""): RegExp {
  const known = patterns.get(source);
  if (known) return known;
  const pattern = new RegExp(source, flags);
  patterns.set(source, pattern);
  return pattern;
}

/** The words of a list with spaces between them. */
export function setOf(words: string): WordSet {
  const known = sets.get(words);
  if (known) return known;
  const set = new Set(words.split(" "));
  sets.set(words, set);
  return set;
}

/** Whether a text has one of some words. */
export function hasOne(signs: WordSet, said: WordSet): boolean {
  for (const word of said) if (signs.has(word)) return true;
  return false;
}

/** The words of a text in small letters, and "n't" where one of them ends in it. */
export function wordSetOf(small: string): WordSet {
  const words = small.match(/[a-z]+(?:'[a-z]+)?/g) ?? [];
  return new Set(words.some((word) => word.endsWith("n't")) ? [...words, "n't"] : words);
}
