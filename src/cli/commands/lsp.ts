import { type Command, Option } from "commander";
import type { World } from "../host/world.js";

export function define(command: Command): void {
  command
    .option("--stdio", "speak over standard input and output, which is what it always does")
    .addOption(new Option("--clientProcessId <id>", "end when this process does").hideHelp());
}

/** Speaks the Language Server Protocol with an editor until it says exit, or is gone. */
export async function run(
  world: World,
  _: string[],
  options: { clientProcessId?: string } = {},
): Promise<number> {
  const { serveEditor } = await import("./lsp/server.js");
  return serveEditor(world, Number(options.clientProcessId) || undefined);
}
