/** Writes the answers into a file: by edits of the one that is given, or else of the template. */
import { applyChange, type Change, changesBetween, isPartOf, placeOf, valueAt } from "../file/change.js";
import type { Document } from "../file/document.js";
import { edit } from "../file/edit.js";
import { keysAt } from "../file/format-fields.js";
import type { Path } from "../file/problem.js";
import { documentOf } from "../file/sections.js";
import { type Form, filledIn, leftOut, type UnfilledPolicy } from "./fill.js";
import type { Template } from "./template.js";

/** The file that the answers make. Every byte stays that no answer, no blank and no missing part has to do with. */
export function documentFor(form: Form, leave: UnfilledPolicy): Document {
  const { template, given } = form;
  const { comments } = template;
  const gone = leftOut(form, leave);
  const base = given.file ? withSections(given.file, form, gone) : textOf(template, gone);
  const changes = changesBetween(base.value, filledIn(form), comments).filter(
    (change) => !isSameBlank(base, change) && !("set" in change && isIn(gone, change.set)),
  );
  const value = changes.reduce(applyChange, base.value);
  const removals = gone
    .filter((path) => valueAt(value, path) !== undefined)
    .map((path): Change => ({ remove: path, comments }));
  return edit(base, [...changes, ...removals]);
}

/** The template's text without those keys that are left out altogether. */
function textOf({ sections, value }: Template, gone: readonly Path[]): Document {
  const stays = ([key]: readonly [string, unknown]) => !isIn(gone, [key]);
  const byKey = new Map([...sections.byKey].filter(stays));
  return documentOf({ ...sections, byKey }, Object.fromEntries(Object.entries(value).filter(stays)));
}

/** The file with those keys that only the template has, as they stand there. */
function withSections(file: Document, { template, value }: Form, gone: readonly Path[]): Document {
  const keys = new Set([...keysAt([]), ...Object.keys(Object(value))]);
  const changes = [...keys].flatMap((key): Change[] => {
    const text = template.sections.byKey.get(key);
    if (text === undefined || valueAt(file.value, [key]) !== undefined || isIn(gone, [key])) return [];
    return [{ set: [key], to: template.value[key], text }];
  });
  return edit(file, changes);
}

/** Whether a place is one of some places, or stands in one. */
function isIn(places: readonly Path[], path: Path): boolean {
  return places.some((place) => isPartOf(path, place));
}

/** However long a blank was drawn, it is the same blank. */
function isSameBlank({ value }: Document, change: Change): boolean {
  if (!("set" in change)) return false;
  const before = valueAt(value, placeOf(change));
  return typeof before === "string" && typeof change.to === "string" && drawn(before) === drawn(change.to);
}

function drawn(text: string): string {
  return text.replace(/_{3,}/g, "____");
}
