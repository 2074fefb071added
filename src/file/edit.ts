/** From changes of a document's value to the document that says so, which keeps every other byte of its text. */
import { applyChange, type Change, deepEqual, isPartOf, placeOf, valueAt } from "./change.js";
import { type Document, readDocument } from "./document.js";
import type { Node } from "./node.js";
import { aliasesOf, mergesOf, nodeAt, nodesIn } from "./node-at.js";
import { applyEdits, composeEdits } from "./patch.js";
import type { Edit, Path } from "./problem.js";
import { add, addPair, expandMerge, listText, remove, rename, replace } from "./rewrite.js";

/** A document that was made of another one, by edits of that one's text. */
export interface Edited extends Document {
  edits: readonly Edit[];
}

/**
 * The document after changes of its value, one after the other. Comments, order, quoting, indentation and line ends
 * of everything else stay; what an alias stands for is written out where a change would otherwise reach further
 * than meant. Throws when a change does not fit the value, and when the new text could not be read (it holds hidden
 * characters, say).
 */
export function edit(document: Document, changes: readonly Change[]): Edited {
  return (changes.length > 1 ? atOnce(document, changes) : undefined) ?? oneByOne(document, changes);
}

/** The document after edits of its text that change nothing of its value. Throws when they do. */
export function editText(document: Document, edits: readonly Edit[]): Document {
  return patched(document, edits, document.value) ?? misread();
}

/** The document after edits of its text; undefined where its value is not the one that was meant. */
function patched({ text }: Document, edits: readonly Edit[], goal: unknown): Document | undefined {
  const after = readDocument(applyEdits(text, edits));
  return Array.isArray(after) || !deepEqual(after.value, goal) ? undefined : after;
}

function misread(): never {
  throw new Error("The change cannot be written");
}

/** Reads the text only once, where no change has to do with another: what is read afterwards proves it. */
function atOnce(document: Document, changes: readonly Change[]): Edited | undefined {
  const places = changes.map(placeOf);
  if (
    places.some((place, index) =>
      places.slice(0, index).some((other) => isPartOf(place, other) || isPartOf(other, place)),
    )
  )
    return undefined;
  if (changes.some((change) => "unfold" in change || tieTo(document, change))) return undefined;
  const goal = changes.reduce(applyChange, document.value);
  const made = changes.map((change) => ended(document, editsFor(document, change, goal)));
  if (made.some((some, index) => made.slice(0, index).some((others) => doTouch(some, others))))
    return undefined;
  const after = patched(document, made.flat(), goal);
  return after && { ...after, edits: composeEdits(document.text.length, [made.flat()]) };
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

function oneByOne(document: Document, changes: readonly Change[]): Edited {
  const rounds: Edit[][] = [];
  let here = document;
  for (const change of changes) {
    const goal = applyChange(here.value, change);
    if (deepEqual(here.value, goal) && !("unfold" in change && isFolded(here, change.unfold))) continue;
    for (let tie = tieTo(here, change); tie; tie = tieTo(here, change)) take(tie, here.value);
    take(editsFor(here, change, goal), goal);
  }
  return { ...here, edits: composeEdits(document.text.length, rounds) };

  function take(made: Edit[], goal: unknown): void {
    const edits = ended(here, made);
    here = patched(here, edits, goal) ?? misread();
    rounds.push(edits);
  }
}

/** Edits with the line ends of the file; those that change nothing are left out. */
function ended({ text }: Document, edits: readonly Edit[]): Edit[] {
  const windows = text.includes("\r\n");
  return edits
    .filter((edit) => edit.text !== text.slice(edit.start, edit.end))
    .map((edit) => (windows ? { ...edit, text: edit.text.replaceAll("\n", "\r\n") } : edit));
}

/** The edits for a change that nothing else in the file is tied to. */
function editsFor(document: Document, change: Change, goal: unknown): Edit[] {
  const path = placeOf(change);
  for (const [length, step] of path.entries()) {
    const parent = path.slice(0, length);
    const inside = path.slice(0, length + 1);
    if (nodeAt(document, inside)) continue;
    const { kind } = nodeAt(document, parent)?.node ?? { kind: "alias" };
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
  const { node, flow } = nodeAt(document, path) ?? {};
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
  const replaced = gone || "set" in change || "unfold" in change ? nodeAt(document, path)?.node : undefined;
  const touched = new Set<Node>(replaced ? nodesIn(replaced) : []);
  for (const length of [...path.keys(), path.length]) {
    const node = nodeAt(document, path.slice(0, length))?.node;
    if (node) touched.add(node);
  }
  for (const { alias, path: place, isMerged } of aliasesOf(document.root, replaced))
    if (alias.target && touched.has(alias.target))
      return isMerged
        ? expandMerge(document, place)
        : replace(document, place, valueAt(document.value, place));
  return undefined;
}
