/** Texts from a file as messages quote them, short and on one line; and lists, numbers and words of a shell. */

import { withoutPasswords } from "./passwords.js";

/** A word from the file between backticks. */
export function backticked(word: string): string {
  return `\`${shortened(word).replaceAll("`", "'")}\``;
}

/** A text from the file in quotes, at most sixty characters of it. */
export function quoted(text: string): string {
  return `"${shortened(text, 60)}"`;
}

/** A text on one line, at most forty characters of it. */
export function shortened(text: string, most = 40): string {
  const line = withoutPasswords(text)
    .slice(0, most * 4)
    .replace(/\s+/g, " ")
    .trim();
  const characters = [...line];
  return characters.length > most ? `${characters.slice(0, most - 1).join("")}…` : line;
}

/** Things as a sentence has them: "a, b and c". */
export function joinWords(things: readonly string[], join: "and" | "or"): string {
  return things.length < 2 ? things.join("") : `${things.slice(0, -1).join(", ")} ${join} ${things.at(-1)}`;
}

/** A few of `count` things as a sentence has them: "a, b and c", or "a, b, c, d, e and 3 more". */
export function listSome(things: readonly string[], count = things.length): string {
  return joinWords(count > 6 ? [...things.slice(0, 5), `${count - 5} more`] : things, "and");
}

const numbers = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

/** A number up to ten in words. */
export function numberInWords(count: number): string {
  return numbers[count] ?? String(count);
}

/** A text without the words that a sentence about it begins with anyway: "If users find it" in "If …". */
export function withoutLead(text: string, lead: string): string {
  const start = text.trimStart();
  const isLed = lead !== "" && start.slice(0, lead.length).toLowerCase() === lead.toLowerCase();
  const rest = isLed ? start.slice(lead.length).trimStart() : "";
  return rest || text;
}

/** A text with a capital letter at its start. */
export function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A word as it is typed into a POSIX shell. */
export function shellWord(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

/** The file behind a command that takes it as an operand; one that the command finds by itself is left out. */
export function fileOperand(file: string): string {
  return file === "northstar.yaml" ? "" : ` ${shellWord(file)}`;
}

/** The option that names a file, where a command that changes it does not find it by itself. */
export function fileFlag(file: string): string {
  return file === "northstar.yaml" ? "" : ` --file ${shellWord(file)}`;
}
