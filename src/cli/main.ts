/** The command line as a function: from a world to an exit code. */
import { readFileSync } from "node:fs";
import { exit, Failure } from "./exit.js";
import type { World } from "./world.js";

/** Runs one command. Nothing is thrown: what cannot be done becomes a line on standard error and exit code 2. */
export async function main(world: World): Promise<number> {
  try {
    if (world.args.length === 1 && /^(-v|-V|--version)$/.test(world.args[0] ?? "")) {
      world.stdout.write(`${versionOf(world)}\n`);
      return exit.done;
    }
    const { run } = await import("./program.js");
    return await run(world, versionOf(world));
  } catch (error) {
    world.stderr.write(`northstar: ${error instanceof Failure ? error.message : crash(error, world)}\n`);
    return exit.failed;
  }
}

function versionOf(world: World): string {
  return JSON.parse(readFileSync(new URL("package.json", world.home), "utf8")).version;
}

/** A fault of ours, and where to report it; the stack only for those who ask. */
function crash(error: unknown, world: World): string {
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  const what = `crashed: ${message.split("\n")[0]}`;
  return world.args.includes("--debug")
    ? `${what}\n${stack}`
    : `${what} (our fault: please report it as the README says, with what --debug adds)`;
}
