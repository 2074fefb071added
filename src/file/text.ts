/** Decodes and encodes bytes, and checks a text before it is parsed as YAML. */
import * as faults from "./faults.js";
import { type Lines, linesOf } from "./lines.js";
import { fixOf, problemOf } from "./mistake.js";
import { type Problem, problem } from "./problem.js";

/** The longest text that is read, in UTF-16 units. */
export const longestText = 1_000_000;

/** How many characters of a file are complained about one by one. */
const mostHiddenCharacters = 20;

/** The text in a file's bytes: UTF-8, or UTF-16 with a byte order mark, which is kept. */
export function decode(bytes: Uint8Array): string | Problem[] {
  // No encoding needs more than three bytes for each unit of UTF-16.
  if (bytes.length > longestText * 3 + 3) return [tooLarge()];
  const encoding = encodingOf(bytes);
  const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
  if (text.includes("\0")) return [binary(text, linesOf(text))];
  // Only what cannot be read becomes a sign of replacement, and hardly a text has one of its own.
  if (!text.includes("\uFFFD")) return text;
  const valid = validLength(bytes, encoding);
  if (valid === bytes.length) return text;
  const offset = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes.subarray(0, valid)).length;
  const message =
    encoding === "utf-8"
      ? `what stands here is not UTF-8 (byte 0x${hex(bytes[valid] ?? 0, 2)}); open the file in an editor and save it with the encoding UTF-8`
      : "the file ends in the middle of a character; save it again with the encoding UTF-8";
  const range = linesOf(text).range(offset, Math.min(offset + 1, text.length));
  return [problem(faults.notText, { path: [], range, related: [] }, message)];
}

/** As much of bytes that are no text as may be quoted: nothing of a file that was never meant to be one. */
export function quotable(bytes: Uint8Array): string {
  if (
    bytes.length > longestText * 3 + 3 ||
    bytes.some((byte) => byte < 0x20 && !/\s/.test(String.fromCharCode(byte)))
  )
    return "";
  return new TextDecoder(encodingOf(bytes), { ignoreBOM: true }).decode(bytes);
}

/** The bytes of a text in the encoding of others, from which {@link decode} would read it. */
export function encode(text: string, like: Uint8Array): Uint8Array {
  const encoding = encodingOf(like);
  if (encoding === "utf-8") return new TextEncoder().encode(text);
  const bytes = new DataView(new ArrayBuffer(text.length * 2));
  for (let at = 0; at < text.length; at += 1)
    bytes.setUint16(at * 2, text.charCodeAt(at), encoding === "utf-16le");
  return new Uint8Array(bytes.buffer);
}

function encodingOf([first, second]: Uint8Array): "utf-8" | "utf-16le" | "utf-16be" {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  return "utf-8";
}

/** How many bytes there are before the first that cannot be read. */
function validLength(bytes: Uint8Array, encoding: string): number {
  if (isValid(bytes, false)) return bytes.length;
  let low = 0;
  let high = bytes.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (isValid(bytes.subarray(0, middle), true)) low = middle;
    else high = middle - 1;
  }
  // What is left over at the end of a valid part belongs to the character that goes wrong.
  while (low > 0 && !isValid(bytes.subarray(0, low), false)) low -= 1;
  return low;

  function isValid(part: Uint8Array, stream: boolean): boolean {
    try {
      new TextDecoder(encoding, { fatal: true }).decode(part, { stream });
      return true;
    } catch {
      return false;
    }
  }
}

/** What keeps a text from being read at all: its size, or characters that nobody can see. */
export function checkText(text: string, lines: Lines): Problem[] {
  if (text.length > longestText) return [tooLarge(text.length)];
  if (text.includes("\0")) return [binary(text, lines)];
  const problems: Problem[] = [];
  for (const { 0: found, index } of hiddenIn(text)) {
    if (problems.length === mostHiddenCharacters) return problems;
    if (index === 0 && found === "\uFEFF") continue;
    const to = index + found.length;
    const message = messageForHidden(found.codePointAt(0) ?? 0);
    const fix = found === "\r" ? undefined : fixOf("delete it", true, index, to, "");
    problems.push(
      problemOf({ rule: faults.hiddenCharacter, from: index, to, message, ...(fix && { fix }) }, lines),
    );
  }
  return problems;
}

const control = String.raw`[\0-\x08\x0B\x0C\x0E-\x1F\x7F-\x9F\uFFFE\uFFFF]|\r(?!\n)|\p{Surrogate}`;
const direction = String.raw`\p{Bidi_Control}`;
const invisible = String.raw`[\u200B\u2028\u2029\u2060-\u2064\uFEFF]`;
// The flags of England, Scotland and Wales are spelt with invisible letters.
const letters = String.raw`[\u{E0000}-\u{E007F}](?<!\u{1F3F4}[\u{E0020}-\u{E007F}]{1,6})`;

/** What they can all be told from without Unicode's tables: half of a pair may be an invisible letter. */
const mayHide =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
  /[\0-\x08\x0B\x0C\x0E-\x1F\x7F-\x9F\u061C\u200B\u200E\u200F\u2028-\u202E\u2060-\u2069\uD800-\uDFFF\uFEFF\uFFFE\uFFFF]|\r(?!\n)/;

/** The characters that nobody sees, which can make a text say something else than it shows. */
export function hiddenIn(text: string): Iterable<RegExpExecArray> {
  // Most texts have none, and the pattern takes longer to make than most files to look through.
  if (!mayHide.test(text)) return [];
  return text.matchAll(new RegExp(`${control}|${direction}|${invisible}|${letters}`, "gu"));
}

/** Whether a text does without Unicode's tables: a pattern that needs them takes up to a millisecond to make. */
export function isAscii(text: string): boolean {
  return /^[\0-\x7F]*$/.test(text);
}

/** Spaces that are none to YAML. */
const strange = "[\\u00A0\\u1680\\u2000-\\u200A\\u202F\\u205F\\u3000]";

/** Finds such a space where YAML needs one of its own: at the start of a line, or behind the colon of a key. */
export const strangeSpace = new RegExp(`(?:^[ \\t]*|^[ \\t]*(?:- +)?[\\w-]+:)(${strange}+)`, "u");

/** Says what to do about a space that is none to YAML. */
export function messageForSpace(code: number): string {
  return `${nameFor(code)} stands here, which YAML does not take for a space; type a normal space instead`;
}

/** Says what a hidden character is and what to do about it. */
export function messageForHidden(code: number): string {
  if (code === 0x0d)
    return "a carriage return without a line feed stands here; save the file with line ends of one kind";
  return `${nameFor(code)} hides here; delete it, since nobody who reviews the file can see it`;
}

const names: Readonly<Record<number, string>> = {
  7: "a bell",
  8: "a backspace",
  11: "a vertical tab",
  12: "a form feed",
  27: "an escape character",
  133: "a next-line character",
  160: "a no-break space",
  8203: "a zero-width space",
  8206: "a left-to-right mark",
  8207: "a right-to-left mark",
  8232: "a line separator",
  8233: "a paragraph separator",
  12288: "an ideographic space",
  65279: "a byte order mark",
};

function nameFor(code: number): string {
  return `${names[code] ?? kindOf(String.fromCodePoint(code))} (U+${hex(code, 4)})`;
}

function kindOf(character: string): string {
  if (/\p{Bidi_Control}/u.test(character)) return "a character that turns the direction of reading";
  if (/\p{Surrogate}/u.test(character)) return "half a character";
  if (/\s/.test(character)) return "an unusual space";
  return /\p{Cc}/u.test(character) ? "a control character" : "an invisible character";
}

function hex(code: number, digits: number): string {
  return code.toString(16).toUpperCase().padStart(digits, "0");
}

function binary(text: string, lines: Lines): Problem {
  const offset = text.indexOf("\0");
  const range = lines.range(offset, offset + 1);
  const message = "this is not a text file: a NUL byte stands here; is it the right file?";
  return problem(faults.notText, { path: [], range, related: [] }, message);
}

function tooLarge(length?: number): Problem {
  const size = length === undefined ? `more than ${thousands(longestText)}` : thousands(length);
  const message = `the file has ${size} characters, and at most ${thousands(longestText)} are read; is it the right file?`;
  return problem(faults.tooLarge, { path: [], range: linesOf("").range(0, 0), related: [] }, message);
}

/** A whole number as English writes it: 1,000,000. Intl would take longer to load than the file takes to read. */
export function thousands(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ",");
}

/** What is wrong with the colon of Chinese and Japanese keyboards. */
export const messageForWideColon =
  "this colon is as wide as a Chinese character; type a plain one with a space behind it";
