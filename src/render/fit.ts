/** Fitting text into the room there is, so that what does not fit is seen to go on. */
import { plain } from "../report/escape.js";

/** At most `length` characters, ended with "…" where there is more, if possible between two words. */
export function shorten(text: string, length: number): string {
  const line = text.replace(/\s+/g, " ").trim();
  if (line.length <= length) return line;
  return ended(atWord(line, length).replace(halfCharacter, ""));
}

// Half of a surrogate pair, or a joiner that waits for the rest of its emoji.
const halfCharacter = /(?:[\uD800-\uDBFF]|\u200D)+$/;

function ended(text: string): string {
  return `${text.replace(/[\s,;:.–-]+$/, "")}…`;
}

/** How a text is set. Sizes are in the unit of the drawing. */
export interface Setting {
  size: number;
  bold?: boolean;
}

/** Text set into lines. */
export interface Fitted {
  lines: string[];
  size: number;
  /** Whether some of the text is not shown; its last line then ends with "…". */
  shortened: boolean;
}

// Widths of Helvetica, and so of Arial and Liberation Sans, for U+0020 to U+007E in thousandths of the size.
const regular = widths(
  "278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 278 278 " +
    "584 584 584 556 1015 667 667 722 722 667 611 778 722 278 500 667 556 833 722 778 667 778 722 667 611 722 667 944 " +
    "667 667 611 278 278 278 469 556 333 556 556 500 556 556 278 556 556 222 222 500 222 833 556 556 556 556 333 500 " +
    "278 556 500 722 500 500 500 334 260 334 584",
);
const bold = widths(
  "278 333 474 556 556 889 722 238 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 333 333 " +
    "584 584 584 611 975 722 722 722 722 667 611 778 722 278 556 722 611 833 722 778 667 778 722 667 611 722 667 944 " +
    "667 667 611 333 278 333 584 556 333 556 611 556 611 556 333 611 611 278 278 556 278 889 611 611 611 611 389 556 " +
    "333 611 556 778 556 556 500 389 280 389 584",
);

function widths(list: string): readonly number[] {
  return list.split(" ").map(Number);
}

// Fonts that stand in for Helvetica are up to so much wider.
const slack = 1.05;

/** How wide a line of text is, about; a little more rather than less. */
export function widthOf(text: string, { size, bold: isBold = false }: Setting): number {
  const table = isBold ? bold : regular;
  let thousandths = 0;
  for (const character of characters(text)) thousandths += widthOfCharacter(character, table);
  return (thousandths * size * slack) / 1000;
}

function widthOfCharacter(character: string, table: readonly number[]): number {
  const code = character.codePointAt(0) ?? 0;
  const known = table[code - 32];
  if (known !== undefined) return known;
  if (code < 0x300) return table[character.normalize("NFD").charCodeAt(0) - 32] ?? 600;
  if (emoji.test(character)) return 1300;
  if (wide.test(character)) return 1000;
  if (/^[\p{M}\p{Cf}]/u.test(character)) return 0;
  return /^\p{Lu}/u.test(character) ? 750 : 620;
}

const emoji = /\p{Extended_Pictographic}|\p{Regional_Indicator}/u;
const wide =
  /^[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6\uFFFD\u{20000}-\u{3FFFD}]/u;

const segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });

/** What people count as characters. */
function characters(text: string): Iterable<string> {
  return /^[\x20-\x7E\u00A0-\u02FF]*$/.test(text)
    ? text
    : Array.from(segmenter.segment(text), (each) => each.segment);
}

/** The text in lines that are at most `width` wide; words longer than a line are broken. */
export function wrap(text: string, width: number, setting: Setting): string[] {
  const lines: string[] = [];
  let line = "";
  let used = 0;
  const end = () => {
    lines.push(line.trimEnd());
    line = "";
    used = 0;
  };
  for (const piece of breakable(text)) {
    const room = widthOf(piece.trimEnd(), setting);
    const tooLong = room > width;
    // A word that is broken anyway begins where there is some room left.
    if (line !== "" && used + room > width && !(tooLong && used < width * 0.6)) end();
    for (const part of tooLong ? characters(piece) : [piece]) {
      const partWidth = widthOf(part, setting);
      const hyphen = tooLong && /\p{L}$/u.test(line) && /^\p{L}/u.test(part) ? "-" : "";
      if (line !== "" && tooLong && used + partWidth + widthOf(hyphen, setting) > width) {
        line += hyphen;
        end();
      }
      line += part;
      used += partWidth;
    }
  }
  if (line.trimEnd() !== "") end();
  return lines;
}

/** Pieces after each of which a line may end: words with the space behind them, and single wide characters. */
function breakable(text: string): string[] {
  return text.replace(/\s+/g, " ").trim().match(pieces) ?? [];
}

// A closing mark stays with what it closes, and a small kana with the one before it.
const pieces =
  /[\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFF00-\uFF60][\u3001\u3002\u300D\u300F\u3011\u30FC\u3041\u3043\u3045\u3047\u3049\u3063\u3083\u3085\u3087\uFF01\uFF0C\uFF0E\uFF1A\uFF1B\uFF1F\uFF09]* ?|[^\s\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFF00-\uFF60]+?(?:[-/](?=[\p{L}\p{N}])|(?=[\s\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFF00-\uFF60]|$)) ?| /gu;

/**
 * The text in at most `lines` lines: set in the first of `sizes` in which it has room, else in the last of them
 * and shortened.
 */
export function fitText(
  text: string,
  {
    width,
    lines: most,
    sizes,
    bold = false,
  }: { width: number; lines: number; sizes: readonly number[]; bold?: boolean },
): Fitted {
  const line = plain(text);
  let fitted: Fitted = { lines: [], size: sizes[0] ?? 12, shortened: false };
  for (const size of sizes) {
    // A line holds no more than some hundred characters: what is far beyond need not be measured.
    const lines = wrap(line.slice(0, most * 400), width, { size, bold });
    fitted = { lines, size, shortened: lines.length > most || line.length > most * 400 };
    if (!fitted.shortened) return fitted;
  }
  const kept = fitted.lines.slice(0, most);
  const last = kept.pop() ?? "";
  return { ...fitted, lines: [...kept, endedWithin(last, width, { size: fitted.size, bold })] };
}

function endedWithin(line: string, width: number, setting: Setting): string {
  const kept = [...characters(line)];
  while (kept.length > 0 && widthOf(ended(kept.join("")), setting) > width) kept.pop();
  return ended(atWord(line, kept.join("").length));
}

/** The beginning of a line, to the end of a word where that costs little. */
function atWord(line: string, length: number): string {
  const cut = line.slice(0, length);
  const space = cut.lastIndexOf(" ");
  return length < line.length && space > length * 0.6 ? cut.slice(0, space) : cut;
}
