import type { Command } from "commander";
import { fileOperand } from "../../file/message-text.js";
import { pluralize } from "../../report/report.js";
import { thingsOf } from "../../series/things.js";
import { exit, Failure } from "../host/exit.js";
import type { World } from "../host/world.js";
import { type OpenStar, openStar } from "./shared/open-star.js";
import { type CommonOptions, count, day } from "./shared/options.js";
import { showProblems } from "./shared/show-problems.js";
import { starsNamed } from "./shared/stars-named.js";

export interface MeasureOptions extends CommonOptions {
  check?: true;
  import?: string;
  accept?: string | true;
  refresh?: string | true;
  timeout: number;
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
    .option(
      "--refresh [id]",
      "run the query of the metric, or of the Input, result or guardrail with this id; without an id, every query",
    )
    .option("--timeout <seconds>", "how long a query may take", seconds, 300)
    .option("--today <day>", "look at series as if it were this day, as YYYY-MM-DD", day("--today"));
}

/** Shows the series of North Stars, checks them, takes one from standard input, or measures them again. */
export async function run(world: World, operands: string[], options: MeasureOptions): Promise<number> {
  // The dash says where a series comes from, and is no North Star.
  const files = await starsNamed(
    world,
    operands.filter((word) => word !== "-"),
  );
  refuseMixed(operands, files, options);
  const today = options.today ?? world.today();
  const opened = files.map((file) => openStar(world, file));
  const isLook =
    options.import === undefined && options.accept === undefined && options.refresh === undefined;
  const [some] = opened.filter((each) => "problems" in each || hasSeries(each));
  let code: number = exit.done;
  for (const each of opened) {
    // Who looks at several is told nothing of those without numbers, unless none has any.
    if (isLook && some && !("problems" in each) && !hasSeries(each)) continue;
    const result =
      "problems" in each
        ? await showProblems(world, [each], options)
        : await measure(world, each, today, options);
    code = Math.max(code, result);
  }
  return code;
}

function hasSeries({ star }: OpenStar): boolean {
  return thingsOf(star).some(({ value }) => value.series !== undefined);
}

/** No query takes longer than a day, in seconds. */
const mostSeconds = 86_400;

function seconds(word: string): number {
  const given = count("--timeout")(word);
  if (given > 0 && given <= mostSeconds) return given;
  throw new Failure(`--timeout takes 1 to ${mostSeconds} seconds, not '${word}'`);
}

function refuseMixed(
  operands: readonly string[],
  [first, ...others]: readonly [string, ...string[]],
  options: MeasureOptions,
): void {
  const asked = (["check", "import", "refresh", "accept"] as const).filter(
    (each) => options[each] !== undefined,
  );
  if (asked.length > 1)
    throw new Failure(
      `${asked.map((each) => `--${each}`).join(" and ")} do not go together; call northstar measure for each`,
    );
  for (const each of ["refresh", "accept"] as const) {
    const id = options[each];
    if (typeof id === "string" && /\.ya?ml$/.test(id))
      throw new Failure(
        `--${each} takes an id, and ${id} is a file; write northstar measure ${id} --${each}`,
      );
  }
  if (options.import === undefined && operands.includes("-"))
    throw new Failure(
      `standard input is one series; say whose: northstar measure${fileOperand(first)} --import metric -`,
    );
  if (options.import !== undefined && others.length > 0)
    throw new Failure(
      `--import is for one North Star, and here are ${pluralize(others.length + 1, "file")}; name one`,
    );
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
  if (options.refresh !== undefined) {
    const { refreshSeries } = await import("./measure/refresh.js");
    return await refreshSeries(world, opened, today, { ...options, refresh: options.refresh });
  }
  const { checkSeries, showSeries } = await import("./measure/kept.js");
  return options.check
    ? checkSeries(world, opened, today, options)
    : showSeries(world, opened, today, options);
}
