/** Passwords in addresses, `scheme://user:password@host`: where they stand, and texts that can be shown without them. */
import { passwordInFile } from "./faults.js";
import type { Lines } from "./lines.js";
import { type Problem, problem } from "./problem.js";

/** The password is what stands between the first colon and the last `@` before a slash. */
const address = /(:\/\/[^\s/:@"'`<>]*:)([^\s/"'`<>]+)@/g;

/** What stands for a password that is kept elsewhere: `$PASSWORD`, `{password}`, `***`. */
const isStandIn = /^[${%]|^[*.…]+$/;

/** The passwords in a text, each as a problem at its place. */
export function passwordsIn(text: string, lines: Lines): Problem[] {
  return found(text).map(({ from, to }) =>
    problem(
      passwordInFile,
      { path: [], range: lines.range(from, to), related: [] },
      "this is a password, and whoever reads the file has it; take it out, and change it where it counts",
    ),
  );
}

/** A text of the same length with a star for each letter of a password. */
export function withoutPasswords(text: string): string {
  // Hardly any text has an address, and every line that is shown is asked.
  if (!text.includes("://")) return text;
  return text.replace(address, (_, start: string, word: string) => `${start}${"*".repeat(word.length)}@`);
}

function found(text: string): { from: number; to: number }[] {
  if (!text.includes("://")) return [];
  return [...text.matchAll(address)].flatMap(({ index, 1: start = "", 2: word = "" }) =>
    isStandIn.test(word) ? [] : [{ from: index + start.length, to: index + start.length + word.length }],
  );
}
