/** Which files a person means by paths, folders and globs. */
import { existsSync, readdirSync, statSync } from "node:fs";
import { basename, dirname, relative, resolve, sep } from "node:path";
import { nearest } from "../file/nearest.js";
import type { Configs } from "./config.js";
import { Failure, failureAt, orFailure } from "./exit.js";
import { attempt, isThere, readBytes } from "./read.js";
import type { World } from "./world.js";

export interface Found {
  /** As the person would name them: seen from the current folder, with forward slashes; each once. */
  files: string[];
  /** Why something is missing or cannot be looked into. */
  missing: Failure[];
  /** The folders that the files are in, and those that were looked through: their whole paths. */
  folders: string[];
  /** Said where nothing is found, since a configuration leaves out what is there. */
  leftOut?: string;
}

const searched = "northstar.yaml or *.northstar.yaml that git does not ignore";

/**
 * The files that the operands name, in their order; without operands, every North Star below the current folder.
 * Configurations say what a folder's North Stars are called. With them a file that they or git leave out is left out
 * silently, since hooks name every file that was changed. `-` stands for the file that standard input is named after.
 */
export async function find(
  { cwd }: Pick<World, "cwd">,
  operands: readonly string[],
  configs?: Configs,
  stdin = "-",
): Promise<Found> {
  const found: Found = { files: [], missing: [], folders: [] };
  let isIgnored: ((path: string) => boolean) | undefined;
  if (operands.length === 0) {
    const nothing = `found no ${searched} in this folder or below; ${shortEnding(cwd) ?? "northstar init writes one"}`;
    add(found, await starsBelow(cwd), nothing);
  }
  for (const operand of operands) {
    if (operand === "-") {
      await take(resolve(cwd, stdin));
      continue;
    }
    const path = resolve(cwd, operand);
    const stats = attempt(() => statSync(path));
    if ("value" in stats) {
      if (stats.value.isDirectory())
        add(found, await starsBelow(path), `found no ${searched} in ${operand} or below`);
      else await take(path);
      continue;
    }
    const link = isThere(path) ? attempt(() => readBytes(path)) : undefined;
    if (link && "reason" in link) {
      found.missing.push(failureAt(operand, `cannot read ${operand}: ${link.reason}`));
      continue;
    }
    const { filesMatching } = await import("./search.js");
    const matching = filesMatching(operand, cwd);
    if (matching) add(found, matching, `no file that git does not ignore matches ${operand}`);
    else {
      found.missing.push(
        failureAt(operand, `cannot read ${operand}: ${stats.reason}${similar(operand, path)}`),
      );
      found.folders.push(dirname(path));
    }
  }
  const names = found.files.map((file) => nameOf(file, cwd));
  return { ...found, files: [...new Set(names)] };

  async function starsBelow(folder: string): Promise<Found> {
    const { starsBelow } = await import("./search.js");
    return starsBelow(folder, cwd, configs);
  }

  async function take(path: string): Promise<void> {
    found.folders.push(dirname(path));
    if (!(await isLeftOut(path))) found.files.push(path);
  }

  async function isLeftOut(path: string): Promise<boolean> {
    if (!configs) return false;
    isIgnored ??= (await import("./ignored.js")).ignoredFiles();
    if (isIgnored(path)) return true;
    const settings = await orFailure(configs.settingsFor(path));
    if (settings instanceof Failure || !settings.config.files) return false;
    const { chooserOf } = await import("./search.js");
    return chooserOf(settings).isLeftOut(path);
  }
}

/** A path as reports show it: seen from a folder, with forward slashes. */
export function nameOf(path: string, folder: string): string {
  const start = `${folder}${sep}`;
  // The usual case, without the pains that `relative` takes.
  const way = path.startsWith(start) ? path.slice(start.length) : relative(folder, path) || ".";
  return sep === "/" ? way : way.split(sep).join("/");
}

function add(found: Found, { files, missing, folders, leftOut }: Found, nothing: string): void {
  found.files = found.files.concat(files);
  found.folders = found.folders.concat(folders);
  found.missing.push(...(files.length + missing.length === 0 ? [new Failure(leftOut ?? nothing)] : missing));
}

/** What to do where a folder has its North Star under the other ending of YAML. */
export function shortEnding(folder: string): string | undefined {
  return existsSync(resolve(folder, "northstar.yml")) ? "call northstar.yml northstar.yaml" : undefined;
}

/** Asks for a file beside a missing one that has nearly its name. */
export function similar(operand: string, path: string): string {
  const others = attempt(() => readdirSync(dirname(path)));
  const meant = "value" in others ? nearest(basename(path), others.value) : null;
  if (!meant || meant === basename(path)) return "";
  return `, did you mean ${operand.slice(0, operand.length - basename(operand).length)}${meant}?`;
}
