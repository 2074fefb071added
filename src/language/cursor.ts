/** Where somebody is typing, from lines and their indentation alone: a text that is being typed is hardly ever YAML. */
import type { Path } from "../file/problem.js";

/** What may be typed at a place. */
export type Cursor = Typed &
  (
    | KeyPlace
    | ValuePlace
    /** The name of a rule in a comment, or the word that starts such a comment. */
    | { part: "rule" | "directive" }
  );

/** What stands there already, a word or all of a value within its quotes, as offsets: what is chosen takes its place. */
interface Typed {
  from: number;
  to: number;
}

/** A key of the map at a path. */
interface KeyPlace {
  part: "key";
  map: Path;
  /** The keys that the map has already. */
  others: ReadonlyMap<string, string>;
  /** Whether a colon stands behind it already. */
  hasColon: boolean;
  /** Whether it stands right behind a dash, which needs a space. */
  isStuck: boolean;
}

interface ValuePlace {
  part: "value";
  path: Path;
  /** Within which quotes. */
  quote: Quote;
  /** Whether it stands between braces. */
  isFlow: boolean;
  /** The keys of the map around it, with what stands behind their colons. */
  others: ReadonlyMap<string, string>;
}

type Quote = '"' | "'" | "";

/** A place before the keys around it are known, with what has been typed of it. */
type Place = { typed: string } & (
  | { part: "key"; map: Path }
  | { part: "value"; path: Path; quote: Quote; isFlow: boolean }
);

/** A map or a list that is open where a line begins; columns count from 0. */
interface Open {
  kind: "map" | "list";
  /** Of its keys or its dashes. */
  column: number;
  /** The key or the index that was last. */
  step: string | number;
  /** The keys of a map, with what stands behind their colons. */
  keys: Map<string, string>;
}

/** What may be typed at an offset; undefined where only people know. */
export function cursorAt(text: string, offset: number): Cursor | undefined {
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  const before = text.slice(start, offset);
  const typed = (word: string, rest = /^[\p{L}\p{N}_-]*/u) => ({
    from: offset - word.length,
    to: offset + (rest.exec(text.slice(offset))?.[0] ?? "").length,
  });
  const comment = commentIn(before);
  if (comment !== undefined) {
    const [, list, word = ""] = /^#+\s*(northstar-ignore\s+(?:[\w-]+\s*,\s*)*)?([\w-]*)$/.exec(comment) ?? [];
    if (list !== undefined) return { part: "rule", ...typed(word) };
    return /^#+ *[\w-]*$/.test(comment) ? { part: "directive", ...typed(word) } : undefined;
  }
  const open: Open[] = [];
  for (const line of text.slice(0, start).split(/\r?\n/)) take(open, line);
  const { dashes, content } = partsOf(before);
  if (isText(open, dashes[0] ?? before.length - content.length)) return undefined;
  for (const dash of dashes) item(open, dash);
  const map = mapAt(open, before.length - content.length);
  const place = map && (inBraces(content, map) ?? plainly(content, map));
  if (!place) return undefined;
  const { typed: word, ...where } = place;
  const others = keysAround(open, before.length - content.length, text.slice(offset), content);
  if (where.part === "value") return { ...where, others, ...typed(word, restOf(where)) };
  const key = typed(word);
  const [after = ""] = /^.*/.exec(text.slice(key.to)) ?? [];
  // What goes on with anything else would only be broken by a key.
  if (!/^(?:\s*$|\s+#|:|\s*[,}])/.test(after)) return undefined;
  return { ...where, others, hasColon: after.startsWith(":"), isStuck: /-$/.test(before), ...key };
}

/** What is left of a value behind the place where it is typed. */
function restOf({ quote, isFlow }: Pick<ValuePlace, "quote" | "isFlow">): RegExp {
  if (quote === '"') return /^[^"\r\n]*(?=")/;
  if (quote === "'") return /^[^'\r\n]*(?=')/;
  return isFlow ? /^(?:[^\s,{}[\]]|[ \t]+(?![\s#,{}[\]]|$))*/m : /^(?:\S|[ \t]+(?![\s#]|$))*/m;
}

/** The keys of the map that is typed in: those above, those below, or those before in the same braces. */
function keysAround(
  open: readonly Open[],
  column: number,
  below: string,
  content: string,
): Map<string, string> {
  const [, inside] = /\{([^{}]*)$/.exec(content) ?? [];
  if (inside !== undefined)
    return new Map(
      [...inside.matchAll(/([\w-]+):\s+([^,]*)/g)].map(([, key = "", value = ""]) => [key, value.trim()]),
    );
  const last = open.at(-1);
  const keys = new Map(last?.kind === "map" && last.column === column ? last.keys : []);
  for (const line of below.split(/\r?\n/).slice(1)) {
    if (/^\s*(?:#|$)/.test(line)) continue;
    const { dashes, content: rest } = partsOf(line);
    const start = line.length - rest.length;
    if ((dashes[0] ?? start) < column || dashes[0] === column) break;
    const [, key, value = ""] = start === column && dashes.length === 0 ? (pairParts.exec(rest) ?? []) : [];
    if (key !== undefined) keys.set(key, value.trim());
  }
  return keys;
}

const pairParts = /^["']?([^\s"'#:{}[\],][^"'#:{}[\],]*?)["']?:(?:\s+(.*))?$/;

/** The comment that has begun on a line. */
function commentIn(before: string): string | undefined {
  const at = before.search(/(?:^|\s)#/);
  return at < 0 || /["']/.test(before.slice(0, at)) ? undefined : before.slice(before.indexOf("#", at));
}

/** Where a line has its dashes, and what stands behind them. */
function partsOf(line: string): { dashes: number[]; content: string } {
  const start = /^ *(?:-(?: +|$))*/.exec(line)?.[0] ?? "";
  return { dashes: [...start.matchAll(/-/g)].map(({ index }) => index), content: line.slice(start.length) };
}

/** What is open behind a line. */
function take(open: Open[], line: string): void {
  if (/^\s*(?:#|$)/.test(line)) return;
  const { dashes, content } = partsOf(line);
  const column = line.length - content.length;
  if (isText(open, dashes[0] ?? column)) return;
  for (const dash of dashes) item(open, dash);
  const [, key, value = ""] = pairParts.exec(content) ?? [];
  if (key === undefined) return;
  closeTo(open, column);
  const last = open.at(-1);
  const isSame = last?.kind === "map" && last.column === column;
  const map: Open = isSame ? last : { kind: "map", column, step: "", keys: new Map() };
  map.step = key;
  map.keys.set(key, value.replace(/(?:^|\s)#.*$/, "").trim());
  if (!isSame) open.push(map);
}

/** Whether a line that starts in a column goes on with a text of several lines. */
function isText(open: readonly Open[], column: number): boolean {
  const last = open.at(-1);
  return last?.kind === "map" && /^[|>]/.test(lastValue(last)) && column > last.column;
}

function lastValue({ step, keys }: Open): string {
  return keys.get(String(step)) ?? "";
}

/** Begins the next item of the list whose dashes stand in a column. */
function item(open: Open[], column: number): void {
  while ((open.at(-1)?.column ?? -1) > column) open.pop();
  const last = open.at(-1);
  if (last?.kind === "list" && last.column === column) last.step = Number(last.step) + 1;
  else open.push({ kind: "list", column, step: 0, keys: new Map() });
}

/** Ends what a key in a column does not stand in. */
function closeTo(open: Open[], column: number): void {
  for (let last = open.at(-1); last; last = open.at(-1)) {
    if (last.column < column || (last.kind === "map" && last.column === column)) return;
    open.pop();
  }
}

/** The path of the map that a key in a column is one of. */
function mapAt(open: Open[], column: number): Path | undefined {
  closeTo(open, column);
  const last = open.at(-1);
  const isNew = last === undefined ? column === 0 : last.kind === "list" || last.column < column;
  if (!isNew && last?.column !== column) return undefined;
  // A key that has its value already holds no map.
  if (isNew && last?.kind === "map" && !/^(?:[&!]\S+)?$/.test(lastValue(last))) return undefined;
  const steps = open.map(({ step }) => step);
  return isNew ? steps : steps.slice(0, -1);
}

function plainly(content: string, map: Path, isFlow = false): Place | undefined {
  if (/^[\w-]*$/.test(content)) return { part: "key", map, typed: content };
  const [, key, quote = "", typed = ""] =
    /^["']?([\w-]+)["']?:\s+(["']?)([^"'#{[|>&*!]*)$/.exec(content) ?? [];
  if (key === undefined) return undefined;
  return { part: "value", path: [...map, key], quote: quote as Quote, isFlow, typed };
}

/** What is typed between braces that open on the same line. */
function inBraces(content: string, map: Path): Place | undefined {
  const [, key, inside] = /^(?:["']?([\w-]+)["']?:\s+)?\{([^{}[\]"']*)$/.exec(content) ?? [];
  if (inside === undefined) return undefined;
  const own = inside.slice(inside.lastIndexOf(",") + 1).trimStart();
  return plainly(own, key === undefined ? map : [...map, key], true);
}
