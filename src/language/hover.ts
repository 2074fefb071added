/** What an editor shows beside the pointer, in Markdown: what a key means, what an id names, how a text was read. */
import { valueAt } from "../file/change.js";
import type { Document } from "../file/document.js";
import type { Field } from "../file/field-table.js";
import { backticked } from "../file/message-text.js";
import type { Path, RuleDoc } from "../file/problem.js";
import { catalogue } from "../lint/catalogue.js";
import { ignoresIn } from "../lint/ignores.js";
import { hasBlank } from "../reading/blank.js";
import type { Lexicon } from "../reading/lexicon.js";
import { read } from "../reading/reading.js";
import { sentence } from "../reading/sentence.js";
import { markdown } from "../report/escape.js";
import { unwrapped } from "../report/markdown-blocks.js";
import { ruleMarkdown } from "../report/rule-markdown.js";
import { cursorAt } from "./cursor.js";
import { type FileKind, fieldsByFile } from "./file-kind.js";
import { isUse, thingUsed } from "./ids.js";
import { spotAt } from "./spot.js";

export interface Hover {
  from: number;
  to: number;
  blocks: readonly string[];
}

/** What to show at an offset; `lexicon` is null where definitions are not read as English. */
export function hoverAt(
  document: Document,
  offset: number,
  kind: FileKind,
  lexicon: Lexicon | undefined | null,
): Hover | undefined {
  const named = kind === "star" ? ruleInComment(document, offset) : undefined;
  if (named) return named;
  const spot = spotAt(document, offset);
  if (!spot) return undefined;
  const { path, part, from, to } = spot;
  const { value } = document;
  const blocks = [
    ...(kind === "star" && part === "value" && isUse(path) ? targetBlocks(value, path) : []),
    ...(kind === "star" && lexicon !== null ? readingBlocks(value, path, lexicon) : []),
    ...placeBlocks(path, kind),
  ];
  return blocks.length > 0 ? { from, to, blocks } : undefined;
}

/** The same for a text that cannot be read, by its lines and their indentation: what its keys mean. */
export function hoverInText(text: string, offset: number, kind: FileKind): Hover | undefined {
  const cursor = cursorAt(text, offset);
  if (cursor?.part !== "key" && cursor?.part !== "value") return undefined;
  const { from, to } = cursor;
  const path = cursor.part === "value" ? cursor.path : [...cursor.map, text.slice(from, to)];
  const blocks = from < to ? placeBlocks(path, kind) : [];
  return blocks.length > 0 ? { from, to, blocks } : undefined;
}

/** What a rule says of a place, for those who have its message before them. */
export function problemBlocks({ id, summary, why, question }: RuleDoc): string[] {
  return [`**${id}** · ${summary}`, unwrapped(why), ...(question === null ? [] : [`> ${question}`])];
}

/** The whole page of a rule; nothing where there is none of that name. */
export function ruleBlocks(id: string): string[] {
  const rule = catalogue.find((each) => each.id === id);
  if (!rule) return [];
  const { severity, summary, chapter } = rule;
  return [
    `**${id}** · ${severity} · ${summary}`,
    ruleMarkdown(rule),
    ...(chapter === null ? [] : [`Playbook, chapter ${chapter}`]),
  ];
}

function ruleInComment(document: Document, offset: number): Hover | undefined {
  if (!document.comments.some(({ from, to }) => from <= offset && offset <= to)) return undefined;
  const { lines } = document;
  for (const { rules } of ignoresIn(document).ignores)
    for (const { rule, range } of rules) {
      const [from, to] = [lines.offset(range.start), lines.offset(range.end)];
      if (from <= offset && offset <= to) return { from, to, blocks: ruleBlocks(rule) };
    }
  return undefined;
}

function targetBlocks(value: unknown, path: Path): string[] {
  const thing = thingUsed(value, path);
  if (!thing) return [];
  const { definition, then } = thing.value;
  return [
    `**${shown(thing.name)}** · ${thing.kind}`,
    ...(typeof definition === "string" ? [shown(definition)] : []),
    ...(typeof then === "string" ? [`… then ${shown(then)}`] : []),
  ];
}

/** How the metric or an Input was read, at its name and at its definition. */
function readingBlocks(value: unknown, path: Path, lexicon: Lexicon | undefined): string[] {
  const place = path.slice(0, -1);
  const isRead = place.length === 0 || (place[0] === "inputs" && place.length === 2);
  if (!isRead || !["name", "definition"].includes(String(path.at(-1)))) return [];
  const [name, definition] = ["name", "definition"].map((key) => valueAt(value, [...place, key]));
  if (typeof name !== "string" || typeof definition !== "string" || hasBlank(definition)) return [];
  return [`Reads as: ${shown(sentence(read(name, definition, lexicon)) ?? "nothing that can be counted")}`];
}

/** What a place is for; a rule's page where one is set. */
function placeBlocks(path: Path, kind: FileKind): string[] {
  const rule =
    kind === "config" && path[0] === "rules" && path.length === 2 ? ruleBlocks(String(path[1])) : [];
  return rule.length > 0 ? rule : fieldBlocks(path, kind);
}

function fieldBlocks(path: Path, kind: FileKind): string[] {
  const { fieldAt } = fieldsByFile[kind];
  // What an item of a list is says the list.
  const field = fieldAt(typeof path.at(-1) === "number" ? path.slice(0, -1) : path);
  if (field) return [describe(field)].filter(Boolean);
  return path.some((step) => String(step).startsWith("x-")) ? ["The team's own key, kept and ignored."] : [];
}

/** A text in Markdown that many editors show as it is: without what only pages on the web need. */
function shown(text: string): string {
  return markdown(text)
    .replaceAll("&#8203;", "")
    .replace(/(?<=.)&gt;/g, ">");
}

/** What a place holds, from the schema. */
export function describe({ description, required, choices = [], example }: Field): string {
  const words = choices.map((each) => `\`${each}\``).join(", ");
  const facts = [
    ...(required ? ["Needed."] : []),
    ...(choices.length > 0 ? [`${choices.length > 1 ? "One of" : "Always"} ${words}.`] : []),
    ...(example !== undefined && !choices.includes(example) ? [`For example: ${literally(example)}`] : []),
  ];
  return [description, facts.join(" ")].filter(Boolean).join("\n\n");
}

/** Words as they are, and what Markdown would take for its own as code. */
function literally(text: string): string {
  return shown(text) === text ? text : backticked(text);
}
