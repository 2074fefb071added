/** Text as a terminal shows it. */

/** Controls, bidirectional marks and other characters that could change what a terminal or a person reads. */
const hidden = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\u{FFFD}]/gu;

/** Text in which nothing is hidden and nothing can steer a terminal: such characters become `‹U+202E›`. */
export function visible(text: string): string {
  return text.replace(hidden, (character) => {
    if (character === "\u200D" || character === "\uFFFD") return character;
    return `‹U+${character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, "0")}›`;
  });
}
