/** Holds a value against a JSON Schema and explains each error; the only file that uses `ajv`. */
import type { ErrorObject } from "ajv";
import { isMap } from "./change.js";
import type { Document } from "./document.js";
import * as faults from "./faults.js";
import type { Fields } from "./field-table.js";
import { backticked, joinWords, shortened } from "./message-text.js";
import { fixOf } from "./mistake.js";
import { nearest } from "./nearest.js";
import { slug } from "./northstar.js";
import {
  compareProblems,
  type Fix,
  type Path,
  type Place,
  type Problem,
  problem,
  type Range,
  type RuleDoc,
} from "./problem.js";
import { meantBy, type Synonyms } from "./synonyms.js";
import { messageForWideColon } from "./text.js";

/** A kind of file: its schema, and how messages speak of it. */
export interface FileFormat {
  /** The validator of its schema. */
  conforms: { (value: unknown): boolean; errors?: readonly ErrorObject[] | null };
  fields: Fields;
  /** A key that the file may start with. */
  first: string;
  /** Its maps: where they are (any index stands for all), what they are called, and "of" them. */
  maps: readonly (readonly [path: Path, name: string, where: string])[];
  /** What an item of a list is called, where it has a name: "this Input". */
  items: Readonly<Record<string, string>>;
  keySynonyms: Synonyms;
  valueSynonyms: Synonyms;
  /** Texts of a certain form, by a part of their place in the schema: what is wrong with one that has not. */
  forms: Readonly<Record<string, (text: string) => Explained>>;
  /** What to say instead of the usual of a key that the place does not have. */
  unknownKeyMessage?(path: Path, key: string, meant: string | undefined): string | undefined;
  /** An example for a place that follows from what else the file says, such as an id in it. */
  exampleOf?(value: unknown, path: Path): string | undefined;
}

/** What is wrong, the words for it, and what to write instead where that is clear. */
type Explained = readonly [rule: RuleDoc, message: string, better?: Replacement | undefined];

/** What to write in place of what is there; safe as a {@link Fix} is. */
export interface Replacement {
  title: string;
  text: string;
  safe: boolean;
}

/** Writes a text in place of what is there; nothing where none is known. */
export function insteadOf(text: string | undefined, safe = true): Replacement | undefined {
  return text === undefined ? undefined : { title: `write ${backticked(text)}`, text, safe };
}

/** How many problems are reported at once. */
const mostProblems = 100;

/** A value that is held against a shape. */
interface Case {
  document: Document;
  shape: FileFormat;
}

/** The value if it has the shape, or up to a hundred ways in which it has not. */
export function matchSchema<T>(document: Document, shape: FileFormat): T | Problem[] {
  const { value } = document;
  const given: Case = { document, shape };
  if (shape.conforms(value)) return value as T;
  if (!isMap(value)) return [withoutKeys(given)];
  const wrapped = underOneKey(value, given);
  if (wrapped) return [wrapped];
  const places = new Map<string, ErrorObject[]>();
  for (const error of (shape.conforms.errors ?? []).slice(0, mostProblems * 10)) {
    // What its branch found says it all.
    if (error.keyword === "if") continue;
    const errors = places.get(error.instancePath);
    if (errors) errors.push(error);
    else places.set(error.instancePath, [error]);
  }
  return [...places]
    .flatMap(([pointer, errors]) => problemsAt(pathOf(pointer, value), errors, given))
    .sort(compareProblems)
    .filter((each, index, all) => index === 0 || !isTwice(each, all[index - 1]))
    .slice(0, mostProblems);
}

/** Whether a problem was reported already: what is merged in several places is written, and fixed, in one. */
function isTwice(problem: Problem, before: Problem | undefined): boolean {
  return before?.message === problem.message && compareProblems(before, problem) === 0;
}

/** A file whose keys all stand below one more: `northstar:`. */
function underOneKey(
  value: Record<string, unknown>,
  { document, shape: { fields } }: Case,
): Problem | undefined {
  const [key, ...others] = Object.keys(value).filter((name) => !name.startsWith("x-"));
  if (key === undefined || others.length > 0 || /^(?:list|map)$/.test(fields.fieldAt([key])?.kind ?? ""))
    return undefined;
  const inside = value[key];
  const known = fields.keysAt([]);
  if (!isMap(inside) || Object.keys(inside).filter((name) => known.includes(name)).length < 2)
    return undefined;
  const place = document.locate([key], { at: "key" });
  const message = `the keys of the file stand below ${backticked(`${key}:`)}; take that line out, and the spaces before the lines below it`;
  const fix = unwrapping(document);
  return problem(faults.badIndentation, place, message, { ...(fix && { fix }) });
}

/** Takes the key's line out, and from the lines below it as many spaces as stand before the first of them. */
function unwrapping({ root, text, lines }: Document): Fix | undefined {
  const pair = root.kind === "map" ? root.pairs.find(({ value }) => value.kind === "map") : undefined;
  if (pair?.value.kind !== "map" || pair.value.flow) return undefined;
  const { from, to } = pair.value;
  const start = lines.lineStart(pair.key.from);
  const indent = " ".repeat(from - lines.lineStart(from));
  const below = text.slice(lines.nextLine(start), lines.nextLine(to));
  const edit = { start, end: lines.nextLine(to), text: below.replace(new RegExp(`^${indent}`, "gm"), "") };
  return { title: "take it out", safe: false, edits: [edit] };
}

/** A file whose value is a list, a text or a number. */
function withoutKeys({ document, shape }: Case): Problem {
  const { value } = document;
  const place = document.locate([]);
  const start = `such as \`${shape.first}:\``;
  if (Array.isArray(value))
    return problem(faults.noKeys, place, `the file is a list; it should start with a key, ${start}`);
  const [, key, sign] = /^([a-z]+) *([:=：])/.exec(String(value)) ?? [];
  if (key && sign === "：") return problem(faults.missingColon, place, messageForWideColon);
  if (key && shape.fields.keysAt([]).includes(key))
    return sign === ":"
      ? problem(faults.missingSpace, place, `${backticked(`${key}:`)} needs a space behind the colon`)
      : problem(faults.missingColon, place, "a key is followed by a colon and a space, not by `=`");
  return problem(faults.noKeys, place, `no key stands here; the file should start with one, ${start}`);
}

/** What is wrong at one place: one problem for each mistake, however many rules of the schema it breaks. */
function problemsAt(path: Path, errors: readonly ErrorObject[], given: Case): Problem[] {
  const wrong =
    errors.find(({ keyword }) => keyword === "type") ?? errors.find(({ keyword }) => !isOfKeys(keyword));
  if (wrong) return [problemOfValue(path, wrong, given)];
  const missing: string[] = errors.filter(({ keyword }) => keyword === "required").map(missingKey);
  const unknown: string[] = errors.map(unknownKey).filter((key) => key !== undefined);
  const inOneLine = nameAndDefinition(path, missing, unknown, given);
  if (inOneLine) return [inOneLine];
  const guesses = unknown.map((key) => [key, meantKey(key, path, given.shape)] as const);
  const meant = new Set(guesses.map(([, guess]) => guess));
  return [
    ...guesses.map(([key, guess]) => problemOfKey(path, key, guess, given)),
    ...missing.filter((key) => !meant.has(key)).map((key) => problemOfMissing(path, key, given)),
  ];
}

/** An item whose name was written as its key, with the definition behind it. */
function nameAndDefinition(
  path: Path,
  missing: readonly string[],
  unknown: readonly string[],
  { document, shape }: Case,
): Problem | undefined {
  const [key, ...others] = unknown;
  const keys = shape.fields.keysAt(path);
  const isNamed = typeof path.at(-1) === "number" && missing.includes("name") && keys.includes("definition");
  if (!isNamed || key === undefined || others.length > 0 || meantBy(key, shape.keySynonyms, keys))
    return undefined;
  const definition = at(document.value, [...path, key]);
  if (typeof definition !== "string" || at(document.value, [...path, "definition"]) !== undefined)
    return undefined;
  const place = document.locate([...path, key], { at: "key" });
  const message = `${backticked(shortened(key))} stands where a key should: write ${backticked(`name: ${shortened(key)}`)}, and what stands behind the colon as \`definition:\` on the line below`;
  const { start, end } = place.range;
  const column = start.column - 1;
  const before = document.lines.line(start.line).slice(0, column);
  if (!/^ *(?:- +)?$/.test(before) || start.line !== end.line)
    return problem(faults.missingField, place, message);
  const text = `name: ${document.lines.line(start.line).slice(column, end.column - 1)}\n${" ".repeat(column)}definition`;
  const fix = fixOf(
    "write name and definition",
    false,
    document.lines.offset(start),
    document.lines.offset(end),
    text,
  );
  return problem(faults.missingField, place, message, { fix });
}

function isOfKeys(keyword: string): boolean {
  return keyword === "required" || keyword === "additionalProperties";
}

function missingKey({ params }: ErrorObject): string {
  return String(params.missingProperty);
}

function unknownKey({ keyword, params }: ErrorObject): string | undefined {
  return keyword === "additionalProperties" ? String(params.additionalProperty) : undefined;
}

function problemOfMissing(path: Path, key: string, { document, shape }: Case): Problem {
  const field = shape.fields.fieldAt([...path, key]);
  const kind = field?.kind ?? "text";
  const example = shape.exampleOf?.(document.value, [...path, key]) ?? field?.example ?? "";
  const line =
    kind === "list"
      ? `write \`${key}:\` and below it a list, each item on a line that starts with a dash`
      : `write for example \`${key}: ${example}\``;
  const subject = path.length === 0 ? "" : `${subjectOf(path, shape)} has no \`${key}\``;
  const message = subject === "" ? `\`${key}\` is missing; ${line}` : `${subject}; ${line}`;
  return problem(faults.missingField, document.locate(path), message);
}

/** The key that an unknown one was likely meant to be. */
function meantKey(key: string, path: Path, shape: FileFormat): string | undefined {
  const keys = shape.fields.keysAt(path);
  const exact = meantBy(key, shape.keySynonyms, keys);
  return exact ?? (homesOf(key, shape).length > 0 ? undefined : (nearest(key, keys) ?? undefined));
}

function problemOfKey(
  path: Path,
  key: string,
  meant: string | undefined,
  { document, shape }: Case,
): Problem {
  const homes = homesOf(key, shape);
  const isFree = meant !== undefined && at(document.value, [...path, meant]) === undefined;
  const advice = meant
    ? `did you mean \`${meant}\`${isFree ? "" : ", which is there already"}?`
    : homes.length > 0
      ? `it belongs to ${joinWords(homes, "or")}`
      : `a key of your own starts with \`x-\`, such as ${backticked(`x-${slug(key) || "note"}`)}`;
  const place = document.locate([...path, key], { at: "key" });
  const message =
    shape.unknownKeyMessage?.(path, key, meant) ??
    `${backticked(key)} is not a key ${whereOf(path, shape)}; ${advice}`;
  const better = isFree
    ? { title: `call it ${backticked(meant)}`, text: meant, safe: isCase(key, meant) }
    : undefined;
  return problem(faults.unknownKey, place, message, fixFor(document, place, better));
}

function whereOf(path: Path, { maps }: FileFormat): string {
  return maps.find(([map]) => isSamePlace(map, path))?.[2] ?? "here";
}

function homesOf(key: string, { maps, fields }: FileFormat): string[] {
  const homes = maps.filter(([map]) => fields.keysAt(map).includes(key)).map(([, name]) => name);
  return [...new Set(homes)];
}

function isSamePlace(map: Path, path: Path): boolean {
  return (
    map.length === path.length &&
    map.every(
      (step, index) =>
        step === path[index] || (typeof step === typeof path[index] && typeof step === "number"),
    )
  );
}

function problemOfValue(path: Path, error: ErrorObject, given: Case): Problem {
  const [rule, message, better] = explained(path, at(given.document.value, path), error, given);
  const place = given.document.locate(path);
  return problem(rule, place, message, fixFor(given.document, place, better));
}

/** Writes something better at a place, as long as nothing else stands or falls with it. */
function fixFor(
  { lines }: Document,
  { range, related }: Place,
  better: Replacement | undefined,
): { fix?: Fix } {
  const { start, end } = range;
  if (!better || related.length > 0 || start.line !== end.line) return {};
  return { fix: fixOf(better.title, better.safe, lines.offset(start), lines.offset(end), better.text) };
}

/** Whether a word differs from what is meant in nothing but capital letters. */
function isCase(word: string, meant: string): boolean {
  return word.toLowerCase() === meant;
}

function explained(
  path: Path,
  value: unknown,
  { keyword, schemaPath, params }: ErrorObject,
  given: Case,
): Explained {
  const { shape } = given;
  if (value === null) return emptyValue(path, given);
  if (keyword === "type") return wrongType(path, value, given);
  if (keyword === "enum") return unknownValue(path, value, shape);
  if (keyword === "const") {
    const is = typeof value === "object" ? kindOf(value) : `format ${shortened(String(value))}`;
    return [faults.unknownValue, `this is ${is}, and this program reads format 1: write 1`];
  }
  if (keyword === "minProperties") return emptyValue(path, given);
  if (keyword === "maxProperties") return severalKeys(path, value, shape);
  if (keyword === "minimum")
    return [faults.badNumber, `${subjectOf(path, shape)} is at least ${params.limit}, not ${value}`];
  return wrongForm(schemaPath, path, String(value), given);
}

function emptyValue(path: Path, { document, shape }: Case): Explained {
  const { fieldAt } = shape.fields;
  const subject = subjectOf(path, shape);
  const { range } = document.locate(path, { at: "key" });
  const rest = document.lines.line(range.end.line).slice(range.end.column - 1);
  const sign = /^\s*:\s+([#&])\S/.exec(rest)?.[1];
  if (sign)
    return [
      faults.emptyValue,
      `${subject} is empty, because a text cannot start with \`${sign}\`; put it in quotes`,
    ];
  const field = fieldAt(path);
  if (field?.kind === "list")
    return [
      faults.emptyValue,
      `${subject} is empty; write its items below it, each on a line that starts with a dash`,
    ];
  if (field?.kind === "map")
    return [faults.emptyValue, `${subject} is empty; write ${neededIn(path, shape)} below it`];
  return [faults.emptyValue, `${subject} is empty; ${exampleFor(path, { document, shape })}`];
}

function exampleFor(path: Path, { document, shape }: Case): string {
  const key = path.at(-1);
  const example = shape.exampleOf?.(document.value, path) ?? shape.fields.fieldAt(path)?.example;
  if (!example || typeof key !== "string") return "write a text or take the line out";
  return `write for example \`${key}: ${example}\``;
}

function wrongType(path: Path, value: unknown, { document, shape }: Case): Explained {
  const subject = subjectOf(path, shape);
  const is = kindOf(value);
  const field = shape.fields.fieldAt(path);
  const { kind, choices, example } = field ?? { kind: "text" };
  if (kind === "list") {
    const text = typeof value === "string" && /^-\S/.test(value);
    if (isMap(value)) {
      const advice = adviceForItems(value, shape.fields.keysAt([...path, 0]));
      if (advice) return [faults.missingDash, `${subject} is a list: ${advice}`];
    }
    const advice = text
      ? "a dash needs a space behind it"
      : "start each item on a line of its own with a dash";
    return [faults.wrongType, `${subject} is a list, and this is ${is}; ${advice}`];
  }
  if (kind === "map") {
    const needed = neededAt(path, shape);
    const [first, ...more] = needed;
    const advice = Array.isArray(value)
      ? "take the dash away"
      : typeof value === "string" && first === "`name:`" && more.length > 0
        ? `write ${first} before it, and ${joinWords(more, "and")} below`
        : `write ${neededIn(path, shape)}${field?.single ? " below it" : ""}`;
    return [faults.wrongType, `${subject} has keys of its own, and this is ${is}; ${advice}`];
  }
  if (kind === "number") {
    const number = typeof value === "string" && value.trim() !== "" && Number.isInteger(Number(value));
    const meant = choices && choiceIn(String(value), choices, shape);
    const advice = number
      ? `write ${value} without quotes`
      : meant
        ? `write ${meant}`
        : choices
          ? `write ${joinWords(choices, "or")}`
          : `write for example ${example}`;
    const better = number
      ? { title: "take the quotes away", text: String(value), safe: true }
      : meant && { title: `write ${backticked(meant)}`, text: meant, safe: false };
    return [
      faults.wrongType,
      `${subject} is a whole number, and this is ${is}; ${advice}`,
      better || undefined,
    ];
  }
  if (choices && !isMap(value) && !Array.isArray(value)) return unknownValue(path, value, shape);
  if (typeof value === "number" || typeof value === "boolean") {
    const written = textAt(document, document.locate(path).range);
    return [
      faults.wrongType,
      `${subject} is a text, and this reads as ${is}; put it in quotes: "${written}"`,
      { title: "put it in quotes", text: `"${written}"`, safe: true },
    ];
  }
  if (isMap(value) && kind === "text" && !Object.keys(value).every((key) => homesOf(key, shape).length > 0))
    return [
      faults.wrongType,
      `${subject} is a text, and a colon with a space behind it makes this a key; put the whole text in quotes`,
    ];
  const advice = choices ? `choose one of ${joinWords(choices, "or")}` : "write one text";
  return [faults.wrongType, `${subject} is a text, and this is ${is}; ${advice}`];
}

/** The number that a text stands for: "L2", "opportunity". */
function choiceIn(
  text: string,
  choices: readonly string[],
  { valueSynonyms }: FileFormat,
): string | undefined {
  const [, digit] = /^\s*(?:l|level)[ -]?(\d)\b/i.exec(text) ?? [];
  return choices.find((choice) => choice === digit) ?? meantBy(text, valueSynonyms, choices);
}

/** What to do about a map in place of a list of maps, by what its keys are. */
function adviceForItems(value: Record<string, unknown>, keys: readonly string[]): string | undefined {
  const names = Object.keys(value);
  const [first = ""] = names;
  if (names.some((name) => keys.includes(name)))
    return `put a dash and a space before ${backticked(`${first}:`)}, and two spaces before the lines below it`;
  if (keys.includes("id") && Object.values(value).every(isMap))
    return `write ${backticked(`- id: ${slug(first)}`)} in place of ${backticked(`${first}:`)}, and so for each item`;
  if (keys.includes("definition") && Object.values(value).every((each) => typeof each === "string"))
    return `write ${backticked(`- name: ${first}`)} in place of ${backticked(`${first}:`)}, below it \`definition:\` with what stands behind it, and so for each item`;
  return undefined;
}

function unknownValue(path: Path, value: unknown, shape: FileFormat): Explained {
  const { choices = [] } = shape.fields.fieldAt(path) ?? {};
  const plain = String(value).trim();
  if (plain !== value && choices.includes(plain)) {
    const message = `an unusual space stands beside ${backticked(plain)}; delete it`;
    return [faults.unknownValue, message, { title: "delete it", text: plain, safe: true }];
  }
  const meant = meantBy(String(value), shape.valueSynonyms, choices) ?? nearest(String(value), choices);
  const advice = meant ? `; did you mean \`${meant}\`?` : `, not ${backticked(String(value))}`;
  const better = meant && {
    title: `write ${backticked(meant)}`,
    text: meant,
    safe: isCase(String(value), meant),
  };
  const message = `${subjectOf(path, shape)} is ${joinWords(choices, "or")}${advice}`;
  return [faults.unknownValue, message, better || undefined];
}

/** A text that does not have the form of what it stands for. */
function wrongForm(schemaPath: string, path: Path, text: string, given: Case): Explained {
  const { shape } = given;
  if (text.trim() === "")
    return [faults.emptyValue, `${subjectOf(path, shape)} is empty; ${exampleFor(path, given)}`];
  const explain = Object.entries(shape.forms).find(([place]) => schemaPath.includes(place))?.[1];
  if (explain) return explain(text);
  throw new Error(`No words for a text that breaks ${schemaPath}`);
}

/** What a message is about: the key, or the item that has none. */
function subjectOf(path: Path, { items }: FileFormat): string {
  const last = path.at(-1);
  if (typeof last === "string") return backticked(last);
  const list = String(path.at(-2));
  return items[list] ?? `this item of ${backticked(list)}`;
}

/** The keys that a map needs. */
function neededAt(path: Path, { fields }: FileFormat): string[] {
  const needed = fields.keysAt(path).filter((key) => fields.fieldAt([...path, key])?.required);
  return needed.map((key) => `\`${key}:\``);
}

/** What is written into a map: what it needs, or else what it may have. */
function neededIn(path: Path, shape: FileFormat): string {
  const { fields } = shape;
  const keys = fields.keysAt(path).map((key) => `\`${key}:\``);
  if (fields.fieldAt(path)?.single) return `one of ${joinWords(keys, "or")}`;
  const needed = neededAt(path, shape);
  if (needed.length > 0 || keys.length <= 3) return joinWords(needed.length > 0 ? needed : keys, "and");
  return `a key such as ${keys[0]}`;
}

/** A map that names one thing, and has keys for several. */
function severalKeys(path: Path, value: unknown, shape: FileFormat): Explained {
  const keys = Object.keys(Object(value)).map(backticked);
  const message = `${subjectOf(path, shape)} names one place, and here are ${joinWords(keys, "and")}; keep the one whose definition counts`;
  return [faults.severalSources, message];
}

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return "a list";
  if (typeof value === "boolean") return String(value);
  if (typeof value === "number") return "a number";
  return typeof value === "string" ? "a text" : "a map of keys";
}

function textAt({ lines }: Document, { start, end }: Range): string {
  return lines.line(start.line).slice(start.column - 1, end.column - 1);
}

/** The value at a path; the path has been found in the value. */
function at(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (here, step) =>
      typeof here === "object" && here !== null
        ? (here as Record<string | number, unknown>)[step]
        : undefined,
    value,
  );
}

/** A JSON pointer as a path in the value. */
function pathOf(pointer: string, value: unknown): Path {
  const path: (string | number)[] = [];
  for (const part of pointer.split("/").slice(1)) {
    const key = part.replaceAll("~1", "/").replaceAll("~0", "~");
    path.push(Array.isArray(at(value, path)) ? Number(key) : key);
  }
  return path;
}
