/** `lint --watch`: judging again whenever a file is saved. */
import { resolve } from "node:path";
import { pluralize } from "../../../report/report.js";
import type { Configs } from "../../host/config.js";
import { Failure } from "../../host/exit.js";
import { findFiles } from "../../host/find-files.js";
import { printMessage } from "../../host/terminal.js";
import type { World } from "../../host/world.js";
import { nextChange } from "../shared/next-change.js";
import { watchedSources } from "../shared/watched-sources.js";

/** Judges now and after each change, on a clean screen; Ctrl-C ends it. */
export async function watchFiles(
  world: World,
  paths: readonly string[],
  judge: () => Promise<unknown>,
  configs: () => Configs,
): Promise<never> {
  const isScreen = world.stdout.isTTY && world.env.TERM !== "dumb";
  for (let first = true; ; first = false) {
    // What changes while it is judged has to be judged again, so the watch begins before.
    const { files, folders } = await findFiles(world, paths);
    const beside = await watchedSources(world, files, configs());
    const all = new Set([...files.map((file) => resolve(world.cwd, file)), ...beside.files]);
    const change = nextChange(folders, all, { beside: beside.folders });
    if (!first && isScreen) world.stdout.write("\x1b[2J\x1b[H");
    try {
      await judge();
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      printMessage(world, error.message);
    }
    printMessage(world, `watching ${pluralize(files.length, "file")}; Ctrl-C ends`);
    await change;
  }
}
