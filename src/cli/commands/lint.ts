import type { Command } from "commander";
import { formatNames } from "../../report/formats.js";
import type { Judged } from "../../report/report.js";
import { exit, Failure } from "../exit.js";
import { find } from "../find.js";
import { browseOf } from "../forge.js";
import { type CommonOptions, count, day, oneOf } from "../options.js";
import { judge } from "../read.js";
import { deliver, type Wanted, wantedReport } from "../reports.js";
import { folderInRepository } from "../repository.js";
import { say } from "../terminal.js";
import { outcomeOf, type Threshold, thresholds } from "../threshold.js";
import { versionOf } from "../version.js";
import type { World } from "../world.js";

interface Options extends CommonOptions {
  format?: Wanted[];
  ci: boolean;
  failOn: Threshold;
  maxWarnings?: number;
  quiet?: true;
  today?: string;
}

export function define(command: Command): void {
  command
    .argument("[paths...]", "files, folders or globs; without any, every North Star here and below")
    .option(
      "-f, --format <name[=file]>",
      `how to report, and into which file; several times for several reports: ${formatNames.join(", ")} (default: "pretty")`,
      wantedReport,
    )
    .option("--no-ci", "in GitHub Actions, add no annotations and no summary to the report for people")
    .option(
      "--fail-on <severity>",
      `what exits with 1: ${thresholds.join(", ")}`,
      oneOf("severity", thresholds),
      "error",
    )
    .option(
      "--max-warnings <number>",
      "exit with 1 when there are more warnings than this",
      count("--max-warnings"),
    )
    .option("--quiet", "report errors only; the exit code stays the same")
    .option("--today <day>", "judge as if it were this day, as YYYY-MM-DD", day("--today"));
}

/** Judges files and reports what is found; what cannot be read is said, and the rest is reported all the same. */
export async function run(world: World, paths: string[], options: Options): Promise<number> {
  const { files, missing } = await find(world, paths);
  const judged: Judged[] = [];
  for (const file of files) {
    try {
      judged.push(judge(world, file, options.today));
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      missing.push(error.message);
    }
  }
  const { failOn, quiet } = options;
  const { code, reason, failing } = outcomeOf(
    judged.map(({ problems }) => ({ problems, failOn })),
    options,
  );
  const shown = quiet ? judged.map(errorsOnly) : judged;
  const report = {
    files: shown,
    failing,
    version: versionOf(world),
    folder: folderInRepository(world.cwd),
    browse: browseOf(world),
  };
  const delivered = judged.length === 0 || (await deliver(world, report, options));
  for (const line of missing) say(world, line);
  if (missing.length > 0 || !delivered) return exit.failed;
  if (reason) say(world, reason);
  return code;
}

function errorsOnly(file: Judged): Judged {
  return { ...file, problems: file.problems.filter(({ severity }) => severity === "error") };
}
