import { dirname, resolve } from "node:path";
import type { Command } from "commander";
import { listSome } from "../../file/message-text.js";
import type { Problem } from "../../file/problem.js";
import { acrossFiles } from "../../lint/across-files.js";
import type { Fixes } from "../../lint/apply-fixes.js";
import { starIn } from "../../lint/check.js";
import { fileReport } from "../../report/file-report.js";
import { reportFormatNames } from "../../report/formats.js";
import { type FileReport, fixableIn, type RunError } from "../../report/report.js";
import { type ConfigOptions, type Configs, configFlags, configsOf } from "../host/config.js";
import { exit, Failure } from "../host/exit.js";
import { findFiles } from "../host/find-files.js";
import { shownPath } from "../host/paths.js";
import { readInput } from "../host/read-file.js";
import type { CacheOptions } from "../host/result-cache.js";
import { strayConfigsAround } from "../host/stray-configs.js";
import { printMessage } from "../host/terminal.js";
import { type FailOn, outcomeOf, thresholds } from "../host/threshold.js";
import type { World } from "../host/world.js";
import type { KnownKeys } from "./lint/baseline.js";
import { callOf } from "./lint/call.js";
import {
  deliver,
  deliverFailure,
  parseReportOption,
  protectJudged,
  type RequestedReport,
  reportOf,
  requestedReports,
} from "./lint/deliver-reports.js";
import { type Linter, lintFiles } from "./lint/lint-files.js";
import type { KnownOptions } from "./lint/new-only.js";
import { type Judging, judgeText, withSources } from "./shared/judge-file.js";
import { type CommonOptions, count, day, oneOf } from "./shared/options.js";

interface Options extends CommonOptions, ConfigOptions, KnownOptions, CacheOptions {
  format?: RequestedReport[];
  ci: boolean;
  failOn?: FailOn;
  maxWarnings?: number;
  ignores: boolean;
  showIgnored?: true;
  failOnStaleBaseline?: true;
  quiet?: true;
  fix?: Fixes;
  fixDryRun?: true;
  watch?: true;
  stdinName?: string;
  printConfig?: string | true;
  today?: string;
}

/** The options of a call that has none. */
export const defaultOptions: Options = { ci: true, ignores: true, cache: true };

export function define(command: Command): void {
  command
    .argument(
      "[paths...]",
      "files, folders, quoted globs, or - for standard input; without any, every North Star here and below",
    )
    .option(
      "-f, --format <name[=file]>",
      `how to report, and into which file; several times for several reports: ${reportFormatNames.join(", ")} (default: "pretty")`,
      parseReportOption,
    )
    .option("--no-ci", "in GitHub Actions, add no annotations and no summary to the report for people")
    .option(
      "--fail-on <severity>",
      `what exits with 1: ${thresholds.join(", ")} (default: what the configuration says, or error)`,
      oneOf("severity", thresholds),
    )
    .option(
      "--max-warnings <number>",
      "exit with 1 when there are more warnings than this (default: what the configuration says)",
      count("--max-warnings"),
    )
    .option("--quiet", "report errors only; the exit code stays the same")
    .option(
      "--fix [which]",
      "change the files: safe fixes keep what is said (default), all change it too",
      oneOf("kind of fixes", ["safe", "all"]),
    )
    .option("--fix-dry-run", "show what --fix would change as a diff instead of a report, and write nothing")
    .option("--watch", "judge again whenever a file is saved, until Ctrl-C")
    .option("--stdin-name <name>", "what file standard input is, where - stands among the paths")
    .option("--baseline <file>", "report only problems that are not in this file")
    .option("--update-baseline", "write what is found into the file of --baseline")
    .option("--fail-on-stale-baseline", "exit with 1 when something in the baseline no longer occurs")
    .option("--since <revision>", "report only problems that were not there at this revision of git")
    .option("--no-ignores", "report what comments ignore, too")
    .option("--show-ignored", "in sarif and json, keep what comments ignore, marked as ignored")
    .option("--no-cache", "judge every file, as if none had been judged before")
    .option("--cache-file <file>", "keep what is found in this file, for the next run")
    .option("--print-config [file]", "print what counts for a file, and where each value is from")
    .option("--today <day>", "judge as if it were this day, as YYYY-MM-DD", day("--today"));
  for (const [flags, description] of configFlags) command.option(flags, description);
}

/** Judges files and reports what is found; what cannot be read is said, and the rest is reported all the same. */
export async function run(world: World, paths: string[], options: Options): Promise<number> {
  if (!options.watch) return lint(world, paths, options);
  const reason = whyNotWatched(paths, options);
  if (reason !== undefined) {
    const failure = new Failure(reason);
    await deliverFailure(world, failure, options);
    throw failure;
  }
  const { watchFiles } = await import("./lint/watch.js");
  return watchFiles(
    world,
    paths,
    () => lint(world, paths, options),
    () => configsOf(world, options),
  );
}

function whyNotWatched(paths: readonly string[], { fix }: Options): string | undefined {
  if (fix) return "--watch leaves the files to your editor: leave out --fix";
  return paths.includes("-") ? "--watch needs files: standard input is read once" : undefined;
}

/** Judges once. Whatever keeps that from being done is in the reports that programs read, too. */
async function lint(world: World, paths: readonly string[], options: Options): Promise<number> {
  try {
    return await judgeAll(world, paths, options);
  } catch (error) {
    await deliverFailure(world, error, options);
    throw error;
  }
}

/** Tells those who read a report that the words of the call could not be read. */
export async function reportUsageError(world: World, error: unknown): Promise<void> {
  const format = requestedReports(world.args);
  const ci = !world.args.includes("--no-ci");
  if (format) await deliverFailure(world, error, { ci, ...(format.length > 0 && { format }) });
}

async function judgeAll(world: World, paths: readonly string[], options: Options): Promise<number> {
  const { failOn, ignores, quiet, today, fix, fixDryRun, format, showIgnored, failOnStaleBaseline } = options;
  const configs = configsOf(world, options, failOn === undefined ? {} : { fail: failOn });
  if (options.printConfig) return printConfig(world, options.printConfig, configs, format ?? []);
  if (fixDryRun && format)
    throw new Failure("--fix-dry-run prints a diff instead of a report: leave out --format");
  if (showIgnored && !format?.some(({ format }) => format === "sarif" || format === "json"))
    throw new Failure("--show-ignored marks problems in -f sarif and -f json: add one of them");
  if (failOnStaleBaseline && options.baseline === undefined)
    throw new Failure(
      "--fail-on-stale-baseline looks at the file that --baseline names: add --baseline FILE",
    );
  const input = await inputOf(world, paths, options);
  const found = await findFiles(world, paths, configs, input?.name);
  protectJudged(world, found.files, options);
  const plain: Linter = {
    async lint({ name, text, before }, { judging }) {
      const past = before === undefined ? {} : { before: starIn(before) };
      const known = await withSources(world, name, text, { today, ignores, ...judging, ...past });
      return fileReport(judgeText(world, name, text, known));
    },
  };
  const { since } = options;
  const then =
    since === undefined
      ? undefined
      : (await import("./lint/new-only.js")).textsBefore(world, found.files, since, input);
  const fixing =
    fix || fixDryRun
      ? (await import("./lint/fix.js")).fixingLinter(world, options, await knownBeforeFixes())
      : undefined;
  const linter = fixing ?? (await judging());
  const linted = await lintFiles(world, found.files, configs.settingsFor, input, linter, then?.textOf);
  const { unjudged } = linted;
  const missing = new Map<string, Failure>();
  for (const failure of [...found.missing, ...linted.failures, ...(fixing?.refusals ?? [])])
    missing.set(failure.message, failure);
  const judged = acrossFiles(linted.judged);
  const { fresh, stale } = isNarrowed(options)
    ? await (await import("./lint/new-only.js")).onlyNew(world, judged, options, judgingOf, then)
    : { fresh: judged, stale: 0 };
  const { code, reason, failing } = outcomeOf(fresh, { ...options, stale: failOnStaleBaseline ? stale : 0 });
  const shown = quiet ? fresh.map(errorsOnly) : fresh;
  const errors = [
    ...[...missing.values()].flatMap((failure) => failure.errors),
    ...unjudged.map(notJudgedError),
  ];
  const report = reportOf(world, {
    files: shown,
    failing,
    errors,
    ...(showIgnored && { showIgnored }),
    ...(quiet && { quiet }),
    ...(fix && { fixed: fix }),
    call: callOf(paths, options),
  });
  const delivered = fixDryRun || (await deliver(world, report, options));
  fixing?.tell(fixableIn(report).others);
  const unread = options.config === undefined ? strayConfigsAround(world, world.cwd) : [];
  for (const message of [...unread, ...found.notes, ...missing.keys()]) printMessage(world, message);
  if (unjudged.length > 0 && found.files.length > unjudged.length)
    printMessage(world, `not judged: ${listSome(unjudged.slice(0, 8), unjudged.length)}`);
  if (missing.size > 0 || !delivered) return exit.failed;
  if (reason) printMessage(world, reason);
  return code;

  async function judgingOf(file: string): Promise<Judging> {
    const { judging } = await configs.settingsFor(file);
    return { today, ignores, ...judging };
  }

  async function judging(): Promise<Linter> {
    return isMuch(found.files, options) ? batch(found.files.length) : plain;
  }

  /** Fixes leave alone what the report leaves out. */
  async function knownBeforeFixes(): Promise<KnownKeys | undefined> {
    if (!isNarrowed(options)) return undefined;
    const { judged } = await lintFiles(
      world,
      found.files,
      configs.settingsFor,
      input,
      await judging(),
      then?.textOf,
    );
    const { knownIn } = await import("./lint/new-only.js");
    return knownIn(world, acrossFiles(judged), options, judgingOf, then);
  }

  async function batch(total: number): Promise<Linter> {
    const { batchLinter } = await import("./lint/lint-batch.js");
    return batchLinter(world, { total, today: today ?? world.today(), ignores, cache: options });
  }
}

function notJudgedError(path: string): RunError {
  return { message: `${path} is not judged, since its configuration cannot be used`, path };
}

/** Looking up what was found before takes longer than judging a few files. */
function isMuch(files: readonly string[], { cache, cacheFile }: Options): boolean {
  return files.length >= 10 || (cache && cacheFile !== undefined);
}

function isNarrowed({ baseline, updateBaseline, since }: KnownOptions): boolean {
  return baseline !== undefined || updateBaseline === true || since !== undefined;
}

/** Standard input, where it is to be judged, and the file that it is: editors name the one that they have open. */
async function inputOf(
  world: World,
  paths: readonly string[],
  { stdinName, fix, fixDryRun }: Options,
): Promise<{ name: string; bytes: Buffer } | undefined> {
  if (!paths.includes("-")) {
    if (stdinName === undefined) return undefined;
    throw new Failure("--stdin-name says what file standard input is: add - to the paths");
  }
  if (fix && !fixDryRun)
    throw new Failure("--fix changes files, and standard input is none: see --fix-dry-run");
  const name = shownPath(resolve(world.cwd, stdinName ?? "<stdin>"), world.cwd);
  return { name, bytes: await readInput(world) };
}

/** Without a file, what counts for one in the current folder. */
async function printConfig(
  world: World,
  file: string | true,
  configs: Configs,
  [wanted = { format: "pretty" }, other]: readonly RequestedReport[],
): Promise<number> {
  const { format } = wanted;
  if (other || wanted.file !== undefined || (format !== "json" && format !== "pretty"))
    throw new Failure("--print-config prints YAML, or JSON with -f json: leave out any other --format");
  const path = resolve(world.cwd, file === true ? "northstar.yaml" : file);
  const [{ loadSettings }, { configAsJson, configAsYaml }] = await Promise.all([
    import("../host/load-config.js"),
    import("./shared/print-config.js"),
  ]);
  await configs.settingsFor(path);
  const { layers } = loadSettings(world, configs.nearest(dirname(path)), configs.flags);
  world.stdout.write(format === "json" ? configAsJson(layers) : configAsYaml(layers));
  return exit.done;
}

function errorsOnly(file: FileReport): FileReport {
  const { problems, ignored = [] } = file;
  return { ...file, problems: problems.filter(isError), ignored: ignored.filter(isError) };
}

function isError({ severity }: Problem): boolean {
  return severity === "error";
}
