import type { Command } from "commander";
import { ownersJson, ownersMarkdown, ownersPage } from "../../report/owners.js";
import { ownersIn } from "../../work/owners.js";
import { exit } from "../host/exit.js";
import { lookOf } from "../host/terminal.js";
import type { World } from "../host/world.js";
import { openStar } from "./shared/open-star.js";
import { type CommonOptions, day, oneOf } from "./shared/options.js";
import { showProblems } from "./shared/show-problems.js";
import { starNamed } from "./shared/stars-named.js";

const formats = ["text", "markdown", "json"] as const;

interface Options extends CommonOptions {
  format: (typeof formats)[number];
  today?: string;
}

export function define(command: Command): void {
  command
    .argument("[file]", "the North Star; that of this folder when left out")
    .option("-f, --format <name>", `how to tell: ${formats.join(", ")}`, oneOf("format", formats), "text")
    .option("--today <day>", "say what is due as if it were this day, as YYYY-MM-DD", day("--today"));
}

/** Lists who has the metric, the Inputs, the open bets and the guardrails, and what is due. */
export async function run(world: World, operands: string[], options: Options): Promise<number> {
  const file = await starNamed(world, operands, "a list of owners is of one North Star");
  const opened = openStar(world, file);
  if ("problems" in opened) return await showProblems(world, [opened], options);
  const shares = ownersIn(opened.star, options.today ?? world.today());
  const owners = { path: file, name: opened.star.name, shares };
  if (options.format === "json") world.stdout.write(ownersJson(owners));
  else if (options.format === "markdown") world.stdout.write(ownersMarkdown(owners));
  else world.stdout.write(ownersPage(owners, lookOf(world, options.color)));
  return exit.done;
}
