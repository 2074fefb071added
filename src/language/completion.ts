/** What may be typed at a place of a file: keys, values, ids, days and rules. */
import type { Horizons } from "../config/config.generated.js";
import { horizonOf, horizonText, usualHorizon } from "../config/horizons.js";
import { presets } from "../config/layers.js";
import { nextReview } from "../editing/bets.js";
import { isAhead } from "../editing/days.js";
import { dateOf, dayAfter, isDay } from "../file/calendar.js";
import { valueAt } from "../file/change.js";
import type { Field } from "../file/field-table.js";
import { betLevels } from "../file/northstar.js";
import type { Path } from "../file/problem.js";
import { readDuration } from "../file/reformat.js";
import { writeFlowScalar } from "../file/scalar.js";
import { judgements } from "../lint/catalogue.js";
import { rules } from "../lint/rules/index.js";
import { languageIn, languageName } from "../reading/language.js";
import { translations } from "../render/words/words.js";
import { type Cursor, cursorAt } from "./cursor.js";
import { type FileKind, fieldsByFile } from "./file-kind.js";
import { describe } from "./hover.js";
import { isUse, thingsAbove } from "./ids.js";

export interface Completion {
  kind: "key" | "choice" | "id" | "day" | "rule";
  label: string;
  /** What takes the place of the word that stands there. */
  text: string;
  from: number;
  to: number;
  /** In a few words. */
  detail?: string;
  /** In Markdown. */
  help?: string;
}

export interface Surroundings {
  file: FileKind;
  /** What the file said when it could last be read. */
  value: unknown;
  today: string;
  horizons?: Horizons | undefined;
  /** The rules of the problems in the file, those that an ignore at this place most likely means first. */
  found?: readonly string[];
}

type Choice = Omit<Completion, "from" | "to">;

/** All that may be typed at an offset, the likeliest first. */
export function completionsAt(text: string, offset: number, around: Surroundings): Completion[] {
  const cursor = cursorAt(text, offset);
  if (!cursor) return [];
  return choicesAt(cursor, around).map((each) => ({ ...each, from: cursor.from, to: cursor.to }));
}

function choicesAt(cursor: Cursor, around: Surroundings): Choice[] {
  if (cursor.part === "key") return keysOf(cursor, around);
  if (cursor.part === "value") return valuesOf(cursor, around);
  if (around.file === "config") return [];
  if (cursor.part === "directive")
    return [
      { kind: "rule", label: "northstar-ignore", text: "northstar-ignore ", detail: "a rule, with a reason" },
    ];
  const found = [...new Set(around.found)].flatMap((id) => rules.find((rule) => rule.id === id) ?? []);
  return [...found, ...rules.filter((rule) => !found.includes(rule))].map((rule) => ({
    kind: "rule",
    label: rule.id,
    text: rule.id,
    detail: `${rule.severity}${found.includes(rule) ? ", found in this file" : ""}`,
    help: rule.summary,
  }));
}

function keysOf(
  { map, others, hasColon, isStuck }: Extract<Cursor, { part: "key" }>,
  { file }: Surroundings,
): Choice[] {
  const { fieldAt, keysAt } = fieldsByFile[file];
  const isList = map.length > 0 && fieldAt(map)?.kind === "list";
  const place = isList ? [...map, 0] : map;
  const missing = keysAt(place).flatMap((key) => {
    const field = others.has(key) ? undefined : fieldAt([...place, key]);
    return field ? [{ key, field }] : [];
  });
  const needed = missing.filter(({ field }) => field.required);
  const free = missing.filter(({ field }) => !field.required);
  return [...needed, ...free].map(({ key, field }) => {
    const colon = hasColon ? "" : ["list", "map"].includes(field.kind) ? ":" : ": ";
    return {
      kind: "key",
      label: key,
      text: `${isList ? "- " : isStuck ? " " : ""}${key}${colon}`,
      ...helpOfField(field),
    };
  });
}

function helpOfField(field: Field): Pick<Choice, "detail" | "help"> {
  return { ...(field.required && { detail: "needed" }), help: describe(field) };
}

function valuesOf(cursor: Extract<Cursor, { part: "value" }>, around: Surroundings): Choice[] {
  const { path, others } = cursor;
  const { file, value, today } = around;
  const bet = file === "star" && path[0] === "bets" ? betAt(path, others, value) : {};
  const written = ({ text, ...more }: Choice) => ({ ...more, text: within(cursor.quote, text) });
  if (file === "star" && isUse(path)) return idsFor(bet.level, around).map(written);
  const field = fieldsByFile[file].fieldAt(path);
  if (field?.choices) return field.choices.map((each) => choice(each, meaningOf(path, each)));
  if (file === "config") return configValues(path);
  if (path.at(-1) === "owner") return ownersNamed(value, path).map((each) => written(choice(each)));
  if (path.length === 1 && path[0] === "language") return languagesFor(value);
  if (field?.kind !== "form") return [];
  if (isDay(field.example ?? "")) return isAhead(path) ? daysAhead(bet, around) : [day(today, "today")];
  return readDuration(field.example ?? "") === undefined ? [] : durationsFor(path, bet.level, around);
}

/** What a bet says that is being typed; what stands around the cursor is newer than what could last be read. */
interface TypedBet {
  level?: unknown;
  after?: unknown;
}

function betAt(path: Path, others: ReadonlyMap<string, string>, value: unknown): TypedBet {
  const bet = path.slice(0, 2);
  const [, after] = /\bafter:\s*([^,}]*?)\s*(?:[,}]|$)/.exec(others.get("expect") ?? "") ?? [];
  return {
    level: others.has("level") ? Number(others.get("level")) : valueAt(value, [...bet, "level"]),
    after: after ?? valueAt(value, [...bet, "expect", "after"]),
  };
}

function choice(text: string, detail?: string): Choice {
  return { kind: "choice", label: text, text, ...(detail && { detail }) };
}

/** A text as it is written there: what is already within quotes takes none. */
function within(quote: "'" | '"' | "", text: string): string {
  if (quote === '"') return JSON.stringify(text).slice(1, -1);
  return quote === "'" ? text.replaceAll("'", "''") : writeFlowScalar(text);
}

/** The languages that documents speak; first that in which the file seems to be written. */
function languagesFor(value: unknown): Choice[] {
  const said = ["name", "definition"].map((key) => valueAt(value, [key]));
  const own = languageIn(said.filter((each) => typeof each === "string").join("\n"));
  const told = ["en", ...Object.keys(translations)];
  return [...new Set([...(own === null ? [] : [own]), ...told])].map((code) => {
    const name = code === "en" ? "English" : languageName(code);
    const facts = [
      ...(code === own ? ["as this file reads"] : []),
      ...(told.includes(code) ? [] : ["documents in English"]),
    ];
    return choice(code, [name, ...facts].join(", "));
  });
}

/** What a choice says that is no word of its own. */
function meaningOf(path: Path, text: string): string | undefined {
  if (path.at(-1) === "level") return betLevels[Number(text)];
  const isUsual =
    path[0] === "rules" && judgements.some(({ id, severity }) => id === path[1] && severity === text);
  return isUsual ? "the usual" : undefined;
}

function configValues(path: Path): Choice[] {
  const [key, level, end] = path;
  if (key === "extends") return presets.map((each) => choice(each));
  const usual = key === "horizons" ? usualHorizon(String(level)) : undefined;
  const text = end === "least" || end === "most" ? usual?.[end] : undefined;
  return text ? [choice(text, "the usual")] : [];
}

/** Who owns something in the file already, in the order of the file; what is being typed is no owner yet. */
function ownersNamed(value: unknown, typed: Path): string[] {
  const lists = ["inputs", "bets", "guardrails"].flatMap((list) => {
    const things = valueAt(value, [list]);
    return Array.isArray(things) ? things.map((_, index) => [list, index]) : [];
  });
  const places = [[], ...lists].map((place) => [...place, "owner"]);
  const owners = places
    .filter((place) => String(place) !== String(typed))
    .map((place) => valueAt(value, place));
  return [...new Set(owners)].filter((each): each is string => typeof each === "string" && each !== "");
}

function day(text: string, detail: string): Choice {
  return { kind: "day", label: text, text, detail };
}

/** The first and the last day within the horizon of a bet, and the first on which its effect may show. */
function daysAhead({ level, after }: TypedBet, { today, horizons }: Surroundings): Choice[] {
  const { least, most } = horizonOf(level, horizons) ?? { least: "1 month" };
  const first = nextReview({ value: { level, expect: { after } } }, today, horizons);
  const last = most && dateOf(dayAfter(today, most));
  const why = after ? `after ${after}, when an effect is expected` : `${least} from today`;
  return [day(first, why), ...(last && last > first ? [day(last, `${most} from today`)] : [])];
}

/** The ends of a bet's horizon, or how often teams look at their North Star again. */
function durationsFor(path: Path, level: unknown, { horizons }: Surroundings): Choice[] {
  const own = path.at(-1) === "after" ? horizonOf(level, horizons) : undefined;
  const all = own ? [own.least, own.most] : path.at(-1) === "every" ? ["3 months", "6 months", "1 year"] : [];
  const detail = own && horizonText(own);
  return all.flatMap((text) => (text ? [choice(text, detail)] : []));
}

/** What a bet of a level can stand under, with its name; of several that are called the same the first. */
function idsFor(level: unknown, { value }: Surroundings): Choice[] {
  const choices = new Map<string, Choice>();
  for (const { id, name, kind } of thingsAbove(value, level))
    if (!choices.has(id)) choices.set(id, { kind: "id", label: id, text: id, detail: `${kind}: ${name}` });
  return [...choices.values()];
}
