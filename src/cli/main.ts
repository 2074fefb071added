/** The command line as a function: from a world to an exit code. */
import type { MessagePort } from "node:worker_threads";
import { exit, wordsOf } from "./exit.js";
import { isRunner } from "./forge.js";
import { versionOf } from "./version.js";
import type { World } from "./world.js";

export { today } from "./today.js";

/** Runs one command. Nothing is thrown: what cannot be done becomes a line on standard error and exit code 2. */
export async function main(given: World): Promise<number> {
  const world = isRunner(given) ? (await import("./guard.js")).guarded(given) : given;
  try {
    return await call(world);
  } catch (error) {
    const { say } = await import("./terminal.js");
    say(world, wordsOf(error));
    if (world.args.includes("--debug") && error instanceof Error) world.stderr.write(`${error.stack}\n`);
    return exit.failed;
  }
}

/** Makes of this thread one that judges for another (cli/thread.ts). */
export async function serve(port: MessagePort): Promise<void> {
  const thread = await import("./thread.js");
  thread.serve(port);
}

/** The two calls that hooks and editors make all day need no parser of options, which takes its part of the start-up. */
async function call(world: World): Promise<number> {
  const [first = "", ...others] = world.args;
  if (others.length === 0 && /^(-v|-V|--version)$/.test(first)) {
    world.stdout.write(`${versionOf(world)}\n`);
    return exit.done;
  }
  if (first === "lint" && !others.some((word) => word.startsWith("-"))) {
    const lint = await import("./commands/lint.js");
    return await lint.run(world, others, lint.defaults);
  }
  const { run } = await import("./program.js");
  return await run(world, versionOf(world));
}
