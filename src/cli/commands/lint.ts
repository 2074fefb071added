import type { Command } from "commander";
import { type Format, formatNames, formats } from "../../report/formats.js";
import type { Judged } from "../../report/report.js";
import { exit, Failure } from "../exit.js";
import { find } from "../find.js";
import { type CommonOptions, count, day, oneOf } from "../options.js";
import { judge } from "../read.js";
import { lookOf, say } from "../terminal.js";
import { outcomeOf, type Threshold, thresholds } from "../threshold.js";
import type { World } from "../world.js";

interface Options extends CommonOptions {
  format: Format;
  failOn: Threshold;
  maxWarnings?: number;
  quiet?: true;
  today?: string;
}

export function define(command: Command): void {
  command
    .argument("[paths...]", "files, folders or globs; without any, every North Star here and below")
    .option(
      "-f, --format <name>",
      `how to report: ${formatNames.join(", ")}`,
      oneOf("format", formatNames),
      "pretty",
    )
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
  if (judged.length > 0) {
    const format = await formats[options.format]();
    const shown = options.quiet ? judged.map(errorsOnly) : judged;
    world.stdout.write(format({ files: shown }, lookOf(world, options.color)));
  }
  for (const line of missing) say(world, line);
  if (missing.length > 0) return exit.failed;
  const { failOn } = options;
  const { code, reason } = outcomeOf(
    judged.map(({ problems }) => ({ problems, failOn })),
    options,
  );
  if (reason) say(world, reason);
  return code;
}

function errorsOnly(file: Judged): Judged {
  return { ...file, problems: file.problems.filter(({ severity }) => severity === "error") };
}
