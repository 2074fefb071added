/** Text in a terminal: without control characters, its width, and line breaks. */
import stringWidth from "fast-string-width";
import { isAscii } from "../file/text.js";

/** Western letters, punctuation, arrows, signs of mathematics and boxes: each sign is one UTF-16 unit and one column. */
const plain = /^[\x20-\x7E\xA1-\xAC\xAE-\u02FF\u2010-\u2027\u2030-\u205E\u2190-\u22FF\u2500-\u257F✔✖▲○]*$/;

/** Whether every sign is shown as it is, and takes one column. */
export function isPlain(text: string): boolean {
  return plain.test(text);
}

/** Text in which nothing is hidden and nothing can steer a terminal: such signs become `‹U+202E›`. */
export function visible(text: string): string {
  if (isPlain(text)) return text;
  return text.replace(hidden(), (sign) => `‹U+${hexOf(sign).toUpperCase().padStart(4, "0")}›`);
}

/** Controls, bidirectional marks and other signs that change what a terminal or a person reads. Emoji need joiners. */
function hidden(): RegExp {
  return /(?![\u200C\u200D])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;
}

/** A value as JSON that reads back as the same, in which nothing is hidden and that runners take for no command. */
export function jsonText(value: unknown): string {
  const text = JSON.stringify(value, null, 2).replace(/#(?=#(?:\[|vso\[|teamcity\[))/gi, "\\u0023");
  // The line ends of JSON itself are as they should be.
  const shown = isAscii(text) && !text.includes("\x7F") ? text : text.replace(hidden(), escaped);
  return `${shown}\n`;
}

function escaped(sign: string): string {
  if (sign === "\n") return sign;
  const units = Array.from({ length: sign.length }, (_, at) => sign.charCodeAt(at));
  return units.map((unit) => `\\u${unit.toString(16).padStart(4, "0")}`).join("");
}

function hexOf(sign: string): string {
  return (sign.codePointAt(0) ?? 0).toString(16);
}

/** The columns that a text takes on a terminal; it has no control characters. */
export function widthOf(text: string): number {
  return isPlain(text) ? text.length : stringWidth(text);
}

/** Fills up with spaces on the right. */
export function pad(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - widthOf(text)));
}

/** A sign as people count them (an emoji with all its parts is one), with its offset in UTF-16 units. */
export interface Sign {
  text: string;
  at: number;
}

/** The signs of a text, in linear time. */
export function signsOf(text: string): Sign[] {
  if (isPlain(text)) return [...text].map((sign, at) => ({ text: sign, at }));
  const segmenter = new Intl.Segmenter("en");
  return Array.from(segmenter.segment(text), ({ segment, index }) => ({ text: segment, at: index }));
}

/** Breaks a text between words, and words that are longer than a line where they must. Line breaks in it are spaces. */
export function wrap(text: string, width: number): string[] {
  const shown = visible(text.trim().replace(/\s{2,}|[^\S ]/g, " "));
  return isPlain(shown) ? wrapPlain(shown, width) : wrapAny(shown, width);
}

function wrapPlain(text: string, width: number): string[] {
  const lines: string[] = [];
  let from = 0;
  while (text.length - from > width) {
    const space = text.lastIndexOf(" ", from + width);
    const to = space > from ? space : from + width;
    lines.push(text.slice(from, to));
    from = to === space ? to + 1 : to;
  }
  return [...lines, text.slice(from)];
}

function wrapAny(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ").flatMap(inPieces)) {
    if (line && widthOf(line) + 1 + widthOf(word) > width) {
      lines.push(line);
      line = word;
    } else line = line ? `${line} ${word}` : word;
  }
  return [...lines, line];

  function inPieces(word: string): string[] {
    if (widthOf(word) <= width) return [word];
    const pieces = [""];
    for (const sign of signsOf(word)) {
      const last = pieces.length - 1;
      if (widthOf(`${pieces[last]}${sign.text}`) > width) pieces.push(sign.text);
      else pieces[last] += sign.text;
    }
    return pieces;
  }
}
