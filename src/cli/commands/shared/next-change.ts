/** Waits until somebody saves a file. */
import { existsSync, statSync, watch } from "node:fs";
import { dirname, join, sep } from "node:path";
import { Failure } from "../../host/exit.js";
import { attempt } from "../../host/read-file.js";
import { rootOf } from "../../host/repository.js";

/** How long an editor may take to put a saved file into its place, in milliseconds. */
const pause = 60;

/**
 * Is done when one of the files, a configuration or what git ignores has changed, in the folders or around them in
 * their repositories, or one of the files in the folders `beside`, and nothing more does for a moment; or when `stop`
 * says so.
 */
export function nextChange(
  folders: readonly string[],
  files: ReadonlySet<string>,
  { stop, beside = [] }: { stop?: AbortSignal; beside?: readonly string[] } = {},
): Promise<void> {
  return new Promise((done) => {
    let timer: NodeJS.Timeout | undefined;
    const all = withOuter(folders);
    const watchers = [...new Set([...all, ...beside])].filter(existsSync).map((folder) => {
      const watched = attempt(() => watch(folder));
      if ("reason" in watched) throw new Failure(`cannot watch ${folder}: ${watched.reason}`);
      return watched.value
        .on("change", (_, name) => {
          if (typeof name !== "string" || counts(join(folder, name), all.has(folder))) settle();
        })
        .on("error", settle);
    });
    stop?.addEventListener("abort", end, { once: true });
    if (stop?.aborted) end();

    function counts(path: string, isSearched: boolean): boolean {
      // A folder may bring a file that is waited for.
      if (files.has(path) || [...files].some((file) => file.startsWith(`${path}${sep}`))) return true;
      return isSearched && (/\.ya?ml$|[\\/]\.gitignore$/.test(path) || isFolder(path));
    }

    function settle(): void {
      clearTimeout(timer);
      timer = setTimeout(end, pause);
    }

    function end(): void {
      clearTimeout(timer);
      stop?.removeEventListener("abort", end);
      for (const watcher of watchers) watcher.close();
      done();
    }
  });
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

function isFolder(path: string): boolean {
  const stats = attempt(() => statSync(path));
  return "value" in stats && stats.value.isDirectory();
}
