/** Files as they were at an earlier revision of git. */
import { existsSync } from "node:fs";
import { join, posix } from "node:path";
import { nearest } from "../../file/nearest.js";
import { decode } from "../../file/text.js";
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

/**
 * What each file held at a revision, whatever it was called then; files that were not there are left out. A file of
 * a submodule is taken from the commit that the revision names for it. Without git, and for a revision that it does
 * not know, there is a Failure.
 */
export function textsAt(world: World, since: string, files: readonly Now[]): Map<string, Buffer> {
  const prefix = git(world, ["rev-parse", "--show-prefix"]);
  const top = git(world, ["rev-parse", "--show-toplevel"]);
  if ("reason" in prefix) throw new Failure(`--since needs a git repository: ${prefix.reason}`);
  if ("reason" in top) throw new Failure(`--since needs the files of a git repository: ${top.reason}`);
  const commit = commitOf(world, since);
  const start = lineOf(prefix.value);
  const inside = files
    .map((file) => ({ ...file, name: posix.join(start, file.path) }))
    .filter(({ name }) => !name.startsWith("../") && !posix.isAbsolute(name));
  const texts = textsIn({ asker: world, folder: lineOf(top.value), commit }, inside);
  return new Map(
    inside.flatMap(({ path, name }) => {
      const text = texts.get(name);
      return text ? [[path, text] as const] : [];
    }),
  );
}

/** A file by its path as its repository's root sees it. */
interface Named {
  name: string;
  text: string;
}

function textsIn(revision: Revision, files: readonly Named[]): Map<string, Buffer> {
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
      return id ? [[name, id] as const] : [];
    }),
    ...earlierOf(revision, moved),
  ]);
  const contents = objectsOf(asker, [...before.values()]);
  const texts = new Map<string, Buffer>();
  for (const [name, id] of before) {
    const content = contents.get(id);
    if (content) texts.set(name, content);
  }
  for (const [root, inner] of nested)
    for (const [name, text] of textsOfSubmodule(revision, root, inner)) texts.set(name, text);
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
): Map<string, Buffer> {
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
  return new Map([...texts].map(([name, text]) => [`${root}/${name}`, text]));
}

/** How many files that are gone are compared with those that are new, unless they are called alike. */
const mostCompared = 1000;

/** The earlier contents of files that had another name, by their ids: what is gone since and was nearly the same. */
function earlierOf({ asker, folder, commit }: Revision, files: readonly Named[]): Map<string, string> {
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
  return new Map(matchRenames(here, before).map(([now, { id }]) => [now.name, id]));
}

function commitOf(world: World, since: string): string {
  const answer = git(world, ["rev-parse", "--verify", "--quiet", "--end-of-options", `${since}^{commit}`]);
  if ("value" in answer) return lineOf(answer.value);
  throw new Failure(reasonAgainst(world, since));
}

/** Why a revision is none to compare with, and what helps. */
function reasonAgainst(world: World, since: string): string {
  const object = git(world, ["rev-parse", "--verify", "--quiet", "--end-of-options", since]);
  const kind = "value" in object ? git(world, ["cat-file", "-t", lineOf(object.value)]) : object;
  if ("value" in kind)
    return `'${since}' is a ${lineOf(kind.value)} of git, and --since needs a commit: name a branch, a tag or a commit`;
  const [first] = since.split(/\.{2,3}/);
  if (first && first !== since)
    return `--since takes one revision and compares it with the files that are here: try --since ${first}`;
  const listed = git(world, ["for-each-ref", "--format=%(refname:short)"]);
  const refs = "value" in listed ? lineOf(listed.value).split("\n").filter(Boolean) : [];
  if (refs.length === 0 && "reason" in git(world, ["rev-parse", "--verify", "--quiet", "HEAD"]))
    return "git has no commit yet that --since could compare with; commit first, or leave out --since";
  const unknown = `git knows no revision '${since}'`;
  if (isShallow(world))
    return `${unknown}: this clone is shallow; ${deepen(world, since)} brings the rest, and so does fetch-depth: 0 in GitHub Actions or GIT_DEPTH: 0 in GitLab`;
  const meant = nearest(since, refs);
  return `${unknown}, ${meant ? `did you mean ${meant}?` : "fetch it first, or name a commit, a branch or a tag"}`;
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
