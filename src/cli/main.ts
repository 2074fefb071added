/** The command line as a function: from a world to an exit code. */
import { exit, Failure } from "./exit.js";
import { versionOf } from "./version.js";
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
    const { say } = await import("./terminal.js");
    say(world, error instanceof Failure ? error.message : crash(error));
    if (world.args.includes("--debug") && error instanceof Error) world.stderr.write(`${error.stack}\n`);
    return exit.failed;
  }
}

/** A fault of ours, and where to report it. */
function crash(error: unknown): string {
  const [what] = (error instanceof Error ? error.message : String(error)).split("\n");
  return `crashed: ${what} (our fault: please report it as the README says, with what --debug adds)`;
}
