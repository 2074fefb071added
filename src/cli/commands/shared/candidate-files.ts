/** The folder in which a team puts its candidates for a North Star, one file for each. */
import { existsSync, readdirSync, statSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { slug } from "../../../file/northstar.js";
import type { Judged } from "../../../report/report.js";
import { configsOf } from "../../host/config.js";
import { Failure } from "../../host/exit.js";
import { attempt } from "../../host/read-file.js";
import type { World } from "../../host/world.js";
import { judgeFile } from "./judge-file.js";

export const candidatesFolder = "candidates";

/** A candidate that was read; `key` is its file's name without the ending. */
export interface CandidateFile {
  key: string;
  judged: Judged;
}

/** The candidates in folders and files, in the order of their names; unfinished interviews are none. */
export async function candidatesIn(
  world: World,
  paths: readonly string[],
  today?: string,
): Promise<CandidateFile[]> {
  const configs = configsOf(world, {});
  const files = paths.flatMap((path) => filesIn(world, path));
  const found = [...new Set(files)].map(async (file) => {
    const { judging } = await configs.settingsFor(file);
    return { key: candidateKey(file), judged: await judgeFile(world, file, { ...judging, today }) };
  });
  return Promise.all(found);
}

/** What a candidate is called in options: `ada` for `candidates/ada.yaml`. */
export function candidateKey(file: string): string {
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
  if (path === candidatesFolder) return "; northstar candidate NAME writes a candidate into it";
  const meant = `${candidatesFolder}/${path}.yaml`;
  const isThere = /^[\w-]+$/.test(path) && existsSync(resolve(cwd, meant));
  return isThere ? `, did you mean ${meant}?` : "";
}

/**
 * Reads options that say something of candidates, as `ada=…`: the name of a file, or what its owner or its metric is
 * called. What names none of them, or one twice, is a {@link Failure}; `others` says why something may not be meant.
 */
export function byCandidate(
  option: string,
  words: readonly string[],
  candidates: readonly CandidateFile[],
  others: (said: string) => string | undefined = () => undefined,
): Map<string, string> {
  const said = new Map<string, string>();
  for (const word of words) {
    const [name = "", ...rest] = word.split("=");
    if (rest.length === 0) throw new Failure(`${option} is written as candidate=…, not '${word}'`);
    const [found, another] = candidatesByName(name, candidates);
    const keys = (found ? candidates.filter((each) => candidatesByName(name, [each])[0]) : candidates)
      .map(({ key }) => key)
      .join(", ");
    if (!found)
      throw new Failure(
        `${option} ${word}: ${others(name) ?? `there is no candidate ${name}, only ${keys}`}`,
      );
    if (another) throw new Failure(`${option} ${word}: ${name} may be ${keys}; say which`);
    if (said.has(found.key)) throw new Failure(`${option} ${word}: ${found.key} is given twice`);
    said.set(found.key, rest.join("="));
  }
  return said;
}

/** The candidates that a word means: the one whose file is called so, else all whose owner or metric is. */
export function candidatesByName(word: string, candidates: readonly CandidateFile[]): CandidateFile[] {
  const exact = candidates.filter(({ key }) => key === word);
  if (exact.length > 0) return exact;
  const meant = slug(word);
  return candidates.filter(
    ({ key, judged: { star } }) =>
      meant !== "" && [key, star?.owner ?? "", star?.name ?? ""].some((name) => slug(name) === meant),
  );
}
