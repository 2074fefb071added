/** Paths as they are shown to people, and suggestions for a path that is not there. */
import { existsSync, readdirSync } from "node:fs";
import { basename, dirname, relative, resolve, sep } from "node:path";
import { nearest } from "../../file/nearest.js";
import { attempt } from "./read-file.js";

/** A path as reports show it: seen from a folder, with forward slashes. */
export function shownPath(path: string, folder: string): string {
  const start = `${folder}${sep}`;
  // The usual case, without the pains that `relative` takes.
  const way = path.startsWith(start) ? path.slice(start.length) : relative(folder, path) || ".";
  return sep === "/" ? way : way.split(sep).join("/");
}

/** What to do where a folder has its North Star under the other ending of YAML. */
export function renameStep(folder: string): string | undefined {
  return existsSync(resolve(folder, "northstar.yml")) ? "call northstar.yml northstar.yaml" : undefined;
}

/** Asks for a file beside a missing one that has nearly its name. */
export function didYouMean(operand: string, path: string): string {
  const others = attempt(() => readdirSync(dirname(path)));
  const meant = "value" in others ? nearest(basename(path), others.value) : null;
  if (!meant || meant === basename(path)) return "";
  return `, did you mean ${operand.slice(0, operand.length - basename(operand).length)}${meant}?`;
}
