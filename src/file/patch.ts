/** Edits of a text that are made one after the other, as edits of the text that it was at first. */
import type { Edit } from "./problem.js";

/** The text with edits applied, which do not overlap. */
export function apply(text: string, edits: readonly Edit[]): string {
  let result = "";
  let at = 0;
  for (const { start, end, text: inserted } of [...edits].sort(
    (a, b) => a.start - b.start || a.end - b.end,
  )) {
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

/** A text of `length` units as one that edits can be made to, each in the text that the last one left. */
export function pieceTable(length: number): { edit(edits: readonly Edit[]): void; edits(): Edit[] } {
  let pieces: Piece[] = [{ from: 0, to: length }];
  return { edit, edits };

  function edit(edits: readonly Edit[]): void {
    for (const { start, end, text } of inOrder(edits).reverse())
      pieces = [...cut(0, start), ...(text ? [{ text }] : []), ...cut(end, Number.POSITIVE_INFINITY)];
  }

  /** The pieces between two offsets of the text as it is now. */
  function cut(from: number, to: number): Piece[] {
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

  function edits(): Edit[] {
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
}
