/** The command line as a function: from a world to an exit code. */
import type { MessagePort } from "node:worker_threads";
import { isRunner } from "./host/ci-environment.js";
import { errorMessage, exit } from "./host/exit.js";
import { version } from "./host/version.computed.js";
import type { World } from "./host/world.js";

export { today } from "./host/clock.js";

/** Runs one command. Nothing is thrown: what cannot be done becomes a line on standard error and exit code 2. */
export async function main(given: World): Promise<number> {
  const world = isRunner(given)
    ? (await import("./host/workflow-commands.js")).withoutWorkflowCommands(given)
    : given;
  try {
    return await call(world);
  } catch (error) {
    const { printMessage } = await import("./host/terminal.js");
    printMessage(world, errorMessage(error));
    if (world.args.includes("--debug") && error instanceof Error) world.stderr.write(`${error.stack}\n`);
    return exit.failed;
  }
}

/** Makes of this thread one that judges for another (cli/host/lint-worker.ts). */
export async function serve(port: MessagePort): Promise<void> {
  const thread = await import("./host/lint-worker.js");
  thread.serveRequests(port);
}

/** The calls that hooks and editors make all day need no parser of options, which takes its part of the start-up. */
async function call(world: World): Promise<number> {
  const [first = "", ...others] = world.args;
  if (others.length === 0 && /^(-v|-V|--version)$/.test(first)) {
    world.stdout.write(`${version}\n`);
    return exit.done;
  }
  if (first === "lint" && !others.some((word) => word.startsWith("-"))) {
    const lint = await import("./commands/lint.js");
    return await lint.run(world, others, lint.defaultOptions);
  }
  if (first === "diff" && !others.some((word) => word.startsWith("-"))) {
    const diff = await import("./commands/diff.js");
    return await diff.run(world, others, diff.plainOptions);
  }
  if (first === "lsp" && others.every((word) => /^--(?:stdio$|clientProcessId=)/.test(word))) {
    const lsp = await import("./commands/lsp.js");
    const [, clientProcessId] = /--clientProcessId=(\d+)/.exec(others.join(" ")) ?? [];
    return await lsp.run(world, [], { ...(clientProcessId && { clientProcessId }) });
  }
  const { run } = await import("./program.js");
  return await run(world);
}
