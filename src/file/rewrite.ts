/** The edits of a text that replace, add, rename or remove one value. edit.ts, which asks for them, checks what the text says afterwards. */

import {
  type BlockText,
  behindDash,
  behindKey,
  blockLines,
  flowText,
  type IndentStyle,
  isFilled,
  keyText,
} from "./block-text.js";
import { valueAt } from "./change.js";
import type { Document } from "./document.js";
import { keysAt } from "./format-fields.js";
import { isLeftOut, isMerge, type ListNode, type MapNode, type Node } from "./node.js";
import { nodeAt } from "./node-at.js";
import type { Edit, Path } from "./problem.js";
import { keyName } from "./value.js";

/** Writes another value at a path. */
export function replace(document: Document, path: Path, value: unknown): Edit[] {
  const spot = nodeAt(document, path);
  if (!spot) return [];
  const { node, holder, flow } = spot;
  if (!holder) return replaceRoot(document, node, value);
  const sign = signIn(holder.node, holder.index);
  const like = quotedLike(node, value);
  if (flow) {
    const from = isLeftOut(node) ? (sign ?? node.from) : node.outer;
    const text = like ?? flowText(value);
    return [{ start: from, end: endOf(document.text, node, from), text: from === sign ? ` ${text}` : text }];
  }
  const column = columnOf(document, startOf(holder.node, holder.index));
  if (sign === undefined) return [];
  const habit = habitOf(document);
  const written = like
    ? { first: like, rest: [] }
    : holder.node.kind === "map"
      ? behindKey(value, column, habit)
      : behindDash(value, column, habit);
  return replaceBlock(document, node, sign, written);
}

/** Writes a value behind a colon or a dash that ends at `sign`, in block style. A comment beside it stays. */
function replaceBlock(
  { text, lines }: Document,
  node: Node,
  sign: number,
  { first, rest }: BlockText,
): Edit[] {
  const below = rest.map((line) => `\n${line}`).join("");
  const beside = first && ` ${first}`;
  const end = endOf(text, node, sign);
  const lineEnd = lines.lineEnd(sign);
  if (!isLeftOut(node) && lineEnd < node.outer)
    return [
      { start: sign, end: sign, text: beside },
      { start: lineEnd, end: lines.lineEnd(end), text: below },
    ];
  if (node.kind === "scalar" && node.style === "block") {
    const header = /^[|>][-+\d]*/.exec(text.slice(node.from, node.from + 4))?.[0].length ?? 1;
    return [
      { start: sign, end: node.from + header, text: beside },
      { start: lines.lineEnd(node.from), end: Math.max(end, lines.lineEnd(node.from)), text: below },
    ];
  }
  // What stands on lines of its own behind a dash would not stand below itself, and no list starts behind a tab.
  const hasTab = text.slice(sign, node.outer).includes("\t");
  const keepsSpace = first !== "" && rest.length === 0 && !isLeftOut(node) && !hasTab;
  return [
    keepsSpace ? { start: node.outer, end, text: first } : { start: sign, end, text: beside },
    { start: lines.lineEnd(end), end: lines.lineEnd(end), text: below },
  ];
}

function replaceRoot(document: Document, node: Node, value: unknown): Edit[] {
  const end = endOf(document.text, node, node.from);
  if (node.kind !== "map" && node.kind !== "list") return [];
  if (node.flow) return [{ start: node.from, end, text: flowText(value) }];
  const start = startOf(node, 0);
  const lines = isFilled(value)
    ? blockLines(value, columnOf(document, start), habitOf(document))
    : [flowText(value)];
  return [{ start, end, text: lines.join("\n").trimStart() }];
}

/**
 * Adds a key to the map at a path, where the format has it: behind the last one that goes before it. A key of the
 * file itself can come as `text`, with comments above it.
 */
export function addPair(document: Document, path: Path, key: string, value: unknown, text?: string): Edit[] {
  const spot = nodeAt(document, path);
  if (spot?.node.kind !== "map") return [];
  const { node: map } = spot;
  if (text !== undefined && path.length === 0 && map.flow && map.pairs.length === 0)
    return [{ start: map.from, end: map.to, text: `${text}${endsLine(document, map.to)}` }];
  if (spot.flow || map.flow || map.pairs.length === 0)
    return addToFlow(document, map, `${keyText(key)}: ${flowText(value)}`);
  const order = keysAt(path);
  const rank = order.indexOf(key);
  const before = map.pairs.map(
    ({ key: each }) => rank === -1 || order.slice(0, rank).includes(keyName(each)),
  );
  const after = before.lastIndexOf(true);
  const column = columnOf(document, startOf(map, 0));
  const lines =
    text === undefined
      ? blockLines({ [key]: value }, column, habitOf(document))
      : text.split("\n").map((line) => line && " ".repeat(column) + line);
  // The first key of a list's item stands beside the dash; above the first key of a file there may be comments.
  if (after === -1 && spot.holder && !isFirstOnLine(document, startOf(map, 0))) {
    const start = startOf(map, 0);
    return [{ start, end: start, text: `${lines.join("\n").trimStart()}\n${" ".repeat(column)}` }];
  }
  // Of a file with one key nobody can say whether empty lines part its keys; those of a template are parted.
  const isParted = text !== undefined && map.pairs.length === 1;
  return insertBelow(document, map, Math.max(after, 0), isParted ? ["", ...lines] : lines);
}

/** A key with a list of one item, which comes as `text`. */
export function listText(document: Document, key: string, text: string): string {
  return [`${keyText(key)}:`, ...itemLines(text, habitOf(document).list)].join("\n");
}

/** A map as text, as an item of a list in column `indent`. */
function itemLines(text: string, indent: number): string[] {
  const before = (index: number) => " ".repeat(indent) + (index === 0 ? "- " : "  ");
  return text.split("\n").map((line, index) => line && before(index) + line);
}

/** Adds an item to the end of the list at a path; a map can come as `text`, with comments in it. */
export function add(document: Document, path: Path, value: unknown, text?: string): Edit[] {
  const spot = nodeAt(document, path);
  const list = spot?.node;
  if (list?.kind !== "list" || (list.items.length === 0 && !spot?.flow))
    return replace(document, path, [
      ...((valueAt(document.value, path) as unknown[] | null | undefined) ?? []),
      value,
    ]);
  if (list.flow) return addToFlow(document, list, flowText(value));
  const column = columnOf(document, startOf(list, 0));
  const lines = text === undefined ? blockLines([value], column, habitOf(document)) : itemLines(text, column);
  return insertBelow(document, list, list.items.length - 1, lines);
}

function addToFlow(document: Document, node: MapNode | ListNode, text: string): Edit[] {
  const last = sizeOf(node) - 1;
  const [open, close] = node.kind === "list" ? ["[", "]"] : ["{", "}"];
  const isBare = document.text[node.from] !== open;
  if (last === -1) {
    const inside = node.kind === "list" ? text : ` ${text} `;
    return [{ start: node.from, end: node.to, text: `${open}${inside}${close}` }];
  }
  const end = endAt(document.text, node, last);
  if (!isBare) return [{ start: end, end, text: `, ${text}` }];
  const start = startOf(node, 0);
  return [
    { start, end: start, text: `${open} ` },
    { start: end, end, text: `, ${text} ${close}` },
  ];
}

/** Puts lines below a pair or an item, with an empty line before them where the others have one. */
function insertBelow(
  document: Document,
  node: MapNode | ListNode,
  index: number,
  inserted: readonly string[],
): Edit[] {
  const { text, lines } = document;
  const value = valueIn(node, index);
  if (isKept(text, value)) {
    const broken = text[value.to - 1] === "\n" ? "" : "\n";
    return [{ start: value.to, end: value.to, text: `${broken}${inserted.join("\n")}\n` }];
  }
  const at = lines.lineEnd(endAt(document.text, node, index));
  const gap = hasGap(document, node, index) ? "\n" : "";
  return [{ start: at, end: at, text: `${gap}\n${inserted.join("\n")}` }];
}

/** Whether an empty line parts a pair or an item from the next one, or from the one before when it is the last. */
function hasGap(document: Document, node: MapNode | ListNode, index: number): boolean {
  const first = index === sizeOf(node) - 1 ? index - 1 : index;
  if (first < 0) return false;
  return /\n[ \t]*\r?\n/.test(
    document.text.slice(endAt(document.text, node, first), startOf(node, first + 1)),
  );
}

/** A line break, when something stands behind an offset on its line. */
function endsLine({ text, lines }: Document, offset: number): string {
  return text.slice(offset, lines.lineEnd(offset)).trim() === "" ? "" : "\n";
}

/**
 * Takes out what is at a path; `goal` is the whole value without it. With `comments`, those of them that stand in
 * it and right above it go along, and all others in it become lines of their own.
 */
export function remove(
  document: Document,
  path: Path,
  goal: unknown,
  comments?: ReadonlySet<string>,
): Edit[] {
  const spot = nodeAt(document, path);
  if (!spot?.holder) return [];
  const { node, index } = spot.holder;
  if (sizeOf(node) > 1) return removeAt(document, node, index, spot.flow, comments);
  const emptied = replace(document, path.slice(0, -1), valueAt(goal, path.slice(0, -1)));
  const at = document.lines.lineStart(node.from);
  const text = commentsLeft(document, node.from, node.to, comments).map((comment) => `${comment}\n`);
  return [{ start: at, end: at, text: text.join("") }, ...emptied];
}

function removeAt(
  document: Document,
  node: MapNode | ListNode,
  index: number,
  flow: boolean,
  comments?: ReadonlySet<string>,
): Edit[] {
  const { text } = document;
  const isLast = index === sizeOf(node) - 1;
  const start = startOf(node, index);
  const end = endAt(document.text, node, index);
  const indent = " ".repeat(columnOf(document, start));
  if (flow || node.flow) {
    const from = isLast ? endAt(document.text, node, index - 1) : start;
    const to = isLast ? end : startOf(node, index + 1);
    const left = commentsLeft(document, from, to, comments);
    return [{ start: from, end: to, text: left.map((comment) => ` ${comment}\n${indent}`).join("") }];
  }
  if (isFirstOnLine(document, start)) return [removeLines(document, node, index, comments)];
  const next = isLast ? end : startOf(node, index + 1);
  const left = commentsLeft(document, start, end, comments);
  const hasComment = left.length > 0 || text.slice(end, next).includes("#");
  return [{ start, end: hasComment ? end : next, text: left.join(`\n${indent}`) }];
}

/** Takes out a pair or an item that has its lines for itself. */
function removeLines(
  document: Document,
  node: MapNode | ListNode,
  index: number,
  comments: ReadonlySet<string> | undefined,
): Edit {
  const { text, lines } = document;
  const start = startOf(node, index);
  const end = endAt(document.text, node, index);
  const value = valueIn(node, index);
  const own = lines.lineStart(start);
  let after = isKept(text, value) ? value.to : ownEnd(document, lines.nextLine(end), start, comments);
  const above = comments ? commentLinesAbove(document, own) : [];
  const from = above[0]?.start ?? own;
  const indent = " ".repeat(columnOf(document, start));
  const left = [
    ...above.filter((line) => !comments?.has(line.text.trim())).map((line) => line.text),
    ...commentsLeft(document, own, after, comments).map((comment) => indent + comment),
  ].join("\n");
  const isOpen = after === text.length && !text.endsWith("\n");
  if (left) return { start: from, end: after, text: isOpen ? left : `${left}\n` };
  const keeps = index > 0 && isKept(text, valueIn(node, index - 1));
  // A last part that came with its comment took the empty line above it along, whatever stands behind.
  const isOwnGap = comments && index === sizeOf(node) - 1 && /\n[ \t]*\r?\n$/.test(text.slice(0, from));
  const before = !keeps && (isOwnGap || isParted(text, from, after)) ? lines.lineBefore(from) : undefined;
  // Empty lines behind it would become part of a text above that keeps those at its end.
  if (keeps) while (after < text.length && isEmptyLine(document, after)) after = lines.nextLine(after);
  const first = before ?? from;
  // A file that ends without a line break goes on doing so.
  const last = isOpen ? lines.lineBefore(first) : undefined;
  return { start: last === undefined ? first : lines.lineEnd(last), end: after, text: "" };
}

/** Behind the comments among `comments` that are indented below what starts at an offset: they belong to it. */
function ownEnd(
  document: Document,
  offset: number,
  start: number,
  comments: ReadonlySet<string> | undefined,
): number {
  const { text, lines } = document;
  let end = offset;
  for (let line = offset; comments && line < text.length; line = lines.nextLine(line)) {
    const content = text.slice(line, lines.lineEnd(line));
    const isOwn = /^[ \t]*#/.test(content) && content.search(/#/) > columnOf(document, start);
    if (isOwn && comments.has(content.trim())) end = lines.nextLine(line);
    else if (content.trim() !== "") break;
  }
  return end;
}

/** The lines right above a line that hold nothing but a comment, from the top. */
function commentLinesAbove({ text, lines }: Document, below: number): { start: number; text: string }[] {
  const above: { start: number; text: string }[] = [];
  for (let start = lines.lineBefore(below); start !== undefined; start = lines.lineBefore(start)) {
    const line = text.slice(start, lines.lineEnd(start));
    if (!/^\s*#/.test(line)) break;
    above.unshift({ start, text: line });
  }
  return above;
}

/** The comments between two offsets but `comments`; without those, none is looked for. */
function commentsLeft(
  document: Document,
  from: number,
  to: number,
  comments: ReadonlySet<string> | undefined,
): string[] {
  if (!comments) return [];
  return document.comments
    .filter((comment) => comment.from >= from && comment.from < to)
    .map((comment) => document.text.slice(comment.from, comment.to).trim())
    .filter((comment) => !comments.has(comment));
}

function isEmptyLine({ text, lines }: Document, offset: number): boolean {
  return text.slice(offset, lines.lineEnd(offset)).trim() === "";
}

/** Whether an empty line would be left over between two others, or at the end of the file. */
function isParted(text: string, from: number, to: number): boolean {
  return /\n[ \t]*\r?\n$/.test(text.slice(0, from)) && /^[ \t]*(?:\r?\n|$)/.test(text.slice(to));
}

/** Gives the key at a path another name. */
export function rename(document: Document, path: Path, to: string): Edit[] {
  const { holder } = nodeAt(document, path) ?? {};
  if (holder?.node.kind !== "map") return [];
  const key = holder.node.pairs[holder.index]?.key;
  return key ? [{ start: key.from, end: key.to, text: keyText(to) }] : [];
}

/** Writes out what the first merge key of the map at a path brings in. */
export function expandMerge(document: Document, path: Path): Edit[] {
  const spot = nodeAt(document, path);
  if (spot?.node.kind !== "map") return [];
  const { node: map } = spot;
  const index = map.pairs.findIndex(({ key }) => isMerge(key));
  const own = new Set(map.pairs.filter(({ key }) => !isMerge(key)).map(({ key }) => keyName(key)));
  const brought = Object.entries(valueAt(document.value, path) ?? {}).filter(([name]) => !own.has(name));
  if (brought.length === 0 && map.pairs.length > 1) return removeAt(document, map, index, spot.flow);
  if (brought.length === 0) return replace(document, path, {});
  const start = startOf(map, index);
  const end = endAt(document.text, map, index);
  if (spot.flow || map.flow) {
    const text = brought.map(([name, value]) => `${keyText(name)}: ${flowText(value)}`).join(", ");
    return [{ start, end, text }];
  }
  const [first = "", ...rest] = blockLines(
    Object.fromEntries(brought),
    columnOf(document, startOf(map, 0)),
    habitOf(document),
  );
  const at = document.lines.lineEnd(end);
  return [
    { start, end, text: first.trimStart() },
    { start: at, end: at, text: rest.map((line) => `\n${line}`).join("") },
  ];
}

/** A text in the quotes that the text before it has. */
function quotedLike(node: Node, value: unknown): string | undefined {
  if (node.kind !== "scalar" || typeof value !== "string" || value.includes("\n")) return undefined;
  if (node.style === "double") return JSON.stringify(value);
  return node.style === "single" ? `'${value.replaceAll("'", "''")}'` : undefined;
}

function habitOf({ root, lines }: Document): IndentStyle {
  const column = (offset: number) => lines.position(offset).column;
  const steps: { list?: number; map?: number } = {};
  look(root);
  return { list: steps.list ?? 2, map: steps.map ?? 2 };

  function look(node: Node): void {
    if (node.kind === "list") for (const { value } of node.items) look(value);
    if (node.kind !== "map" || node.flow) return;
    for (const { key, value } of node.pairs) {
      if ((value.kind === "map" || value.kind === "list") && !value.flow)
        steps[value.kind] ??= column(startOf(value, 0)) - column(key.outer);
      look(value);
    }
  }
}

function sizeOf(node: MapNode | ListNode): number {
  return node.kind === "map" ? node.pairs.length : node.items.length;
}

function valueIn(node: MapNode | ListNode, index: number): Node {
  return (node.kind === "map" ? node.pairs[index]?.value : node.items[index]?.value) ?? node;
}

/** Where a pair or an item starts. */
function startOf(node: MapNode | ListNode, index: number): number {
  if (node.kind === "map") return node.pairs[index]?.key.outer ?? node.from;
  const item = node.items[index];
  return item?.dash ?? item?.value.outer ?? node.from;
}

/** Where a pair or an item ends, without the blank lines and comments behind it. */
function endAt(text: string, node: MapNode | ListNode, index: number): number {
  const value = valueIn(node, index);
  const key = node.kind === "map" ? node.pairs[index]?.key.to : undefined;
  return endOf(text, value, signIn(node, index) ?? key ?? value.from);
}

/** The end of a pair's colon or an item's dash. */
function signIn(node: MapNode | ListNode, index: number): number | undefined {
  const sign = node.kind === "map" ? node.pairs[index]?.colon : node.items[index]?.dash;
  return sign === undefined ? undefined : sign + 1;
}

/** Where a node ends that stands behind `sign`, without the blank lines and comments behind it. */
function endOf(text: string, node: Node, sign: number): number {
  if (isLeftOut(node)) {
    if (node.outer >= node.from) return sign;
    const found = /^(?:[&!][^\s,\]}]*[ \t]*)+/.exec(text.slice(node.outer, node.from + 1))?.[0].trimEnd();
    return Math.max(sign, node.outer + (found?.length ?? 0));
  }
  if ((node.kind === "map" || node.kind === "list") && !node.flow) return endAt(text, node, sizeOf(node) - 1);
  let end = node.to;
  if (node.kind === "scalar" && node.style === "block")
    while (end > node.from && " \t\r\n".includes(text.charAt(end - 1))) end -= 1;
  return end;
}

/** Whether the blank lines behind a node belong to it: the end of it is a text with `|+` or `>+`. */
function isKept(text: string, node: Node): boolean {
  if (node.kind === "map" || node.kind === "list")
    return !node.flow && sizeOf(node) > 0 && isKept(text, valueIn(node, sizeOf(node) - 1));
  return (
    node.kind === "scalar" && node.style === "block" && /^.\d?\+/.test(text.slice(node.from, node.from + 3))
  );
}

function columnOf({ lines }: Document, offset: number): number {
  return lines.position(offset).column - 1;
}

function isFirstOnLine({ text, lines }: Document, offset: number): boolean {
  return text.slice(lines.lineStart(offset), offset).trim() === "";
}
