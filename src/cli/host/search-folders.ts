/** Searches folders for files; loaded only when a folder or a glob is named. */
import { type Dirent, existsSync, readdirSync, realpathSync, statSync } from "node:fs";
import { basename, dirname, join, resolve, sep } from "node:path";
import { coverOf, isGlob, matcherOf } from "../../config/glob.js";
import { layerOf } from "../../config/layers.js";
import { type Configs, configName, isStarName } from "./config.js";
import { catchFailure, Failure, failureAt } from "./exit.js";
import {
  type IgnoreLine,
  ignoringLine,
  isIgnored,
  lineIgnoring,
  type Patterns,
  patternsIn,
  patternsOf,
} from "./gitignore.js";
import type { Settings } from "./load-config.js";
import { shownPath } from "./paths.js";
import { attempt } from "./read-file.js";

/** What is found, and what keeps more from being found. */
export interface FoundFiles {
  /** As the person would name them: seen from the current folder, with forward slashes; each once. */
  files: string[];
  /** Why something is missing or cannot be looked into. */
  missing: Failure[];
  /** The folders that the files are in, and those that were looked through: their whole paths. */
  folders: string[];
  /** Said where nothing is found, since a configuration leaves out what is there. */
  leftOut?: string;
  /** Notes for the person that are no errors: what is left out, and what leaves out nothing. */
  notes?: string[];
}

/**
 * The files of a folder and below whose path, seen from the folder, passes the test; in order, and without what
 * git ignores. Links to folders are left alone: no loops. What is called like a file and is none is found, too, so that
 * reading it says why; a link to a file that is found is not.
 */
function filesBelow(folder: string, cwd: string, test: (path: string) => boolean): FoundFiles {
  const found: FoundFiles = { files: [], missing: [], folders: [] };
  const patterns = patternsIn(folder);
  const links: string[] = [];
  if (patterns !== "all") walk(folder, "", patterns);
  return links.length > 0 ? { ...found, files: withoutTwins(found.files, links) } : found;

  function walk(here: string, name: string, patterns: Patterns | undefined): void {
    found.folders.push(here);
    const entries = attempt(() => readdirSync(here, { withFileTypes: true }));
    if ("reason" in entries) {
      const name = shownPath(here, cwd);
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
  const target = attempt(() => statSync(path));
  return !entry.isSymbolicLink() || !("value" in target && target.value.isDirectory());
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

/** A file that may have been meant as a North Star. */
export interface PossibleFile {
  path: string;
  /** The line by which git ignores it, or a folder that it is in. */
  by?: IgnoreLine | undefined;
}

/** How many files and folders are looked at for candidates. */
const patience = 50_000;

/** Every file below a folder that may have been meant as a North Star by its name, or by the test. */
export function possibleFilesBelow(
  folder: string,
  test: (path: string) => boolean = () => false,
): { files: PossibleFile[]; isCut: boolean } {
  const files: PossibleFile[] = [];
  let left = patience;
  const around = patternsIn(folder);
  walk(folder, around === "all" ? undefined : around, ignoringLine(folder, folder, true));
  return { files, isCut: left < 0 };

  function walk(here: string, patterns: Patterns | undefined, by: IgnoreLine | undefined): void {
    const entries = attempt(() => readdirSync(here, { withFileTypes: true }));
    if ("reason" in entries) return;
    left -= entries.value.length;
    if (left < 0) return;
    for (const entry of entries.value.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = join(here, entry.name);
      const isFolder = entry.isDirectory();
      if (isFolder && entry.name === ".git") continue;
      // The test sees every file, since it counts what it is asked about.
      const isMeant = !isFolder && (test(path) || isLike(entry.name));
      if (isFolder) {
        // Another repository has ignore files of its own.
        const line = by ?? lineIgnoring(patterns, path, true);
        walk(path, patternsOf(path, patterns), line);
      } else if (isMeant) files.push({ path, by: by ?? lineIgnoring(patterns, path, false) });
    }
  }
}

/** Whether a name is nearly one of a North Star: another ending, another case, a hyphen. */
function isLike(name: string): boolean {
  return /^(?:.*\.)?north[-_ ]?star\.(?:ya?ml|json)$/is.test(name);
}

/**
 * The North Stars of a folder and below, or those of them that are meant: by their names, or by what the configurations
 * there and above say.
 */
export async function starsBelow(
  folder: string,
  cwd: string,
  configs?: Configs,
  isMeant: (name: string) => boolean = () => true,
): Promise<FoundFiles> {
  const isStarOrConfig = (name: string) => isStarName(name) || basename(name) === configName;
  const found = filesBelow(folder, cwd, (name) => isStarOrConfig(name) && isMeant(name));
  const { missing } = found;
  const stars = { ...found, files: found.files.filter((path) => basename(path) !== configName) };
  if (!configs) return stars;
  const paths = new Set([folder, ...found.files.map(dirname)].map(configs.nearest));
  const choosers = new Map<string | undefined, FileSelector>();
  for (const path of paths) {
    const settings = await catchFailure(configs.settingsIn(path));
    if (settings instanceof Failure) missing.push(settings);
    choosers.set(path, settings instanceof Failure ? usual : fileSelector(settings));
  }
  if ([...choosers.values()].every(({ usual }) => usual)) return stars;
  const unmatched = new Set([...choosers.values()].flatMap(({ globs }) => globs).filter(isBelow));
  const chosen = filesBelow(folder, cwd, (name) => {
    if (!isMeant(name)) return false;
    const path = resolve(folder, name);
    const chooser = choosers.get(configs.nearest(dirname(path)));
    for (const glob of unmatched) if (glob.matches(path)) unmatched.delete(glob);
    return chooser?.isStar(path) ?? isStarName(name);
  });
  const notes = [...unmatched].map(
    ({ text, origin }) => `no file that git does not ignore matches \`${text}\` (${origin})`,
  );
  const [other] = stars.files;
  if (chosen.files.length > 0 || other === undefined) return { ...chosen, missing, notes };
  const by = choosers.get(configs.nearest(dirname(other)))?.origin;
  const leftOut = `found no North Star in ${folder === cwd ? "this folder" : shownPath(folder, cwd)} or below: ${shownPath(other, cwd)} is there, and \`files\` in ${by} leaves it out`;
  return { ...chosen, missing, notes, leftOut };

  /** Only then all that it may match is looked at. */
  function isBelow(glob: Glob): boolean {
    return !glob.isNegated && isInside(glob.folder, folder);
  }
}

/** One of the globs of `files`. */
interface Glob {
  /** As it is written. */
  text: string;
  isNegated: boolean;
  /** Where it is written. */
  origin: string;
  /** The folder that it is seen from. */
  folder: string;
  /** A glob that matches a folder stands for all in it, as git has it. */
  matches(path: string): boolean;
}

/** What a configuration says of files. */
export interface FileSelector {
  /** Whether it says nothing of them. */
  usual: boolean;
  isStar(path: string): boolean;
  /** Where it says so. */
  origin?: string | undefined;
  /** What names a file as none. */
  leavesOut(path: string): Glob | undefined;
  globs: readonly Glob[];
}

/** Where nothing is said of them. */
const usual: FileSelector = { usual: true, isStar: isStarName, leavesOut: () => undefined, globs: [] };

/** Reads the globs of `files`. */
export function fileSelector({ config: { files }, layers }: Settings): FileSelector {
  const layer = layerOf(layers, ["files"]);
  const folder = layer?.folder;
  if (!files || !layer || folder === undefined) return usual;
  const globs = files.map((text, index): Glob => {
    const isNegated = text.startsWith("!");
    const covers = coverOf(isNegated ? text.slice(1) : text);
    const origin = layer.originOf(["files", index]);
    return { text, isNegated, origin, folder, matches: (path) => covers(shownPath(path, folder)) };
  });
  const wanted = globs.filter(({ isNegated }) => !isNegated);
  const leavesOut = (path: string) => globs.find((glob) => glob.isNegated && glob.matches(path));
  const isStar = (path: string) =>
    (wanted.length === 0 ? isStarName(path) : wanted.some(({ matches }) => matches(path))) &&
    !leavesOut(path) &&
    basename(path) !== configName;
  return { usual: false, origin: layer.originOf(["files"]), isStar, leavesOut, globs };
}

/**
 * The files that a glob matches, or undefined when the pattern is none. One that ends like a file, as `*.yaml` does,
 * stands for all such files; any other for the North Stars that it matches, and for those in a folder that it matches.
 */
export async function filesMatching(
  pattern: string,
  cwd: string,
  configs?: Configs,
): Promise<FoundFiles | undefined> {
  if (!isGlob(pattern)) return undefined;
  const { folder, rest } = baseOf(pattern, cwd);
  if (!existsSync(folder)) return { files: [], missing: [], folders: [] };
  const matches = matcherOf(rest);
  // A configuration is no North Star, however wide the glob.
  if (/\.[^/]*$/.test(rest))
    return filesBelow(folder, cwd, (path) => matches(path) && basename(path) !== configName);
  const { files, missing, folders } = await starsBelow(folder, cwd, configs, coverOf(rest));
  return { files, missing, folders };
}

/** Whether a path or glob behind a `!` leaves out a file; a folder stands for all in it. */
export function exclusionOf(pattern: string, cwd: string): (path: string) => boolean {
  const { folder, rest } = baseOf(pattern, cwd);
  const covers = coverOf(rest);
  return (path) => isInside(path, folder) && covers(shownPath(path, folder));
}

/** The folder that a glob starts from, and what is left of it there. */
function baseOf(pattern: string, cwd: string): { folder: string; rest: string } {
  const names = pattern.split("/");
  const first = names.findIndex(isGlob);
  if (first < 0) {
    const path = resolve(cwd, pattern);
    return { folder: dirname(path), rest: basename(path) };
  }
  const start = names.slice(0, first).join("/");
  return { folder: resolve(cwd, start || (first > 0 ? "/" : ".")), rest: names.slice(first).join("/") };
}

function isInside(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : `${folder}${sep}`);
}
