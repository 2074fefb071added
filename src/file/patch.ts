/** Applies edits to a text, and composes rounds of edits into edits of the first text. */
import type { Edit } from "./problem.js";

/** The text with edits applied, which do not overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = "";
  let at = 0;
  for (const { start, end, text: inserted } of inOrder(edits)) {
    if (start < at) throw new Error(`Edits overlap at offset ${start}`);
    result += text.slice(at, start) + inserted;
    at = end;
  }
  return result + text.slice(at);
}

/** Of two insertions at one offset the first given comes first. */
function inOrder(edits: readonly Edit[]): Edit[] {
  return [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
}

/** A part of the first text, or text that came later. */
type Piece = { from: number; to: number } | { text: string };

/** The edits of a text of `length` units that do what rounds of edits did, each of the text that the last one left. */
export function composeEdits(length: number, rounds: readonly (readonly Edit[])[]): Edit[] {
  let pieces: Piece[] = [{ from: 0, to: length }];
  for (const edits of rounds)
    for (const { start, end, text } of inOrder(edits).reverse())
      pieces = [
        ...cut(pieces, 0, start),
        ...(text ? [{ text }] : []),
        ...cut(pieces, end, Number.POSITIVE_INFINITY),
      ];
  const all: Edit[] = [];
  let at = 0;
  let text = "";
  for (const piece of [...pieces, { from: length, to: length }]) {
    if ("text" in piece) text += piece.text;
    else {
      if (piece.from > at || text) all.push({ start: at, end: piece.from, text });
      at = piece.to;
      text = "";
    }
  }
  return all;
}

/** The pieces between two offsets of the text that they make. */
function cut(pieces: readonly Piece[], from: number, to: number): Piece[] {
  const inside: Piece[] = [];
  let at = 0;
  for (const piece of pieces) {
    const size = "text" in piece ? piece.text.length : piece.to - piece.from;
    const first = Math.max(from - at, 0);
    const last = Math.min(to - at, size);
    if (first < last)
      inside.push(
        "text" in piece
          ? { text: piece.text.slice(first, last) }
          : { from: piece.from + first, to: piece.from + last },
      );
    at += size;
  }
  return inside;
}
