/** Files as they were at an earlier revision of git. */
import { existsSync } from "node:fs";
import { join, posix, resolve } from "node:path";
import { nearest } from "../../file/nearest.js";
import { decode } from "../../file/text.js";
import { isStarName } from "./config.js";
import { Failure } from "./exit.js";
import { callerIn, entriesAt, type GitCaller, git, isShallow, lineOf, objectsOf } from "./git.js";
import { matchRenames } from "./renames.js";
import type { World } from "./world.js";

/** A file that is judged now: its path as seen from the current folder, and its text. */
interface Now {
  path: string;
  text: string;
}

/** A repository at one of its commits. */
interface Revision {
  asker: GitCaller;
  /** Its root. */
  folder: string;
  commit: string;
}

/** What a file held at a revision, and what it was called then, seen from the current folder. */
export interface Earlier {
  path: string;
  bytes: Buffer;
}

/** Who asks for a revision, as messages name it, and what to do without one. */
export interface Asking {
  name: string;
  instead: string;
}

const sinceOption: Asking = { name: "--since", instead: "leave out --since" };

/** The same as {@link earlierAt} without the names. */
export function textsAt(world: World, since: string, files: readonly Now[]): Map<string, Buffer> {
  const earlier = earlierAt(world, since, files, sinceOption);
  return new Map([...earlier].map(([path, { bytes }]) => [path, bytes]));
}

/**
 * What each file held at a revision, whatever it was called then; files that were not there are left out. A file of
 * a submodule is taken from the commit that the revision names for it. Without git, and for a revision that it does
 * not know, there is a Failure.
 */
export function earlierAt(
  world: World,
  since: string,
  files: readonly Now[],
  asking: Asking,
): Map<string, Earlier> {
  const { start, folder } = placeIn(world, asking);
  const commit = commitOf(world, since, asking);
  const inside = files
    .map((file) => ({ ...file, name: posix.join(start, file.path) }))
    .filter(({ name }) => !name.startsWith("../") && !posix.isAbsolute(name));
  const texts = textsIn({ asker: world, folder, commit }, inside);
  return new Map(
    inside.flatMap(({ path, name }) => {
      const found = texts.get(name);
      if (!found) return [];
      const former = found.path === name ? path : posix.relative(start, found.path);
      return [[path, { ...found, path: former }] as const];
    }),
  );
}

/** The root of the repository, and the current folder as the root sees it. */
function placeIn(world: World, { name }: Asking): { folder: string; start: string } {
  const both = git(world, ["rev-parse", "--show-toplevel", "--show-prefix"]);
  const [, folder, start] =
    "value" in both ? (/^([^\n]*)\n([^\n]*)\n?$/.exec(both.value.toString("utf8")) ?? []) : [];
  if (folder !== undefined && start !== undefined) return { folder, start };
  // One after the other where one is missing, or has a line break in it.
  const prefix = git(world, ["rev-parse", "--show-prefix"]);
  const top = git(world, ["rev-parse", "--show-toplevel"]);
  if ("reason" in prefix) throw new Failure(`${name} needs a git repository: ${prefix.reason}`);
  if ("reason" in top) throw new Failure(`${name} needs the files of a git repository: ${top.reason}`);
  return { folder: lineOf(top.value), start: lineOf(prefix.value) };
}

/** A file by its path as its repository's root sees it. */
interface Named {
  name: string;
  text: string;
}

function textsIn(revision: Revision, files: readonly Named[]): Map<string, Earlier> {
  const { asker, folder, commit } = revision;
  const entries = entriesAt(
    asker,
    commit,
    files.map(({ name }) => name),
  );
  const isBlob = ({ name }: Named) => entries.get(name)?.kind === "blob";
  const others = files.filter((file) => !isBlob(file));
  const nested = new Map<string, Named[]>();
  const moved: Named[] = [];
  for (const file of others) {
    const root = nestedRoot(folder, file.name);
    if (root === undefined) moved.push(file);
    else nested.set(root, [...(nested.get(root) ?? []), file]);
  }
  const before = new Map([
    ...files.filter(isBlob).flatMap(({ name }) => {
      const id = entries.get(name)?.id;
      return id ? [[name, { id, path: name }] as const] : [];
    }),
    ...earlierOf(revision, moved),
  ]);
  const contents = objectsOf(
    asker,
    [...before.values()].map(({ id }) => id),
  );
  const texts = new Map<string, Earlier>();
  for (const [name, { id, path }] of before) {
    const bytes = contents.get(id);
    if (bytes) texts.set(name, { path, bytes });
  }
  for (const [root, inner] of nested)
    for (const [name, found] of textsOfSubmodule(revision, root, inner)) texts.set(name, found);
  return texts;
}

/** The root of the outermost repository inside another that a file is in, as the outer root sees it. */
function nestedRoot(folder: string, name: string): string | undefined {
  const parts = name.split("/").slice(0, -1);
  const roots = parts.map((_, index) => parts.slice(0, index + 1).join("/"));
  return roots.find((root) => existsSync(join(folder, root, ".git")));
}

/** Nothing for a repository that the outer one does not know as a submodule at this revision. */
function textsOfSubmodule(
  { asker, folder, commit }: Revision,
  root: string,
  files: readonly Named[],
): Map<string, Earlier> {
  const entry = entriesAt(asker, commit, [root]).get(root);
  if (entry?.kind !== "commit") return new Map();
  const inner: Revision = {
    asker: callerIn(asker, join(folder, root)),
    folder: join(folder, root),
    commit: entry.id,
  };
  if ("reason" in git(inner.asker, ["cat-file", "-e", `${entry.id}^{commit}`]))
    throw new Failure(
      `the submodule ${root} was at ${entry.id.slice(0, 12)} then, which is not here; git -C ${root} fetch ${isShallow(inner.asker) ? "--unshallow " : ""}brings it`,
    );
  const texts = textsIn(
    inner,
    files.map(({ name, text }) => ({ name: name.slice(root.length + 1), text })),
  );
  return new Map(
    [...texts].map(([name, { path, bytes }]) => [`${root}/${name}`, { path: `${root}/${path}`, bytes }]),
  );
}

/** How many files that are gone are compared with those that are new, unless they are called alike. */
const mostCompared = 1000;

/** An object of git, and the path that it had. */
interface Blob {
  id: string;
  path: string;
}

/** The earlier contents of files that had another name: what is gone since and was nearly the same. */
function earlierOf({ asker, folder, commit }: Revision, files: readonly Named[]): Map<string, Blob> {
  const here = files.filter(({ name }) => existsSync(join(folder, name)));
  if (here.length === 0) return new Map();
  const gone = [...entriesAt(asker, commit)].filter(
    ([name, { kind }]) => kind === "blob" && /\.ya?ml$/.test(name) && !existsSync(join(folder, name)),
  );
  const names = new Set(here.map(({ name }) => posix.basename(name)));
  const likely = gone.length > mostCompared ? gone.filter(([name]) => names.has(posix.basename(name))) : gone;
  const contents = objectsOf(
    asker,
    likely.map(([, { id }]) => id),
  );
  const before = likely.slice(0, mostCompared).flatMap(([name, { id }]) => {
    const bytes = contents.get(id);
    const text = bytes && decode(bytes);
    return typeof text === "string" ? [{ name, text, id }] : [];
  });
  return new Map(matchRenames(here, before).map(([now, { id, name }]) => [now.name, { id, path: name }]));
}

/**
 * The commits of two revisions, and what files are called in the first that are called otherwise in the second: both
 * seen from the current folder.
 */
export function renamedBetween(
  world: World,
  from: string,
  to: string,
  asking: Asking,
): ReadonlyMap<string, string> {
  const { start } = placeIn(world, asking);
  const commits = [from, to].map((each) => commitOf(world, each, asking));
  const compare = ["diff-tree", "-r", "-z", "-M", "--name-status", "--diff-filter=R", ...commits];
  const answer = git(world, compare);
  if ("reason" in answer) throw new Failure(`git cannot compare ${from} with ${to}: ${answer.reason}`);
  const words = answer.value.toString("utf8").split("\0");
  const renamed = new Map<string, string>();
  for (let at = 0; at + 2 < words.length; at += 3) {
    const [, before = "", after = ""] = words.slice(at, at + 3);
    renamed.set(posix.relative(start, after), posix.relative(start, before));
  }
  return renamed;
}

/** The commit from which two revisions went apart. */
export function commonCommit(world: World, one: string, other: string, asking: Asking): string {
  const [first = "", second = ""] = [one, other].map((each) => commitOf(world, each, asking));
  const answer = git(world, ["merge-base", first, second]);
  if ("value" in answer) return lineOf(answer.value);
  throw new Failure(
    `${one} and ${other} have no commit in common here${isShallow(world) ? `: this clone is shallow; ${deepen(world, one)} brings the rest, and so does fetch-depth: 0 in GitHub Actions or GIT_DEPTH: 0 in GitLab` : ""}`,
  );
}

/** The North Stars below the current folder at a revision, in the order of their paths. */
export function starsAt(world: World, revision: string, asking: Asking): string[] {
  const { start } = placeIn(world, asking);
  const commit = commitOf(world, revision, asking);
  return [...entriesAt(world, commit)]
    .filter(([path, { kind }]) => kind === "blob" && path.startsWith(start) && isStarName(path))
    .map(([path]) => path.slice(start.length));
}

/**
 * The North Stars below the current folder that a revision has and that are here no more, in the order of their paths. What a
 * sparse checkout leaves out is not gone.
 */
export function starsGone(world: World, revision: string): string[] {
  const answer = git(world, [
    "diff-index",
    "--name-only",
    "-z",
    "--diff-filter=D",
    "--no-renames",
    "--no-ext-diff",
    "--ignore-submodules=all",
    "--relative",
    "--end-of-options",
    revision,
    "--",
    ":(glob)**/northstar.yaml",
    ":(glob)**/*.northstar.yaml",
  ]);
  if ("reason" in answer) return [];
  const paths = answer.value.toString("utf8").split("\0");
  return paths.filter((path) => isStarName(path) && !existsSync(resolve(world.cwd, path)));
}

function commitOf(world: World, since: string, asking: Asking): string {
  const answer = git(world, ["rev-parse", "--verify", "--quiet", "--end-of-options", `${since}^{commit}`]);
  if ("value" in answer) return lineOf(answer.value);
  throw new Failure(reasonAgainst(world, since, asking));
}

/** Why a revision is none to compare with, and what helps. */
function reasonAgainst(world: World, since: string, { name, instead }: Asking): string {
  if (since.trim() === "")
    return `the revision for ${name} is empty: name a commit, a branch or a tag, or ${instead}`;
  const object = git(world, ["rev-parse", "--verify", "--quiet", "--end-of-options", since]);
  const kind = "value" in object ? git(world, ["cat-file", "-t", lineOf(object.value)]) : object;
  if ("value" in kind)
    return `'${since}' is a ${lineOf(kind.value)} of git, and ${name} needs a commit: name a branch, a tag or a commit`;
  const [first] = since.split(/\.{2,3}/);
  if (first && first !== since)
    return `${name} takes one revision and compares it with the files that are here: try ${name} ${first}`;
  const listed = git(world, ["for-each-ref", "--format=%(refname:short)"]);
  const refs = "value" in listed ? lineOf(listed.value).split("\n").filter(Boolean) : [];
  if (refs.length === 0 && "reason" in git(world, ["rev-parse", "--verify", "--quiet", "HEAD"]))
    return `git has no commit yet that ${name} could compare with; commit first, or ${instead}`;
  const unknown = `git knows no revision '${since}'`;
  if (isShallow(world))
    return `${unknown}: this clone is shallow; ${deepen(world, since)} brings the rest, and so does fetch-depth: 0 in GitHub Actions or GIT_DEPTH: 0 in GitLab`;
  const meant = nearest(since, refs);
  return `${unknown}${meant ? `, did you mean ${meant}?` : ": fetch it first, or name a commit, a branch or a tag"}`;
}

/** The command that fetches what a shallow clone left out; it may know one branch only. */
function deepen(world: World, since: string): string {
  const remotes = git(world, ["remote"]);
  const names = "value" in remotes ? lineOf(remotes.value).split("\n") : [];
  const remote = names.find((name) => since.startsWith(`${name}/`));
  if (remote === undefined) return "git fetch --unshallow";
  const branch = since.slice(remote.length + 1).replace(/[~^@:].*$/s, "");
  return `git fetch --unshallow ${remote} ${branch}:refs/remotes/${remote}/${branch}`;
}
