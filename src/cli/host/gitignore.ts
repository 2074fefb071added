/** What git ignores: .gitignore files from the repository's root down, and .git/info/exclude. */
import { existsSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import ignore, { type Ignore } from "ignore";
import { attempt, readBytes } from "./read-file.js";
import { rootOf } from "./repository.js";

/** The patterns that hold in a folder: its own, then those of the folders around it. */
export interface Patterns {
  folder: string;
  /** Where they are written. */
  file: string;
  own: Ignore;
  outer: Patterns | undefined;
}

/** The patterns that hold in a folder, or `all` when git ignores the whole folder. */
export function patternsIn(folder: string): Patterns | undefined | "all" {
  if (folder === (rootOf(folder) ?? folder)) return patternsOf(folder, undefined);
  const outer = patternsIn(dirname(folder));
  return outer === "all" || isIgnored(outer, folder, true) ? "all" : patternsOf(folder, outer);
}

/** The patterns that hold in a folder: its own .gitignore, then those from around it, but from no other repository. */
export function patternsOf(folder: string, outer: Patterns | undefined): Patterns | undefined {
  const around = existsSync(join(folder, ".git")) ? excludesOf(folder) : outer;
  return patternsFrom(join(folder, ".gitignore"), folder, around);
}

/** Whether git ignores a path; the innermost pattern that speaks of it decides. */
export function isIgnored(patterns: Patterns | undefined, path: string, isFolder: boolean): boolean {
  return lineIgnoring(patterns, path, isFolder) !== undefined;
}

/** A line of a .gitignore or exclude file. */
export interface IgnoreLine {
  file: string;
  line: number;
  pattern: string;
}

/** The line by which git ignores a path. */
export function lineIgnoring(
  patterns: Patterns | undefined,
  path: string,
  isFolder: boolean,
): IgnoreLine | undefined {
  for (let each = patterns; each; each = each.outer) {
    const name = relative(each.folder, path).split(sep).join("/");
    const { ignored, unignored, rule } = each.own.test(isFolder ? `${name}/` : name);
    if (ignored) return { file: each.file, line: Number(rule?.mark ?? 0), pattern: rule?.pattern ?? "" };
    if (unignored) return undefined;
  }
  return undefined;
}

/** The line by which git ignores a path or a folder that it is in, where one searches from a folder around it. */
export function ignoringLine(path: string, from: string, isFolder = false): IgnoreLine | undefined {
  const root = rootOf(from) ?? from;
  if (path === root) return undefined;
  const names = relative(root, path).split(sep);
  let here = root;
  let patterns = patternsOf(root, undefined);
  for (const [index, name] of names.entries()) {
    here = join(here, name);
    const isLast = index === names.length - 1;
    const line = lineIgnoring(patterns, here, !isLast || isFolder);
    if (line || isLast) return line;
    patterns = patternsOf(here, patterns);
  }
  return undefined;
}

function patternsFrom(file: string, folder: string, outer: Patterns | undefined): Patterns | undefined {
  const text = textOf(file);
  if (!text) return outer;
  const lines = text.split(/\r?\n/).map((pattern, index) => ({ pattern, mark: String(index + 1) }));
  return { folder, file, own: ignore({ ignoreCase: false }).add(lines), outer };
}

/** In a worktree or submodule `.git` is a file that says where the repository is. */
function excludesOf(root: string): Patterns | undefined {
  let git = join(root, ".git");
  const elsewhere = /^gitdir: (.+)$/m.exec(textOf(git))?.[1];
  if (elsewhere) {
    git = resolve(root, elsewhere);
    git = resolve(git, textOf(join(git, "commondir")).trim());
  }
  return patternsFrom(join(git, "info", "exclude"), root, undefined);
}

/** What git keeps in a file of its own, or none where there is none; its folder may lie anywhere. */
function textOf(file: string): string {
  if (!existsSync(file)) return "";
  const bytes = attempt(() => readBytes(file, { within: null }));
  return "value" in bytes ? bytes.value.toString("utf8") : "";
}
