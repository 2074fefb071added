import type { Command } from "commander";
import { backticked, fileFlag, joinWords } from "../../file/message-text.js";
import type { Northstar } from "../../file/northstar.js";
import { pointersIn } from "../../metrics/pointers.js";
import { sourcesIn } from "../../metrics/source.js";
import { dbtExposure, type ExposedMetric } from "../../report/dbt-exposure.js";
import { type ConfigOptions, configFlags, configsOf } from "../host/config.js";
import { exit, Failure } from "../host/exit.js";
import { sourcesFor } from "../host/find-sources.js";
import { printMessage } from "../host/terminal.js";
import type { World } from "../host/world.js";
import { openStar } from "./shared/open-star.js";
import type { CommonOptions } from "./shared/options.js";
import { showProblems } from "./shared/show-problems.js";
import { starNamed } from "./shared/stars-named.js";

interface Options extends CommonOptions, ConfigOptions {
  dbtExposure?: true;
}

export function define(command: Command): void {
  command
    .argument("[file]", "the North Star; northstar.yaml of this folder when left out")
    .option(
      "--dbt-exposure",
      "print it as an exposure of dbt, which depends on the metrics that it points at",
    );
  for (const [flags, description] of configFlags) command.option(flags, description);
}

/** Prints a North Star in the form of another program. */
export async function run(world: World, operands: string[], options: Options): Promise<number> {
  if (!options.dbtExposure)
    throw new Failure(
      "say as what: northstar export --dbt-exposure; documents are drawn by northstar render",
    );
  const file = await starNamed(world, operands, "export prints one North Star");
  const opened = openStar(world, file);
  if ("problems" in opened) return await showProblems(world, [opened], options);
  const { star } = opened;
  const metrics = exposedIn(star, file);
  const { judging } = await configsOf(world, options).settingsFor(file);
  refuseMissing(world, file, star, judging.artifacts);
  world.stdout.write(dbtExposure(star, metrics));
  if (star.owner === undefined)
    printMessage(
      world,
      `dbt wants an owner, and ${file} has none: its name stands there; northstar set owner "…"${fileFlag(file)} says who`,
    );
  return exit.done;
}

/** The metrics of dbt that it points at, each once. */
function exposedIn(star: Northstar, file: string): ExposedMetric[] {
  const names = new Set(pointersIn(star).flatMap(({ system, name }) => (system === "dbt" ? name : [])));
  if (names.size === 0)
    throw new Failure(
      `${file} points at no metric of dbt; write for example \`source: { dbt: weekly_learning_users }\` below the metric`,
    );
  // What stands in quotes is run by dbt.
  const strange = [...names].filter((name) => !/^(?:\w+\.)?\w+$/.test(name));
  if (strange.length > 0)
    throw new Failure(
      `${joinWords(strange.map(backticked), "and")} of ${file} cannot be the name of a metric of dbt: letters, digits and _ only`,
    );
  return [...names].map((each) => {
    const [name = "", owner] = each.split(".").reverse();
    return owner === undefined ? { name } : { name, package: owner };
  });
}

/** dbt does not parse an exposure of what it does not have. */
function refuseMissing(
  world: World,
  file: string,
  star: Northstar,
  artifacts: Parameters<typeof sourcesFor>[3],
): void {
  const pointers = pointersIn(star).filter(({ system }) => system === "dbt");
  const looked = sourcesFor(world.cwd, file, pointers, artifacts);
  const sources = looked ? sourcesIn(star, looked).filter(({ system }) => system === "dbt") : [];
  const missing = sources.filter(
    ({ found }) => found === "no" || found === "disabled" || found === "empty-artefact",
  );
  if (missing.length > 0)
    throw new Failure(
      `dbt does not have ${joinWords([...new Set(missing.map(({ name }) => backticked(name)))], "and")}, and would not parse this; northstar lint ${file} says more`,
    );
  if (sources.some(({ found }) => found === "no-artefact"))
    printMessage(world, "there is no manifest of dbt, so nobody looked whether it has these metrics");
}
