import { exit } from "../host/exit.js";
import { versionOf } from "../host/version.js";
import type { World } from "../host/world.js";

/** The command has no arguments and no options. */
export function define(): void {}

/** Prints the version, as `--version` does. */
export async function run(world: World): Promise<number> {
  world.stdout.write(`${versionOf(world)}\n`);
  return exit.done;
}
