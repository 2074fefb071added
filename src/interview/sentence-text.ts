/** The sentences of an interview with the answers filled in. */
import { isMap, valueAt } from "../file/change.js";
import { slug } from "../file/northstar.js";
import type { Path } from "../file/problem.js";
import { hasBlank } from "../reading/blank.js";
import { aroundBlanks, fillIn } from "./blank.js";
import { blankOf, type Form } from "./fill.js";
import { pathOf } from "./template.js";

/** A part of a sentence: its own words, what was said, a blank, or the blank that is being filled in. */
export interface SentencePart {
  kind: "words" | "said" | "blank" | "here";
  text: string;
}

/** Something that a bet can stand under. */
export interface TargetOption {
  id: string;
  name: string;
}

/** What is said at a path, or undefined as long as there is only a blank. A list is its names, joined. */
export function saidAt(form: Form, path: Path): string | undefined {
  const value = valueAt(form.value, path);
  if (Array.isArray(value)) return joined(value.flatMap((_, index) => nameAt(form, [...path, index]) ?? []));
  if (isMap(value)) return nameAt(form, path);
  if (typeof value !== "string") return value === undefined || value === null ? undefined : String(value);
  if (!hasBlank(value)) return value;
  const known = aroundBlanks(value)
    .slice(1)
    .map((_, nth) => form.answers.get(blankOf(path, nth)));
  return known.every((answer) => answer === undefined) ? undefined : fillIn(value, known);
}

/** Whether something is said at a path; of a list, whether at least two things are. */
export function isSaid(form: Form, path: Path): boolean {
  const value = valueAt(form.value, path);
  if (!Array.isArray(value)) return saidAt(form, path) !== undefined;
  return value.filter((_, index) => nameAt(form, [...path, index]) !== undefined).length > 1;
}

function nameAt(form: Form, path: Path): string | undefined {
  return isMap(valueAt(form.value, path)) ? saidAt(form, [...path, "name"]) : saidAt(form, path);
}

/** `a, b and c` */
function joined(names: readonly string[]): string | undefined {
  return names.length > 1 ? `${names.slice(0, -1).join(", ")} and ${names.at(-1)}` : names[0];
}

/** What the bet at a path can stand under, by its level. */
export function targetOptions(form: Form, bet: Path): TargetOption[] {
  const level = saidAt(form, [...bet, "level"]);
  if (level === "0") return under("results", () => true);
  if (level !== "3") return under("inputs", () => true);
  return under("bets", (path) => saidAt(form, [...path, "level"]) === "2");

  function under(list: string, fits: (path: Path) => boolean): TargetOption[] {
    const items = valueAt(form.value, [list]);
    return (Array.isArray(items) ? items : []).flatMap((_, index) => {
      const path = [list, index];
      const name = saidAt(form, [...path, "name"]) ?? saidAt(form, [...path, "id"]);
      const id = slug(saidAt(form, [...path, "id"]) ?? name ?? "");
      return fits(path) && name && id ? [{ id, name }] : [];
    });
  }
}

/** The same, without what another bet of the level stands under already: one Input bet says why an Input counts. */
export function openTargetOptions(form: Form, bet: Path): TargetOption[] {
  const candidates = targetOptions(form, bet);
  if (saidAt(form, [...bet, "level"]) !== "1") return candidates;
  const bets = valueAt(form.value, bet.slice(0, -1));
  const others = (Array.isArray(bets) ? [...bets.keys()] : [])
    .map((index) => [...bet.slice(0, -1), index])
    .filter((other) => other.at(-1) !== bet.at(-1) && saidAt(form, [...other, "level"]) === "1");
  const taken = others.map((other) => saidAt(form, [...other, "for"]));
  return candidates.filter(({ id }) => !taken.includes(id));
}

/** A sentence with what is said in it. `here` is the blank that is asked, and `typed` what stands in it by now. */
export function sentenceParts(form: Form, sentence: string, base: Path, here: Here): SentencePart[] {
  let blanks = -1;
  return sentence.split(/(\{[^{}]+\}|_{3,})/).flatMap((text, index): SentencePart[] => {
    if (index % 2 === 0) return text ? [{ kind: "words", text }] : [];
    const reference = /^\{(.+)\}$/.exec(text)?.[1];
    const path = reference ? pathOf(reference, base, form.value) : here.path;
    const nth = reference ? 0 : ++blanks;
    if (path && blankOf(path, nth) === here.blank)
      return [{ kind: "here", text: spoken(form, here.typed, path) || "____" }];
    const said = path && (reference ? saidAt(form, path) : form.answers.get(blankOf(path, nth)));
    if (!path || said === undefined) return [{ kind: "blank", text: "____" }];
    return [{ kind: "said", text: spoken(form, said, path) }];
  });
}

/** Without the capital that only the start of a sentence gave. */
function small(text: string): string {
  return text.replace(/^(?:The|An?|How|Number|Count|Share|Percentage|Total|Average|Median)\b/, (word) =>
    word.toLowerCase(),
  );
}

/** The blank that is being asked. */
export interface Here {
  path: Path;
  blank: string;
  typed: string;
}

/** Inside a sentence, what a bet stands under is called by its name, and a definition starts small. */
function spoken(form: Form, text: string, path: Path): string {
  if (path.at(-1) === "definition") return small(text);
  if (path.at(-1) !== "for") return text;
  return targetOptions(form, path.slice(0, -1)).find(({ id }) => id === text)?.name ?? text;
}
