/** Walks through large JSON piece by piece: what stands in some keys of the outermost object, one value at a time. */

/** What stands directly in one of the keys that are asked for. */
export interface JsonMember {
  /** The key of the outermost object. */
  section: string;
  /** Its key or number in there; null where the section itself is a text or a number, or where it only begins. */
  key: string | number | null;
  /** Undefined where a map or a list begins, which may be empty. */
  value: unknown;
}

/** A text that is no JSON object: `found` says what it is instead, for the middle of a sentence. */
export class NotJson extends Error {
  readonly found: string;
  constructor(found: string) {
    super(found);
    this.found = found;
  }
}

/** How large one value may be that is held in memory, in bytes. */
const mostHeld = 32 * 1024 * 1024;

/** What a byte means outside of texts. */
const meaning = { other: 0, quote: 1, open: 2, close: 3, comma: 4, colon: 5, space: 6 } as const;
const meanings = new Uint8Array(256);
for (const [signs, code] of [
  ['"', meaning.quote],
  ["{[", meaning.open],
  ["}]", meaning.close],
  [",", meaning.comma],
  [":", meaning.colon],
  [" \t\n\r", meaning.space],
] as const)
  for (const sign of signs) meanings[sign.charCodeAt(0)] = code;

const [quote, backslash, map, list] = [0x22, 0x5c, 0x7b, 0x5b];

type Wanted = (section: string) => boolean | RegExp;

/** Where the walk is between two pieces. */
interface Walk {
  /** How many maps and lists are open. */
  depth: number;
  inText: boolean;
  /** Whether the next byte stands behind a backslash. */
  isEscaped: boolean;
  isDone: boolean;
  /** The key of the outermost object that is walked through, where it is wanted, and what its values have to match. */
  section: string | undefined;
  form: RegExp | undefined;
  key: string | number | null;
  isList: boolean;
  /** Whether what comes at depth 1 or 2 is a key. */
  isKeyNext: boolean;
  /** What is read and is not at its end yet. */
  held: { parts: Uint8Array[]; size: number; from: number; depth: number; isKey: boolean } | undefined;
  found: JsonMember[];
}

/**
 * The values in the sections that are `wanted`, in the order of the text, which is UTF-8; where a form is wanted, only
 * those whose JSON matches it, since making values takes longer than all else. The rest is passed over, so
 * that memory holds one piece and one value at a time. Throws {@link NotJson} where the text is no JSON object, is cut
 * off, or a value is larger than 32 MiB; of what is passed over only the end is looked for.
 */
export function* jsonMembers(pieces: Iterable<Uint8Array>, wanted: Wanted): Generator<JsonMember> {
  const walk: Walk = {
    depth: 0,
    inText: false,
    isEscaped: false,
    isDone: false,
    section: undefined,
    form: undefined,
    key: null,
    isList: false,
    isKeyNext: false,
    held: undefined,
    found: [],
  };
  let isFirst = true;
  for (const piece of pieces) {
    if (piece.length === 0) continue;
    walkThrough(isFirst ? withoutMark(piece) : piece, walk, wanted);
    isFirst = false;
    yield* walk.found;
    walk.found = [];
  }
  if (walk.isDone) return;
  throw new NotJson(walk.depth === 0 ? "empty" : "JSON that is cut off before its end");
}

/** Most of a large file is texts and what is not asked for, so this loop does little for a byte. */
function walkThrough(bytes: Uint8Array, walk: Walk, wanted: Wanted): void {
  const { length } = bytes;
  let { depth, inText } = walk;
  let at = walk.isEscaped ? 1 : 0;
  walk.isEscaped = false;
  for (; at < length; at += 1) {
    if (inText) {
      const to = bytes.indexOf(quote, at);
      const isEscaped = isOdd(backslashesBefore(bytes, at, to < 0 ? length : to));
      at = to < 0 ? length : to;
      walk.isEscaped = to < 0 && isEscaped;
      if (isEscaped || to < 0) continue;
      inText = false;
      if (walk.held?.depth === depth) end(bytes, at + 1, walk, wanted);
      continue;
    }
    const code = meanings[bytes[at] as number];
    const isNear = depth <= 2;
    if (code === meaning.quote) {
      inText = true;
      if (isNear) begin(at, depth, walk);
    } else if (code === meaning.open) {
      if (isNear) open(bytes, at, depth, walk);
      depth += 1;
    } else if (code === meaning.close) {
      if (walk.held?.depth === depth) end(bytes, at, walk, wanted);
      depth -= 1;
      if (walk.held?.depth === depth) end(bytes, at + 1, walk, wanted);
      walk.isDone = depth === 0;
    } else if (isNear) {
      if (depth === 0 && code !== meaning.space)
        throw new NotJson(walk.isDone ? "more than one value" : kindOf(bytes[at]));
      if (code === meaning.other) begin(at, depth, walk);
      else if (walk.held?.depth === depth) end(bytes, at, walk, wanted);
      if (code === meaning.colon) walk.isKeyNext = false;
      else if (code === meaning.comma) next(depth, walk);
    }
  }
  walk.depth = depth;
  walk.inText = inText;
  // The next piece may stand in the same memory.
  if (walk.held) hold(new Uint8Array(bytes.subarray(walk.held.from)), walk);
}

/** How many of them stand right before `to`, and not before `from`. */
function backslashesBefore(bytes: Uint8Array, from: number, to: number): number {
  let at = to;
  while (at > from && bytes[at - 1] === backslash) at -= 1;
  return to - at;
}

function isOdd(count: number): boolean {
  return count % 2 === 1;
}

/** A map or a list opens in the outermost object, or in a section of it. */
function open(bytes: Uint8Array, at: number, depth: number, walk: Walk): void {
  if (depth === 0) {
    if (walk.isDone || bytes[at] !== map) throw new NotJson(walk.isDone ? "more than one value" : "a list");
    walk.isKeyNext = true;
  } else if (depth === 1 && walk.section !== undefined) {
    walk.isList = bytes[at] === list;
    walk.key = walk.isList ? 0 : null;
    walk.isKeyNext = !walk.isList;
    walk.found.push({ section: walk.section, key: null, value: undefined });
  } else begin(at, depth, walk);
}

/** What stands behind a comma. */
function next(depth: number, walk: Walk): void {
  if (depth === 1) Object.assign(walk, { section: undefined, key: null, isList: false, isKeyNext: true });
  else if (walk.isList) walk.key = Number(walk.key) + 1;
  else walk.isKeyNext = true;
}

/** Holds what begins here, where it is a key that has to be known, or a value that is asked for. */
function begin(at: number, depth: number, walk: Walk): void {
  if (walk.held) return;
  if (depth === 0) throw new NotJson("no JSON object");
  if (walk.section === undefined && (depth === 2 || !walk.isKeyNext)) return;
  walk.held = { parts: [], size: 0, from: at, depth, isKey: walk.isKeyNext };
}

function hold(part: Uint8Array, { held, section }: Walk): void {
  if (!held) return;
  held.parts.push(part);
  held.size += part.length;
  held.from = 0;
  if (held.size > mostHeld)
    throw new NotJson(`JSON with a value of more than ${mostHeld / 1024 / 1024} MiB in \`${section}\``);
}

/** What was held is complete. */
function end(bytes: Uint8Array, to: number, walk: Walk, wanted: Wanted): void {
  hold(bytes.subarray(walk.held?.from, to), walk);
  const { held, section = "", key } = walk;
  walk.held = undefined;
  const text = textOf(held?.parts ?? []);
  if (!held?.isKey) {
    if (walk.form?.test(text) !== false) walk.found.push({ section, key, value: parsed(text) });
    return;
  }
  const name = String(parsed(text));
  if (held.depth === 2) {
    walk.key = name;
    return;
  }
  const want = wanted(name);
  walk.section = want ? name : undefined;
  walk.form = typeof want === "object" ? want : undefined;
}

function textOf(parts: readonly Uint8Array[]): string {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  try {
    return parts.map((part) => decoder.decode(part, { stream: true })).join("") + decoder.decode();
  } catch {
    throw new NotJson("no UTF-8");
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new NotJson("no valid JSON");
  }
}

/** Without a byte order mark; a text in UTF-16 is refused by name. */
function withoutMark(bytes: Uint8Array): Uint8Array {
  const [first, second, third] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff))
    throw new NotJson("written in UTF-16");
  return first === 0xef && second === 0xbb && third === 0xbf ? bytes.subarray(3) : bytes;
}

function kindOf(byte: number | undefined): string {
  return byte === 0x3c ? "a web page" : "no JSON object";
}
