/** Splits a file into its top-level keys with their comments, to make another file of them. */

import { blockLines } from "./block-text.js";
import { deepEqual } from "./change.js";
import { type Document, readDocument } from "./document.js";
import { keysAt } from "./format-fields.js";
import { keyName } from "./value.js";

export interface Sections {
  /** What stands above everything else, without an empty line at its end. */
  head: string;
  /** The lines of each key of the file, with the comments above it. */
  byKey: ReadonlyMap<string, string>;
  /** What stands below everything else. */
  foot: string;
}

/** The parts of a file; its line ends become LF. What stands in braces is written on lines of its own. */
export function sectionsOf({ root, text, lines, value }: Document): Sections {
  const all = text.replace(/^\uFEFF/, "").split(/\r?\n/);
  const lineOf = (offset: number) => lines.position(offset).line - 1;
  const first = lineOf(root.outer);
  const head = splitHead(all.slice(0, first));
  if (root.kind !== "map" || root.flow)
    return { head: head.above, byKey: written(value), foot: joined(all.slice(lineOf(root.to) + 1)) };
  const byKey = new Map<string, string>();
  let above = head.own;
  const starts = [...root.pairs.map(({ key }) => lineOf(key.outer)), all.length];
  for (const [index, { key }] of root.pairs.entries()) {
    const own = all.slice(starts[index], starts[index + 1]);
    const next = ownEnd(own);
    byKey.set(keyName(key), joined([...above, ...own.slice(0, next)]));
    above = own.slice(next);
  }
  return { head: head.above, byKey, foot: joined(above) };
}

/** Where the lines of a key end, and comments begin that are not indented: they belong to what follows. */
function ownEnd(lines: readonly string[]): number {
  const last = lines.findLastIndex((line) => /^\s*[^\s#]|^\s+#/.test(line));
  return last + 1;
}

/** The comment right above the first key is its own; what an empty line or a sign of YAML parts from it is not. */
function splitHead(lines: readonly string[]): { above: string; own: string[] } {
  const end = lines.findLastIndex((line) => !line.startsWith("#")) + 1;
  return { above: joined(lines.slice(0, end)), own: lines.slice(end) };
}

function written(value: unknown): Map<string, string> {
  const entries = Object.entries(Object(value) as Record<string, unknown>);
  return new Map(
    entries.map(([key, each]) => [key, blockLines({ [key]: each }, 0, { list: 2, map: 2 }).join("\n")]),
  );
}

function joined(lines: readonly string[]): string {
  return lines.join("\n").replace(/^(?:[ \t]*\n)+|\s+$/g, "");
}

/** One file of parts that say `value`, with the keys in their usual order and empty lines between them. */
export function documentOf({ head, byKey, foot }: Sections, value: object): Document {
  const document = read(byKey);
  // Where a name that one key gives is used by another that comes before it now, both are written out.
  return document && deepEqual(document.value, value) ? document : (read(written(value)) ?? unreadable());

  function read(byKey: ReadonlyMap<string, string>): Document | undefined {
    const parts = [head, ...inOrder(byKey), foot].filter(Boolean);
    const document = readDocument(`${parts.join("\n\n")}\n`);
    return Array.isArray(document) ? undefined : document;
  }
}

function unreadable(): never {
  throw new Error("What was written cannot be read");
}

/** Known keys in their order, the others after them as they came. */
function inOrder(byKey: ReadonlyMap<string, string>): string[] {
  const known = keysAt([]).filter((key) => byKey.has(key));
  const others = [...byKey.keys()].filter((key) => !known.includes(key));
  return [...known, ...others].map((key) => byKey.get(key) ?? "");
}
