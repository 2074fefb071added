import type { Command } from "commander";
import { pluralize } from "../../report/report.js";
import { exit, Failure } from "../host/exit.js";
import type { World } from "../host/world.js";
import { type OpenStar, openStar } from "./shared/open-star.js";
import { type CommonOptions, day } from "./shared/options.js";
import { showProblems } from "./shared/show-problems.js";
import { starsNamed } from "./shared/stars-named.js";

export interface MeasureOptions extends CommonOptions {
  check?: true;
  import?: string;
  accept?: string | true;
  today?: string;
}

export function define(command: Command): void {
  command
    .argument("[files...]", "North Stars; that of this folder when left out")
    .option("--check", "find series that are not fresh, have gaps or begin their weeks elsewhere")
    .option(
      "--import <id>",
      "take a series from standard input, as CSV of psql, bq, snow, trino, mf or clickhouse-client: that of the metric, or of the Input, result or guardrail with this id",
    )
    .option(
      "--accept [id]",
      "accept how metrics are counted in semantic layers now, or that of the one with this id: lint says when it changes",
    )
    .option("--today <day>", "look at series as if it were this day, as YYYY-MM-DD", day("--today"));
}

/** Shows the series of North Stars, checks them, or takes one from standard input. */
export async function run(world: World, operands: string[], options: MeasureOptions): Promise<number> {
  // The dash says where a series comes from, and is no North Star.
  const files = await starsNamed(
    world,
    operands.filter((word) => word !== "-"),
  );
  refuseMixed(operands, files.length, options);
  const today = options.today ?? world.today();
  let code: number = exit.done;
  for (const file of files) {
    const opened = openStar(world, file);
    const result =
      "problems" in opened
        ? await showProblems(world, [opened], options)
        : await measure(world, opened, today, options);
    code = Math.max(code, result);
  }
  return code;
}

function refuseMixed(
  operands: readonly string[],
  files: number,
  { check, accept, ...options }: MeasureOptions,
): void {
  if (accept && (check || options.import !== undefined))
    throw new Failure(
      "--accept is about definitions, and the other option about series; call northstar measure twice",
    );
  if (typeof accept === "string" && /\.ya?ml$/.test(accept))
    throw new Failure(
      `--accept takes an id, and ${accept} is a file; write northstar measure ${accept} --accept`,
    );
  if (check && options.import !== undefined)
    throw new Failure("--check and --import do not go together; call northstar measure twice");
  if (options.import === undefined && operands.includes("-"))
    throw new Failure("standard input is one series; say whose: northstar measure --import metric -");
  if (options.import !== undefined && files > 1)
    throw new Failure(`--import is for one North Star, and here are ${pluralize(files, "file")}; name one`);
}

async function measure(
  world: World,
  opened: OpenStar,
  today: string,
  options: MeasureOptions,
): Promise<number> {
  if (options.import !== undefined) {
    const { importSeries } = await import("./measure/import.js");
    return await importSeries(world, opened, options.import, today, options);
  }
  if (options.accept) {
    const { acceptSources } = await import("./measure/accept.js");
    return await acceptSources(world, opened, options.accept === true ? undefined : options.accept);
  }
  const { checkSeries, showSeries } = await import("./measure/kept.js");
  return options.check
    ? checkSeries(world, opened, today, options)
    : showSeries(world, opened, today, options);
}
