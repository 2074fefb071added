/** Finds the git repository around a folder. */
import { existsSync, realpathSync } from "node:fs";
import { dirname, isAbsolute, join, relative, sep } from "node:path";

/** Its root, or undefined where there is none. */
export function rootOf(folder: string): string | undefined {
  for (let here = folder; ; here = dirname(here)) {
    if (existsSync(join(here, ".git"))) return here;
    if (here === dirname(here)) return undefined;
  }
}

/** Whether a real path lies in all repositories around a folder; a link to another repository leads out of the first. */
export function isInRepositories(real: string, folder: string): boolean {
  for (let root = rootOf(folder); root; root = root === dirname(root) ? undefined : rootOf(dirname(root)))
    if (!isInside(real, realpathSync.native(root))) return false;
  return true;
}

/** Whether a path is a folder or in it; both are real. */
export function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** A folder as its repository's root sees it, with forward slashes: empty, or with one at its end. */
export function folderInRepository(folder: string): string {
  const way = relative(rootOf(folder) ?? folder, folder);
  return way === "" ? "" : `${way.split(sep).join("/")}/`;
}
