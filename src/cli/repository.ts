/** The git repository around a folder. */
import { existsSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";

/** Its root, or undefined where there is none. */
export function rootOf(folder: string): string | undefined {
  for (let here = folder; ; here = dirname(here)) {
    if (existsSync(join(here, ".git"))) return here;
    if (here === dirname(here)) return undefined;
  }
}

/** A folder as its repository's root sees it, with forward slashes: empty, or with one at its end. */
export function folderInRepository(folder: string): string {
  const way = relative(rootOf(folder) ?? folder, folder);
  return way === "" ? "" : `${way.split(sep).join("/")}/`;
}
