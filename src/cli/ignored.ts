/** What git leaves alone: .gitignore files from the repository's root down, and .git/info/exclude. */
import { existsSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import ignore, { type Ignore } from "ignore";
import { attempt, readBytes } from "./read.js";
import { rootOf } from "./repository.js";

/** The patterns that hold in a folder: its own, then those of the folders around it. */
export interface Patterns {
  folder: string;
  own: Ignore;
  outer: Patterns | undefined;
}

type Held = Patterns | undefined | "all";

/** The patterns that hold in `folder`, or `all` when git ignores the whole folder; `known` spares reading them again. */
export function patternsIn(folder: string, known = new Map<string, Held>()): Held {
  const root = rootOf(folder);
  return root ? patternsFromRoot(folder) : patternsOf(folder, undefined);

  function patternsFromRoot(here: string): Held {
    if (!known.has(here)) known.set(here, here === root ? atRoot(here) : below(here));
    return known.get(here);
  }

  function below(here: string): Held {
    const outer = patternsFromRoot(dirname(here));
    return outer === "all" || isIgnored(outer, here, true) ? "all" : patternsOf(here, outer);
  }
}

function atRoot(root: string): Patterns | undefined {
  return patternsOf(root, excludesOf(root));
}

/** Tells of files whether git ignores them, or a folder that they are in. */
export function ignoredFiles(): (path: string) => boolean {
  const known = new Map<string, Held>();
  return (path) => {
    const patterns = patternsIn(dirname(path), known);
    return patterns === "all" || isIgnored(patterns, path, false);
  };
}

/** Adds a folder's own .gitignore to the patterns from around it. */
export function patternsOf(folder: string, outer: Patterns | undefined): Patterns | undefined {
  return patternsFrom(join(folder, ".gitignore"), folder, outer);
}

/** Whether git ignores a path; the innermost pattern that speaks of it decides. */
export function isIgnored(patterns: Patterns | undefined, path: string, isFolder: boolean): boolean {
  for (let each = patterns; each; each = each.outer) {
    const name = relative(each.folder, path).split(sep).join("/");
    const verdict = each.own.test(isFolder ? `${name}/` : name);
    if (verdict.ignored) return true;
    if (verdict.unignored) return false;
  }
  return false;
}

function patternsFrom(file: string, folder: string, outer: Patterns | undefined): Patterns | undefined {
  const text = textOf(file);
  return text ? { folder, own: ignore({ ignoreCase: false }).add(text), outer } : outer;
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
