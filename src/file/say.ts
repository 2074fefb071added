/** How messages show what stands in a file: short and on one line, whatever it holds. */

const longest = 40;

/** A word from the file between backticks. */
export function inTicks(word: string): string {
  return `\`${shortened(word).replaceAll("`", "'")}\``;
}

/** A text on one line, at most forty characters of it. */
export function shortened(text: string): string {
  const line = text
    .slice(0, longest * 4)
    .replace(/\s+/g, " ")
    .trim();
  const characters = [...line];
  return characters.length > longest ? `${characters.slice(0, longest - 1).join("")}…` : line;
}

/** Things as a sentence has them: "a, b and c". */
export function sentenceOf(things: readonly string[], join: "and" | "or"): string {
  return things.length < 2 ? things.join("") : `${things.slice(0, -1).join(", ")} ${join} ${things.at(-1)}`;
}
