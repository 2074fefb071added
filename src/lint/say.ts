/** How messages name things: short, on one line, whatever the file holds. */

/** A text from the file in quotes, on one line and at most 60 characters long. */
export function quoted(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  const characters = [...line.slice(0, 200)];
  return `"${characters.length > 60 ? `${characters.slice(0, 59).join("")}…` : line}"`;
}

/** A few of `count` things as a sentence has them: "a, b and c", or "a, b, c, d, e and 3 more". */
export function listed(things: readonly string[], count = things.length): string {
  const shown = count > 6 ? [...things.slice(0, 5), `${count - 5} more`] : things;
  return shown.length < 2 ? shown.join("") : `${shown.slice(0, -1).join(", ")} and ${shown.at(-1)}`;
}

const numbers = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

/** A number up to ten in words. */
export function counted(count: number): string {
  return numbers[count] ?? String(count);
}
