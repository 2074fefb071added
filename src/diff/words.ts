/** Two texts word by word. */
import { diffArrays } from "diff";
import { isAscii } from "../file/text.js";

/** A part of two texts: what both say, or what only the earlier (`gone`) or the later one (`added`) does. */
export interface WordPiece {
  text: string;
  change?: "added" | "gone";
}

/** Texts with more changes are shown whole, one after the other: no reader follows them word by word. */
const mostChanges = 120;

/** And so are texts that are longer together, in UTF-16 units. */
const longest = 20_000;

/** How much is still compared word by word for one reader, in UTF-16 units: a file may have changed altogether. */
export interface WordBudget {
  left: number;
}

/** What a report may take: about a second, if it has nothing but long texts that have little in common. */
export function wordBudget(): WordBudget {
  return { left: 400_000 };
}

/**
 * What changed from one text to another, in the order in which it is read; white space counts as one space, and
 * between two changes it belongs to both. Joined, all pieces but those that are added give the earlier text, and all
 * but those that are gone the later one.
 */
export function wordChanges(before: string, after: string, budget = wordBudget()): WordPiece[] {
  const length = before.length + after.length;
  const isShort = length <= Math.min(longest, budget.left);
  if (isShort) budget.left -= length;
  const [was, is] = [before, after].map((text) => (isShort ? text.trim().replace(/\s+/g, " ") : text));
  if (was === undefined || is === undefined) return [];
  const found = isShort ? diffArrays(wordsOf(was), wordsOf(is), { maxEditLength: mostChanges }) : undefined;
  const isCommon = ({ added, removed, value }: { added: boolean; removed: boolean; value: string[] }) =>
    !added && !removed && value.some((each) => each !== " ");
  if (!found?.some(isCommon)) {
    const whole = [
      { text: was, change: "gone" },
      { text: is, change: "added" },
    ] as const;
    return whole.filter(({ text }) => text !== "");
  }
  return joined(
    found.map(({ added, removed, value }): WordPiece => {
      const text = value.join("");
      return added ? { text, change: "added" } : removed ? { text, change: "gone" } : { text };
    }),
  );
}

/** Addresses, handles, words, numbers and dates, spaces and signs. */
function wordsOf(text: string): string[] {
  return text.match(isAscii(text) ? asciiWords : anyWords()) ?? [];
}

/** Made when it is asked for: what all letters are takes V8 as long as comparing many definitions. */
const anyWords = () =>
  /(?:https?:\/\/|@)[^\s,;]+|\p{N}+(?:[.,:/-]\p{N}+)+|[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}]+)*|\s+|[^\s\p{L}\p{M}\p{N}]/gu;

/** The same for texts that have no others. */
const asciiWords =
  /(?:https?:\/\/|@)[^\s,;]+|\d+(?:[.,:/-]\d+)+|[A-Za-z\d]+(?:'[A-Za-z]+)*|\s+|[^\sA-Za-z\d]/g;

/** Neighbours of a kind as one; changes with only white space between them are one change. */
function joined(pieces: readonly WordPiece[]): WordPiece[] {
  const done: WordPiece[] = [];
  let gone = "";
  let added = "";
  for (const [index, { text, change }] of pieces.entries()) {
    const isBetween =
      change === undefined && text === " " && gone + added !== "" && index < pieces.length - 1;
    if (change !== "added" && (change === "gone" || isBetween)) gone += text;
    if (change !== "gone" && (change === "added" || isBetween)) added += text;
    if (change !== undefined || isBetween) continue;
    flush();
    done.push({ text });
  }
  flush();
  return done;

  function flush(): void {
    if (gone !== "") done.push({ text: gone, change: "gone" });
    if (added !== "") done.push({ text: added, change: "added" });
    [gone, added] = ["", ""];
  }
}
