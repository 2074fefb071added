/** Fits text into a box, with an ellipsis where it is cut. */
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
  return `${text.replace(/[\s,;:.·–-]+$/, "")}…`;
}

/** How a text is set. Sizes are in the unit of the drawing. */
export interface TextStyle {
  size: number;
  bold?: boolean;
}

/** Text set into lines. */
export interface Fitted {
  lines: string[];
  /** What the lines say, as one text. */
  text: string;
  size: number;
  /** Whether some of the text is not shown; its last line then ends with "…". */
  shortened: boolean;
  /** Whether a word had to be broken. */
  broken: boolean;
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
export function textWidth(text: string, { size, bold: isBold = false }: TextStyle): number {
  return thousandthsOf(text, isBold) * scaleOf(size);
}

function thousandthsOf(text: string, isBold: boolean): number {
  const table = isBold ? bold : regular;
  let thousandths = 0;
  for (let index = 0; index < text.length; index++) {
    const width = table[text.charCodeAt(index) - 32];
    if (width === undefined) return thousandthsOfAny(text, table);
    thousandths += width;
  }
  return thousandths;
}

/** The same of a text that has more than letters without marks. */
function thousandthsOfAny(text: string, table: readonly number[]): number {
  const all = characters(text);
  let thousandths = 0;
  for (let index = 0; index < all.length; index++) {
    const character = all[index] ?? "";
    thousandths += table[character.charCodeAt(0) - 32] ?? widthOfCharacter(character, table);
  }
  return thousandths;
}

function scaleOf(size: number): number {
  return (size * slack) / 1000;
}

// Asking what kind of character one is takes longer than anything else here.
const known = { regular: new Map<string, number>(), bold: new Map<string, number>() };

function widthOfCharacter(character: string, table: readonly number[]): number {
  const widths = table === bold ? known.bold : known.regular;
  let width = widths.get(character);
  if (width === undefined) {
    width = judgedWidth(character, table);
    if (widths.size < 10_000) widths.set(character, width);
  }
  return width;
}

function judgedWidth(character: string, table: readonly number[]): number {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x300) return table[character.normalize("NFD").charCodeAt(0) - 32] ?? 600;
  if (character === "…" || character === "—") return 1000;
  if (emoji.test(character)) return 1300;
  if (wide.test(character)) return 1000;
  if (/^[\p{M}\p{Cf}]/u.test(character)) return 0;
  if (joined.test(character)) return table === bold ? 620 : 520;
  if (withVowels.test(character)) return 760;
  return /^\p{Lu}/u.test(character) ? 750 : 620;
}

// Arabic letters join, and those of India carry their vowels.
const joined = /[\u0600-\u06FF\u0750-\u077F\uFB50-\uFDFF\uFE70-\uFEFC]/;
const withVowels = /[\u0900-\u0DFF]/;
const emoji = /\p{Extended_Pictographic}|\p{Regional_Indicator}/u;
const wideAnywhere = /[\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFF00-\uFF60]/;
const wide =
  /^[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6\uFFFD\u{20000}-\u{3FFFD}]/u;

/** What people count as characters. Intl.Segmenter would know, and takes longer to load than all the rest. */
function characters(text: string): string | readonly string[] {
  return simple.test(text) ? text : (text.match(clusters) ?? []);
}

// A flag, an emoji with what is joined to it, or a sign with its marks.
const clusters =
  /\p{RI}\p{RI}|\p{ExtPict}[\uFE0F\p{EMod}]*(?:\u200D\p{ExtPict}[\uFE0F\p{EMod}]*)*|\P{M}[\p{M}\u200D]*|\p{M}+/gsu;

// Text of which every UTF-16 unit is a character: Latin, and the common part of Chinese, Japanese and Korean.
const simple =
  /^[\x20-\x7E\u00A0-\u02FF\u2013-\u2026\u3000-\u3029\u3030-\u3098\u309B-\u9FFF\uAC00-\uD7A3\uFF00-\uFF60]*$/;

/** Whether a word of the text is wider than `width`, beside those that may be broken anywhere. */
export function hasWiderWord(text: string, width: number, style: TextStyle): boolean {
  return widthOfWords(text, style) > width;
}

/** How wide a text is at least, if none of its words is broken, beside those that may be broken anywhere. */
export function widthOfWords(text: string, { size, bold = false }: TextStyle): number {
  const known = knownOf(text, bold);
  known.widest ??= widestWord(text.slice(0, mostMeasured), bold);
  return known.widest * scaleOf(size);
}

/** In thousandths of the size. */
function widestWord(text: string, isBold: boolean): number {
  const words = text.split(/\s+/).filter((word) => !isWide(word));
  return Math.max(0, ...words.map((word) => thousandthsOf(word, isBold)));
}

/** What is known of a text in regular or bold type. */
interface Known {
  /** On one line. */
  line: string;
  /** Of as much as is measured. */
  pieces: readonly Piece[];
  /** The width of its widest word in thousandths of the size. */
  widest?: number;
}

// The same texts are set in several sizes and places.
const knownTexts = { regular: new Map<string, Known>(), bold: new Map<string, Known>() };

function knownOf(text: string, isBold: boolean): Known {
  const texts = isBold ? knownTexts.bold : knownTexts.regular;
  let known = texts.get(text);
  if (!known) {
    const line = plain(text);
    known = { line, pieces: piecesOf(line.slice(0, mostMeasured), isBold) };
    if (texts.size > 1000) texts.clear();
    texts.set(text, known);
  }
  return known;
}

/** The text in lines that are at most `width` wide; words longer than a line are broken. */
export function wrapText(text: string, width: number, setting: TextStyle): string[] {
  const { line, pieces } = knownOf(text, setting.bold ?? false);
  const all = line.length > mostMeasured ? piecesOf(line, setting.bold ?? false) : pieces;
  return linesOf(all, width, setting).map((line) => line.text);
}

/** A line, up to where it goes in the text, and whether a word goes on in the next. */
interface Line {
  text: string;
  end: number;
  broken: boolean;
}

/** Lines; after `most` of them one more says that there are more, and the rest is not looked at. */
function linesOf(
  pieces: readonly Piece[],
  width: number,
  { size, bold = false }: TextStyle,
  most = Infinity,
): Line[] {
  const scale = scaleOf(size);
  const lines: Line[] = [];
  let [line, used, at] = ["", 0, 0];
  const end = (broken = false, hyphen = "") => {
    lines.push({ text: line.trimEnd() + hyphen, end: at, broken });
    line = "";
    used = 0;
  };
  for (const piece of pieces) {
    if (lines.length > most) return lines;
    const room = piece.room * scale;
    if (line !== "" && used + room > width) end();
    if (room <= width) {
      line += piece.text;
      used += piece.width * scale;
      at += piece.text.length;
      continue;
    }
    const dash = thousandthsOf("-", bold) * scale;
    for (const part of characters(piece.text)) {
      const partWidth = thousandthsOf(part, bold) * scale;
      if (line !== "" && used + partWidth + dash > width) {
        const joins = /\p{L}$/u.test(line.slice(-2)) && /^\p{L}/u.test(part);
        if (joins || used + partWidth > width) end(true, joins ? "-" : "");
        if (lines.length > most) return lines;
      }
      line += part;
      used += partWidth;
      at += part.length;
    }
  }
  if (line.trimEnd() !== "") end();
  return lines;
}

/** Something after which a line may end: a word with the space behind it, or a single wide character. */
interface Piece {
  text: string;
  /** In thousandths of the size. */
  width: number;
  /** The same without the space at its end. */
  room: number;
}

function piecesOf(text: string, isBold: boolean): Piece[] {
  const parts = breaksInside.test(text) ? partsOf(text) : wordsOf(text);
  return parts.map((part) => {
    const isBeforeSpace = part.endsWith(" ");
    const room = thousandthsOf(isBeforeSpace ? part.slice(0, -1) : part, isBold);
    return { text: part, room, width: isBeforeSpace ? room + spaceWidth : room };
  });
}

/** Words, each with the space behind it. */
function wordsOf(text: string): string[] {
  const words = text.split(" ");
  const last = words.pop() ?? "";
  return [...words.map((word) => `${word} `), ...(last === "" ? [] : [last])];
}

/** The same, and parts of words. */
function partsOf(text: string): string[] {
  return wordsOf(text).flatMap((word) => (breaksInside.test(word) ? (word.match(parted) ?? []) : [word]));
}

const spaceWidth = 278;
const breaksInside = /[-/]\p{L}|[\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFF00-\uFF60]/u;

// A mark that opens or closes stays with what is inside, and a small kana with the one before it.
const parted =
  /[(\u201C\u300A\u300C\u300E\u3010\uFF08]*[\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFF00-\uFF60][)\u201D\u300B\u3001\u3002\u300D\u300F\u3011\u30FC\u3041\u3043\u3045\u3047\u3049\u3063\u3083\u3085\u3087\uFF01\uFF0C\uFF0E\uFF1A\uFF1B\uFF1F\uFF09]* ?|[^\s\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFF00-\uFF60]+?(?:[-/](?=\p{L})|(?=[\s\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFF00-\uFF60]|$)) ?| /gu;

/** No drawing has room for more characters: what is beyond need not be measured. */
const mostMeasured = 4000;

/**
 * The text in at most `lines` lines (of each size): set in the first of `sizes` in which it has room, else in
 * the last of them and shortened.
 */
export function fitText(
  text: string,
  {
    width,
    lines: limit,
    sizes,
    bold = false,
  }: { width: number; lines: number | ((size: number) => number); sizes: readonly number[]; bold?: boolean },
): Fitted {
  const { line: whole, pieces } = knownOf(text, bold);
  const measured = whole.slice(0, mostMeasured);
  let lines: Line[] = [];
  let [last, most] = [12, 1];
  let found: Fitted | undefined;
  for (const size of sizes) {
    last = size;
    most = typeof limit === "number" ? limit : limit(size);
    lines = linesOf(pieces, width, { size, bold }, most);
    if (lines.length > most || measured !== whole) continue;
    const broken = lines.some((line) => line.broken);
    // A smaller size may spare a word from being broken, or a syllable from standing alone.
    if (!found || !broken || lines.length < found.lines.length)
      found = { lines: lines.map((line) => line.text), text: whole, size, shortened: false, broken };
    if (!broken) break;
  }
  if (found) return found;
  const kept = lines.slice(0, most);
  const before = kept.at(-2)?.end ?? 0;
  const setting = { size: last, bold };
  const line = endedWithin(measured.slice(before, before + 400), width, setting);
  return {
    lines: [...kept.slice(0, -1).map((each) => each.text), line],
    text: measured.slice(0, before) + line,
    size: last,
    shortened: true,
    broken: kept.some((each) => each.broken),
  };
}

/** As much of the text as one line holds, with "…" at its end. */
function endedWithin(text: string, width: number, setting: TextStyle): string {
  let used = textWidth("…", setting);
  let length = 0;
  for (const character of characters(text)) {
    used += textWidth(character, setting);
    if (used > width) break;
    length += character.length;
  }
  return ended(atWord(text, length));
}

/** Whether a text has characters of Chinese, Japanese or Korean, whose fonts stand higher. */
export function isWide(text: string): boolean {
  return wideAnywhere.test(text);
}

/** The beginning of a line, to the end of a word where that costs little. */
function atWord(line: string, length: number): string {
  const cut = line.slice(0, length);
  const space = cut.lastIndexOf(" ");
  return length < line.length && space > length * 0.6 ? cut.slice(0, space) : cut;
}
