/** Fitting text into the room there is, so that what does not fit is seen to go on. */

/** At most `length` characters, ended with "…" where there is more, if possible between two words. */
export function shorten(text: string, length: number): string {
  const line = text.replace(/\s+/g, " ").trim();
  if (line.length <= length) return line;
  const cut = line.slice(0, length);
  const space = cut.lastIndexOf(" ");
  const kept = space > length * 0.6 ? cut.slice(0, space) : cut.replace(halfCharacter, "");
  return `${kept.replace(/[\s,;:.–-]+$/, "")}…`;
}

// Half of a surrogate pair, or a joiner that waits for the rest of its emoji.
const halfCharacter = /(?:[\uD800-\uDBFF]|\u200D)+$/;
