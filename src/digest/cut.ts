/** How many words a text has, and at most so many of them. */
import { withoutPasswords } from "../file/passwords.js";
import { shorten } from "../render/fit-text.js";
import { plain } from "../report/escape.js";

/** What is written without spaces between its words. */
const dense = /[\u0E00-\u0E7F\u3040-\u30FF\u3400-\u9FFF\uF900-\uFAFF]/g;

/** Words as people count them: what stands between spaces; of Japanese, Chinese and Thai two letters are one. */
export function countWords(text: string): number {
  return text
    .split(/\s+/)
    .filter((part) => /[\p{L}\p{N}]/u.test(part))
    .reduce((sum, part) => sum + wordsOfPart(part), 0);
}

function wordsOfPart(part: string): number {
  const letters = part.match(dense)?.length ?? 0;
  return letters === 0
    ? 1
    : Math.ceil(letters / 2) + (letters < part.length && /[A-Za-z0-9]/.test(part) ? 1 : 0);
}

/** No word that somebody reads is longer, in UTF-16 units. */
const longestWord = 12;

/** A text of the team's on one line, with at most so many words and an ellipsis behind them. */
export function cutTo(text: string, most: number): string {
  const line = withoutPasswords(plain(text.slice(0, longestText)));
  const short = shorten(line, most * longestWord);
  if (countWords(short) <= most) return short;
  let words = 0;
  let end = 0;
  for (const { 0: piece, index } of short.matchAll(pieces)) {
    words += countWords(piece);
    if (words > most) break;
    end = index + piece.length;
  }
  return `${short.slice(0, end).replace(/[\s,;:.·–-]+$/, "")}…`;
}

/** Nothing of a text behind this is looked at, in UTF-16 units. */
const longestText = 5000;

/** Words, and of what has no spaces two letters at a time. */
const pieces =
  /[\u0E00-\u0E7F\u3040-\u30FF\u3400-\u9FFF\uF900-\uFAFF]{1,2}|[^\s\u0E00-\u0E7F\u3040-\u30FF\u3400-\u9FFF\uF900-\uFAFF]+/g;
