/** From changes of the value to edits of the text, which keep every other byte of it. */
import { type Change, changed, isSame, placeOf, valueAt } from "./change.js";
import { type Document, readDocument } from "./document.js";
import { aliasesOf, mergesOf, spotAt, within } from "./graph.js";
import type { Node } from "./node.js";
import { apply, pieceTable } from "./patch.js";
import type { Edit, Path } from "./problem.js";
import { add, addPair, expandMerge, listText, remove, rename, replace } from "./rewrite.js";

/**
 * The edits of a document's text that make changes of its value, one after the other. Comments, order, quoting,
 * indentation and line ends of everything else stay; what an alias stands for is written out where a change
 * would otherwise reach further than meant. Throws when a change does not fit the value, and when the new
 * text could not be read (it holds hidden characters, say).
 */
export function edits(document: Document, changes: readonly Change[]): Edit[] {
  return edited(document, changes).edits;
}

/** The same edits, with the document that they lead to. */
export function edited(
  document: Document,
  changes: readonly Change[],
): { edits: Edit[]; document: Document } {
  return (changes.length > 1 ? atOnce(document, changes) : undefined) ?? oneByOne(document, changes);
}

/** Reads the text only once, where no change has to do with another: what is read afterwards proves it. */
function atOnce(
  document: Document,
  changes: readonly Change[],
): { edits: Edit[]; document: Document } | undefined {
  const places = changes.map(placeOf);
  if (places.some((place, index) => places.slice(0, index).some((other) => isAround(place, other))))
    return undefined;
  if (changes.some((change) => "unfold" in change || tieTo(document, change))) return undefined;
  const goal = changes.reduce(changed, document.value);
  const made = changes.map((change) => editsFor(document, change, goal));
  if (made.some((some, index) => made.slice(0, index).some((others) => doTouch(some, others))))
    return undefined;
  const after = readDocument(apply(document.text, made.flat()));
  if (Array.isArray(after) || !isSame(after.value, goal)) return undefined;
  const table = pieceTable(document.text.length);
  table.edit(made.flat());
  return { edits: table.edits(), document: after };
}

/** Whether one place is the other, or stands in it. */
function isAround(one: Path, other: Path): boolean {
  const length = Math.min(one.length, other.length);
  return one.slice(0, length).every((step, index) => step === other[index]);
}

/**
 * Whether edits have to do with others. What both only insert can stand there in the order of the changes, and
 * what both only take out may end where the other begins.
 */
function doTouch(some: readonly Edit[], others: readonly Edit[]): boolean {
  return some.some((edit) =>
    others.some((other) => {
      if (edit.start > other.end || other.start > edit.end) return false;
      if (edit.start === edit.end && other.start === other.end) return false;
      const doOverlap = edit.start < other.end && other.start < edit.end;
      return doOverlap || edit.text !== "" || other.text !== "";
    }),
  );
}

function oneByOne(document: Document, changes: readonly Change[]): { edits: Edit[]; document: Document } {
  const table = pieceTable(document.text.length);
  let here = document;
  for (const change of changes) {
    const goal = changed(here.value, change);
    if (isSame(here.value, goal) && !("unfold" in change && isFolded(here, change.unfold))) continue;
    for (let tie = tieTo(here, change); tie; tie = tieTo(here, change)) take(tie, here.value);
    take(editsFor(here, change, goal), goal);
  }
  return { edits: table.edits(), document: here };

  function take(next: readonly Edit[], goal: unknown): void {
    const document = readDocument(apply(here.text, next));
    if (Array.isArray(document) || !isSame(document.value, goal))
      throw new Error("The change cannot be written");
    table.edit(next);
    here = document;
  }
}

/** The edits for a change that nothing else in the file is tied to. */
function editsFor(document: Document, change: Change, goal: unknown): Edit[] {
  const path = placeOf(change);
  for (const [length, step] of path.entries()) {
    const parent = path.slice(0, length);
    const inside = path.slice(0, length + 1);
    if (spotAt(document, inside)) continue;
    const { kind } = spotAt(document, parent)?.node ?? { kind: "alias" };
    if (kind === "map") {
      const text = length === path.length - 1 ? textOf(document, change, String(step)) : undefined;
      return addPair(document, parent, String(step), valueAt(goal, inside), text);
    }
    if (kind === "list") return add(document, parent, valueAt(goal, inside));
    return replace(document, parent, valueAt(goal, parent));
  }
  if ("append" in change) return add(document, path, change.value, change.text);
  if ("remove" in change) return remove(document, path, goal, change.comments);
  if ("rename" in change) return rename(document, path, change.to);
  return replace(document, path, "set" in change ? change.to : valueAt(goal, path));
}

/** The lines of a new key, where a change has them. */
function textOf(document: Document, change: Change, key: string): string | undefined {
  if ("set" in change) return change.text;
  return "append" in change && change.text !== undefined ? listText(document, key, change.text) : undefined;
}

/** Whether lines of its own would show what is at a path, and lose no comment. */
function isFolded(document: Document, path: Path): boolean {
  const { node, flow } = spotAt(document, path) ?? {};
  const isCollection = node?.kind === "map" || node?.kind === "list";
  return isCollection && node.flow && !flow && !/\s#/.test(document.text.slice(node.from, node.to));
}

/** The edits that write out the first alias which a change would alter or leave without a meaning. */
function tieTo(document: Document, change: Change): Edit[] | undefined {
  const path = placeOf(change);
  const parent = path.slice(0, -1);
  const gone = "remove" in change || "rename" in change;
  if (gone && mergesOf(document, parent).some((key) => key === path.at(-1)))
    return expandMerge(document, parent);
  const replaced = gone || "set" in change || "unfold" in change ? spotAt(document, path)?.node : undefined;
  const touched = new Set<Node>(replaced ? within(replaced) : []);
  for (const length of [...path.keys(), path.length]) {
    const node = spotAt(document, path.slice(0, length))?.node;
    if (node) touched.add(node);
  }
  for (const { alias, path: place, isMerged } of aliasesOf(document.root, replaced))
    if (alias.target && touched.has(alias.target))
      return isMerged
        ? expandMerge(document, place)
        : replace(document, place, valueAt(document.value, place));
  return undefined;
}
