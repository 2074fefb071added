/** Says that the person broke off what would have been written; the exit code. */
import { exit } from "../../host/exit.js";
import { printMessage } from "../../host/terminal.js";
import type { World } from "../../host/world.js";

export function stopped(world: Pick<World, "stderr">): number {
  printMessage(world, "stopped; nothing was written");
  return exit.stopped;
}
