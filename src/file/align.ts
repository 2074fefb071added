/** Maps offsets in a scalar's value to offsets in its source text. */

/** How a scalar is written. A block scalar is literal (`|`) or folded (`>`). */
export type ScalarStyle = "plain" | "single" | "double" | "block";

/** What is written for each UTF-16 unit of a value: offsets in the source from 0, ends exclusive. */
export interface Alignment {
  starts: readonly number[];
  ends: readonly number[];
}

/** A piece of source and what it stands for. */
interface Piece {
  text: string;
  from: number;
  to: number;
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
  return style === "block" ? alignBlock(value, source) : alignFlow(value, source, style);
}

function alignFlow(value: string, source: string, style: ScalarStyle): Alignment | undefined {
  const starts: number[] = [];
  const ends: number[] = [];
  let length = 0;
  for (const { text, from, to } of piecesOf(source, style)) {
    if (!value.startsWith(text, length)) return undefined;
    length += text.length;
    while (starts.length < length) {
      starts.push(from);
      ends.push(to);
    }
  }
  return length === value.length ? { starts, ends } : undefined;
}

function* piecesOf(source: string, style: ScalarStyle): Generator<Piece> {
  // Everything but blanks and escapes stands for itself.
  const special = /[ \t\r\n]+|''|\\/g;
  let at = 0;
  while (at < source.length) {
    special.lastIndex = at;
    const found = special.exec(source);
    for (const end = found?.index ?? source.length; at < end; at += 1)
      yield { text: source.charAt(at), from: at, to: at + 1 };
    if (!found) return;
    const [text] = found;
    if (/^\s/.test(text)) yield* foldedPieces(text, at);
    else if (text === "''" && style === "single") yield { text: "'", from: at, to: at + 2 };
    else if (text === "\\" && style === "double") {
      const piece = escapeAt(source, at);
      yield piece;
      at = piece.to - text.length;
    } else yield { text, from: at, to: at + text.length };
    at += text.length;
  }
}

/** Blanks with a line break among them stand for a space, or for all line breaks but the first. */
function* foldedPieces(blanks: string, from: number): Generator<Piece> {
  const breaks = [...blanks.matchAll(/\r?\n/g)].map(({ index }) => from + index);
  const [first, ...others] = breaks;
  if (first === undefined)
    for (const [index, text] of blanks.split("").entries())
      yield { text, from: from + index, to: from + index + 1 };
  else if (others.length === 0) yield { text: " ", from, to: first };
  else for (const at of others) yield { text: "\n", from: at, to: at };
}

/** Apart from blanks, a block scalar holds what its source holds, in the same order. */
function alignBlock(value: string, source: string): Alignment | undefined {
  const starts: number[] = [];
  const ends: number[] = [];
  let at = 0;
  for (const unit of value.split("")) {
    const blank = isBlank(unit);
    while (!blank && isBlank(source.charAt(at))) at += 1;
    if (!blank && source.charAt(at) !== unit) return undefined;
    const written = isBlank(source.charAt(at)) === blank && at < source.length;
    starts.push(at);
    ends.push(written ? at + 1 : at);
    if (written) at += 1;
  }
  return { starts, ends };
}

function escapeAt(source: string, from: number): Piece {
  const name = source.charAt(from + 1);
  const length = hexLength[name];
  if (length !== undefined) {
    const to = from + 2 + length;
    const code = Number.parseInt(source.slice(from + 2, to), 16);
    return { text: code <= 0x10ffff ? String.fromCodePoint(code) : "\uFFFD", from, to };
  }
  if (name === "\n" || name === "\r") {
    const rest = /^\r?\n[ \t]*/.exec(source.slice(from + 1));
    return { text: "", from, to: from + 1 + (rest?.[0].length ?? 1) };
  }
  return { text: escapes[name] ?? name, from, to: from + 2 };
}

function isBlank(unit: string): boolean {
  return unit === " " || unit === "\n" || unit === "\t" || unit === "\r";
}
