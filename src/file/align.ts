/** Which part of a scalar as it is written stands for which part of its value. */

/** How a scalar is written. A block scalar is literal (`|`) or folded (`>`). */
export type ScalarStyle = "plain" | "single" | "double" | "block";

/** What is written for each UTF-16 unit of a value: offsets in the source from 0, ends exclusive. */
export interface Alignment {
  starts: readonly number[];
  ends: readonly number[];
}

/** A piece of source: what it stands for, and whether folding may drop it. */
interface Piece {
  text: string;
  from: number;
  to: number;
  loose: boolean;
}

const escapes: Readonly<Record<string, string>> = {
  "0": "\0",
  a: "\x07",
  b: "\b",
  t: "\t",
  n: "\n",
  v: "\v",
  f: "\f",
  r: "\r",
  e: "\x1b",
  N: "\x85",
  _: "\xa0",
  L: "\u2028",
  P: "\u2029",
};

const hexLength: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

/**
 * Aligns a value with its source: what stands between the quotes, or the lines of a block scalar. Line breaks,
 * indentation and escapes are accounted for. Undefined when the two do not belong together.
 */
export function align(value: string, source: string, style: ScalarStyle): Alignment | undefined {
  const starts: number[] = [];
  const ends: number[] = [];
  const pieces = piecesOf(source, style);
  let piece = pieces.next().value;
  let inside = 0;

  for (const unit of value.split("")) {
    const blank = isBlank(unit);
    while (piece && !blank && piece.loose) piece = pieces.next().value;
    if (piece && (piece.text[inside] === unit || (blank && piece.loose))) {
      starts.push(piece.from);
      ends.push(piece.to);
      inside += 1;
      if (inside >= piece.text.length) {
        piece = pieces.next().value;
        inside = 0;
      }
    } else if (blank) {
      const at = piece?.from ?? source.length;
      starts.push(at);
      ends.push(at);
    } else return undefined;
  }
  return { starts, ends };
}

function* piecesOf(source: string, style: ScalarStyle): Generator<Piece, undefined> {
  let at = 0;
  while (at < source.length) {
    const piece = pieceAt(source, at, style);
    if (piece.text !== "") yield piece;
    at = piece.to;
  }
  return undefined;
}

function pieceAt(source: string, from: number, style: ScalarStyle): Piece {
  const unit = source.charAt(from);
  if (style === "single" && unit === "'") return { text: "'", from, to: from + 2, loose: false };
  if (style === "double" && unit === "\\") return escapeAt(source, from);
  return { text: unit, from, to: from + 1, loose: isBlank(unit) };
}

function escapeAt(source: string, from: number): Piece {
  const name = source.charAt(from + 1);
  const length = hexLength[name];
  if (length !== undefined) {
    const to = from + 2 + length;
    const code = Number.parseInt(source.slice(from + 2, to), 16);
    return { text: code <= 0x10ffff ? String.fromCodePoint(code) : "\uFFFD", from, to, loose: false };
  }
  if (name === "\n" || name === "\r") {
    const rest = /^\r?\n[ \t]*/.exec(source.slice(from + 1));
    return { text: "", from, to: from + 1 + (rest?.[0].length ?? 1), loose: true };
  }
  return { text: escapes[name] ?? name, from, to: from + 2, loose: false };
}

function isBlank(unit: string): boolean {
  return unit === " " || unit === "\n" || unit === "\t" || unit === "\r";
}
