/** The versions of a file that git knows, whatever it was called. */
import { realpathSync } from "node:fs";
import { basename, dirname, resolve } from "node:path";
import { type Content, callerIn, contentsOf, type GitCaller, git, isLacking } from "./git.js";
import type { World } from "./world.js";

/** A commit that changed a file. */
interface Revision {
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
 * Asks git for all versions of a file (seen from `world.cwd`), whatever it was called. Two processes do where each
 * commit found what the one before it left: for the commits, and for their contents. Where lines of work were merged, or
 * the file was gone for a while, a third one says which commit follows which under all names that it had. A file that was copied from another begins with the
 * copy. Where git cannot say, there is the reason.
 */
export function pastOf(world: World, file: string): Past | { reason: string } {
  const path = realPath(resolve(world.cwd, file));
  const asker = callerIn(world, dirname(path));
  const own = basename(path);
  const followed = followedOf(asker, own);
  if ("reason" in followed) return followed;
  const straight = straightPast(asker, own, followed);
  if (straight) return straight;
  const { names, copyOf } = namesIn(followed);
  const past = branchedPast(asker, own, names);
  return "reason" in past ? past : { ...past, ...(copyOf !== undefined && { copyOf }) };
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

/** What a commit did to a file. */
interface FileChange {
  /** Ids of what the file held; zeros where it was not there. */
  before: string;
  after: string;
  /** A, C, D, M, R or T. */
  status: string;
  from: string;
  to: string;
}

/** A commit as the log has it. */
interface LogEntry extends Omit<Revision, "bytes" | "isLacking"> {
  /** Whether a shallow clone has nothing that is older. */
  isCut: boolean;
  /** Missing where a merge differs from all that it brings together. */
  change?: FileChange;
}

/** What each commit of a log is told by. */
const told = ["--raw", "--no-abbrev", "-z", "--date=short", "--format=commit %H%n%P%n%ad%n%D%n%aN%n%s"];

/** Reads a log: an entry for each commit, and below it a line and one or two names for each file. */
function entriesIn(log: Buffer): LogEntry[] {
  const parts = log.toString("utf8").split("\0");
  const entries: LogEntry[] = [];
  for (let at = 0; at < parts.length; at += 1) {
    const part = parts[at] ?? "";
    if (part.startsWith("commit ")) {
      const [head = "", parents = "", day = "", marks = "", author = "", subject = ""] = part.split("\n");
      entries.push({
        commit: head.slice("commit ".length),
        parents: parents.split(" ").filter(Boolean),
        day,
        author,
        subject,
        isCut: marks.split(", ").includes("grafted"),
      });
      continue;
    }
    const [, before = "", after = "", status = ""] =
      /^\n?:+(?:\d+ )+([0-9a-f]+) (?:[0-9a-f]+ )*?([0-9a-f]+) ([A-Z]+)\d*$/.exec(part) ?? [];
    if (status === "") continue;
    const from = parts[++at] ?? "";
    const to = status === "R" || status === "C" ? (parts[++at] ?? "") : from;
    const entry = entries.at(-1);
    if (entry && status.length === 1) entry.change = { before, after, status, from, to };
  }
  return entries;
}

/**
 * The commits that changed a file, whatever it was called, the latest first. A merge is told where it differs from all
 * that it brings together. In a clone that lacks contents git may not tell any.
 */
function followedOf(asker: GitCaller, own: string): LogEntry[] | { reason: string } {
  const answer = git(asker, [
    "log",
    "--follow",
    "--topo-order",
    "--root",
    "-c",
    ...told,
    ...settled,
    "--",
    `:(literal)${own}`,
  ]);
  if ("value" in answer) return entriesIn(answer.value);
  return isLacking(answer.reason) ? [] : answer;
}

function namesIn(entries: readonly LogEntry[]): Names {
  const names: string[] = [];
  for (const { change } of entries) {
    if (change?.status === "C") return { names, copyOf: change.from };
    if (change?.status !== "R") continue;
    // A name with a line end cannot be asked for.
    if (change.from.includes("\n")) return { names };
    if (!names.includes(change.from)) names.push(change.from);
  }
  return { names };
}

/**
 * The past of a file whose commits follow one another: each found what the one before it left, and what the last one
 * left is there now. Nothing where it is not so.
 */
function straightPast(asker: GitCaller, own: string, entries: readonly LogEntry[]): Past | undefined {
  if (!entries.every((entry, index) => isStep(entry, entries[index + 1]))) return undefined;
  // The latest first: in a clone that lacks contents git ends at the first that is not here.
  const written = entries.flatMap(({ change }) => (change && isWritten(change) ? [change.after] : []));
  const { contents, reason = "" } = contentsOf(asker, [`HEAD:./${own}`, ...written]);
  if (reason && !isLacking(reason)) return undefined;
  const [now, ...held] = contents;
  const left = entries[0]?.change;
  // Git cannot be asked for a name with a line end: there the last commit is believed.
  if (!own.includes("\n") && now?.id !== (left && isWritten(left) ? left.after : undefined)) return undefined;
  let place = 0;
  const revisions = entries.map(({ change, isCut: _, ...commit }, index): Revision => {
    const before = entries[index + 1];
    const parents = before ? [before.commit] : [];
    if (!change || !isWritten(change)) return { ...commit, parents };
    return { ...commit, parents, ...heldAs(held[place++]) };
  });
  return { revisions: revisions.reverse(), isCut: entries.some(({ isCut }) => isCut) };
}

/** Whether a commit went on from what the one before it left, and there is no other that it could have gone on from. */
function isStep({ parents, change }: LogEntry, earlier: LogEntry | undefined): boolean {
  if (!change || parents.length > 1 || change.status === "C") return false;
  if (isNowhere(change.before)) return !earlier;
  return earlier?.change?.after === change.before && earlier.change.to === change.from;
}

function isWritten({ after }: FileChange): boolean {
  return !isNowhere(after);
}

function isNowhere(id: string): boolean {
  return /^0+$/.test(id);
}

function heldAs(content: Content | undefined): Pick<Revision, "bytes" | "isLacking"> {
  return content ? { bytes: content.bytes } : { isLacking: true };
}

/** Each commit with those that it follows, merges included, under all names that the file had; the latest first. */
function commitsOf(asker: GitCaller, own: string, names: readonly string[]): LogEntry[] | { reason: string } {
  const answer = git(asker, [
    "log",
    "--topo-order",
    "--parents",
    "--root",
    "--no-follow",
    "--no-renames",
    ...told,
    ...settled,
    "--",
    `:(literal)${own}`,
    ...names.map((name) => `:(top,literal)${name}`),
  ]);
  return "reason" in answer ? answer : entriesIn(answer.value);
}

function branchedPast(asker: GitCaller, own: string, names: readonly string[]): Past | { reason: string } {
  const commits = commitsOf(asker, own, names);
  if ("reason" in commits) return commits;
  const paths = [`./${own}`, ...names];
  // The latest first, as above.
  const { contents, reason = "" } = contentsOf(
    asker,
    commits.flatMap(({ commit }) => paths.map((path) => `${commit}:${path}`)),
  );
  if (reason && !isLacking(reason)) return { reason };
  const used = new Map<string, number>();
  const revisions = commits.map(({ change, isCut: _, ...commit }, place): Revision => {
    const held = contents.slice(place * paths.length, (place + 1) * paths.length);
    const usual = used.get(commit.commit) ?? 0;
    const name = held[usual] ? usual : held.findIndex(Boolean);
    const content = held[name];
    // Another file may have had one of the names: the name that was used after a commit counts first.
    for (const parent of commit.parents) if (!used.has(parent)) used.set(parent, content ? name : usual);
    return { ...commit, ...((content || (change && isWritten(change))) && heldAs(content)) };
  });
  return { revisions: revisions.reverse(), isCut: commits.some(({ isCut }) => isCut) };
}
