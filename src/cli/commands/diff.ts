import type { Command } from "commander";
import { starDiffJson, starDiffMarkdown, starDiffPage } from "../../report/star-diff.js";
import { type ConfigOptions, configFlags } from "../host/config.js";
import { exit } from "../host/exit.js";
import { lookOf } from "../host/terminal.js";
import type { World } from "../host/world.js";
import { compareSides } from "./diff/compare-sides.js";
import { sidesOf } from "./diff/sides.js";
import { type CommonOptions, day, oneOf } from "./shared/options.js";

const formats = ["text", "markdown", "json"] as const;

interface Options extends CommonOptions, ConfigOptions {
  format: (typeof formats)[number];
  today?: string;
}

/** The options of a call that has none. */
export const plainOptions: Options = { format: "text" };

export function define(command: Command): void {
  command
    .argument(
      "[versions...]",
      "a revision of git, and files to compare with it; two revisions, also as A..B or A...B; or two files. Without any, what is not committed",
    )
    .option("-f, --format <name>", `how to tell: ${formats.join(", ")}`, oneOf("format", formats), "text")
    .option("--today <day>", "judge as if it were this day, as YYYY-MM-DD", day("--today"));
  for (const [flags, description] of configFlags) command.option(flags, description);
}

/** Tells what North Stars say now and said before: in meaning, not in lines. */
export async function run(world: World, operands: string[], options: Options): Promise<number> {
  const { from, to, pairs } = await sidesOf(world, operands, options);
  const files = await compareSides(world, pairs, options);
  const report = { from, to, files };
  if (options.format === "json") world.stdout.write(starDiffJson(report));
  else if (options.format === "markdown") world.stdout.write(starDiffMarkdown(report));
  else world.stdout.write(starDiffPage(report, lookOf(world, options.color)));
  return files.some(({ unread }) => unread?.side === "after") ? exit.problems : exit.done;
}
