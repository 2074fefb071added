/** Looking for files in folders; loaded only when a folder or a glob is named. */
import { type Dirent, existsSync, readdirSync, realpathSync, statSync } from "node:fs";
import { basename, dirname, resolve, sep } from "node:path";
import picomatch from "picomatch";
import { matcherOf } from "../config/glob.js";
import { layerOf } from "../config/layers.js";
import { type Configs, configName, type Settings } from "./config.js";
import { Failure, failureAt, orFailure } from "./exit.js";
import { type Found, nameOf } from "./find.js";
import { isIgnored, type Patterns, patternsIn, patternsOf } from "./ignored.js";
import { attempt } from "./read.js";

/**
 * The files of a folder and below whose path, seen from the folder, passes the test; in order, and without what
 * git ignores. Links to folders are left alone: no loops. What is called like a file and is none is found, too, so that
 * reading it says why; a link to a file that is found is not.
 */
export function filesBelow(folder: string, cwd: string, test: (path: string) => boolean): Found {
  const found: Found = { files: [], missing: [], folders: [] };
  const patterns = patternsIn(folder);
  const links: string[] = [];
  if (patterns !== "all") walk(folder, "", patterns);
  return links.length > 0 ? { ...found, files: withoutTwins(found.files, links) } : found;

  function walk(here: string, name: string, patterns: Patterns | undefined): void {
    found.folders.push(here);
    const entries = attempt(() => readdirSync(here, { withFileTypes: true }));
    if ("reason" in entries) {
      const name = nameOf(here, cwd);
      found.missing.push(failureAt(name, `cannot read ${name}: ${entries.reason}`));
      return;
    }
    const start = here.endsWith(sep) ? here : `${here}${sep}`;
    for (const entry of entries.value.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = `${start}${entry.name}`;
      if (entry.isDirectory()) {
        if (entry.name === ".git" || entry.name === "node_modules") continue;
        if (!isIgnored(patterns, path, true)) walk(path, `${name}${entry.name}/`, patternsOf(path, patterns));
      } else if (
        isFileOrSo(entry, path) &&
        test(`${name}${entry.name}`) &&
        !isIgnored(patterns, path, false)
      ) {
        found.files.push(path);
        if (entry.isSymbolicLink()) links.push(path);
      }
    }
  }
}

/** Whether it is a file, or is called like one of YAML; a link to a folder is neither. */
function isFileOrSo(entry: Dirent, path: string): boolean {
  if (entry.isFile()) return true;
  if (!/\.ya?ml$/.test(entry.name)) return false;
  return !entry.isSymbolicLink() || !statSync(path, { throwIfNoEntry: false })?.isDirectory();
}

/** The paths of some files, each file once: without links to others of them. */
function withoutTwins(files: readonly string[], links: readonly string[]): string[] {
  const isLink = new Set(links);
  const known = new Set(files.filter((path) => !isLink.has(path)));
  return files.filter((path) => {
    if (!isLink.has(path)) return true;
    const real = attempt(() => realpathSync.native(path));
    if ("reason" in real) return true;
    const isNew = !known.has(real.value);
    known.add(real.value);
    return isNew;
  });
}

/** The North Stars of a folder and below: by their names, or by what the configurations there and above say. */
export async function starsBelow(folder: string, cwd: string, configs?: Configs): Promise<Found> {
  const { files, missing, folders } = filesBelow(
    folder,
    cwd,
    (path) => isStarName(path) || basename(path) === configName,
  );
  const stars = { files: files.filter((path) => basename(path) !== configName), missing, folders };
  if (!configs) return stars;
  const paths = new Set([folder, ...files.map(dirname)].map(configs.nearest));
  const choosers = new Map<string | undefined, Chooser>();
  for (const path of paths) {
    const settings = await orFailure(configs.settingsIn(path));
    if (settings instanceof Failure) missing.push(settings);
    choosers.set(path, settings instanceof Failure ? usual : chooserOf(settings));
  }
  if ([...choosers.values()].every(({ usual }) => usual)) return stars;
  const chosen = filesBelow(folder, cwd, (name) => {
    const path = resolve(folder, name);
    return choosers.get(configs.nearest(dirname(path)))?.isStar(path) ?? isStarName(name);
  });
  const [other] = stars.files;
  if (chosen.files.length > 0 || other === undefined) return { ...chosen, missing };
  const by = choosers.get(configs.nearest(dirname(other)))?.origin;
  const leftOut = `found no North Star in ${folder === cwd ? "this folder" : nameOf(folder, cwd)} or below: ${nameOf(other, cwd)} is there, and \`files\` in ${by} leaves it out`;
  return { ...chosen, missing, leftOut };
}

/** What a configuration says of files. */
export interface Chooser {
  /** Whether it says nothing of them. */
  usual: boolean;
  isStar(path: string): boolean;
  /** Where it says so. */
  origin?: string | undefined;
  /** Whether a file is named as none. */
  isLeftOut(path: string): boolean;
}

/** Where nothing is said of them. */
const usual: Chooser = { usual: true, isStar: isStarName, isLeftOut: () => false };

/** Reads the globs of `files`: a glob that matches a folder stands for all in it, as git has it. */
export function chooserOf({ config: { files }, layers }: Settings): Chooser {
  const layer = layerOf(layers, ["files"]);
  const folder = layer?.folder;
  if (!files || folder === undefined) return usual;
  const chosen = matcher(files.filter((glob) => !glob.startsWith("!")));
  const leftOut = matcher(files.flatMap((glob) => (glob.startsWith("!") ? [glob.slice(1)] : [])));
  const isLeftOut = (path: string) => leftOut?.(nameOf(path, folder)) ?? false;
  const isStar = (path: string) =>
    (chosen?.(nameOf(path, folder)) ?? isStarName(path)) && !isLeftOut(path) && basename(path) !== configName;
  return { usual: false, origin: layer?.originOf(["files"]), isStar, isLeftOut };
}

function matcher(globs: readonly string[]): ((path: string) => boolean) | undefined {
  const plain = globs.map((glob) => glob.trim().replace(/^\.?\/|\/$/g, ""));
  const matchers = plain.flatMap((glob) => [glob, `${glob}/**`]).map(matcherOf);
  return globs.length === 0 ? undefined : (path) => matchers.some((matches) => matches(path));
}

function isStarName(path: string): boolean {
  return /^(?:.*[\\/])?(?:[^\\/]+\.)?northstar\.yaml$/s.test(path);
}

/** The files that a glob matches, or undefined when the pattern is none. */
export function filesMatching(pattern: string, cwd: string): Found | undefined {
  const { base, glob, isGlob, negated } = picomatch.scan(pattern);
  if (!isGlob || negated) return undefined;
  const folder = resolve(cwd, base);
  const matches = picomatch(glob);
  // A configuration is no North Star, however wide the glob.
  return existsSync(folder)
    ? filesBelow(folder, cwd, (path) => matches(path) && basename(path) !== configName)
    : { files: [], missing: [], folders: [] };
}
