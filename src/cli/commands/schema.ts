import { readFileSync } from "node:fs";
import type { Command } from "commander";
import { exit } from "../host/exit.js";
import { schemaPath, schemas } from "../host/schema-files.js";
import type { World } from "../host/world.js";
import { oneOf } from "./shared/options.js";

type Name = keyof typeof schemas;
const names = Object.keys(schemas) as Name[];

/** What shells complete behind the command. */
export const operands = names;

interface Options {
  print?: true;
}

export function define(command: Command): void {
  command
    .argument("[name]", `${names.join(", ")} (default: "northstar")`, oneOf("schema", names))
    .option("--print", "print the schema itself instead of its path");
}

/** Prints where a schema is on this machine, for the settings of an editor, or what it says. */
export async function run(world: World, [name = "northstar"]: string[], { print }: Options): Promise<number> {
  const path = schemaPath(world, oneOf("schema", names)(name));
  world.stdout.write(print ? readFileSync(path, "utf8") : `${path}\n`);
  return exit.done;
}
