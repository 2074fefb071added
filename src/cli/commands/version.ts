import { exit } from "../host/exit.js";
import { version } from "../host/version.computed.js";
import type { World } from "../host/world.js";

/** The command has no arguments and no options. */
export function define(): void {}

/** Prints the version, as `--version` does. */
export async function run(world: World): Promise<number> {
  world.stdout.write(`${version}\n`);
  return exit.done;
}
