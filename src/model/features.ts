/** What a model looks at in a statement: its words and pairs of them, groups of letters, and facts about it. */
import type { Point } from "../file/problem.js";
import { isAscii } from "../file/text.js";
import type { Reading } from "../reading/reading.js";

/** Features as 32 bit hashes, by kind; none occurs twice. */
export interface Features {
  words: readonly number[];
  letters: readonly number[];
  facts: readonly number[];
}

export const kinds = ["words", "letters", "facts"] as const satisfies readonly (keyof Features)[];

/** Longer texts are cut: what they are shows at their start. */
const mostWords = 120;

/** The features of a name and its definition; `beside` is what an Input is to drive. */
export function featuresOf(reading: Reading, beside?: string): Features {
  const { words, letters, all } = textFeatures({ d: reading.definition, n: reading.name });
  const facts = factsOf(reading, all.length);
  if (beside !== undefined) facts.push(overlapOf(all, wordsOf(beside)));
  return { words, letters, facts: hashesOf(facts) };
}

/** The features of what a bet says. */
export function featuresOfBet(text: string): Features {
  const { words, letters, all } = textFeatures({ b: text });
  return { words, letters, facts: hashesOf([lengthFact(all.length)]) };
}

/** The features of an answer to a point of the checklist. */
export function featuresOfAnswer(point: Point, text: string): Features {
  const { words, letters, all } = textFeatures({ a: text });
  // What denies one point speaks for another: "it follows", "it falls".
  const ofPoint = all.map((word, index) => `${point} ${index > 0 ? all[index - 1] : "^"} ${word}`);
  const facts = [lengthFact(all.length), `last ${all.at(-1)}`];
  return {
    words,
    letters,
    facts: hashesOf([...facts, ...all.map((word) => `${point} ${word}`), ...ofPoint]),
  };
}

/** Words, pairs of words and groups of letters of texts, which are told apart by a letter. */
function textFeatures(texts: Readonly<Record<string, string>>): {
  words: number[];
  letters: number[];
  all: string[];
} {
  const words = new Set<number>();
  const letters = new Set<number>();
  const all: string[] = [];
  for (const [tag, text] of Object.entries(texts)) {
    // What is hashed are "d word" and "d previous word", without making these texts.
    const start = hashed(offset, `${tag} `);
    let before = hashed(start, "^ ");
    for (const word of wordsOf(text)) {
      all.push(word);
      const own = hashed(start, word);
      words.add(folded(own));
      words.add(folded(hashed(before, word)));
      before = hashed(own, " ");
      addLetters(letters, tag, word);
    }
  }
  return { words: [...words], letters: [...letters], all };
}

/** Small letters, numbers as one, and the signs that formulas are made of. */
function wordsOf(text: string): string[] {
  const found = isAscii(text)
    ? text.toLowerCase().match(/[a-z]+|\d+(?:[.,]\d+)*|[%$#/<>=+*]/g)
    : text
        .normalize("NFKC")
        .toLowerCase()
        .match(/[\p{L}\p{M}]+|\d+(?:[.,]\d+)*|[%$€£#÷/≥≤<>=+×*]/gu);
  return (found ?? []).slice(0, mostWords).map((word) => (/^\d/.test(word) ? "0" : word));
}

/** Groups of three to five letters, with the ends of the word. */
function addLetters(to: Set<number>, tag: string, word: string): void {
  const padded = `^${word.slice(0, 24)}$`;
  const start = mixed(offset, tag.charCodeAt(0));
  for (let from = 0; from + 3 <= padded.length; from += 1) {
    let hash = mixed(mixed(start, padded.charCodeAt(from)), padded.charCodeAt(from + 1));
    for (let end = from + 2; end < from + 5 && end < padded.length; end += 1) {
      hash = mixed(hash, padded.charCodeAt(end));
      to.add(folded(hash));
    }
  }
}

/** What the reading says, each fact in a word. */
function factsOf(reading: Reading, length: number): string[] {
  const { aggregation, counted, acts, window, time, per, thresholds, qualifiers } = reading;
  const flags = {
    window,
    time,
    per,
    thresholds: thresholds.length,
    qualifiers: qualifiers.length,
    company: reading.company,
    money: reading.customersMoney,
    several: reading.several,
    explicit: reading.explicit,
    tracks: reading.tracks,
    formula: reading.formula,
    factors: reading.factors,
    goal: reading.goal,
    ever: reading.sinceEver,
    abbreviation: reading.abbreviations.length,
  };
  return [
    `aggregation ${aggregation}`,
    `counted ${counted?.kind}`,
    `named ${reading.namedKind}`,
    `aggregation ${aggregation} counted ${counted?.kind}`,
    `counted ${counted?.kind} act ${acts[0]?.kind}`,
    `acts ${Math.min(acts.length, 3)}`,
    lengthFact(length),
    ...Object.entries(flags).flatMap(([name, value]) => (value ? [name] : [])),
    ...acts.flatMap(({ kind, ours, groups }) => [
      `act ${kind}`,
      ...(ours ? ["ours"] : []),
      ...groups.map((group) => `act in ${group}`),
    ]),
    ...[...reading.says.keys()].map((group) => `says ${group}`),
    ...[...reading.named.keys()].map((group) => `names ${group}`),
  ];
}

function lengthFact(words: number): string {
  return `length ${Math.min(Math.floor(words / 4), 8)}`;
}

/** How much of an Input is said in the metric, too. */
function overlapOf(words: readonly string[], metric: readonly string[]): string {
  const known = new Set(metric);
  const own = new Set(words);
  const shared = [...own].filter((word) => known.has(word)).length;
  return `shared ${Math.min(Math.floor((shared / Math.max(own.size, 1)) * 6), 5)}`;
}

function hashesOf(features: Iterable<string>): number[] {
  return [...new Set(Array.from(features, (feature) => folded(hashed(offset, feature))))];
}

/** FNV-1a with 32 bits, over UTF-16 units; goes on from the hash of what stands before. */
function hashed(before: number, text: string): number {
  let hash = before;
  for (let index = 0; index < text.length; index += 1) hash = mixed(hash, text.charCodeAt(index));
  return hash;
}

const offset = 0x811c9dc5;

function mixed(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193);
}

/** The lower bits, which tables go by, hang on all of the text. */
function folded(hash: number): number {
  return hash ^ (hash >>> 15);
}
