import type { Command } from "commander";
import { type ConfigOptions, configFlags } from "../host/config.js";
import { printMessage } from "../host/terminal.js";
import type { World } from "../host/world.js";

interface Options extends ConfigOptions {
  write?: true;
}

export function define(command: Command): void {
  command
    .argument("[file]", "the North Star to answer for; northstar.yaml of this folder when left out")
    .option("--write", "let an agent have its bet written into the file, when it asks for that");
  for (const [flags, description] of configFlags) command.option(flags, description);
}

/** Answers an agent in the Model Context Protocol on standard input and output, until its client ends. */
export async function run(world: World, operands: string[], options: Options): Promise<number> {
  if (world.stdin.isTTY)
    printMessage(world, "waits for an agent's client to speak to it; docs/agents.md says how to set one up");
  const { answerClient } = await import("./mcp/connection.js");
  const { answering } = await import("./mcp/server.js");
  return await answerClient(world, () => answering(world, operands, options));
}
