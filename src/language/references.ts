/** Going from an id to what it names and to where it is used, and giving it another name. */
import type { Change } from "../file/change.js";
import type { Document } from "../file/document.js";
import { edit } from "../file/edit.js";
import { backticked } from "../file/message-text.js";
import { nodeAt } from "../file/node-at.js";
import type { Edit, Path } from "../file/problem.js";
import { isUse, type NamedThing, thingsIn, thingUsed, usesOf } from "./ids.js";
import { spotAt } from "./spot.js";

/** A part of a text, as offsets. */
export interface Span {
  from: number;
  to: number;
}

/** What the id at an offset names: at a `for`, and at the id, or the name that serves as one, of the thing itself. */
export function thingAt(document: Document, offset: number): NamedThing | undefined {
  const spot = spotAt(document, offset);
  if (spot?.part !== "value") return undefined;
  if (isUse(spot.path)) return thingUsed(document.value, spot.path);
  return thingsIn(document.value).find((each) => String(idPath(each)) === String(spot.path));
}

/** Where a thing says what it is called. */
function idPath({ path, value }: NamedThing): Path {
  return [...path, typeof value.id === "string" ? "id" : "name"];
}

/** Where a thing is named itself. */
export function definitionOf(document: Document, thing: NamedThing): Span | undefined {
  return spanOf(document, idPath(thing));
}

/** Where it is used. */
export function referencesTo(document: Document, thing: NamedThing): Span[] {
  return usesOf(document.value, thing).flatMap((path) => spanOf(document, path) ?? []);
}

/** The id that an editor may give another name at an offset; undefined where none is written. */
export function renamed(document: Document, offset: number): (Span & { id: string }) | undefined {
  const spot = spotAt(document, offset);
  const thing = thingAt(document, offset);
  if (!spot || !thing || spot.path.at(-1) === "name") return undefined;
  const span = spanOf(document, spot.path);
  return span && { ...span, id: thing.id };
}

/** The edits that give a thing another id, everywhere; or why it cannot have it. */
export function renameEdits(
  document: Document,
  thing: NamedThing,
  id: string,
): { edits: readonly Edit[] } | { reason: string } {
  if (!/^[\p{L}\p{N}]+(?:[-_][\p{L}\p{N}]+)*$/u.test(id))
    return { reason: `${backticked(id)} cannot be an id, which has letters, digits and hyphens` };
  if (id !== thing.id && thingsIn(document.value).some((each) => each.id === id))
    return { reason: `${backticked(id)} names another thing already` };
  const changes: Change[] = [[...thing.path, "id"], ...usesOf(document.value, thing)].map((path) => ({
    set: path,
    to: id,
  }));
  return { edits: edit(document, changes).edits };
}

/** A text as it is written, without its quotes. */
function spanOf(document: Document, path: Path): Span | undefined {
  const { node } = nodeAt(document, path) ?? {};
  if (node?.kind !== "scalar") return undefined;
  const { lines } = document;
  const { start, end } = document.locate(path, { span: [0, String(node.value).length] }).range;
  return { from: lines.offset(start), to: lines.offset(end) };
}
