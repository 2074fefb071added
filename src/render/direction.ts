/** The direction of a text, and how texts of both directions are joined. */

export type Direction = "ltr" | "rtl";

/** The direction of a language by its BCP 47 tag: that of the script it names, or else of the one it is written in. */
export function directionOf(language: string): Direction {
  const [, script] = /-([a-z]{4})(?:-|$)/i.exec(language) ?? [];
  const isRightToLeft = script
    ? /^(?:adlm|arab|hebr|mand|nkoo|rohg|samr|syrc|thaa)$/i.test(script)
    : /^(?:ar|arc|ckb|dv|fa|he|iw|ks|nqo|ps|sd|syr|ug|ur|yi)(?:-|$)/i.test(language);
  return isRightToLeft ? "rtl" : "ltr";
}

/**
 * The direction of one text: its first letter decides, as it does for people. In a document that is read from right
 * to left any letter of such a script does, since the first word may be one of ours.
 */
export function directionIn(text: string, document: Direction = "ltr"): Direction {
  return (document === "rtl" ? anywhere : first).test(text) ? "rtl" : "ltr";
}

const anywhere = /[\u0590-\u08FF\u200F\uFB1D-\uFDFF\uFE70-\uFEFC]/;
const first = /^[^\p{L}\u200F]*[\u0590-\u08FF\u200F\uFB1D-\uFDFF\uFE70-\uFEFC]/u;

/** Words of ours before a text of the team's, to be read in the direction of that text. */
export function led(words: string, text: string): string {
  return markFor([text]) + words + text;
}

/** Words of ours and texts of the team's on one line, read in their direction; what is empty is left out. */
export function lined(parts: readonly (string | null | undefined | false)[]): string {
  const texts = parts.flatMap((part) => part || []);
  return markFor(texts) + texts.join(betweenWords(texts));
}

/** What stands between the parts of a line: without the mark two words of ours would be read as one piece. */
export function betweenWords(texts: readonly string[]): string {
  return `${markFor(texts)} · `;
}

/** A right-to-left mark, which nobody sees and everything that sets text takes for its first letter. */
export function markFor(texts: readonly string[]): string {
  return texts.some((text) => directionIn(text) === "rtl") ? "\u200F" : "";
}
