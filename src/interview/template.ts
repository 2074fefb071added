/** A template: a northstar.yaml with blanks, and the questions that its `#?` lines ask about them. */

import { blockLines } from "../file/block-text.js";
import { deepEqual, valueAt } from "../file/change.js";
import { type Document, readDocument } from "../file/document.js";
import { edit } from "../file/edit.js";
import { missingField, unknownKey } from "../file/faults.js";
import { fieldAt } from "../file/format-fields.js";
import { linesOf } from "../file/lines.js";
import { nearest } from "../file/nearest.js";
import type { Path, Problem } from "../file/problem.js";
import { type Sections, sectionsOf } from "../file/sections.js";
import { checkText } from "../file/text.js";
import { validate } from "../file/validate.js";
import { hasBlank } from "../reading/blank.js";
import { readPath } from "./assignments.js";
import { aroundBlanks } from "./blank.js";

export interface Template {
  /** What it is for, in one line. */
  about: string;
  /** What it says, with blanks, in the order of its questions. */
  value: Readonly<Record<string, unknown>>;
  /** The same as text, without questions. */
  sections: Sections;
  /** Its comments, those of the templates below it too. */
  comments: ReadonlySet<string>;
  /** What is said at a place of the value, by {@link pathKey}. */
  cues: ReadonlyMap<string, Cue>;
  /** What is confirmed when everything has been asked. */
  closing: readonly Check[];
}

/** What the template says at a text with blanks, or at a list. */
interface Cue {
  /** The title of the part of the interview that starts here. */
  part?: string;
  checks: readonly Check[];
  /** The sentence that is filled in from here on. */
  sentence?: string;
  /** For each blank of the text, as far as the template has questions. */
  questions: readonly TemplateQuestion[];
  /** How many items the list should have. */
  items?: { least: number; most: number };
}

export interface TemplateQuestion {
  /** Empty where the template does not say it. */
  ask: string;
  hints: readonly string[];
  examples: readonly string[];
  /** Paragraphs for those who want to know more. */
  explains: readonly string[];
  /** Statements of which each tells for a choice. */
  says: readonly { choice: string; statement: string }[];
}

/** A sentence that the person confirms before the interview goes on. */
export interface Check {
  /** The title of the part of the interview that starts with it. */
  part?: string;
  sentence: string;
  hints: readonly string[];
  explains: readonly string[];
}

/** Why a text is no template, and the line that shows it, from 1. */
export interface TemplateError {
  line: number;
  message: string;
}

/** A path as the key of a map. */
export function pathKey(path: Path): string {
  return path.join(".");
}

/** Where a name in braces leads: a key next to `base`, else, or with a slash before it, from the top of the file. */
export function pathOf(reference: string, base: Path, value: unknown): Path | undefined {
  const steps = readPath(reference.replace(/^\//, ""));
  const paths = reference.startsWith("/") ? [steps] : [[...base, ...steps], steps];
  return paths.find((path) => valueAt(value, path) !== undefined);
}

/**
 * One template over another: its keys, if `takes` them, replace the same keys below, and others come after them.
 * Beliefs, and bets of levels that it does not ask about, stay beside its own.
 */
export function overlay(base: Template, over: Template, takes = (_key: string) => true): Template {
  return joinedIn(replacing(base, over, takes), base, over, takes);
}

function replacing(base: Template, over: Template, takes: (key: string) => boolean): Template {
  const keys = new Set(Object.keys(over.value).filter(takes));
  const isCovered = (place: string) => keys.has(place.split(".", 1).join());
  const taken = <T>([key]: readonly [string, T]) => keys.has(key);
  return {
    about: over.about,
    value: { ...base.value, ...Object.fromEntries(Object.entries(over.value).filter(taken)) },
    sections: {
      head: base.sections.head || over.sections.head,
      byKey: new Map([...base.sections.byKey, ...[...over.sections.byKey].filter(taken)]),
      foot: base.sections.foot,
    },
    comments: new Set([...base.comments, ...over.comments]),
    cues: new Map([
      ...[...base.cues].filter(([place]) => !isCovered(place)),
      ...[...over.cues].filter(([place]) => isCovered(place)),
    ]),
    closing: [...base.closing, ...over.closing],
  };
}

/** Whether a template has all that a North Star needs. */
export function isComplete({ value }: Template): boolean {
  return ["name", "definition", "game", "inputs"].every((key) => Object.hasOwn(value, key));
}

/** A template, and after it what a whole one asks besides. */
export function completeWith(template: Template, whole: Template): Template {
  if (isComplete(template)) return template;
  const all = replacing(template, whole, (key) => !Object.hasOwn(template.value, key));
  return joinedIn(all, whole, template, () => true);
}

/** The lists that templates add to. */
const lists = ["beliefs", "bets"] as const;

/** A template with the items of both in the lists that they have in common. */
function joinedIn(
  template: Template,
  below: Template,
  above: Template,
  takes: (key: string) => boolean,
): Template {
  const common = lists.filter((key) => takes(key) && itemsOf(below, key) && itemsOf(above, key));
  return common.reduce((all, key) => joined(all, below, above, key), template);
}

function joined(template: Template, below: Template, above: Template, key: string): Template {
  const [old = [], own = []] = [itemsOf(below, key), itemsOf(above, key)];
  const kept = [...old.keys()].filter((index) => !own.some((item) => isSameSort(old[index], item)));
  const items = [...kept.map((index) => old[index]), ...own];
  const moved = [
    ...[...below.cues].flatMap(([place, cue]) => movedCue(place, cue, key, (index) => kept.indexOf(index))),
    ...[...above.cues].flatMap(([place, cue]) => movedCue(place, cue, key, (index) => kept.length + index)),
  ];
  const others = [...template.cues].filter(([place]) => place.split(".", 1).join() !== key);
  const text = textWith(below, above, key, kept, items);
  return {
    ...template,
    value: { ...template.value, [key]: items },
    sections: { ...template.sections, byKey: new Map([...template.sections.byKey, [key, text]]) },
    cues: new Map([...others, ...moved]),
  };
}

function itemsOf({ value }: Template, key: string): readonly unknown[] | undefined {
  const items = value[key];
  return Array.isArray(items) && items.length > 0 ? items : undefined;
}

/** Bets of one level, or the same text. */
function isSameSort(one: unknown, other: unknown): boolean {
  const level = valueAt(one, ["level"]);
  return level === undefined ? deepEqual(one, other) : level === valueAt(other, ["level"]);
}

/** What is said at a place in a list, where the place has another index; nothing where it is gone. */
function movedCue(place: string, cue: Cue, key: string, to: (index: number) => number): [string, Cue][] {
  const [list, index, ...rest] = place.split(".");
  if (list !== key) return [];
  if (index === undefined) return [[place, cue]];
  const next = to(Number(index));
  return next < 0 ? [] : [[[list, next, ...rest].join("."), cue]];
}

/** The lines of a list with some items of the template below and all of the one above. */
function textWith(
  below: Template,
  above: Template,
  key: string,
  kept: readonly number[],
  items: readonly unknown[],
): string {
  const [old = "", own = ""] = [below.sections.byKey.get(key), above.sections.byKey.get(key)];
  const text = [linesLeft(old, key, kept, below.comments), ...own.split(/^[\w-]+:.*\n/m).slice(1)].join("\n");
  const read = readDocument(`${text}\n`);
  const isWhole = !Array.isArray(read) && deepEqual(read.value, { [key]: items });
  return isWhole ? text : blockLines({ [key]: items }, 0, { list: 2, map: 2 }).join("\n");
}

/** The lines of a list without the items that go, and without their comments. */
function linesLeft(
  text: string,
  key: string,
  kept: readonly number[],
  comments: ReadonlySet<string>,
): string {
  const document = readDocument(`${text}\n`);
  if (Array.isArray(document)) return text;
  const items = valueAt(document.value, [key]);
  const gone = (Array.isArray(items) ? [...items.keys()] : []).filter((index) => !kept.includes(index));
  const changes = gone.reverse().map((index) => ({ remove: [key, index], comments }));
  return edit(document, changes).text.trimEnd();
}

/** The names in braces in a sentence. */
export function referencesIn(sentence: string): string[] {
  return [...sentence.matchAll(/\{([^{}]+)\}/g)].map(([, name = ""]) => name);
}

/** What a `#?` line can start with. */
export const cueWords = [
  "about",
  "part",
  "check",
  "sentence",
  "ask",
  "hint",
  "example",
  "explain",
  "say",
  "items",
] as const;

interface Instruction {
  line: number;
  word: (typeof cueWords)[number];
  text: string;
}

/** Reads a template, or says everything that keeps it from being one. */
export function readTemplate(text: string): Template | TemplateError[] {
  const hidden = checkText(text, linesOf(text));
  if (hidden.length > 0) return hidden.map(({ range, message }) => ({ line: range.start.line, message }));
  const { plain, lineOf } = withoutInstructions(text);
  const errorOf = ({ range, message }: Problem) => ({ line: lineOf(range.start.line), message });
  const document = readDocument(plain);
  if (Array.isArray(document)) return document.map(errorOf);
  const spots = [...spotsIn(document, lineOf)];
  const star = validate(document);
  const errors = Array.isArray(star) ? star.filter((problem) => isUnfit(problem, spots)).map(errorOf) : [];
  const cues = cuesOf(instructionsIn(text, errors), spots, document.value, errors);
  if (!spots.some((spot) => spot.blanks > 0))
    errors.push({ line: 1, message: "there is no blank to fill in; write ____ where an answer goes" });
  if (errors.length > 0) return errors.sort((a, b) => a.line - b.line);
  const comments = document.comments.map(({ from, to }) => plain.slice(from, to).trim());
  const value = Object(document.value) as Template["value"];
  return { ...cues, value, sections: sectionsOf(document), comments: new Set(comments) };
}

/** A template's text without its `#?` lines, and which line of the template each of its lines is. */
function withoutInstructions(text: string): { plain: string; lineOf: (line: number) => number } {
  const lines = text.split(/\r?\n/).map((content, index) => ({ content, number: index + 1 }));
  const kept = lines.filter(({ content }) => !isInstruction(content));
  const lineOf = (line: number) => kept[line - 1]?.number ?? lines.length;
  return { plain: kept.map(({ content }) => content).join("\n"), lineOf };
}

function isInstruction(line: string): boolean {
  return /^\s*#\?/.test(line);
}

/** A template may lack keys, and a blank fits where the format wants something else. */
function isUnfit({ rule, path }: Problem, spots: readonly Spot[]): boolean {
  if (rule === missingField.id) return false;
  return (
    rule === unknownKey.id || !spots.some((spot) => spot.blanks > 0 && pathKey(spot.path) === pathKey(path))
  );
}

/** A list, or a text with blanks. */
interface Spot {
  path: Path;
  line: number;
  blanks: number;
  isList: boolean;
}

/** In the order of the file. */
function* spotsIn(document: Document, lineOf: (line: number) => number): Iterable<Spot> {
  yield* inside(document.value, []);

  function* inside(value: unknown, path: Path): Iterable<Spot> {
    if (typeof value === "string" && hasBlank(value))
      yield { path, line: lineAt(path), blanks: aroundBlanks(value).length - 1, isList: false };
    if (Array.isArray(value)) yield { path, line: lineAt(path), blanks: 0, isList: true };
    if (typeof value === "object" && value !== null)
      for (const [key, each] of Object.entries(value))
        yield* inside(each, [...path, Array.isArray(value) ? Number(key) : key]);
  }

  function lineAt(path: Path): number {
    return lineOf(document.locate(path, { at: "key" }).range.start.line);
  }
}

function instructionsIn(text: string, errors: TemplateError[]): Instruction[] {
  const instructions: (Instruction & { last: number })[] = [];
  for (const [index, content] of text.split(/\r\n?|\n/).entries()) {
    const line = index + 1;
    const [, name, rest = ""] = /^\s*#\?\s*(?:([a-z]+):(?:\s+|$))?(.*?)\s*$/.exec(content) ?? [];
    if (!isInstruction(content)) continue;
    const word = cueWords.find((each) => each === name);
    const before = instructions.at(-1);
    if (word && rest) instructions.push({ line, word, text: rest, last: line });
    else if (word) errors.push({ line, message: `nothing stands after \`${word}:\`` });
    else if (name) errors.push({ line, message: unknownWord(name) });
    else if (before?.last === line - 1) Object.assign(before, { text: `${before.text} ${rest}`, last: line });
    else
      errors.push({ line, message: `a line that starts with #? begins with one of ${cueWords.join(", ")}` });
  }
  return instructions;
}

function unknownWord(name: string): string {
  const near = nearest(name, cueWords);
  return `\`${name}:\` is not known here; ${near ? `did you mean \`${near}:\`?` : `there is ${cueWords.join(", ")}`}`;
}

/** Gives each place what the lines above it say. */
function cuesOf(
  instructions: readonly Instruction[],
  spots: readonly Spot[],
  value: unknown,
  errors: TemplateError[],
): Pick<Template, "about" | "cues" | "closing"> {
  const cues = new Map<string, Cue>();
  let about = "";
  let waiting = instructions.filter((each) => {
    if (each.word === "about") about = each.text;
    return each.word !== "about";
  });
  for (const spot of [...spots].sort((a, b) => a.line - b.line)) {
    const above = waiting.filter((each) => each.line < spot.line && (!spot.isList || each.word === "items"));
    waiting = waiting.filter((each) => !above.includes(each));
    if (above.length > 0) cues.set(pathKey(spot.path), cueOf(above, spot, value, errors));
  }
  const end: Spot = { path: [], line: Number.POSITIVE_INFINITY, blanks: 0, isList: false };
  const { checks } = cueOf(waiting, end, value, errors);
  for (const { word, line } of waiting.filter((each) => /^(?:part|sentence)$/.test(each.word)))
    errors.push({ line, message: `\`${word}:\` needs a blank (____) below it` });
  return { about, cues, closing: checks };
}

function cueOf(
  instructions: readonly Instruction[],
  spot: Spot,
  value: unknown,
  errors: TemplateError[],
): Cue {
  const checks: Mutable<Check>[] = [];
  const questions: Mutable<TemplateQuestion>[] = [];
  const cue: Mutable<Cue> = { checks, questions };
  let inCheck = false;
  for (const instruction of instructions) follow(instruction);
  return cue;

  function follow({ word, text, line }: Instruction): void {
    const complain = (message: string) => errors.push({ line, message });
    if (word === "part") cue.part = text;
    else if (word === "items") {
      const [, least, most] = /^(\d+) to (\d+)$/.exec(text) ?? [];
      if (!spot.isList) complain("`items:` stands above a list");
      else if (!least || !most || Number(least) > Number(most)) complain("write `items:` as 3 to 5");
      else cue.items = { least: Number(least), most: Number(most) };
    } else if (word === "check" || word === "sentence") {
      const names = referencesIn(text);
      const lost = names.filter((name) => !pathOf(name, spot.path.slice(0, -1), value));
      for (const name of lost)
        complain(`{${name}} is not a key next to the blank or from the top of the file`);
      inCheck = word === "check";
      if (inCheck)
        checks.push({ ...(cue.part && { part: cue.part }), sentence: text, hints: [], explains: [] });
      else if (names.length === 0 && !hasBlank(text))
        complain("a sentence has a blank: ____, or {key} for a key");
      else cue.sentence = text;
    } else if (word === "ask") {
      inCheck = false;
      if (questions.length >= spot.blanks) complain(tooMany(spot));
      questions.push({ ...noQuestion, ask: text });
    } else detail(word, text, complain);
  }

  function detail(word: Instruction["word"], text: string, complain: (message: string) => void): void {
    const check = inCheck ? checks.at(-1) : undefined;
    if (check && word === "hint") check.hints = [...check.hints, text];
    else if (check && word === "explain") check.explains = [...check.explains, text];
    else if (check) complain(`\`${word}:\` belongs to a question; write \`ask:\` above it`);
    else {
      if (questions.length === 0 && spot.blanks === 0) complain(tooMany(spot));
      const question = questions.pop() ?? { ...noQuestion };
      questions.push(question);
      if (word === "hint") question.hints = [...question.hints, text];
      if (word === "example") question.examples = [...question.examples, text];
      if (word === "explain") question.explains = [...question.explains, text];
      if (word === "say") question.says = [...question.says, ...statement(text, spot, complain)];
    }
  }
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

/** What is asked where the template says nothing. */
export const noQuestion: TemplateQuestion = { ask: "", hints: [], examples: [], explains: [], says: [] };

function tooMany({ blanks, path }: Spot): string {
  if (path.length === 0) return "there is no blank (____) below this question";
  return blanks === 1
    ? "one blank, one question: this is the second"
    : `${blanks} blanks, ${blanks} questions: this is one more`;
}

function statement(
  text: string,
  { path }: Spot,
  complain: (message: string) => void,
): TemplateQuestion["says"] {
  const [, choice = "", statement = ""] = /^(\S+) = (.+)$/.exec(text) ?? [];
  const choices = fieldAt(path)?.choices ?? [];
  if (choices.includes(choice)) return [{ choice, statement }];
  const list = choices.length > 0 ? `, with one of ${choices.join(", ")}` : "";
  complain(`write \`say:\` as choice = statement${list}`);
  return [];
}
