/** Cuts a text along its indentation into what stands side by side, without reading it as YAML. */

/** Pieces of a text one after the other; nothing is left out. */
interface Cut {
  /** What stands above the first part: empty lines and comments. */
  above: string;
  parts: readonly string[];
}

/** How the lines of a block in a column are told apart. */
interface Column {
  /** Where a key begins, and where an item does. */
  keys: RegExp;
  items: RegExp;
  /** Lines that begin further left, and those in the column that begin no item. */
  outside: RegExp;
  between: RegExp;
}

/** What stands further in is not cut. */
const deepest = 40;

const columns: Column[] = [];

function column(depth: number): Column {
  const blanks = " ".repeat(depth);
  columns[depth] ??= {
    keys: new RegExp(`^(?=${blanks}[^ \\r\\n#-])`, "m"),
    items: new RegExp(`^(?=${blanks}- )`, "m"),
    outside: depth === 0 ? /[^\s\S]/ : new RegExp(`^ {0,${depth - 1}}[^ \\r\\n#]`, "m"),
    between: new RegExp(`^${blanks}(?!- )[^ \\r\\n#]`, "m"),
  };
  return columns[depth];
}

const key = /^([A-Za-z_][\w-]*):(?= |\r?$)/;
/** A key whose value stands below it. */
const bare = /^[A-Za-z_][\w-]*:(?: +#.*| *)\r?$/;
/** The first line that says something, with the blanks before it. */
const firstSaid = /^( *)([^ \r\n#].*)$/m;

/** What begins in a column, each with all below it; it is a map if each begins with a key. Undefined where lines begin further left. */
export function cutEntries(text: string, depth: number): Cut | undefined {
  if (depth > deepest) return undefined;
  const { keys, outside } = column(depth);
  return outside.test(text) ? undefined : cutAt(text, keys);
}

/** The items of a list; undefined where the text need not be one. */
export function cutItems(text: string, depth: number): Cut | undefined {
  if (depth > deepest) return undefined;
  const { items, outside, between } = column(depth);
  return outside.test(text) || between.test(text) ? undefined : cutAt(text, items);
}

function cutAt(text: string, starts: RegExp): Cut | undefined {
  const parts = text.split(starts);
  const above = firstSaid.test(parts[0] ?? "") ? "" : (parts.shift() ?? "");
  return parts.length > 0 ? { above, parts } : undefined;
}

/** The key that a part begins with, in its column. */
export function keyOf(part: string, depth: number): string | undefined {
  return key.exec(firstLine(part).slice(depth))?.[1];
}

/** What stands below the key of a part, and in which column that begins; undefined where the value is beside the key. */
export function belowKey(
  part: string,
  depth: number,
): { kind: "map" | "list"; from: number; depth: number } | undefined {
  const head = firstLine(part);
  const from = head.length + 1;
  if (!bare.test(head.slice(depth))) return undefined;
  const [, blanks = "", first = ""] = firstSaid.exec(part.slice(from)) ?? [];
  if (first.startsWith("- ")) return { kind: "list", from, depth: blanks.length };
  return blanks.length > depth && key.test(first) ? { kind: "map", from, depth: blanks.length } : undefined;
}

function firstLine(text: string): string {
  const end = text.indexOf("\n");
  return end === -1 ? text : text.slice(0, end);
}
