/** Reads a text again and again while somebody writes it. */
import { belowKey, cutEntries, cutItems, keyOf } from "./cut.js";
import {
  type Document,
  maxCharacters,
  readDocument,
  readSyntax,
  type Syntax,
  withPlaces,
} from "./document.js";
import { linesOf } from "./lines.js";
import type { Comment, ItemNode, ListNode, MapNode, Node, PairNode } from "./node.js";
import type { Problem } from "./problem.js";
import { checkText } from "./text.js";
import { valueOfNode } from "./value.js";

/** A part of a text that has been read: a key with its value, or an item of a list. Offsets are those of the text. */
interface Piece {
  from: number;
  entry: PairNode | ItemNode;
  value: unknown;
  comments: readonly Comment[];
  signs: number;
  /** Where the list and the map end that it is the last part of. */
  listEnd: number;
  mapEnd: number;
}

/** What is written around a part, so that it is read as in its place, and how many keys and items there are with it. */
interface Around {
  before: string;
  after: string;
  keys: number;
  items?: number;
}

/** What is known of a part, and what stood beside it when it was read. */
interface Kept {
  beside: string;
  piece: Piece;
}

/** Reads the part of a text that starts at an offset, or knows it. */
type ReadPart = (part: string, from: number, around: Around) => Piece | undefined;

/**
 * Gives what {@link readDocument} gives for one text after the other, in less time: what a text has in common with the
 * one before is not read again. Values are shared between them, so nobody may change one. A text that cannot be cut
 * safely is read as a whole, and so is one with a fault.
 */
export function rereader(): (text: string) => Document | Problem[] {
  let known: ReadonlyMap<string, Kept> | undefined;
  return (text) => {
    // Somebody waits for the first, and to read a text in parts takes longer.
    if (!known) {
      known = new Map();
      return readDocument(text);
    }
    const lines = linesOf(text);
    const used = new Map<string, Kept>();
    const read = checkText(text, lines).length === 0 && readParts(text, partReader(known, used));
    if (!read || read.signs > maxCharacters) return readDocument(text);
    known = used;
    return withPlaces(text, lines, read, read.value);
  };
}

function partReader(known: ReadonlyMap<string, Kept>, used: Map<string, Kept>): ReadPart {
  return (part, from, around) => {
    const beside = `${around.before}…${around.after}`;
    const before = used.get(part) ?? known.get(part);
    const piece = before?.beside === beside ? before.piece : readPart(part, around);
    const placed = piece && (piece.from === from ? piece : movedPiece(piece, from - piece.from));
    if (placed) used.set(part, { beside, piece: placed });
    return placed;
  };
}

/** Undefined where a part cannot be read, is not what it seems, or has a name by which others may refer to it. */
function readPart(part: string, { before, after, keys, items }: Around): Piece | undefined {
  const text = before + part + after;
  const lines = linesOf(text);
  const tree = readSyntax(text, lines);
  if (Array.isArray(tree) || tree.anchors.size > 0 || tree.root.kind !== "map") return undefined;
  const { root, comments, signs } = tree;
  const [pair] = root.pairs;
  const whole = valueOfNode(root, lines);
  if (!pair || root.pairs.length !== keys || Array.isArray(whole)) return undefined;
  if (items !== undefined && (pair.value.kind !== "list" || pair.value.items.length !== items))
    return undefined;
  const [value] = Object.values(Object(whole.value)) as unknown[];
  const from = before.length;
  const own = comments.filter((comment) => comment.from >= from && comment.from < from + part.length);
  const read = {
    from,
    comments: own,
    signs,
    listEnd: pair.value.to,
    mapEnd: root.to,
  };
  if (before === "") return { ...read, entry: pair, value };
  const [item] = pair.value.kind === "list" ? pair.value.items : [];
  return item && { ...read, entry: item, value: Object(value)[0] };
}

/** The map that a text is, from its parts. */
function readParts(
  text: string,
  readPart: ReadPart,
): (Omit<Syntax, "anchors"> & { value: unknown }) | undefined {
  const cut = text.startsWith("\uFEFF") ? undefined : cutEntries(text, 0);
  if (!cut) return undefined;
  const above = readPart(cut.above, 0, { before: "", after: "x:\n", keys: 1 });
  const pieces: Piece[] = [];
  const value: Record<string, unknown> = {};
  let from = cut.above.length;
  for (const [index, part] of cut.parts.entries()) {
    const name = keyOf(part, 0);
    if (name === undefined || Object.hasOwn(value, name)) return undefined;
    const isLast = index === cut.parts.length - 1;
    const piece = readList(part, from, isLast, readPart) ?? readPart(part, from, besideKeys(name, isLast));
    if (!piece) return undefined;
    pieces.push(piece);
    value[name] = piece.value;
    from += part.length;
  }
  const pairs = pieces.map(({ entry }) => entry as PairNode);
  const start = pairs[0]?.key.from ?? 0;
  const root: MapNode = {
    kind: "map",
    flow: false,
    from: start,
    to: pieces.at(-1)?.mapEnd ?? 0,
    outer: start,
    pairs,
  };
  return { root, value, ...together(above ? [above, ...pieces] : pieces) };
}

/** A key with the list below it, from the items of the list; undefined where it has none that can be cut. */
function readList(part: string, from: number, isLast: boolean, readPart: ReadPart): Piece | undefined {
  const below = belowKey(part, 0);
  const cut = below?.kind === "list" ? cutItems(part.slice(below.from), below.depth) : undefined;
  if (!below || !cut) return undefined;
  const another = `${" ".repeat(below.depth)}- 0\n`;
  const headLength = below.from + cut.above.length;
  const head = readPart(part.slice(0, headLength), from, { before: "", after: another, keys: 1, items: 1 });
  if (!head || !("key" in head.entry)) return undefined;
  const pieces: Piece[] = [];
  let at = from + headLength;
  for (const [index, text] of cut.parts.entries()) {
    const around = index < cut.parts.length - 1 ? { after: another, keys: 1, items: 2 } : besideLast(isLast);
    const piece = readPart(text, at, { before: "x:\n", ...around });
    if (!piece) return undefined;
    pieces.push(piece);
    at += text.length;
  }
  const items = pieces.map(({ entry }) => entry as ItemNode);
  const { listEnd, mapEnd } = pieces.at(-1) ?? head;
  const start = items[0]?.dash ?? from;
  const list: ListNode = { kind: "list", flow: false, from: start, to: listEnd, outer: start, items };
  const value = pieces.map((piece) => piece.value);
  return {
    from,
    entry: { ...head.entry, value: list },
    value,
    ...together([head, ...pieces]),
    listEnd,
    mapEnd,
  };
}

/** What is written around a key of the whole text. */
function besideKeys(name: string, isLast: boolean): Around {
  return isLast ? { before: "", after: "", keys: 1 } : { before: "", after: `${name}_:\n`, keys: 2 };
}

/** What follows on the last item of a list. */
function besideLast(isLast: boolean): Omit<Around, "before"> {
  return isLast ? { after: "", keys: 1, items: 1 } : { after: "y:\n", keys: 2, items: 1 };
}

function together(pieces: readonly Piece[]): Pick<Piece, "comments" | "signs"> {
  return {
    comments: pieces.flatMap(({ comments }) => comments),
    signs: pieces.reduce((sum, { signs }) => sum + signs, 0),
  };
}

function movedPiece(piece: Piece, by: number): Piece {
  const { entry, comments } = piece;
  return {
    ...piece,
    from: piece.from + by,
    entry: "key" in entry ? movedPair(entry, by) : movedItem(entry, by),
    comments: comments.map(({ from, to }) => ({ from: from + by, to: to + by })),
    listEnd: piece.listEnd + by,
    mapEnd: piece.mapEnd + by,
  };
}

function movedPair({ key, colon, value }: PairNode, by: number): PairNode {
  return {
    key: moved(key, by),
    colon: colon === undefined ? undefined : colon + by,
    value: moved(value, by),
  };
}

function movedItem({ dash, value }: ItemNode, by: number): ItemNode {
  return { dash: dash === undefined ? undefined : dash + by, value: moved(value, by) };
}

/** A node that stands further down by so many characters. */
function moved(node: Node, by: number): Node {
  const [from, to, outer] = [node.from + by, node.to + by, node.outer + by];
  // Most nodes are scalars: written out, making one takes half the time.
  if (node.kind === "scalar")
    return { kind: "scalar", value: node.value, style: node.style, from, to, outer };
  if (node.kind === "map")
    return { ...node, from, to, outer, pairs: node.pairs.map((pair) => movedPair(pair, by)) };
  if (node.kind === "list")
    return { ...node, from, to, outer, items: node.items.map((item) => movedItem(item, by)) };
  return { ...node, from, to, outer };
}
