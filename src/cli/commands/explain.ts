import type { Command } from "commander";
import { type ConfigOptions, configFlags } from "../host/config.js";
import { exit } from "../host/exit.js";
import { lookOf } from "../host/terminal.js";
import type { World } from "../host/world.js";
import { explained, explanations, pagesOf } from "./shared/explanations.js";
import type { CommonOptions } from "./shared/options.js";

/** What shells complete behind the command. */
export const operands = explained;

interface Options extends CommonOptions, ConfigOptions {
  why?: string | true;
}

export function define(command: Command): void {
  command
    .argument(
      "[id...]",
      "rules, points of the checklist (by name or number), terms or keys of the file; without any, the list",
    )
    .option("--why [file]", "show which words of a file speak for it and which against it");
  for (const [flags, description] of configFlags) command.option(flags, description);
}

/** Shows the page of a rule, a point or a term, or the list of them all; or why a file is judged as it is. */
export async function run(world: World, words: string[], options: Options): Promise<number> {
  const look = lookOf(world, options.color);
  if (options.why !== undefined) {
    const { explainFile } = await import("./explain/explain-file.js");
    return await explainFile(world, options.why === true ? "northstar.yaml" : options.why, options);
  }
  world.stdout.write(words.length === 0 ? explanations(look) : pagesOf(words, look));
  return exit.done;
}
