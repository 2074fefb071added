/** The versions of a file that git knows, whatever it was called. */
import { realpathSync } from "node:fs";
import { basename, dirname, resolve } from "node:path";
import { callerIn, type GitCaller, git } from "./git.js";
import type { World } from "./world.js";

/** A commit that changed a file. */
export interface Revision {
  /** Its whole id. */
  commit: string;
  /** Those before it that changed the file, too: none for the first, several for a merge. */
  parents: readonly string[];
  /** The day on which it was written where its author was, as YYYY-MM-DD. */
  day: string;
  author: string;
  subject: string;
  /** What the file held; missing where it was not there. */
  bytes?: Buffer;
  /** Whether it was there, and a partial clone lacks what it held. */
  isLacking?: true;
}

export interface Past {
  /** Those before come before those after. */
  revisions: readonly Revision[];
  /** Whether the clone is shallow and has nothing that is older. */
  isCut: boolean;
  /** The file that this one began as a copy of, as the repository's root sees it. */
  copyOf?: string;
}

/**
 * Asks git for all versions of a file (seen from `world.cwd`), in three processes: for the names that it had, for the
 * commits that changed it under any of them, and for their contents. A file that was copied from another begins with
 * the copy. Where git cannot say, there is the reason.
 */
export function pastOf(world: World, file: string): Past | { reason: string } {
  const path = realPath(resolve(world.cwd, file));
  const asker = callerIn(world, dirname(path));
  const own = basename(path);
  const followed = namesOf(asker, own);
  if ("reason" in followed) return followed;
  const { names, copyOf } = followed;
  const log = commitsOf(asker, own, names);
  if ("reason" in log) return log;
  const versions = revisionsOf(asker, [`./${own}`, ...names], log.commits);
  if ("reason" in versions) return versions;
  return { ...versions, isCut: log.isCut, ...(copyOf !== undefined && { copyOf }) };
}

/** A link is followed: git has the file that it leads to. */
function realPath(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    return path;
  }
}

/** What settings of a repository or a person would change about an answer. */
const settled = [
  "--no-show-signature",
  "--no-ext-diff",
  "--no-textconv",
  "--no-color",
  "--encoding=UTF-8",
  "--decorate-refs=refs/northstar/none",
];

interface Names {
  /** Earlier ones, as the root sees them, the latest first. */
  names: string[];
  copyOf?: string;
}

/** The earlier names of a file. In a clone that lacks contents git may not tell; then it had none. */
function namesOf(asker: GitCaller, own: string): Names | { reason: string } {
  const answer = git(asker, [
    "log",
    "--follow",
    "--diff-filter=RC",
    "--name-status",
    "-z",
    "--format=commit %H",
    ...settled,
    "--",
    `:(literal)${own}`,
  ]);
  if ("reason" in answer) return isLacking(answer.reason) ? { names: [] } : answer;
  const names: string[] = [];
  for (const [, kind, before = ""] of answer.value
    .toString("utf8")
    .matchAll(/(?:^|\0|\n)([RC])\d{1,3}\0([^\0]*)\0[^\0]*/g)) {
    if (kind === "C") return { names, copyOf: before };
    // A name with a line end cannot be asked for.
    if (before.includes("\n")) return { names };
    if (!names.includes(before)) names.push(before);
  }
  return { names };
}

/** What git complains about in a clone that lacks contents, where nothing is fetched. */
function isLacking(reason: string): boolean {
  return /lazy fetch|promisor|unable to read|could not fetch/i.test(reason);
}

/** A commit as the log has it. */
interface Commit extends Omit<Revision, "bytes" | "isLacking"> {
  /** Whether it says that it wrote the file: merges say nothing. */
  isWritten: boolean;
}

function commitsOf(
  asker: GitCaller,
  own: string,
  names: readonly string[],
): { commits: Commit[]; isCut: boolean } | { reason: string } {
  const answer = git(asker, [
    "log",
    "--topo-order",
    "--parents",
    "--root",
    "--no-renames",
    "--name-status",
    "-z",
    "--date=short",
    "--format=commit %H%n%P%n%ad%n%D%n%aN%n%s",
    ...settled,
    "--",
    `:(literal)${own}`,
    ...names.map((name) => `:(top,literal)${name}`),
  ]);
  if ("reason" in answer) return answer;
  let isCut = false;
  const commits = answer.value
    .toString("utf8")
    .split(/(?:^|\0)commit (?=[0-9a-f]{40})/)
    .filter(Boolean)
    .map((entry): Commit => {
      const [head = "", ...changes] = entry.split("\0");
      const [commit = "", parents = "", day = "", marks = "", author = "", subject = ""] = head.split("\n");
      if (marks.split(", ").includes("grafted")) isCut = true;
      return {
        commit,
        parents: parents.split(" ").filter(Boolean),
        day,
        author,
        subject,
        isWritten: changes.some((status) => /^\n?[AMT]$/.test(status)),
      };
    });
  return { commits: commits.reverse(), isCut };
}

function revisionsOf(
  asker: GitCaller,
  paths: readonly string[],
  commits: readonly Commit[],
): { revisions: Revision[] } | { reason: string } {
  if (commits.length === 0) return { revisions: [] };
  // The latest first: in a clone that lacks contents git ends at the first that is not here.
  const latest = commits.toReversed();
  const asked = latest.flatMap(({ commit }) => paths.map((path) => `${commit}:${path}\n`));
  const answer = git(asker, ["cat-file", "--batch"], asked.join(""));
  const output = "value" in answer ? answer.value : isLacking(answer.reason) && answer.output;
  if (!output) return "reason" in answer ? { reason: answer.reason } : { revisions: [] };
  const replies = repliesIn(output);
  const names = new Map<string, number>();
  const revisions = latest.map(({ isWritten, ...commit }, place): Revision => {
    const held = replies.slice(place * paths.length, (place + 1) * paths.length);
    const usual = names.get(commit.commit) ?? 0;
    const name = held[usual] ? usual : held.findIndex(Boolean);
    const bytes = held[name];
    // Another file may have had one of the names: the name that was used after a commit counts first.
    for (const parent of commit.parents) if (!names.has(parent)) names.set(parent, bytes ? name : usual);
    return { ...commit, ...(bytes ? { bytes } : isWritten && { isLacking: true }) };
  });
  return { revisions: revisions.reverse() };
}

/** What `git cat-file --batch` says to each question; nothing where there is no such file. */
function repliesIn(answer: Buffer): (Buffer | undefined)[] {
  const replies: (Buffer | undefined)[] = [];
  for (let at = 0; at < answer.length; ) {
    const end = answer.indexOf("\n", at);
    const [, kind, size] = /^[0-9a-f]{40,64} (\w+) (\d+)$/.exec(answer.toString("utf8", at, end)) ?? [];
    at = end + 1;
    const isFile = kind === "blob";
    replies.push(isFile ? answer.subarray(at, at + Number(size)) : undefined);
    if (size !== undefined) at += Number(size) + 1;
  }
  return replies;
}
