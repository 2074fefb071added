/** What is wrong with files only because others are there. */
import { compareProblems, type Problem } from "../file/problem.js";
import { listed } from "../file/say.js";
import type { Heard } from "./hear.js";

/** A file that was judged by itself. */
interface Claiming {
  path: string;
  problems: readonly Problem[];
  ignored?: readonly Problem[];
  claims?: Heard | undefined;
}

/** Files that were judged by themselves as they are beside one another: of what several claim, each has a problem. */
export function together<T extends Claiming>(files: readonly T[]): T[] {
  const claimants = claimantsIn(files);
  return files.map((file) => {
    const { claims, problems, ignored = [] } = file;
    if (!claims) return file;
    const disputed = claims.problems.flatMap(disputedBy);
    const answered = claims.ignored.flatMap(disputedBy);
    const before = problems.some(isClaim) || ignored.some(isClaim);
    if (!before && disputed.length + answered.length === 0) return file;
    return { ...file, problems: joined(problems, disputed), ignored: joined(ignored, answered) };

    function disputedBy(problem: Problem): Problem[] {
      const all = claimants.get(problem.claim ?? "") ?? [];
      const others = all.length - 1;
      if (others < 1) return [];
      // Of very many only a few are named, so only a few are looked at.
      const some = all.slice(0, 8).flatMap((each) => (each === file ? [] : [each.path]));
      return [{ ...problem, message: `claimed in ${listed(some, others)}, too: ${problem.message}` }];
    }
  });
}

/** What several files claim, with these files. */
export function disputesIn<T extends Pick<Claiming, "claims">>(files: readonly T[]): T[][] {
  return [...claimantsIn(files).values()].filter(({ length }) => length > 1);
}

function claimantsIn<T extends Pick<Claiming, "claims">>(files: readonly T[]): Map<string, T[]> {
  const claimants = new Map<string, T[]>();
  for (const file of files)
    for (const { claim = "" } of [...(file.claims?.problems ?? []), ...(file.claims?.ignored ?? [])]) {
      const others = claimants.get(claim);
      if (others) others.push(file);
      else claimants.set(claim, [file]);
    }
  return claimants;
}

function joined(own: readonly Problem[], disputed: readonly Problem[]): Problem[] {
  return [...own.filter((each) => !isClaim(each)), ...disputed].sort(compareProblems);
}

export function isClaim({ claim }: Problem): boolean {
  return claim !== undefined;
}
