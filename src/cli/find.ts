/** Which files a person means by paths, folders and globs. */
import { existsSync, readdirSync, statSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import picomatch from "picomatch";
import { isIgnored, type Patterns, patternsIn, patternsOf } from "./ignored.js";
import { attempt } from "./read.js";
import type { World } from "./world.js";

export interface Found {
  /** As the person would name them: seen from the current folder, with forward slashes; each once. */
  files: string[];
  /** What is missing, in words for the person. */
  missing: string[];
}

type Test = (path: string) => boolean;

const searched = "northstar.yaml or *.northstar.yaml that git does not ignore";

/** The files that the operands name, in their order; without operands, every North Star below the current folder. */
export function find({ cwd }: Pick<World, "cwd">, operands: readonly string[]): Found {
  const files = new Set<string>();
  const missing: string[] = [];
  for (const operand of operands.length > 0 ? operands : ["."]) {
    const named = filesOf(operand, cwd, missing);
    for (const file of named ?? []) files.add(nameOf(file, cwd));
    if (named?.length === 0) missing.push(nothingIn(operand, operands.length > 0));
  }
  return { files: [...files], missing };
}

/** A path as reports show it. */
export function nameOf(path: string, cwd: string): string {
  return (relative(cwd, resolve(cwd, path)) || ".").split(sep).join("/");
}

/** Undefined when what is named cannot be looked into; the reason is then in `missing`. */
function filesOf(operand: string, cwd: string, missing: string[]): string[] | undefined {
  const path = resolve(cwd, operand);
  const stats = attempt(() => statSync(path));
  if ("value" in stats) return stats.value.isDirectory() ? filesIn(path, cwd, isNorthstar, missing) : [path];
  const { base, glob, isGlob, negated } = picomatch.scan(operand);
  if (isGlob && !negated) {
    const folder = resolve(cwd, base);
    const matches = picomatch(glob);
    return existsSync(folder) ? filesIn(folder, cwd, (file) => matches(nameOf(file, folder)), missing) : [];
  }
  missing.push(`cannot read ${operand}: ${stats.reason}`);
  return undefined;
}

function nothingIn(operand: string, asked: boolean): string {
  if (!asked) return `found no ${searched} in this folder or below; northstar init writes one`;
  if (picomatch.scan(operand).isGlob) return `no file that git does not ignore matches ${operand}`;
  return `found no ${searched} in ${operand} or below`;
}

function isNorthstar(path: string): boolean {
  return /(?:^|[\\/])(?:[^\\/]+\.)?northstar\.yaml$/.test(path);
}

function filesIn(folder: string, cwd: string, matches: Test, missing: string[]): string[] {
  const patterns = patternsIn(folder);
  return patterns === "all" ? [] : [...walk(folder, patterns)];

  /** Symbolic links are left alone, as git does: no loops, and nothing from outside the folder. */
  function* walk(folder: string, patterns: Patterns | undefined): Iterable<string> {
    const entries = attempt(() => readdirSync(folder, { withFileTypes: true }));
    if ("reason" in entries) missing.push(`cannot read ${nameOf(folder, cwd)}: ${entries.reason}`);
    else
      for (const entry of entries.value.sort((a, b) => (a.name < b.name ? -1 : 1))) {
        const path = join(folder, entry.name);
        if (entry.isDirectory()) {
          if (entry.name === ".git" || entry.name === "node_modules" || isIgnored(patterns, path, true))
            continue;
          yield* walk(path, patternsOf(path, patterns));
        } else if (entry.isFile() && matches(path) && !isIgnored(patterns, path, false)) yield path;
      }
  }
}
