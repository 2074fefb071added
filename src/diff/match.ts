/** Which thing of a list is which thing of an earlier one. */
import { contentWords, similarity } from "../reading/content-words.js";

/** Two lists as pairs: both indexes, or one where a thing is new or gone. In the order of the later list; gone ones last. */
export type Match = [before: number, after: number] | [before: undefined, after: number] | [before: number];

/** What a thing is known by: its id, and what it says. */
export interface Recognized {
  id: string;
  text: string;
}

/** From which share of common words on two things are one that was reworded. */
const alike = 0.5;

/** Past so many comparisons, what has another id is another thing: hostile lists would take quadratic time. */
const mostCompared = 40_000;

/** So much of a text is compared, in UTF-16 units. */
const longest = 2000;

/**
 * Pairs things by id, then those with the same text, then those most alike. Words of English are compared without
 * their endings; texts of other languages by their pairs of letters, since not all put spaces between words.
 */
export function matchThings(
  before: readonly Recognized[],
  after: readonly Recognized[],
  english: () => boolean,
): Match[] {
  const earlier = new Map<number, number>();
  const free = new Set(before.keys());
  pairBy(({ id }) => id);
  if (free.size > 0 && earlier.size < after.length) {
    pairBy(({ text }) => text);
    pairAlike();
  }
  return [
    ...after.map((_, index): Match => {
      const was = earlier.get(index);
      return was === undefined ? [undefined, index] : [was, index];
    }),
    ...[...free].map((index): Match => [index]),
  ];

  function pairBy(key: (thing: Recognized) => string): void {
    const waiting = new Map<string, number[]>();
    for (const index of free) {
      const name = key(before[index] as Recognized);
      const others = waiting.get(name);
      if (others) others.push(index);
      else if (name !== "") waiting.set(name, [index]);
    }
    for (const others of waiting.values()) others.reverse();
    for (const [index, thing] of after.entries()) {
      if (earlier.has(index)) continue;
      const was = waiting.get(key(thing))?.pop();
      if (was !== undefined) take(was, index);
    }
  }

  function pairAlike(): void {
    const left = [...after.keys()].filter((index) => !earlier.has(index));
    const pairs = left.length * free.size;
    if (pairs === 0 || pairs > mostCompared) return;
    const wordsIn = (things: readonly Recognized[], at: Iterable<number>) =>
      [...at].map((index) => ({ index, words: wordsOf(things[index]?.text ?? "", english()) }));
    const were = wordsIn(before, free);
    const candidates = wordsIn(after, left).flatMap((now) =>
      were.map((was) => ({ was: was.index, now: now.index, share: similarity(was.words, now.words) })),
    );
    for (const { was, now } of candidates
      .filter(({ share }) => share >= alike)
      .sort((a, b) => b.share - a.share || a.now - b.now || a.was - b.was))
      if (free.has(was) && !earlier.has(now)) take(was, now);
  }

  function take(was: number, index: number): void {
    earlier.set(index, was);
    free.delete(was);
  }
}

/** Whether one text is another that was reworded. */
export function isReworded(before: string, after: string, english: boolean): boolean {
  return similarity(wordsOf(before, english), wordsOf(after, english)) >= alike;
}

function wordsOf(text: string, english: boolean): ReadonlySet<string> {
  const start = text.slice(0, longest);
  if (english) return contentWords(start);
  const letters = start
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ");
  const pairs = new Set<string>();
  for (let at = 1; at < letters.length; at++) pairs.add(letters.slice(at - 1, at + 1));
  return pairs;
}
