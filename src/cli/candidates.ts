/** The folder in which a team puts its candidates for a North Star, one file for each. */
import { existsSync, readdirSync, statSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import type { Judged } from "../report/report.js";
import { configsOf } from "./config.js";
import { Failure } from "./exit.js";
import { attempt, judge } from "./read.js";
import type { World } from "./world.js";

export const folder = "candidates";

/** A candidate that was read; `key` is its file's name without the ending. */
export interface Found {
  key: string;
  judged: Judged;
}

/** The candidates in folders and files, in the order of their names; unfinished interviews are none. */
export async function candidatesIn(world: World, paths: readonly string[], today?: string): Promise<Found[]> {
  const configs = configsOf(world, {});
  const files = paths.flatMap((path) => filesIn(world, path));
  const found = [...new Set(files)].map(async (file) => {
    const { judging } = await configs.settingsFor(file);
    return { key: keyOf(file), judged: judge(world, file, { ...judging, today }) };
  });
  return Promise.all(found);
}

/** What a candidate is called in options: `ada` for `candidates/ada.yaml`. */
export function keyOf(file: string): string {
  return basename(file).replace(/\.ya?ml$/, "");
}

function filesIn({ cwd }: World, path: string): string[] {
  const stats = attempt(() => statSync(resolve(cwd, path)));
  if ("reason" in stats) throw new Failure(`cannot read ${path}: ${stats.reason}${stepFor(cwd, path)}`);
  if (!stats.value.isDirectory()) return [path];
  const names = readdirSync(resolve(cwd, path)).filter(
    (name) => /\.ya?ml$/.test(name) && !/\.draft\.yaml$/.test(name),
  );
  return names.sort().map((name) => join(path, name).replaceAll("\\", "/"));
}

/** What to do about a file or folder that is not there. */
function stepFor(cwd: string, path: string): string {
  if (path === folder) return "; northstar candidate NAME writes a candidate into it";
  const meant = `${folder}/${path}.yaml`;
  const isThere = /^[\w-]+$/.test(path) && existsSync(resolve(cwd, meant));
  return isThere ? `, did you mean ${meant}?` : "";
}

/** Reads options that say something of candidates, as `ada=…`; what names none of them is a {@link Failure}. */
export function byCandidate(
  option: string,
  words: readonly string[],
  keys: readonly string[],
): Map<string, string> {
  return new Map(
    words.map((word) => {
      const [key = "", ...rest] = word.split("=");
      if (rest.length === 0) throw new Failure(`${option} is written as candidate=…, not '${word}'`);
      if (!keys.includes(key))
        throw new Failure(`${option} ${word}: there is no candidate ${key}, only ${keys.join(", ")}`);
      return [key, rest.join("=")];
    }),
  );
}
