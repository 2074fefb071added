/** A fingerprint that identifies a problem when its line changes. */

import { createHash } from "node:crypto";
import { isCollection } from "../file/change.js";
import { linesOf } from "../file/lines.js";
import { slug } from "../file/northstar.js";
import type { Path, Problem } from "../file/problem.js";

/** Stays the same as long as the team has not touched the value itself. */
export interface Fingerprint {
  rule: string;
  /** The place in the value: `inputs.broadcasts.definition`. Items of lists go by their id or name where they can. */
  place: string;
  /** A hash of the value, or of the text in a file that cannot be read; of several alike, the second ends in `-2`. */
  value: string;
}

/** A judged file, or as much of it as its problems are about. */
interface Traceable {
  text: string;
  star?: object;
  problems: readonly Problem[];
}

/** The fingerprint of each problem of a file, in their order; no two are alike. */
export function fingerprintsOf({ text, star, problems }: Traceable): Fingerprint[] {
  const lines = star ? null : linesOf(text);
  const times = new Map<string, number>();
  return problems.map((problem) => {
    const { names, value } = follow(placeOf(problem), star);
    const said = lines ? markedText(problem, lines) : textOf(value);
    const print = { rule: problem.rule, place: names.join("."), value: digest(problem.point ?? "", said) };
    const key = JSON.stringify(print);
    const time = (times.get(key) ?? 0) + 1;
    times.set(key, time);
    return time === 1 ? print : { ...print, value: `${print.value}-${time}` };
  });
}

/** 64 bits of SHA-256 in hexadecimal digits. */
export function digest(...texts: readonly string[]): string {
  return createHash("sha256").update(JSON.stringify(texts)).digest("hex").slice(0, 16);
}

/** A point that is not answered is missing in the checklist, whether there is one or not. */
function placeOf({ path, point }: Problem): Path {
  return path.length === 0 && point !== null ? checklist : path;
}

const checklist: Path = ["checklist"];

/** The value at the end of a path, and how its steps are called. */
function follow(path: Path, star: object | undefined): { names: (string | number)[]; value: unknown } {
  let value: unknown = star;
  const names = path.map((step) => {
    value = isCollection(value) ? value[step] : undefined;
    return typeof step === "number" ? nameOf(value, step) : step;
  });
  return { names, value };
}

/** An item keeps its name when others come before it. */
function nameOf(item: unknown, index: number): string | number {
  const called = isCollection(item)
    ? [item.id, item.name, item.if].find((each) => typeof each === "string")
    : item;
  return (typeof called === "string" && slug(called).slice(0, 60)) || index;
}

/** What changes when the team rewrites the value; a list or map stays itself whatever is in it. */
function textOf(value: unknown): string {
  return isCollection(value) || value === undefined ? "" : String(value);
}

function markedText({ range: { start, end } }: Problem, lines: ReturnType<typeof linesOf>): string {
  const to = end.line === start.line ? end.column - 1 : undefined;
  return lines
    .line(start.line)
    .slice(start.column - 1, to)
    .trim();
}
