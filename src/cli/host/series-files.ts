/** The series of a North Star as files beside it. */
import { realpathSync, statSync } from "node:fs";
import { posix, resolve } from "node:path";
import type { Northstar } from "../../file/northstar.js";
import type { Problem } from "../../file/problem.js";
import { thousands } from "../../file/text.js";
import { readSeries, type Series } from "../../series/series.js";
import { type Thing, thingsOf } from "../../series/things.js";
import { Failure, failureAt } from "./exit.js";
import { attempt, isThere, openText } from "./read-file.js";
import { isInside } from "./repository.js";
import type { World } from "./world.js";
import { replaceIfUnchanged, writeWhole } from "./write-file.js";

/** A series that a North Star names, as its file has it. */
export type KeptSeries = {
  thing: Thing;
  /** As the person would name it. */
  path: string;
} & (
  | { state: "read"; series: Series; bytes: Buffer }
  | { state: "missing" }
  | { state: "wrong"; text: string; problems: readonly Problem[] }
);

/** No series of ten years is larger, in bytes. */
export const largestSeries = 1_000_000;

/** The series of everything that names one, in the order of the file (seen from `world.cwd`) that holds the North Star. */
export function keptSeriesOf(world: World, file: string, star: Northstar, today: string): KeptSeries[] {
  return thingsOf(star).flatMap((thing) =>
    thing.value.series === undefined ? [] : [keptSeries(world, file, thing, thing.value.series, today)],
  );
}

/** One of them. A file that cannot be read at all is a {@link Failure}. */
export function keptSeries(
  world: World,
  file: string,
  thing: Thing,
  series: string,
  today: string,
): KeptSeries {
  const path = besideStar(file, series);
  if (!isThere(resolve(world.cwd, path))) return { thing, path, state: "missing" };
  const opened = openSmall(world, file, path, largestSeries, "a series of ten years has less than 1 MB");
  if ("problems" in opened) return { ...opened, thing, path, state: "wrong" };
  const { bytes, text } = opened;
  const read = readSeries(text, today);
  if (Array.isArray(read)) return { thing, path, state: "wrong", text, problems: read };
  return { thing, path, state: "read", series: read, bytes };
}

/** A path that a North Star names, as the person would name it. */
export function besideStar(file: string, path: string): string {
  return posix.normalize(posix.join(posix.dirname(file), path));
}

/** The text of a file in the folder of a North Star or below. One that is larger, or lies elsewhere, is a {@link Failure}. */
export function openSmall(world: World, star: string, path: string, most: number, hint: string) {
  const place = resolve(world.cwd, path);
  const real = attempt(() => realpathSync.native(place));
  const folder = attempt(() => realpathSync.native(resolve(world.cwd, posix.dirname(star))));
  if ("value" in real && "value" in folder && !isInside(real.value, folder.value))
    throw failureAt(
      path,
      `cannot read ${path}: a symbolic link leads from there out of the folder of ${star}; put a copy of the file in its place`,
    );
  const stats = attempt(() => statSync(place));
  if ("value" in stats && stats.value.size > most)
    throw failureAt(
      path,
      `cannot read ${path}: it has ${sizeInWords(stats.value.size)}, and ${hint}; is it the right file?`,
    );
  return openText(world, path);
}

/** A number of bytes: "203 MB". */
export function sizeInWords(bytes: number): string {
  return bytes < 10_000
    ? `${thousands(bytes)} bytes`
    : bytes < 10_000_000
      ? `${thousands(Math.round(bytes / 1000))} kB`
      : `${thousands(Math.round(bytes / 1_000_000))} MB`;
}

/** How often a file that others change meanwhile is read anew. */
const mostTries = 5;

/**
 * Puts a text that follows from what a file holds in its place, and begins anew where another has written meanwhile.
 * What the last try made of it is returned; what cannot be written is a {@link Failure}.
 */
export function writeAgainst<T extends { before: Buffer | undefined; text: string }>(
  world: World,
  path: string,
  make: () => T,
): T {
  for (let tries = 1; ; tries += 1) {
    const made = make();
    const { before, text } = made;
    if (before?.equals(Buffer.from(text))) return made;
    const written = before
      ? replaceIfUnchanged(world, path, before, Buffer.from(text))
      : writeWhole(world, path, text, () => "was written meanwhile; try again", { makeFolders: true });
    if (typeof written === "string") return made;
    if (tries >= mostTries || !/ meanwhile/.test(written.refused)) throw new Failure(written.refused);
  }
}
