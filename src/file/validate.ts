/** From any value to a Northstar; the only file that knows `ajv`. */
import type { ErrorObject } from "ajv";
import conforms from "../../schemas/northstar.schema.json?validate";
import * as faults from "./faults.js";
import { type Field, fieldAt, keysAt } from "./field.js";
import { nearest } from "./nearest.js";
import { type Northstar, slug } from "./northstar.js";
import { compareProblems, type Fault, type Path, type Problem, problem, type Range } from "./problem.js";
import { readDate, readDuration } from "./reformat.js";
import { inTicks, sentenceOf, shortened } from "./say.js";
import type { Source } from "./source.js";
import { keySynonyms, meantBy, valueSynonyms } from "./synonyms.js";

/** How many problems are told of at once. */
const most = 100;

/** The value as a Northstar, or up to a hundred ways in which it does not have the shape of the schema. */
export function validate(source: Source): Northstar | Problem[] {
  const { value } = source;
  if (conforms(value)) return value as Northstar;
  if (!isMap(value)) return [withoutKeys(source)];
  const places = new Map<string, ErrorObject[]>();
  for (const error of (conforms.errors ?? []).slice(0, most * 10)) {
    const errors = places.get(error.instancePath);
    if (errors) errors.push(error);
    else places.set(error.instancePath, [error]);
  }
  return [...places]
    .flatMap(([pointer, errors]) => problemsAt(pathOf(pointer, value), errors, source))
    .sort(compareProblems)
    .slice(0, most);
}

/** A file whose value is a list, a text or a number. */
function withoutKeys(source: Source): Problem {
  const { value } = source;
  const place = source.locate([]);
  if (Array.isArray(value))
    return problem(faults.noKeys, place, "the file is a list; it should start with a key, such as `name:`");
  const [, key, sign] = /^([a-z]+) *([:=])/.exec(String(value)) ?? [];
  if (key && keysAt([]).includes(key))
    return sign === ":"
      ? problem(faults.missingSpace, place, `${inTicks(`${key}:`)} needs a space behind the colon`)
      : problem(faults.missingColon, place, "a key is followed by a colon and a space, not by `=`");
  return problem(faults.noKeys, place, "no key stands here; the file should start with one, such as `name:`");
}

/** What is wrong at one place: one problem for each mistake, however many rules of the schema it breaks. */
function problemsAt(path: Path, errors: readonly ErrorObject[], source: Source): Problem[] {
  const wrong =
    errors.find(({ keyword }) => keyword === "type") ?? errors.find(({ keyword }) => !isOfKeys(keyword));
  if (wrong) return [problemOfValue(path, wrong, source)];
  const missing: string[] = errors.filter(({ keyword }) => keyword === "required").map(missingKey);
  const unknown: string[] = errors.map(unknownKey).filter((key) => key !== undefined);
  const guesses = unknown.map((key) => [key, meantKey(key, path)] as const);
  const meant = new Set(guesses.map(([, guess]) => guess));
  return [
    ...guesses.map(([key, guess]) => problemOfKey(path, key, guess, source)),
    ...missing.filter((key) => !meant.has(key)).map((key) => problemOfMissing(path, key, source)),
  ];
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

function problemOfMissing(path: Path, key: string, source: Source): Problem {
  const { kind, example = "" } = fieldAt([...path, key]) ?? { kind: "text" };
  const line =
    kind === "list"
      ? `write \`${key}:\` and below it a list, each item on a line that starts with a dash`
      : `write for example \`${key}: ${example}\``;
  const subject = path.length === 0 ? "" : `${subjectOf(path)} has no \`${key}\``;
  const message = subject === "" ? `\`${key}\` is missing; ${line}` : `${subject}; ${line}`;
  return problem(faults.missingField, source.locate(path), message);
}

/** The key that an unknown one was likely meant to be. */
function meantKey(key: string, path: Path): string | undefined {
  const keys = keysAt(path);
  const exact = meantBy(key, keySynonyms, keys);
  return exact ?? (homesOf(key).length > 0 ? undefined : (nearest(key, keys) ?? undefined));
}

function problemOfKey(path: Path, key: string, meant: string | undefined, source: Source): Problem {
  const homes = homesOf(key);
  const advice = meant
    ? `did you mean \`${meant}\`${at(source.value, [...path, meant]) === undefined ? "" : ", which is there already"}?`
    : homes.length > 0
      ? `it belongs to ${sentenceOf(homes, "or")}`
      : `a key of your own starts with \`x-\`, such as ${inTicks(`x-${slug(key) || "note"}`)}`;
  const place = source.locate([...path, key], { at: "key" });
  return problem(faults.unknownKey, place, `${inTicks(key)} is not a key ${whereOf(path)}; ${advice}`);
}

/** The maps of the format, in words. */
const maps: readonly (readonly [path: Path, name: string, where: string])[] = [
  [[], "the file itself, without indentation", "of the format"],
  [["inputs", 0], "an Input", "of an Input"],
  [["bets", 0], "a bet", "of a bet"],
  [["bets", 0, "expect"], "`expect`", "of `expect`"],
  [["bets", 0, "outcome"], "`outcome`", "of `outcome`"],
  [["results", 0], "a result", "of a result"],
  [["checklist"], "`checklist`", "of `checklist`"],
  [["guardrails", 0], "a guardrail", "of a guardrail"],
  [["limits"], "`limits`", "of `limits`"],
  [["review"], "`review`", "of `review`"],
  [["history", 0], "an item of `history`", "of an item of `history`"],
];

function whereOf(path: Path): string {
  return maps.find(([map]) => isSamePlace(map, path))?.[2] ?? "here";
}

function homesOf(key: string): string[] {
  return maps.filter(([map]) => keysAt(map).includes(key)).map(([, name]) => name);
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

function problemOfValue(path: Path, { keyword, schemaPath, params }: ErrorObject, source: Source): Problem {
  const value = at(source.value, path);
  const [fault, message] =
    value === null
      ? emptyValue(path, source)
      : keyword === "type"
        ? wrongType(path, value, source)
        : keyword === "enum"
          ? unknownValue(path, value)
          : keyword === "const"
            ? [
                faults.unknownValue,
                `this is format ${shortened(String(value))}, and this program reads format 1`,
              ]
            : keyword === "minimum"
              ? [faults.badNumber, `${subjectOf(path)} is at least ${params.limit}, not ${value}`]
              : wrongForm(schemaPath, path, String(value));
  return problem(fault, source.locate(path), message);
}

type Explained = [fault: Fault, message: string];

function emptyValue(path: Path, source: Source): Explained {
  const { range } = source.locate(path, { at: "key" });
  const rest = source.lines.line(range.end.line).slice(range.end.column - 1);
  const sign = /^\s*:\s+([#&])\S/.exec(rest)?.[1];
  if (sign)
    return [
      faults.emptyValue,
      `${subjectOf(path)} is empty, because a text cannot start with \`${sign}\`; put it in quotes`,
    ];
  const field = fieldAt(path);
  if (field?.kind === "list")
    return [
      faults.emptyValue,
      `${subjectOf(path)} is empty; write its items below it, each on a line that starts with a dash`,
    ];
  if (field?.kind === "map")
    return [
      faults.emptyValue,
      `${subjectOf(path)} is empty; write ${sentenceOf(neededAt(path), "and")} below it`,
    ];
  return [faults.emptyValue, `${subjectOf(path)} is empty; ${exampleFor(path, field)}`];
}

function exampleFor(path: Path, field: Field | undefined): string {
  const key = path.at(-1);
  if (!field?.example || typeof key !== "string") return "write a text or take the line out";
  return `write for example \`${key}: ${field.example}\``;
}

function wrongType(path: Path, value: unknown, source: Source): Explained {
  const subject = subjectOf(path);
  const is = kindOf(value);
  const { kind, choices, example } = fieldAt(path) ?? { kind: "text" };
  if (kind === "list") {
    const text = typeof value === "string" && /^-\S/.test(value);
    const advice = text
      ? "a dash needs a space behind it"
      : "start each item on a line of its own with a dash";
    return [faults.wrongType, `${subject} is a list, and this is ${is}; ${advice}`];
  }
  if (kind === "map") {
    const advice = Array.isArray(value) ? "take the dash away" : `write ${sentenceOf(neededAt(path), "and")}`;
    return [faults.wrongType, `${subject} has keys of its own, and this is ${is}; ${advice}`];
  }
  if (kind === "number") {
    const number = typeof value === "string" && value.trim() !== "" && Number.isInteger(Number(value));
    const advice = number
      ? `write ${value} without quotes`
      : choices
        ? `write ${sentenceOf(choices, "or")}`
        : `write for example ${example}`;
    return [faults.wrongType, `${subject} is a whole number, and this is ${is}; ${advice}`];
  }
  if (typeof value === "number" || typeof value === "boolean") {
    const written = textAt(source, source.locate(path).range);
    return [
      faults.wrongType,
      `${subject} is a text, and this reads as ${is}; put it in quotes: "${written}"`,
    ];
  }
  if (isMap(value) && kind === "text")
    return [
      faults.wrongType,
      `${subject} is a text, and a colon with a space behind it makes this a key; put the whole text in quotes`,
    ];
  const advice = choices ? `choose one of ${sentenceOf(choices, "or")}` : "write one text";
  return [faults.wrongType, `${subject} is a text, and this is ${is}; ${advice}`];
}

function unknownValue(path: Path, value: unknown): Explained {
  const { choices = [] } = fieldAt(path) ?? {};
  const meant = meantBy(String(value), valueSynonyms, choices) ?? nearest(String(value), choices);
  const advice = meant ? `; did you mean \`${meant}\`?` : `, not ${inTicks(String(value))}`;
  return [faults.unknownValue, `${subjectOf(path)} is ${sentenceOf(choices, "or")}${advice}`];
}

/** A text that does not have the form of what it stands for. */
function wrongForm(schemaPath: string, path: Path, text: string): Explained {
  if (text.trim() === "")
    return [faults.emptyValue, `${subjectOf(path)} is empty; ${exampleFor(path, fieldAt(path))}`];
  const given = inTicks(text);
  if (schemaPath.includes("/date/")) {
    const date = readDate(text);
    return [
      faults.badDate,
      `${given} is not a day as year, month and day; write ${date ?? "it like 2026-12-15"}`,
    ];
  }
  if (schemaPath.includes("/duration/")) {
    const duration = readDuration(text) ?? "for example 3 weeks";
    return [faults.badDuration, `${given} is not a number and a unit; write ${duration}`];
  }
  if (schemaPath.includes("/id/"))
    return [
      faults.badId,
      `${given} cannot be an id, which has letters, digits and hyphens; write ${inTicks(slug(text) || "an-id")}`,
    ];
  return [
    faults.badLanguage,
    `${given} is not the short name of a language; write for example en, de or pt-BR`,
  ];
}

/** What a message is about: the key, or the item that has none. */
function subjectOf(path: Path): string {
  const last = path.at(-1);
  if (typeof last === "string") return inTicks(last);
  const list = path.at(-2);
  return list === "inputs"
    ? "this Input"
    : list === "bets"
      ? "this bet"
      : `this item of ${inTicks(String(list))}`;
}

/** The keys that a map needs, or a few that it may have. */
function neededAt(path: Path): string[] {
  const keys = keysAt(path);
  const needed = keys.filter((key) => fieldAt([...path, key])?.required);
  return (needed.length > 0 ? needed : keys.slice(0, 3)).map((key) => `\`${key}:\``);
}

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return "a list";
  if (typeof value === "boolean") return String(value);
  if (typeof value === "number") return "a number";
  return typeof value === "string" ? "a text" : "a map of keys";
}

function textAt({ lines }: Source, { start, end }: Range): string {
  return lines.line(start.line).slice(start.column - 1, end.column - 1);
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
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
