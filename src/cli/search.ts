/** Looking for files in folders; loaded only when a folder or a glob is named. */
import { existsSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import picomatch from "picomatch";
import { type Found, nameOf } from "./find.js";
import { isIgnored, type Patterns, patternsIn, patternsOf } from "./ignored.js";
import { attempt } from "./read.js";

/**
 * The files of a folder and below whose path, seen from the folder, passes the test; in order, and without what
 * git ignores. Symbolic links are left alone, as git does: no loops, and nothing from outside the folder.
 */
export function filesBelow(folder: string, cwd: string, test: (path: string) => boolean): Found {
  const found: Found = { files: [], missing: [] };
  const patterns = patternsIn(folder);
  if (patterns !== "all") walk(folder, patterns);
  return found;

  function walk(here: string, patterns: Patterns | undefined): void {
    const entries = attempt(() => readdirSync(here, { withFileTypes: true }));
    if ("reason" in entries) {
      found.missing.push(`cannot read ${nameOf(here, cwd)}: ${entries.reason}`);
      return;
    }
    for (const entry of entries.value.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = join(here, entry.name);
      if (entry.isDirectory()) {
        if (entry.name === ".git" || entry.name === "node_modules") continue;
        if (!isIgnored(patterns, path, true)) walk(path, patternsOf(path, patterns));
      } else if (entry.isFile() && test(nameOf(path, folder)) && !isIgnored(patterns, path, false)) {
        found.files.push(path);
      }
    }
  }
}

/** The files that a glob matches, or undefined when the pattern is none. */
export function filesMatching(pattern: string, cwd: string): Found | undefined {
  const { base, glob, isGlob, negated } = picomatch.scan(pattern);
  if (!isGlob || negated) return undefined;
  const folder = resolve(cwd, base);
  return existsSync(folder) ? filesBelow(folder, cwd, picomatch(glob)) : { files: [], missing: [] };
}
