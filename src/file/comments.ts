/** The comments of a file, and the part of the file that each is about. */

import type { Document } from "./document.js";
import { type Comment, isLeftOut, type Node } from "./node.js";
import type { Edit, Path, Range } from "./problem.js";
import { keyName } from "./value.js";

/** A key or an item of a list with all that stands under it. */
export interface Scope {
  path: Path;
  range: Range;
}

/** A key or an item, as offsets. */
interface Entry {
  path: Path;
  from: number;
  to: number;
}

/** Takes out the lines that hold nothing but one of some comments, and the empty line that would be left above. */
export function withoutComments({ text, lines, comments }: Document, unwanted: ReadonlySet<string>): Edit[] {
  return comments.flatMap(({ from, to }): Edit[] => {
    const start = lines.lineStart(from);
    const isAlone = text.slice(start, from).trim() === "";
    if (!isAlone || !unwanted.has(text.slice(from, to).trim())) return [];
    const next = lines.nextLine(to);
    const isParted = start === lines.lineStart(0) && text.slice(next, lines.lineEnd(next)).trim() === "";
    return [{ start, end: isParted ? lines.nextLine(next) : next, text: "" }];
  });
}

/** Takes a comment out, and the line that holds nothing else. */
export function withoutComment({ text, lines }: Document, { from, to }: Comment): Edit {
  const start = lines.lineStart(from);
  const before = text.slice(start, from).trimEnd();
  if (before === "") return { start, end: lines.nextLine(to), text: "" };
  return { start: start + before.length, end: to, text: "" };
}

/**
 * Says for each comment what it speaks of. One on a line of its own: what starts on the next line that holds
 * anything. One at the end of a line: what starts on that line, or else goes on there. Of several the outermost, so
 * that behind `- name: A` it is the whole item. Undefined where there is nothing.
 */
export function scopesOf({ root, text, lines }: Document): (comment: Comment) => Scope | undefined {
  const entries: Entry[] = [];
  collect(root, []);
  return scopeOf;

  function collect(node: Node, path: Path): void {
    if (node.kind === "map")
      for (const { key, colon, value } of node.pairs) {
        const place = [...path, keyName(key)];
        entries.push({
          path: place,
          from: key.from,
          to: isLeftOut(value) ? (colon ?? key.to) + 1 : value.to,
        });
        collect(value, place);
      }
    if (node.kind === "list")
      for (const [index, { dash, value }] of node.items.entries()) {
        const place = [...path, index];
        entries.push({ path: place, from: dash ?? value.from, to: value.to });
        collect(value, place);
      }
  }

  function scopeOf({ from, to }: Comment): Scope | undefined {
    const start = lines.lineStart(from);
    const alone = text.slice(start, from).trim() === "";
    const first = firstFrom(entries, alone ? to : start);
    const entry = entries[first];
    if (entry && (alone || entry.from < from)) return placed(entry);
    if (alone) return undefined;
    for (let before = first - 1; before >= 0; before--) {
      const around = entries[before];
      if (around && around.to > start) return placed(around);
    }
    return undefined;
  }

  function placed({ path, from, to }: Entry): Scope {
    return { path, range: lines.range(from, to) };
  }
}

/** The index of the first entry that starts at an offset or after it. Entries stand in the order of the text. */
function firstFrom(entries: readonly Entry[], offset: number): number {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((entries[middle]?.from ?? 0) >= offset) high = middle;
    else low = middle + 1;
  }
  return low;
}
