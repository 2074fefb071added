/** Reads many versions of one file, of which most say nearly the same. */
import conforms from "../../schemas/northstar.schema.json?validate";
import { belowKey, cutEntries, cutItems, keyOf } from "./cut.js";
import { readDocument } from "./document.js";
import type { Northstar } from "./northstar.js";
import type { Problem } from "./problem.js";
import { validate } from "./validate.js";

/**
 * What a text is cut into along its indentation: maps and lists, down to what is not cut any further, which is read
 * as an item of a list. Pieces of the same text are one.
 */
type Piece =
  | { kind: "map"; entries: readonly [key: string, value: Piece][]; value?: unknown }
  | { kind: "list"; items: readonly Piece[]; value?: unknown }
  /** A scalar, or what stands in brackets; behind a key, of which the value is meant, or as an item. */
  | { kind: "leaf"; text: string; hasKey: boolean; value?: unknown };

type Leaf = Piece & { kind: "leaf" };

/** Past this length, in UTF-16 units, a text is read as a whole: limits that hold for a whole file might be missed. */
const longest = 200_000;

/** How many leaves, and of which length together, are read at once. */
const mostTogether = 500;
const longestTogether = 100_000;

/**
 * Every version of a file as {@link readDocument} and {@link validate} would give it, in much less time: what
 * versions have in common is read once. Values are shared between them, and a version that says the same as the one
 * before is the same value, so nobody may change one. A text that cannot be cut safely is read as a whole.
 */
export function readVersions(texts: readonly string[]): (Northstar | Problem[])[] {
  const { cut, leaves } = cutter();
  const roots = texts.map(cut);
  readLeaves([...leaves.values()]);
  const whole = new Map<string, Northstar | Problem[]>();
  let latest: { root: Piece; star: Northstar } | undefined;
  return texts.map((text, index) => {
    const root = roots[index];
    const isSame = root !== undefined && latest !== undefined && isShared(latest.root, root);
    const read = isSame ? latest?.star : root && starOf(root, latest?.star);
    if (root && read) {
      latest = { root, star: read };
      return read;
    }
    latest = undefined;
    const asWhole = whole.get(text) ?? readWhole(text);
    whole.set(text, asWhole);
    return asWhole;
  });
}

function readWhole(text: string): Northstar | Problem[] {
  const document = readDocument(text);
  return Array.isArray(document) ? document : validate(document);
}

/** The North Star that pieces make, if they make one; `before` is one that they share values with. */
function starOf(root: Piece, before: Northstar | undefined): Northstar | undefined {
  const star = valueOfPiece(root);
  return star !== unread && conforms(before ? withoutKnown(star, before) : star)
    ? (star as Northstar)
    : undefined;
}

/** Without the items that a valid North Star has in the same lists: the schema asks nothing of a list but its items. */
function withoutKnown(star: unknown, before: object): unknown {
  const left: Record<string, unknown> = { ...Object(star) };
  for (const [key, known] of Object.entries(before)) {
    const list = left[key];
    if (list === known && Array.isArray(list)) left[key] = [];
    else if (Array.isArray(list) && Array.isArray(known)) {
      const items = new Set(known);
      left[key] = list.filter((item) => !items.has(item));
    }
  }
  return left;
}

/** What stands in the place of a value that cannot be read. */
const unread = Symbol("unread");

function valueOfPiece(piece: Piece): unknown {
  if (piece.value === undefined && piece.kind !== "leaf")
    piece.value = piece.kind === "map" ? mapOfPieces(piece.entries) : listOfPieces(piece.items);
  return piece.value;
}

function mapOfPieces(entries: readonly [string, Piece][]): unknown {
  const map: Record<string, unknown> = {};
  for (const [key, piece] of entries) {
    const value = valueOfPiece(piece);
    if (value === unread) return unread;
    // A key that objects have a sense for is read as a whole.
    if (key === "__proto__") return unread;
    map[key] = value;
  }
  return map;
}

function listOfPieces(items: readonly Piece[]): unknown {
  const read = items.map(valueOfPiece);
  return read.includes(unread) ? unread : read;
}

/** Whether two files are made of pieces that say the same. */
function isShared(before: Piece, now: Piece): boolean {
  if (before === now) return true;
  if (before.kind === "leaf" && now.kind === "leaf") return Object.is(before.value, now.value);
  if (before.kind === "list" && now.kind === "list")
    return (
      before.items.length === now.items.length &&
      now.items.every((each, index) => isAt(each, before.items[index]))
    );
  if (before.kind !== "map" || now.kind !== "map" || before.entries.length !== now.entries.length)
    return false;
  return now.entries.every(([key, value], index) => {
    const [was, earlier] = before.entries[index] ?? [];
    return was === key && isAt(value, earlier);
  });
}

function isAt(now: Piece, before: Piece | undefined): boolean {
  return before !== undefined && isShared(before, now);
}

/**
 * A line of words in ASCII, behind a key or as an item, in which no sign means anything to YAML: what it says is what
 * stands there. Most leaves are such lines.
 */
const words =
  /^- (?:[A-Za-z_][\w-]*: +)?(?!(?:null|true|false) *\n)([A-Za-z](?:[\x20-\x22\x24-\x39\x3B-\x7E]*[\x21\x22\x24-\x39\x3B-\x7E])?) *\n$/i;

/** Gives each leaf its value: many at a time, and alone where they cannot be read together. */
function readLeaves(all: readonly Leaf[]): void {
  const leaves = all.filter((leaf) => {
    leaf.value = words.exec(leaf.text)?.[1];
    return leaf.value === undefined;
  });
  for (let at = 0; at < leaves.length; ) {
    let end = at;
    let length = 0;
    while (end < leaves.length && end - at < mostTogether && length < longestTogether)
      length += leaves[end++]?.text.length ?? 0;
    const some = leaves.slice(at, end);
    if (!readTogether(some)) for (const leaf of some) if (!readTogether([leaf])) leaf.value = unread;
    at = end;
  }
}

function readTogether(leaves: readonly Leaf[]): boolean {
  const document = readDocument(leaves.map(({ text }) => text).join(""));
  if (Array.isArray(document)) return false;
  const { value } = document;
  if (!Array.isArray(value) || value.length !== leaves.length) return false;
  for (const [index, leaf] of leaves.entries()) {
    const read: unknown = value[index];
    leaf.value = leaf.hasKey ? Object.values(Object(read))[0] : read;
  }
  return true;
}

// Tabs and other control characters; anchors, aliases, tags and merge keys, which have to do with other places.
const unusual =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
  /[\0-\x09\x0B-\x1F\x7F-\x9F\uFEFF\u2028\u2029]|(?:^|[\s[{,:-])[&*!][^\s&]|<</;

/** What was cut out of blocks in a column. */
interface Column {
  entries: Map<string, [string, Piece] | undefined>;
  parts: Map<string, Piece | undefined>;
}

/** Cuts texts, and keeps each piece that it has cut. */
function cutter(): { cut: (text: string) => Piece | undefined; leaves: Map<string, Leaf> } {
  const leaves = new Map<string, Leaf>();
  const columns: Column[] = [];
  return {
    leaves,
    cut: (text) => (text.length <= longest && text.endsWith("\n") ? map(text, 0) : undefined),
  };

  function column(depth: number): Column {
    columns[depth] ??= { entries: new Map(), parts: new Map() };
    return columns[depth];
  }

  /** A map whose keys begin in a column; undefined where a text cannot be cut, or need not mean that. */
  function map(text: string, depth: number): Piece | undefined {
    const known = column(depth).entries;
    const entries: [string, Piece][] = [];
    const names = new Set<string>();
    for (const part of cutEntries(text, depth)?.parts ?? []) {
      let found = known.get(part);
      if (found === undefined && !known.has(part)) {
        found = entry(part, depth);
        known.set(part, found);
      }
      if (!found || names.has(found[0])) return undefined;
      names.add(found[0]);
      entries.push(found);
    }
    return entries.length > 0 ? { kind: "map", entries } : undefined;
  }

  function entry(text: string, depth: number): [string, Piece] | undefined {
    const name = keyOf(text, depth);
    if (name === undefined) return undefined;
    const below = belowKey(text, depth);
    const read = below?.kind === "list" ? list : map;
    const value = (below && read(text.slice(below.from), below.depth)) || leaf(text, depth, true);
    return value && [name, value];
  }

  function list(text: string, depth: number): Piece | undefined {
    const known = column(depth).parts;
    const items: Piece[] = [];
    for (const part of cutItems(text, depth)?.parts ?? []) {
      let found = known.get(part);
      if (found === undefined && !known.has(part)) {
        found = item(part, depth);
        known.set(part, found);
      }
      if (!found) return undefined;
      items.push(found);
    }
    return items.length > 0 ? { kind: "list", items } : undefined;
  }

  function item(text: string, depth: number): Piece | undefined {
    const from = depth + (/^- +/.exec(text.slice(depth))?.[0].length ?? 0);
    if (keyOf(text, from) === undefined) return leaf(text, depth, false);
    return map(" ".repeat(from) + text.slice(from), from);
  }

  function leaf(text: string, depth: number, hasKey: boolean): Leaf | undefined {
    const flat = depth === 0 ? text : text.replace(new RegExp(`^ {1,${depth}}`, "gm"), "");
    const written = hasKey ? `- ${flat.replace(/\n(?!$)/g, "\n  ")}` : flat;
    const known = leaves.get(written);
    if (known) return known.hasKey === hasKey ? known : undefined;
    if (unusual.test(written)) return undefined;
    const made: Leaf = { kind: "leaf", text: written, hasKey };
    leaves.set(written, made);
    return made;
  }
}
