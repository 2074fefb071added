/** Markdown and typography that is pasted with a text, and that YAML reads as something else. */
import * as faults from "./faults.js";
import { fieldAt } from "./format-fields.js";
import { levelsAbove } from "./indent.js";
import type { Lines } from "./lines.js";
import type { Mistake } from "./mistake.js";
import type { Edit } from "./problem.js";
import { writeScalar } from "./scalar.js";

/** A text that YAML gave up on, and where. */
export interface Stumble {
  text: string;
  lines: Lines;
  /** The offset that the parser stumbled over. */
  at: number;
}

/** Bullets of documents and of Markdown, and numbers, in place of dashes. */
export function bullet({ text, lines, at }: Stumble): Mistake | undefined {
  const marks = markersIn(text, lines);
  const line = lines.lineStart(at);
  // A parser may stumble one line late.
  const near = marks.filter(({ start }) => start <= lines.lineEnd(line));
  const [first] = near.some(({ sign }) => /[•‣◦●▪·∙–—]/.test(sign))
    ? near
    : near.filter(({ start }) => start >= (lines.lineBefore(line) ?? line));
  if (!first) return undefined;
  const what = /\d/.test(first.sign) ? "a number" : "another sign";
  const edits = marks.map(({ start, sign }) => ({
    start,
    end: start + sign.length,
    text: "-".padStart(sign.length),
  }));
  const message = /[•‣◦●▪·∙–—]/.test(first.sign)
    ? "a list's item starts with a dash and a space, not with a dot or a long dash"
    : `a list's item starts with a dash and a space, not with ${what} such as \`${first.sign}\``;
  const fix = { title: "write dashes", safe: false, edits };
  return { rule: faults.missingDash, from: first.start, to: first.start + first.sign.length, message, fix };
}

/** Every sign that starts a line as a bullet does, outside of texts of several lines. */
function markersIn(text: string, lines: Lines): { start: number; sign: string }[] {
  const found: { start: number; sign: string }[] = [];
  const blocks = blockTexts(text, lines);
  for (const match of text.matchAll(/^( *)([•‣◦●▪·∙–—*+]|\d{1,2}[.)])(?=[ \t]+\S)/gm)) {
    const [, indent = "", sign = ""] = match;
    const start = match.index + indent.length;
    if (!blocks.some(([from, to]) => from <= start && start < to)) found.push({ start, sign });
  }
  return found;
}

/** Where texts below `|` and `>` stand, as offsets [from, to). */
function blockTexts(text: string, lines: Lines): [number, number][] {
  const blocks: [number, number][] = [];
  for (const match of text.matchAll(/^( *)(?:- +)*[^\s#].*?[:-] +[|>][-+\d]*[ \t]*(?:#.*)?$/gm)) {
    const [, indent = ""] = match;
    const from = lines.nextLine(match.index);
    let to = from;
    for (let start = from; start < text.length; start = lines.nextLine(start)) {
      const line = text.slice(start, lines.lineEnd(start));
      if (line.trim() !== "" && line.search(/\S/) <= indent.length) break;
      to = lines.nextLine(start);
      if (to <= start) break;
    }
    blocks.push([from, to]);
  }
  return blocks;
}

/** `**Name**: text` and `**Name:** text`, with or without a dash before it. */
const bold = /^( *(?:- +)?)\*\*([^*\n]+?)(?:\*\*[ \t]*:|:[ \t]*\*\*)[ \t]*(.*)$/;

/** Bold words of Markdown, which YAML takes for a reference to another place. */
export function boldKey({ text, lines, at }: Stumble): Mistake | undefined {
  const line = lines.lineStart(at);
  const start = bold.test(text.slice(line, lines.lineEnd(line))) ? line : undefined;
  if (start === undefined) return undefined;
  const edits: Edit[] = [];
  for (let each = 0; each < text.length; each = lines.nextLine(each)) {
    const edit = withoutBold(text, each, lines);
    if (edit) edits.push(edit);
    if (lines.nextLine(each) <= each) break;
  }
  const [, before = "", words = ""] = bold.exec(text.slice(start, lines.lineEnd(start))) ?? [];
  const advice = isNamedItem(text, start, lines)
    ? `write \`name: ${words}\`, and what stands behind the colon as \`definition:\` on the line below`
    : "take the asterisks out";
  const message = `asterisks that make a text bold in Markdown refer to another place in YAML; ${advice}`;
  const from = start + before.length;
  const fix = { title: "write it without asterisks", safe: false, edits };
  return { rule: faults.unquotedText, from, to: lines.lineEnd(start), message, fix };
}

function withoutBold(text: string, start: number, lines: Lines): Edit | undefined {
  const end = lines.lineEnd(start);
  const [, before = "", words = "", rest = ""] = bold.exec(text.slice(start, end)) ?? [];
  if (words === "") return undefined;
  const indent = " ".repeat(before.length);
  const written = isNamedItem(text, start, lines)
    ? `name: ${asScalar(words)}${rest ? `\n${indent}definition: ${asScalar(rest)}` : ""}`
    : `${/^[A-Za-z]+$/.test(words) ? words.toLowerCase() : words}:${rest ? ` ${rest}` : ""}`;
  return { start: start + before.length, end, text: written };
}

function asScalar(text: string): string {
  return /^["']/.test(text) ? text : writeScalar(text.trim(), 0);
}

/** Whether a line starts an item of a list whose items have a name and a definition. */
function isNamedItem(text: string, start: number, lines: Lines): boolean {
  if (!/^ *- /.test(text.slice(start, lines.lineEnd(start)))) return false;
  const list = levelsAbove(text, start, lines).find(({ kind }) => kind === "key");
  const name = list?.name.replaceAll("`", "") ?? "";
  return fieldAt([name, 0, "definition"]) !== undefined;
}

/** An item of a list whose dash was forgotten: a key in the column of the dashes above it. */
export function forgottenDash(
  { text, lines }: Stumble,
  { start, indent }: { start: number; indent: number },
  itemKeys: ReadonlySet<string>,
): Mistake | undefined {
  const [, key = ""] = /^ *([a-z]+):(?: |$)/.exec(text.slice(start, lines.lineEnd(start))) ?? [];
  const above = levelsAbove(text, start, lines);
  const isBesideDash = above.some(({ kind, column }) => kind === "dash" && column === indent);
  const isInList = above.some(({ kind, column }) => kind === "key" && column < indent);
  if (!itemKeys.has(key) || !isBesideDash || !isInList) return undefined;
  const from = start + indent;
  const edits: Edit[] = [{ start: from, end: from, text: "- " }];
  for (let each = lines.nextLine(start); each < text.length; each = lines.nextLine(each)) {
    const line = text.slice(each, lines.lineEnd(each));
    const column = line.search(/\S/);
    if (
      column >= 0 &&
      (column < indent || (column === indent && (line[column] === "-" || line.startsWith(`${key}:`, column))))
    )
      break;
    if (column >= 0) edits.push({ start: each, end: each, text: "  " });
    if (lines.nextLine(each) <= each) break;
  }
  const message = `\`${key}:\` starts an item here, and its dash is missing: write \`- ${key}:\`, and two spaces before the lines of the item below it`;
  const fix = { title: "put the dash there", safe: false, edits };
  return { rule: faults.missingDash, from, to: from + key.length, message, fix };
}

/** The spaces that stand for the tabs at the start of each line, by what stands above it. */
export function untabbed(text: string, lines: Lines): Edit[] {
  const edits: Edit[] = [];
  /** The columns that were chosen for the same space further up. */
  const columns = new Map<string, number>();
  let above = "";
  for (let start = 0; start < text.length; ) {
    const line = text.slice(start, lines.lineEnd(start));
    const [space = ""] = /^[ \t]*/.exec(line) ?? [];
    const rest = line.slice(space.length);
    if (space === "" && rest !== "") columns.clear();
    let column = space.length;
    if (space.includes("\t") && rest.trim() !== "") {
      column = columns.get(space) ?? columnBelow(above);
      columns.set(space, column);
      edits.push({ start, end: start + space.length, text: " ".repeat(column) });
    }
    if (rest.trim() !== "" && !rest.startsWith("#")) above = " ".repeat(column) + rest;
    const next = lines.nextLine(start);
    if (next <= start) break;
    start = next;
  }
  return edits;
}

/** Where a line starts below another: inside of it, if it has no value, or else beside its key. */
function columnBelow(above: string): number {
  const [before = ""] = /^ *(?:- +)*/.exec(above) ?? [];
  const opens = /:[ \t]*(?:[|>][-+\d]*)?[ \t]*(?:#.*)?$/.test(above);
  return before.length + (opens ? 2 : 0);
}
