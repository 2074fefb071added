/** Where reports go: standard output, files, and what GitHub Actions shows. */
import { resolve } from "node:path";
import { type Format, formatNames, formats } from "../report/formats.js";
import { isReport } from "../report/made.js";
import type { Report } from "../report/report.js";
import { Failure } from "./exit.js";
import { isActions } from "./forge.js";
import { type CommonOptions, oneOf } from "./options.js";
import { isAmong } from "./read.js";
import { lookOf, say } from "./terminal.js";
import type { World } from "./world.js";

/** A report that is wanted, and the file that it goes to; without one it goes to standard output. */
export interface Wanted {
  format: Format;
  file?: string;
}

/** Reads one of several `-f NAME` and `-f NAME=FILE`. */
export function wantedReport(word: string, others: readonly Wanted[] = []): Wanted[] {
  const [, name = "", file] = /^([^=]*)(?:=(.*))?$/s.exec(word) ?? [];
  const format = oneOf("format", formatNames)(name);
  if (file === "") throw new Failure(`-f ${word} names no file: give it one, or leave out the =`);
  const clash = others.find((other) => other.file === file);
  if (clash && file === undefined)
    throw new Failure(
      `standard output takes one report: give the other a file, as in -f ${clash.format} -f ${name}=FILE`,
    );
  if (clash) throw new Failure(`two reports cannot share the file ${file}: give each its own`);
  return [...others, { format, ...(file !== undefined && { file }) }];
}
wantedReport.names = formatNames;

/** A slip must not cost a team its North Star: neither a report nor the cache is written over what is judged. */
export function keepJudged(
  { cwd }: World,
  judged: readonly string[],
  { format = [], cacheFile }: { format?: readonly Wanted[]; cacheFile?: string },
): void {
  const paths = judged.map((file) => resolve(cwd, file));
  for (const file of [...format.map((wanted) => wanted.file), cacheFile])
    if (file !== undefined && isAmong(paths, resolve(cwd, file)))
      throw new Failure(`${file} is a North Star that is judged; name another file to write to`);
}

function mayReplace(existing: Buffer): true | string {
  return isReport(existing.toString("utf8")) || "and is no report: name another file, or delete it first";
}

/**
 * Writes the reports that are wanted, and says whether all of them could be written. The report of an earlier run is
 * replaced, and no other file; missing folders are made. With `ci`, the report for people gets
 * annotations and a summary in GitHub Actions.
 */
export async function deliver(
  world: World,
  report: Report,
  {
    format: wanted = [{ format: "pretty" }],
    ci,
    color,
  }: CommonOptions & { format?: readonly Wanted[]; ci: boolean },
): Promise<boolean> {
  let done = true;
  for (const { format, file } of wanted) {
    const formatter = await formats[format]();
    if (file !== undefined) {
      const { writeWhole } = await import("./write.js");
      const text = formatter(report, { color: color === true, width: 80 });
      const written = writeWhole(world, file, text, mayReplace, { makeFolders: true });
      if (typeof written === "object") done = false;
      say(world, typeof written === "object" ? written.refused : `wrote ${file}`);
    } else if (format === "pretty" && ci && isActions(world)) {
      const { annotated, summarize } = await import("./actions.js");
      world.stdout.write(await annotated(report, formatter(report, lookOf(world, color))));
      await summarize(world, report);
    } else world.stdout.write(formatter(report, lookOf(world, color)));
  }
  return done;
}
