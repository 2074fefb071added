/** Fills the answers into a template's value. */
import { applyChange, type Change, deepEqual, isMap, valueAt } from "../file/change.js";
import { canBeBlank, fieldAt, keysAt } from "../file/format-fields.js";
import { slug } from "../file/northstar.js";
import type { Path } from "../file/problem.js";
import { hasBlank } from "../reading/blank.js";
import { answersIn, aroundBlanks, fillIn } from "./blank.js";
import type { InitialAnswers } from "./initial-answers.js";
import { pathKey, type Template } from "./template.js";

/** What was said to each blank, by {@link blankOf}. */
export type Answers = ReadonlyMap<string, string>;

/** What is being filled in. */
export interface Form {
  template: Template;
  /** What was known before the first question. */
  given: InitialAnswers;
  /** What is to be written, with blanks, in the order of the questions. */
  value: unknown;
  answers: Answers;
}

/** The name of a blank: its text's place, and which of the text's blanks it is, from 0. */
export function blankOf(path: Path, nth: number): string {
  return `${pathKey(path)}#${nth}`;
}

/**
 * The template with what is given already. Given values count, given lists are complete, and what they lack of
 * what the format needs becomes a blank.
 */
export function formOf(template: Template, given: InitialAnswers): Form {
  const answers = new Map<string, string>();
  return { template, given, value: join(template.value, given.value, []), answers };

  function join(old: unknown, value: unknown, path: Path): unknown {
    if (value === null || (Array.isArray(value) && value.length === 0)) return old ?? value;
    if (isMap(value)) {
      const isItem = typeof path.at(-1) === "number";
      const entries = new Map(Object.entries(isMap(old) && !isItem ? old : {}));
      for (const [key, each] of Object.entries(value))
        entries.set(key, join(valueAt(old, [key]), each, [...path, key]));
      for (const key of path.length > 0 ? neededIn(path) : [])
        if (!entries.has(key)) entries.set(key, valueAt(old, [key]) ?? "____");
      return Object.fromEntries(entries);
    }
    if (Array.isArray(value))
      return value.map((each, index) => join(valueAt(old, [index]), each, [...path, index]));
    const said = fieldAt(path)?.kind === "number" ? String(value) : value;
    if (typeof said !== "string" || typeof old !== "string" || !hasBlank(old)) return value;
    const known = answersIn(old, said);
    if (!known || known.some((answer) => answer !== undefined && hasBlank(answer))) return value;
    for (const [nth, answer] of known.entries())
      if (answer !== undefined) answers.set(blankOf(path, nth), answer);
    return old;
  }
}

function neededIn(path: Path): string[] {
  return keysAt(path).filter((key) => fieldAt([...path, key])?.required);
}

/** Every place that the format needs and that nothing is said about, in the order of the questions. */
export function missingIn(form: Form): Path[] {
  return missing(finalValue(form, { blanks: "needed", items: "needed" }), []);

  function missing(value: unknown, path: Path): Path[] {
    if (Array.isArray(value)) return value.flatMap((item, index) => missing(item, [...path, index]));
    if (isMap(value)) {
      const absent = neededIn(path).filter((key) => !Object.hasOwn(value, key));
      return [
        ...Object.entries(value).flatMap(([key, each]) => missing(each, [...path, key])),
        ...absent.map((key) => [...path, key]),
      ];
    }
    return typeof value === "string" && hasBlank(value) ? [path] : [];
  }
}

/** What becomes of blanks that nobody filled in. */
export interface UnfilledPolicy {
  /**
   * `needed`: only those that the format needs stay. `text`: those stay that the format can bear.
   * `all`: also those for a day, a choice or a number stay, which the format cannot bear.
   */
  blanks: "needed" | "text" | "all";
  /** Items of lists of which nothing is known: as many stay as the list needs, or all of them. */
  items: "needed" | "all";
}

/** What the answers make of the form. */
export function finalValue(form: Form, leave: UnfilledPolicy): unknown {
  const removals = leftOut(form, leave).map((path): Change => ({ remove: path }));
  return removals.reduce(applyChange, filledIn(form));
}

/** The form's value with all answers in their blanks. */
export function filledIn(form: Form): unknown {
  return inside(form.value, []);

  function inside(value: unknown, path: Path): unknown {
    if (Array.isArray(value)) return value.map((item, index) => inside(item, [...path, index]));
    if (isMap(value))
      return Object.fromEntries(
        Object.entries(value).map(([key, each]) => [key, inside(each, [...path, key])]),
      );
    return typeof value === "string" && hasBlank(value) ? filled(form, value, path).value : value;
  }
}

/** What a text with blanks becomes, and whether it has all that it needs. */
function filled({ answers }: Form, text: string, path: Path): { value: string | number; isSaid: boolean } {
  const known = blanksIn(text, path).map((blank) => answers.get(blank));
  const words = fillIn(text, known);
  const value = known.every((answer) => answer !== undefined) ? asField(words, path) : undefined;
  return { value: value ?? words, isSaid: value !== undefined };
}

/** The places that are left out, from the last to the first. */
export function leftOut(form: Form, leave: UnfilledPolicy): Path[] {
  return (gone(form.value, [], true) ?? []).reverse();

  /** What goes of a value: all of it when `undefined`, else the places in it. */
  function gone(value: unknown, path: Path, needed: boolean): Path[] | undefined {
    if (Array.isArray(value)) return goneOfList(value, path, needed);
    if (isMap(value)) {
      const stands = needed || isKnown(form, value, path);
      const entries = Object.entries(value).map(([key, each]) => {
        const place = [...path, key];
        return { place, gone: gone(each, place, stands && (fieldAt(place)?.required ?? false)) };
      });
      if (entries.length > 0 && entries.every((each) => each.gone === undefined)) return undefined;
      return entries.flatMap((each) => each.gone ?? [each.place]);
    }
    if (typeof value !== "string" || !hasBlank(value) || filled(form, value, path).isSaid) return [];
    const stays = leave.blanks === "all" || (canBeBlank(path) && (leave.blanks === "text" || needed));
    return stays ? [] : undefined;
  }

  function goneOfList(items: readonly unknown[], path: Path, needed: boolean): Path[] | undefined {
    const least = form.template.cues.get(pathKey(path))?.items?.least;
    let spare = leave.blanks === "needed" ? (needed ? (least ?? 1) : 0) : (least ?? items.length);
    if (leave.items === "all") spare = items.length;
    const known = items.map((item, index) => isKnown(form, item, [...path, index]));
    spare -= known.filter(Boolean).length;
    // Of items that ask the same, two show an editor that there may be several.
    const isOneMore = (item: unknown, index: number) =>
      least === undefined &&
      leave.items === "needed" &&
      items.slice(0, index).filter((other, at) => !known[at] && deepEqual(other, item)).length > 1;
    const parts = items.map((item, index) => {
      const place = [...path, index];
      const isLeft = known[index] || (!isOneMore(item, index) && spare-- > 0);
      return { place, gone: isLeft ? gone(item, place, true) : undefined };
    });
    if (!needed && items.length > 0 && parts.every((part) => part.gone === undefined)) return undefined;
    return parts.flatMap((part) => part.gone ?? [part.place]);
  }
}

/** Whether the team said anything in a value; what has no blanks counts as said. */
function isKnown(form: Form, value: unknown, path: Path): boolean {
  const blanks = blanksIn(value, path);
  return (
    blanks.length === 0 || blanks.some((blank) => form.answers.has(blank)) || holdsNews(form, value, path)
  );
}

/** Whether it holds something that the template does not say. */
function holdsNews(form: Form, value: unknown, path: Path): boolean {
  if (Array.isArray(value)) return value.some((item, index) => holdsNews(form, item, [...path, index]));
  if (isMap(value)) return Object.entries(value).some(([key, each]) => holdsNews(form, each, [...path, key]));
  return value !== "____" && value !== valueAt(form.template.value, path);
}

/** The blanks in a value, by name, in the order of the questions. */
function blanksIn(value: unknown, path: Path): string[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => blanksIn(item, [...path, index]));
  if (isMap(value)) return Object.entries(value).flatMap(([key, each]) => blanksIn(each, [...path, key]));
  if (typeof value !== "string") return [];
  return aroundBlanks(value)
    .slice(1)
    .map((_, nth) => blankOf(path, nth));
}

/** An answer as the format wants it: a number from digits, an id from words; undefined when there is no word in it. */
function asField(text: string, path: Path): string | number | undefined {
  if (fieldAt(path)?.kind === "number") return Number(text);
  return path.at(-1) === "id" ? slug(text) || undefined : text;
}
