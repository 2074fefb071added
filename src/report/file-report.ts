/** The report of one file as plain data, which can be cached or sent to a thread. */
import type { Path, Problem } from "../file/problem.js";
import type { Checked } from "../lint/check.js";
import type { FileReport, Judged } from "./report.js";

/** What was found in a text, whatever file it stands in. */
export type Found = Omit<FileReport, "path" | "text">;

/** The part of a judged text that reports show. */
export function foundIn({ star, points, problems, ignored = [], pending, reading, skipped }: Checked): Found {
  const all = [...problems, ...ignored, ...(pending?.problems ?? []), ...(pending?.ignored ?? [])];
  return {
    ...(star && { star: excerptOf(star, all) }),
    points,
    problems,
    ignored,
    ...(pending && { pending }),
    ...(reading !== undefined && { reading: reading && understoodOf(reading) }),
    ...(skipped && { skipped }),
  };
}

/** The report of a file that was judged. */
export function fileReport(file: Judged): FileReport {
  const { path, text } = file;
  return { path, text, ...foundIn(file) };
}

function understoodOf(reading: NonNullable<Checked["reading"]>): NonNullable<FileReport["reading"]> {
  const { definition, aggregation, counted, acts, thresholds, qualifiers, window, per } = reading;
  return { definition, aggregation, counted, acts, thresholds, qualifiers, window, per };
}

/** What reports show of a North Star, what rules over several files look at, and the values that problems are about. */
function excerptOf(
  star: NonNullable<Checked["star"]>,
  problems: readonly Problem[],
): NonNullable<FileReport["star"]> {
  const { name, product, status, game, language, owner, parts, checklist } = star;
  const excerpt = {
    name,
    game,
    ...(product !== undefined && { product }),
    ...(status && { status }),
    ...(language && { language }),
    // What an owner answers for is looked at beside other files.
    ...(owner !== undefined && { owner, inputs: star.inputs.map(namesOf) as { name: string }[] }),
    ...(parts && { parts }),
    ...(checklist && { checklist }),
  };
  for (const { path } of problems) copyAlong(path, star, excerpt);
  return excerpt;
}

/** Copies the value at the end of a path, and of what it stands in the names: an item goes by its own. */
function copyAlong(path: Path, from: object, to: object): void {
  const [step, ...rest] = path;
  if (step === undefined) return;
  const value: unknown = Reflect.get(from, step);
  if (typeof value !== "object" || value === null) {
    Reflect.set(to, step, value);
    return;
  }
  const before: unknown = Reflect.get(to, step);
  const copy = typeof before === "object" && before !== null ? before : namesOf(value);
  Reflect.set(to, step, copy);
  copyAlong(rest, value, copy);
}

function namesOf(value: object): object {
  if (Array.isArray(value)) return [];
  const { id, name, if: condition } = value as { id?: unknown; name?: unknown; if?: unknown };
  return { id, name, if: condition };
}
