/** Which files a person means by paths, folders and globs. */
import { existsSync, realpathSync, statSync } from "node:fs";
import { basename, dirname, resolve } from "node:path";
import { type Configs, configName, isStarName } from "./config.js";
import { catchFailure, Failure, failureAt } from "./exit.js";
import { didYouMean, renameStep, shownPath } from "./paths.js";
import { attempt, isThere, readBytes } from "./read-file.js";
import type { FoundFiles } from "./search-folders.js";
import type { World } from "./world.js";

const searched = "northstar.yaml or *.northstar.yaml that git does not ignore";

/**
 * The files that the operands name, in their order; without operands, every North Star below the current folder.
 * Those behind a `!` are left out. Configurations say what a folder's North Stars are called; a file that they leave
 * out is left out even where it is named, since hooks name every file that was changed. What git ignores is left out
 * only where folders and globs are searched. `-` stands for the file that standard input is named after.
 */
export async function findFiles(
  { cwd }: Pick<World, "cwd">,
  operands: readonly string[],
  configs?: Configs,
  stdin = "-",
): Promise<Required<Omit<FoundFiles, "leftOut">>> {
  const found = {
    files: [] as string[],
    missing: [] as Failure[],
    folders: [] as string[],
    notes: [] as string[],
  };
  const isUnwanted = (operand: string) => operand.startsWith("!") && !existsSync(resolve(cwd, operand));
  const wanted = operands.filter((operand) => !isUnwanted(operand));
  const skipped: { file: string; origin: string }[] = [];
  if (wanted.length === 0) await addFolder(cwd, "this folder");
  for (const operand of wanted) {
    if (operand === "-") {
      await take(resolve(cwd, stdin));
      continue;
    }
    const path = resolve(cwd, operand);
    const stats = attempt(() => statSync(path));
    if ("value" in stats) {
      if (stats.value.isDirectory()) await addFolder(path, operand);
      else await take(path);
      continue;
    }
    const link = isThere(path) ? attempt(() => readBytes(path)) : undefined;
    if (link && "reason" in link) {
      found.missing.push(failureAt(operand, `cannot read ${operand}: ${link.reason}`));
      continue;
    }
    const { filesMatching } = await import("./search-folders.js");
    const matching = await filesMatching(operand, cwd, configs);
    if (matching) add(matching, `no file that git does not ignore matches ${operand}`);
    else {
      found.missing.push(
        failureAt(operand, `cannot read ${operand}: ${stats.reason}${didYouMean(operand, path)}`),
      );
      found.folders.push(dirname(path));
    }
  }
  for (const operand of operands.filter(isUnwanted)) await leaveOut(operand);
  found.notes.push(...notesOn(skipped));
  const files = operands.length > 1 ? eachOnce(found.files) : found.files;
  return { ...found, files: [...new Set(files.map((file) => shownPath(file, cwd)))] };

  async function addFolder(folder: string, name: string): Promise<void> {
    const { starsBelow } = await import("./search-folders.js");
    const below = await starsBelow(folder, cwd, configs);
    const isEmpty = below.files.length + below.missing.length === 0;
    add(below, isEmpty ? (below.leftOut ?? (await nothingIn(folder, name))) : "");
  }

  /** Why nothing is found, with the next step. */
  async function nothingIn(folder: string, name: string): Promise<string> {
    const start = `found no ${searched} in ${name} or below`;
    const step = renameStep(folder);
    if (step !== undefined) return `${start}; ${step}`;
    const { possibleFilesBelow } = await import("./search-folders.js");
    const ignored = possibleFilesBelow(folder).files.filter(({ path, by }) => by && isStarName(path));
    const [first] = ignored;
    if (first)
      return `${start}; git ignores ${ignored.length === 1 ? shownPath(first.path, cwd) : `${ignored.length} of them`}, and northstar doctor says by which line`;
    return folder === cwd ? `${start}; northstar init writes one` : start;
  }

  function add({ files, missing, folders, notes = [] }: FoundFiles, nothing: string): void {
    found.files = found.files.concat(files);
    found.folders = found.folders.concat(folders);
    found.missing.push(...(files.length + missing.length === 0 ? [new Failure(nothing)] : missing));
    found.notes.push(...notes);
  }

  async function take(path: string): Promise<void> {
    found.folders.push(dirname(path));
    if (basename(path) === configName) {
      const file = shownPath(path, cwd);
      found.notes.push(
        `not judged, since it is a configuration: ${file}; northstar doctor says what it sets`,
      );
      return;
    }
    const glob = await leftOutBy(path);
    if (glob) skipped.push({ file: shownPath(path, cwd), origin: glob.origin });
    else found.files.push(path);
  }

  async function leftOutBy(path: string): Promise<{ origin: string } | undefined> {
    const settings = configs && (await catchFailure(configs.settingsFor(path)));
    if (!settings || settings instanceof Failure || !settings.config.files) return undefined;
    const { fileSelector } = await import("./search-folders.js");
    return fileSelector(settings).leavesOut(path);
  }

  async function leaveOut(operand: string): Promise<void> {
    const { exclusionOf } = await import("./search-folders.js");
    const isOut = exclusionOf(operand.slice(1), cwd);
    const kept = found.files.filter((file) => !isOut(file));
    if (kept.length === found.files.length)
      found.notes.push(`${operand} leaves out nothing: no file that is judged matches it`);
    else if (kept.length === 0) found.missing.push(new Failure(`${operand} leaves out all that was found`));
    found.files = kept;
  }
}

/** A file that is named by a link as well counts once, by its own name where that is among them. */
function eachOnce(files: readonly string[]): string[] {
  const byPlace = new Map<string, string>();
  for (const file of files) {
    const place = attempt(() => realpathSync.native(file));
    const own = "value" in place ? place.value : file;
    if (!byPlace.has(own) || file === own) byPlace.set(own, file);
  }
  return [...byPlace.values()];
}

/** How many of the files that are left out are named. */
const mostNamed = 5;

/** Which files that were named are left out, and where it says so. */
function notesOn(skipped: readonly { file: string; origin: string }[]): string[] {
  const origins = [...new Set(skipped.map(({ origin }) => origin))];
  return origins.map((by) => {
    const files = skipped.filter(({ origin }) => origin === by).map(({ file }) => file);
    const more = files.length > mostNamed ? ` and ${files.length - mostNamed} more` : "";
    return `not judged, since \`files\` in ${by} leaves out: ${files.slice(0, mostNamed).join(", ")}${more}`;
  });
}
