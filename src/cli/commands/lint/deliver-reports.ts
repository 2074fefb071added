/** Where reports go: standard output, files, and what GitHub Actions shows. */
import { resolve } from "node:path";
import { formats, isReport, type ReportFormat, reportFormatNames } from "../../../report/formats.js";
import type { Report } from "../../../report/report.js";
import { blobUrl, isActions } from "../../host/ci-environment.js";
import { errorMessage, Failure } from "../../host/exit.js";
import { isAmong } from "../../host/read-file.js";
import { folderInRepository } from "../../host/repository.js";
import { lookOf, printMessage } from "../../host/terminal.js";
import { version } from "../../host/version.computed.js";
import type { World } from "../../host/world.js";
import { type CommonOptions, oneOf } from "../shared/options.js";

/** A report that is wanted, and the file that it goes to; without one it goes to standard output. */
export interface RequestedReport {
  format: ReportFormat;
  file?: string;
}

/** Reads one of several `-f NAME` and `-f NAME=FILE`. */
export function parseReportOption(word: string, others: readonly RequestedReport[] = []): RequestedReport[] {
  const [, name = "", file] = /^([^=]*)(?:=(.*))?$/s.exec(word) ?? [];
  const format = oneOf("format", reportFormatNames)(name);
  if (file === "") throw new Failure(`-f ${word} names no file: give it one, or leave out the =`);
  const clash = others.find((other) => other.file === file);
  if (clash && file === undefined)
    throw new Failure(
      `standard output takes one report: give the other a file, as in -f ${clash.format} -f ${name}=FILE`,
    );
  if (clash) throw new Failure(`two reports cannot share the file ${file}: give each its own`);
  return [...others, { format, ...(file !== undefined && { file }) }];
}
parseReportOption.names = reportFormatNames;

/** A slip must not cost a team its North Star: neither a report nor the cache is written over what is judged. */
export function protectJudged(
  { cwd }: World,
  judged: readonly string[],
  { format = [], cacheFile }: { format?: readonly RequestedReport[]; cacheFile?: string },
): void {
  const paths = judged.map((file) => resolve(cwd, file));
  for (const file of [...format.map((wanted) => wanted.file), cacheFile])
    if (file !== undefined && isAmong(paths, resolve(cwd, file)))
      throw new Failure(`${file} is a North Star that is judged; name another file to write to`);
}

function mayReplace(existing: Buffer): true | string {
  return isReport(existing.toString("utf8")) || "and is no report: name another file, or delete it first";
}

/** The reports that a call asks for, as far as its words can be read; nothing where they contradict each other. */
export function requestedReports(words: readonly string[]): RequestedReport[] | undefined {
  let wanted: RequestedReport[] = [];
  for (const [index, word] of words.entries()) {
    if (word === "--") break;
    const [, inside] = /^(?:--format=|-f=?)(.+)$/s.exec(word) ?? [];
    const value = inside ?? (word === "-f" || word === "--format" ? words[index + 1] : undefined);
    if (value === undefined || !reportFormatNames.some((name) => name === value.replace(/=.*$/s, "")))
      continue;
    try {
      wanted = parseReportOption(value, wanted);
    } catch {
      return undefined;
    }
  }
  return wanted;
}

/** A report in this place, of nothing where no more is given. Its version is looked up where a format tells it. */
export function reportOf(world: World, more: Partial<Report> = {}): Report {
  return {
    files: [],
    failing: new Set(),
    folder: folderInRepository(world.cwd),
    browse: blobUrl(world),
    ...more,
    version,
  };
}

interface Delivery extends CommonOptions {
  format?: readonly RequestedReport[];
  ci: boolean;
}

/** Writes reports that say why nothing was judged. */
export async function deliverFailure(world: World, error: unknown, options: Delivery): Promise<void> {
  const errors = error instanceof Failure ? error.errors : [{ message: errorMessage(error) }];
  try {
    await deliver(world, reportOf(world, { errors }), options);
  } catch {
    // A report that crashed once crashes again; what is thrown first is shown.
  }
}

/**
 * Writes the reports that are wanted, and says whether all of them could be written. The report of an earlier run is
 * replaced, and no other file; missing folders are made. With `ci`, the report for people gets
 * annotations and a summary in GitHub Actions.
 */
export async function deliver(
  world: World,
  report: Report,
  { format: wanted = [{ format: "pretty" }], ci, color }: Delivery,
): Promise<boolean> {
  // Each is made before one is written, so that a reader never gets two of them.
  const made: (readonly [RequestedReport, string])[] = [];
  for (const each of wanted) {
    const formatter = await formats[each.format].load();
    const look = each.file === undefined ? lookOf(world, color) : { color: color === true, width: 80 };
    // Standard error tells people of errors.
    const isTold = each.file === undefined && each.format === "pretty";
    made.push([each, formatter(isTold && report.errors?.length ? { ...report, errors: [] } : report, look)]);
  }
  let done = true;
  for (const [{ format, file }, text] of made) {
    if (file !== undefined) {
      const { writeWhole } = await import("../../host/write-file.js");
      const written = writeWhole(world, file, text, mayReplace, { makeFolders: true });
      if (typeof written === "object") done = false;
      printMessage(world, typeof written === "object" ? written.refused : `wrote ${file}`);
    } else if (format === "pretty" && ci && isActions(world)) {
      const { annotated, summarize } = await import("./github-actions.js");
      (world.commands ?? world.stdout).write(await annotated(report, text));
      await summarize(world, report);
    } else (format === "github" ? (world.commands ?? world.stdout) : world.stdout).write(text);
  }
  return done;
}
