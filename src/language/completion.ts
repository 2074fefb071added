/** What may be typed at a place of a file: keys, values, ids, days and rules. */
import type { Horizons } from "../config/config.generated.js";
import { horizonOf, horizonText } from "../config/horizons.js";
import { presets } from "../config/layers.js";
import { nextReview } from "../editing/bets.js";
import { isAhead, isDay } from "../editing/days.js";
import { dateOf, dayAfter } from "../file/calendar.js";
import type { Field } from "../file/field-table.js";
import { betLevels } from "../file/northstar.js";
import type { Path } from "../file/problem.js";
import { readDuration } from "../file/reformat.js";
import { rules } from "../lint/rules/index.js";
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
  return rules.map(({ id, summary, severity }) => ({
    kind: "rule",
    label: id,
    text: id,
    detail: severity,
    help: summary,
  }));
}

function keysOf(
  { map, others, hasColon }: Extract<Cursor, { part: "key" }>,
  { file }: Surroundings,
): Choice[] {
  const { fieldAt, keysAt } = fieldsByFile[file];
  const isList = map.length > 0 && fieldAt(map)?.kind === "list";
  const place = isList ? [...map, 0] : map;
  return keysAt(place)
    .filter((key) => !others.has(key))
    .flatMap((key) => {
      const field = fieldAt([...place, key]);
      if (!field) return [];
      const colon = hasColon ? "" : ["list", "map"].includes(field.kind) ? ":" : ": ";
      return [
        { kind: "key", label: key, text: `${isList ? "- " : ""}${key}${colon}`, ...helpOfField(field) },
      ] as const;
    });
}

function helpOfField(field: Field): Pick<Choice, "detail" | "help"> {
  return { ...(field.required && { detail: "needed" }), help: describe(field) };
}

function valuesOf({ path, others }: Extract<Cursor, { part: "value" }>, around: Surroundings): Choice[] {
  const level = others.has("level") ? Number(others.get("level")) : undefined;
  if (around.file === "star" && isUse(path)) return idsFor(level, around);
  const field = fieldsByFile[around.file].fieldAt(path);
  if (field?.choices)
    return field.choices.map((each) => {
      const called = path.at(-1) === "level" ? betLevels[Number(each)] : undefined;
      return { kind: "choice", label: each, text: each, ...(called && { detail: called }) };
    });
  if (around.file === "config")
    return path.join(".") === "extends"
      ? presets.map((each) => ({ kind: "choice", label: each, text: each }))
      : [];
  if (field?.kind !== "form") return [];
  if (isDay(field.example ?? ""))
    return isAhead(path) ? daysAhead(level, others, around) : [day(around.today, "today")];
  return readDuration(field.example ?? "") === undefined ? [] : durationsFor(path, level, around);
}

function day(text: string, detail: string): Choice {
  return { kind: "day", label: text, text, detail };
}

/** The first and the last day within the horizon of a bet, and the first on which its effect may show. */
function daysAhead(
  level: number | undefined,
  others: ReadonlyMap<string, string>,
  { today, horizons }: Surroundings,
): Choice[] {
  const { least, most } = horizonOf(level, horizons) ?? { least: "1 month" };
  const [, after] = /\bafter:\s*([^,}]*?)\s*(?:[,}]|$)/.exec(others.get("expect") ?? "") ?? [];
  const first = nextReview({ value: { level, expect: { after } } }, today, horizons);
  const last = most && dateOf(dayAfter(today, most));
  const why = after ? `after ${after}, when an effect is expected` : `${least} from today`;
  return [day(first, why), ...(last && last > first ? [day(last, `${most} from today`)] : [])];
}

/** The ends of a bet's horizon, or how often teams look at their North Star again. */
function durationsFor(path: Path, level: number | undefined, { horizons }: Surroundings): Choice[] {
  const own = path.at(-1) === "after" ? horizonOf(level, horizons) : undefined;
  const all = own ? [own.least, own.most] : path.at(-1) === "every" ? ["3 months", "6 months", "1 year"] : [];
  const detail = own && horizonText(own);
  return all.flatMap((text) =>
    text ? [{ kind: "choice", label: text, text, ...(detail && { detail }) }] : [],
  );
}

/** What a bet of a level can stand under, with its name. */
function idsFor(level: number | undefined, { value }: Surroundings): Choice[] {
  return thingsAbove(value, level).map(({ id, name, kind }) => ({
    kind: "id",
    label: id,
    text: id,
    detail: `${kind}: ${name}`,
  }));
}
