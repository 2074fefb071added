/** `lint --watch`: judging again whenever a file is saved. */
import { existsSync, statSync, watch } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { pluralize } from "../../../report/report.js";
import { Failure } from "../../host/exit.js";
import { findFiles } from "../../host/find-files.js";
import { attempt } from "../../host/read-file.js";
import { rootOf } from "../../host/repository.js";
import { printMessage } from "../../host/terminal.js";
import type { World } from "../../host/world.js";

/** How long an editor may take to put a saved file into its place, in milliseconds. */
const pause = 60;

/** Judges now and after each change, on a clean screen; Ctrl-C ends it. */
export async function watchFiles(
  world: World,
  paths: readonly string[],
  judge: () => Promise<unknown>,
): Promise<never> {
  const isScreen = world.stdout.isTTY && world.env.TERM !== "dumb";
  for (let first = true; ; first = false) {
    // What changes while it is judged has to be judged again, so the watch begins before.
    const { files, folders } = await findFiles(world, paths);
    const change = nextChange(withOuter(folders), new Set(files.map((file) => resolve(world.cwd, file))));
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

/** Configurations count from the root of a repository down. */
function withOuter(folders: readonly string[]): Set<string> {
  const all = new Set(folders);
  for (const folder of folders) {
    const root = rootOf(folder);
    for (let here = folder; root && here !== root; here = dirname(here)) all.add(dirname(here));
  }
  return all;
}

/** Is done when something that counts has changed in one of the folders, and nothing more does for a moment. */
function nextChange(folders: ReadonlySet<string>, files: ReadonlySet<string>): Promise<void> {
  return new Promise((done) => {
    let timer: NodeJS.Timeout | undefined;
    const watchers = [...folders].filter(existsSync).map((folder) => {
      const watched = attempt(() => watch(folder));
      if ("reason" in watched) throw new Failure(`cannot watch ${folder}: ${watched.reason}`);
      return watched.value
        .on("change", (_, name) => {
          if (typeof name !== "string" || counts(join(folder, name))) settle();
        })
        .on("error", settle);
    });

    function counts(path: string): boolean {
      return /\.ya?ml$|[\\/]\.gitignore$/.test(path) || files.has(path) || isFolder(path);
    }

    function settle(): void {
      clearTimeout(timer);
      timer = setTimeout(() => {
        for (const watcher of watchers) watcher.close();
        done();
      }, pause);
    }
  });
}

function isFolder(path: string): boolean {
  const stats = attempt(() => statSync(path));
  return "value" in stats && stats.value.isDirectory();
}
