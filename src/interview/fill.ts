/** A template and answers become a draft of the file. */
import { canBeBlank, fieldAt, keysAt } from "../file/field.js";
import { slug } from "../file/northstar.js";
import type { Path } from "../file/problem.js";
import { hasBlank } from "../reading/blank.js";
import { answersIn, aroundBlanks, fillIn } from "./blank.js";
import { type Draft, type Node, nodeOf } from "./draft.js";
import { placeOf, type Template } from "./template.js";

/** What was said to each blank, by {@link blankOf}. */
export type Answers = ReadonlyMap<string, string>;

/** A draft with blanks, and what is known of them. */
export interface Form {
  draft: Draft;
  answers: Answers;
}

/** The name of a blank: its text's place, and which of the text's blanks it is, from 0. */
export function blankOf(path: Path, nth: number): string {
  return `${placeOf(path)}#${nth}`;
}

/**
 * The template with what is given already. Given values count, given lists are complete, and what they lack of
 * what the format needs becomes a blank. Comments of the given file take the place of the template's.
 */
export function formOf(template: Pick<Template, "draft">, given?: Draft): Form {
  const answers = new Map<string, string>();
  if (!given) return { draft: template.draft, answers };
  const head = given.head.length > 0 ? given.head : template.draft.head;
  return { draft: { head, root: join(template.draft.root, given.root, []), foot: given.foot }, answers };

  function join(base: Node | undefined, node: Node, path: Path): Node {
    const above = node.above.length > 0 ? node.above : (base?.above ?? []);
    const beside = node.beside || (base?.beside ?? "");
    const value = joinValues(base, node, path);
    const isNews = !isCollection(value) && value !== base?.value && value !== "____";
    return { ...node, above, beside, value, ...(isNews && { given: true }) };
  }

  function joinValues(base: Node | undefined, { value }: Node, path: Path): Node["value"] {
    const old = base?.value;
    if (value === null || (Array.isArray(value) && value.length === 0)) return old ?? value;
    if (value instanceof Map) {
      const entries = new Map(typeof path.at(-1) === "number" ? [] : old instanceof Map ? old : []);
      for (const [key, node] of value) entries.set(key, join(childOf(old, key), node, [...path, key]));
      for (const key of path.length > 0 ? neededIn(path) : [])
        if (!entries.has(key)) entries.set(key, childOf(old, key) ?? nodeOf("____"));
      return entries;
    }
    if (Array.isArray(value))
      return value.map((node, index) =>
        join(Array.isArray(old) ? old[index] : undefined, node, [...path, index]),
      );
    if (typeof value !== "string" || typeof old !== "string" || !hasBlank(old)) return value;
    const known = answersIn(old, value);
    if (!known || known.some((answer) => answer !== undefined && hasBlank(answer))) return value;
    for (const [nth, answer] of known.entries())
      if (answer !== undefined) answers.set(blankOf(path, nth), answer);
    return old;
  }
}

function childOf(value: Node["value"] | undefined, key: string): Node | undefined {
  return value instanceof Map ? value.get(key) : undefined;
}

function neededIn(path: Path): string[] {
  return keysAt(path).filter((key) => fieldAt([...path, key])?.required);
}

/** Every place that the format needs and that nothing is said about, in the order of the file. */
export function missingIn(form: Form, cues: Template["cues"]): Path[] {
  return missing(fill(form, cues, { blanks: "needed", items: "needed" }).root, []);

  function missing({ value }: Node, path: Path): Path[] {
    if (Array.isArray(value)) return value.flatMap((item, index) => missing(item, [...path, index]));
    if (value instanceof Map) {
      const absent = neededIn(path).filter((key) => !value.has(key));
      return [
        ...[...value].flatMap(([key, node]) => missing(node, [...path, key])),
        ...absent.map((key) => [...path, key]),
      ];
    }
    return typeof value === "string" && hasBlank(value) ? [path] : [];
  }
}

/** What becomes of blanks that nobody filled in. */
export interface Leave {
  /**
   * `needed`: only those that the format needs stay. `text`: those stay that the format can bear.
   * `all`: also those for a day, a choice or a number stay, which the format cannot bear.
   */
  blanks: "needed" | "text" | "all";
  /** Items of lists of which nothing is known: as many stay as the list needs, or all of them. */
  items: "needed" | "all";
}

/** The file that the answers make. */
export function fill({ draft, answers }: Form, cues: Template["cues"], leave: Leave): Draft {
  const root = fillNode(draft.root, [], true);
  return { ...draft, root: root ?? nodeOf({}) };

  function fillNode(node: Node, path: Path, needed: boolean): Node | undefined {
    const { value } = node;
    if (Array.isArray(value)) return fillList(node, value, path, needed);
    if (value instanceof Map) {
      const stands = needed || isKnown(node, path);
      const entries = [...value].flatMap(([key, child]) => {
        const place = [...path, key];
        const filled = fillNode(child, place, stands && (fieldAt(place)?.required ?? false));
        return filled ? [[key, filled] as const] : [];
      });
      return entries.length > 0 || value.size === 0 ? { ...node, value: new Map(entries) } : undefined;
    }
    if (typeof value !== "string" || !hasBlank(value)) return node;
    const known = knownIn(value, path);
    const text = fillIn(value, known);
    const said = known.every((answer) => answer !== undefined) ? asField(text, path) : undefined;
    if (said !== undefined) return { ...node, value: said };
    const bearable = canBeBlank(path);
    const stays = leave.blanks === "all" || (bearable && (leave.blanks === "text" || needed));
    return stays ? { ...node, value: text } : undefined;
  }

  function fillList(node: Node, items: Node[], path: Path, needed: boolean): Node | undefined {
    const least = cues.get(placeOf(path))?.items?.least;
    let spare = leave.blanks === "needed" ? (needed ? (least ?? 1) : 0) : (least ?? items.length);
    if (leave.items === "all") spare = items.length;
    const known = items.map((item, index) => isKnown(item, [...path, index]));
    spare -= known.filter(Boolean).length;
    const filled = items.flatMap((item, index) => {
      if (!known[index] && spare-- <= 0) return [];
      return fillNode(item, [...path, index], true) ?? [];
    });
    return filled.length > 0 || items.length === 0 || needed ? { ...node, value: filled } : undefined;
  }

  /** Whether the team said anything in it; what has no blanks counts as said. */
  function isKnown(node: Node, path: Path): boolean {
    const blanks = blanksIn(node, path);
    return blanks.length === 0 || blanks.some((blank) => answers.has(blank)) || holdsNews(node);
  }

  function knownIn(text: string, path: Path): (string | undefined)[] {
    return aroundBlanks(text)
      .slice(1)
      .map((_, nth) => answers.get(blankOf(path, nth)));
  }
}

function isCollection(value: Node["value"]): boolean {
  return Array.isArray(value) || value instanceof Map;
}

function holdsNews({ value, given }: Node): boolean {
  if (Array.isArray(value)) return value.some(holdsNews);
  if (value instanceof Map) return [...value.values()].some(holdsNews);
  return given ?? false;
}

/** The blanks in a node, by name, in the order of the file. */
export function blanksIn({ value }: Node, path: Path): string[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => blanksIn(item, [...path, index]));
  if (value instanceof Map) return [...value].flatMap(([key, node]) => blanksIn(node, [...path, key]));
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
