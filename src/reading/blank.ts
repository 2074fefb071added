/** What templates leave for the team to fill in, and what people write there for the time being. */
import { isAscii } from "../file/text.js";

/** A blank as templates write it: three or more underscores. */
export const blank = "____";

const pattern = /_{3,}/;

export function hasBlank(text: string): boolean {
  return pattern.test(text);
}

/** Where the first blank stands, as UTF-16 offsets [from, to), or null. */
export function blankIn(text: string): [number, number] | null {
  const found = pattern.exec(text);
  return found && [found.index, found.index + found[0].length];
}

/** Whether a text says nothing but that somebody will say something: "TBD", "todo", "???". */
export function isPlaceholder(text: string): boolean {
  // Nobody writes a long one, and trying would take quadratic time.
  if (text.length >= 40) return false;
  const words = isAscii(text) ? text.replace(/^[^a-z\d]+|[^a-z\d]+$/gi, "") : text.replace(ends(), "");
  return /^(?:tb[acd]|to ?do|fixme|x{3,}|n[/.]?a)?$/i.test(words);
}

/** What is neither a letter nor a number at the ends of a text. */
const ends = () => /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu;
