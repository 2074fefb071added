/** Files as they were at an earlier revision of git. */
import { posix } from "node:path";
import { nearest } from "../file/nearest.js";
import { Failure } from "./exit.js";
import { git } from "./git.js";
import type { World } from "./world.js";

/**
 * What each file held at a revision, whatever it was called then; files that were not there are left out. Without
 * git, and for a revision that it does not know, there is a Failure.
 */
export function textsAt(world: World, since: string, files: readonly string[]): Map<string, Buffer> {
  const prefix = git(world, ["rev-parse", "--show-prefix"]);
  if ("reason" in prefix) throw new Failure(`--since needs a git repository: ${prefix.reason}`);
  const commit = commitOf(world, since);
  const folder = prefix.value.toString("utf8").trimEnd();
  const before = renames(world, commit);
  const asked = files.flatMap((file) => {
    const path = posix.join(folder, file);
    // A line break would end the question; git's own names have none in practice.
    return path.startsWith("../") || path.includes("\n")
      ? []
      : [{ file, name: `${commit}:${before.get(path) ?? path}` }];
  });
  const contents = contentsOf(
    world,
    asked.map(({ name }) => name),
  );
  return new Map(
    asked.flatMap(({ file }, index) => {
      const content = contents[index];
      return content ? [[file, content] as const] : [];
    }),
  );
}

function commitOf(world: World, since: string): string {
  const answer = git(world, ["rev-parse", "--verify", "--quiet", "--end-of-options", `${since}^{commit}`]);
  if ("value" in answer) return answer.value.toString("utf8").trim();
  const refs = git(world, ["for-each-ref", "--format=%(refname:short)"]);
  const meant =
    "value" in refs ? nearest(since, refs.value.toString("utf8").split("\n").filter(Boolean)) : null;
  const step = meant ? `did you mean ${meant}?` : "fetch it first, or name a commit, a branch or a tag";
  throw new Failure(`git knows no revision '${since}', ${step}`);
}

/** The earlier names of files that have another one now. */
function renames(world: World, commit: string): Map<string, string> {
  const answer = git(world, [
    "diff",
    "--name-status",
    "-z",
    "--find-renames",
    "--diff-filter=R",
    commit,
    "--",
  ]);
  if ("reason" in answer) throw new Failure(`git cannot compare with ${commit}: ${answer.reason}`);
  const [...parts] = answer.value.toString("utf8").split("\0");
  const names = new Map<string, string>();
  for (let at = 0; at + 2 < parts.length; at += 3) names.set(parts[at + 2] ?? "", parts[at + 1] ?? "");
  return names;
}

/** The content of each object, or undefined where there is none. */
function contentsOf(world: World, names: readonly string[]): (Buffer | undefined)[] {
  const answer = git(world, ["cat-file", "--batch"], names.map((name) => `${name}\n`).join(""));
  if ("reason" in answer) throw new Failure(`git cannot read its objects: ${answer.reason}`);
  let at = 0;
  return names.map((name) => {
    const end = answer.value.indexOf("\n", at);
    const header = answer.value.toString("utf8", at, end);
    at = end + 1;
    if (header === `${name} missing`) return undefined;
    const [, kind, size] = header.split(" ");
    const content = answer.value.subarray(at, at + Number(size));
    at += Number(size) + 1;
    return kind === "blob" ? content : undefined;
  });
}
