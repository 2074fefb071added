/** Runs git, which may be missing. */
import { spawnSync } from "node:child_process";
import { basename, dirname, resolve } from "node:path";
import { Failure } from "./exit.js";
import type { World } from "./world.js";

/** What git prints, or why it does not, in words for the person, with what it had printed until then. */
export type GitAnswer = { value: Buffer } | { reason: string; output?: Buffer };

/** Who asks: the folder that git runs in, and its environment. */
export type GitCaller = Pick<World, "cwd" | "env">;

/** How long git may take for one answer, in seconds. */
const patience = 60;

/** What a repository may name in its configuration and is not run: a monitor, hooks, and a pager. */
const alone = ["--no-pager", "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null"];

/** Nothing is fetched, by no helper either, nothing is asked, and nothing is written down on the way. */
const still = {
  LC_ALL: "C",
  GIT_NO_LAZY_FETCH: "1",
  GIT_ALLOW_PROTOCOL: "none",
  GIT_TERMINAL_PROMPT: "0",
  GIT_OPTIONAL_LOCKS: "0",
};

/** Runs git in the current folder, and no program that the repository names. */
export function git({ cwd, env }: GitCaller, args: readonly string[], input = ""): GitAnswer {
  const { status, stdout, stderr, error } = spawnSync("git", [...alone, ...args], {
    cwd,
    env: { ...env, ...still },
    input,
    maxBuffer: 1024 ** 3,
    timeout: patience * 1000,
    killSignal: "SIGKILL",
  });
  if (error) {
    const code = "code" in error ? error.code : undefined;
    if (code === "ENOENT") return { reason: "git is not installed" };
    return { reason: code === "ETIMEDOUT" ? `git gave no answer within ${patience} seconds` : error.message };
  }
  if (status === 0) return { value: stdout };
  return { reason: reasonIn(stderr.toString("utf8")) || `git ended with ${status}`, output: stdout };
}

/** The first line of a complaint, with the command that git itself proposes for a repository of somebody else. */
function reasonIn(complaint: string): string {
  const [line = ""] = complaint.split("\n");
  const remedy = /^\s*(git config --global --add safe\.directory .+)$/m.exec(complaint)?.[1];
  return `${line.replace(/^(?:fatal|error): /, "")}${remedy ? `; ${remedy} trusts it` : ""}`;
}

/** What a command prints, without the line end behind it. */
export function lineOf(output: Buffer): string {
  return output.toString("utf8").replace(/\n$/, "");
}

/** What hooks set for the repository that they are called by. */
const bound =
  /^GIT_(?:DIR|WORK_TREE|COMMON_DIR|INDEX_FILE|OBJECT_DIRECTORY|ALTERNATE_OBJECT_DIRECTORIES|NAMESPACE|PREFIX|SHALLOW_FILE|GRAFT_FILE)$/;

/** Asks in another folder, which may be in another repository. */
export function callerIn({ env }: GitCaller, cwd: string): GitCaller {
  return { cwd, env: Object.fromEntries(Object.entries(env).filter(([name]) => !bound.test(name))) };
}

/** Whether the clone lacks what is older than some commits. */
export function isShallow(asker: GitCaller): boolean {
  const answer = git(asker, ["rev-parse", "--is-shallow-repository"]);
  return "value" in answer && lineOf(answer.value) === "true";
}

/** What a commit has at a path: a file, a folder, or the commit of a submodule; links are none of them. */
interface Entry {
  kind: string;
  id: string;
}

/** How many letters of paths go into one call. */
const letters = 50_000;

/** What a commit has at each of some paths, seen from the root, or at all of them. */
export function entriesAt(asker: GitCaller, commit: string, paths?: readonly string[]): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  for (const some of paths ? inParts(paths) : [[]]) {
    const way = paths ? [] : ["-r"];
    const answer = git(asker, [
      "--literal-pathspecs",
      "ls-tree",
      "-z",
      "--full-tree",
      ...way,
      commit,
      "--",
      ...some,
    ]);
    if ("reason" in answer) throw new Failure(`git cannot list ${commit}: ${answer.reason}`);
    for (const entry of answer.value.toString("utf8").split("\0")) {
      const [, mode, kind, id, path] = /^(\d+) (\w+) (\w+)\t(.*)$/s.exec(entry) ?? [];
      if (kind && id && path && mode !== "120000") entries.set(path, { kind, id });
    }
  }
  return entries;
}

function* inParts(paths: readonly string[]): Iterable<string[]> {
  let part: string[] = [];
  let size = 0;
  for (const path of paths) {
    if (size > letters) {
      yield part;
      [part, size] = [[], 0];
    }
    part.push(path);
    size += path.length;
  }
  if (part.length > 0) yield part;
}

/** What git has under a name: the id of a file, and what it holds. */
export interface Content {
  id: string;
  bytes: Buffer;
}

/** What git says to a question of `cat-file --batch`, where that is something. */
const batchHead = /^(?:([0-9a-f]{40,64}) )?(blob|tree|commit|tag|dangling|loop|notdir|symlink) (\d+)$/;

/**
 * What git has under each of some ids or names ("HEAD:./northstar.yaml"), in one call and in their order; nothing for
 * what is not there or is no file. With `links`, a link leads to what it points at in the same commit. Where git ends
 * before, there is the reason, and nothing for all that follows.
 */
export function contentsOf(
  asker: GitCaller,
  names: readonly string[],
  links?: "links",
): { contents: (Content | undefined)[]; reason?: string } {
  // A line is a question.
  const asked = names.filter((name) => !name.includes("\n"));
  if (asked.length === 0) return { contents: names.map(() => undefined) };
  const way = links ? ["--follow-symlinks"] : [];
  const answer = git(
    asker,
    ["cat-file", "--batch", "--buffer", ...way],
    asked.map((name) => `${name}\n`).join(""),
  );
  const output = "value" in answer ? answer.value : (answer.output ?? Buffer.alloc(0));
  let at = 0;
  const contents = names.map((name) => {
    const end = name.includes("\n") ? -1 : output.indexOf("\n", at);
    if (end < 0) return undefined;
    const [, id = "", kind, size] = batchHead.exec(output.toString("utf8", at, end)) ?? [];
    at = end + 1;
    if (size === undefined) return undefined;
    const bytes = output.subarray(at, at + Number(size));
    at += Number(size) + 1;
    return kind === "blob" && bytes.length === Number(size) ? { id, bytes } : undefined;
  });
  return { contents, ...("reason" in answer && { reason: answer.reason }) };
}

/** Brings what a partial clone left out. */
export const unfiltered = "git fetch --refetch --no-filter";

/** What git complains about in a clone that lacks contents, where nothing is fetched. */
export function isLacking(reason: string): boolean {
  return /lazy fetch|promisor|unable to read|could not fetch/i.test(reason);
}

/** The contents of files by their ids, without those that are not here. */
export function objectsOf(asker: GitCaller, ids: readonly string[]): Map<string, Buffer> {
  const { contents, reason } = contentsOf(asker, [...new Set(ids)]);
  if (reason !== undefined && isLacking(reason))
    throw new Failure(
      `this clone lacks what some files held then, and nothing is fetched for it; ${unfiltered} brings it`,
    );
  if (reason !== undefined) throw new Failure(`git cannot read its objects: ${reason}`);
  return new Map(contents.flatMap((content) => (content ? [[content.id, content.bytes] as const] : [])));
}

/** The day on which each line was last changed, as YYYY-MM-DD; lines that git does not know have none. */
export interface Days {
  days: Map<number, string>;
  /** The lines that are as old as the clone reaches back, or older. */
  cut: ReadonlySet<number>;
  /** Why git says nothing, where somebody can change that. */
  refusal?: string;
}

/** Asks git for the days of some lines of a file, which may be in a submodule. */
export function daysOf(world: GitCaller, file: string, lines: readonly number[]): Days {
  const path = resolve(world.cwd, file);
  const blame = ["--porcelain", "--no-textconv", ...lines.flatMap((line) => ["-L", `${line},${line}`]), "--"];
  const first = blamed(world, [...blame, file]);
  const answer =
    "value" in first ? first : blamed(callerIn(world, dirname(path)), [...blame, basename(path)]);
  const days = new Map<number, string>();
  if ("reason" in answer)
    return {
      days,
      cut: new Set(),
      ...(answer.reason.includes("safe.directory") && { refusal: answer.reason }),
    };
  const facts = new Map<string, { time?: number; zone?: string; isFirst?: true }>();
  const commits = new Map<number, string>();
  let commit = "";
  for (const line of answer.value.toString("utf8").split("\n")) {
    const [, id, number] = /^([0-9a-f]{40,64}) \d+ (\d+)/.exec(line) ?? [];
    const [, key, value = ""] = /^author-(time|tz) (.*)$/.exec(line) ?? [];
    if (line === "boundary") facts.set(commit, { ...facts.get(commit), isFirst: true });
    if (id) {
      commit = id;
      commits.set(Number(number), id);
    }
    if (key === "time") facts.set(commit, { ...facts.get(commit), time: Number(value) });
    if (key === "tz") facts.set(commit, { ...facts.get(commit), zone: value });
  }
  const isCut = (id: string) => facts.get(id)?.isFirst === true;
  const shallow = [...commits.values()].some(isCut) && isShallow(callerIn(world, dirname(path)));
  const cut = new Set([...commits].flatMap(([line, id]) => (shallow && isCut(id) ? [line] : [])));
  for (const [line, id] of commits) {
    const { time, zone = "+0000" } = facts.get(id) ?? {};
    if (time !== undefined && !/^0+$/.test(id) && !cut.has(line)) days.set(line, dayOf(time, zone));
  }
  return { days, cut };
}

/** Runs `git blame`, which would let files that have changed through the filters of the repository. */
function blamed(asker: GitCaller, args: readonly string[]): GitAnswer {
  const pattern = "^filter\\..*\\.(clean|process|required)$";
  const listed = git(asker, ["config", "--null", "--name-only", "--get-regexp", pattern]);
  const names = "value" in listed ? listed.value.toString("utf8").split("\0").filter(Boolean) : [];
  // Behind the first sign of this kind git takes all for the value.
  if (names.some((name) => name.includes("="))) return { reason: "the name of a filter has a = in it" };
  const off = names.flatMap((name) => ["-c", `${name}=${name.endsWith(".required") ? "false" : ""}`]);
  return git(asker, [...off, "-c", "blame.ignoreRevsFile=", "blame", ...args]);
}

/** The day of a moment (in seconds since 1970) where its author was. */
function dayOf(time: number, zone: string): string {
  const [, sign, hours, minutes] = /^([+-])(\d\d)(\d\d)$/.exec(zone) ?? [];
  const offset = (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * 60 * (sign === "-" ? -1 : 1);
  return new Date((time + offset) * 1000).toISOString().slice(0, 10);
}
