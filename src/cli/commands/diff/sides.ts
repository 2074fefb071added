/** Which two versions of which files are compared. */
import { existsSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { decode } from "../../../file/text.js";
import { type ConfigOptions, configsOf } from "../../host/config.js";
import { Failure } from "../../host/exit.js";
import { findFiles } from "../../host/find-files.js";
import { contentsOf } from "../../host/git.js";
import { attempt, readNamed } from "../../host/read-file.js";
import {
  type Asking,
  commonCommit,
  earlierAt,
  renamedBetween,
  starsAt,
  starsGone,
} from "../../host/revision.js";
import type { World } from "../../host/world.js";

/** A version of a file: what it is called, and what it holds. */
export interface Side {
  path: string;
  bytes: Buffer;
}

/** A file before and now; one side is missing where it was not there, or is gone. */
export interface SidePair {
  before?: Side;
  after?: Side;
}

/** What is compared: the words for both sides, and the files. */
export interface Sides {
  from: string;
  to: string;
  pairs: SidePair[];
}

const here = "what is here";
const asking: Asking = { name: "northstar diff", instead: "name two files" };

/** Reads what the operands name: revisions, files, or nothing, which is the last commit and what is here. */
export async function sidesOf(
  world: World,
  operands: readonly string[],
  options: ConfigOptions,
): Promise<Sides> {
  const [first, second, ...others] = operands;
  if (first !== undefined && isFile(world, first)) {
    if (second === undefined) return await revisionAndFiles(world, "HEAD", [first], options);
    if (others.length > 0 || !isFile(world, second))
      throw new Failure(
        `northstar diff compares two files, or a revision and files behind it: northstar diff ${isFile(world, second) ? "REVISION " : `${second} `}${first}`,
      );
    return twoFiles(world, first, second);
  }
  const range = rangeIn(first);
  if (range) {
    const { from, to, isSinceFork } = range;
    const base = isSinceFork ? commonCommit(world, from, to, asking) : from;
    return { ...twoRevisions(world, base, to, operands.slice(1)), from };
  }
  if (first !== undefined && second !== undefined && !isFile(world, second) && !isPath(world, second))
    return twoRevisions(world, first, second, others);
  return await revisionAndFiles(world, first ?? "HEAD", operands.slice(1), options);
}

/** The revisions in "A..B", or in "A...B", which is what B has changed since both went apart; without one, HEAD is meant. */
function rangeIn(word = ""): { from: string; to: string; isSinceFork: boolean } | undefined {
  const [, from = "", dots, to = ""] = /^(?!\.\.?\/)(.*?)(\.{2,3})(.*)$/s.exec(word) ?? [];
  return dots ? { from: from || "HEAD", to: to || "HEAD", isSinceFork: dots === "..." } : undefined;
}

/** Whether a word is a file: one that is there, or one at a revision ("main:northstar.yaml"). */
function isFile(world: World, word: string): boolean {
  const stats = attempt(() => statSync(resolve(world.cwd, word)));
  if ("value" in stats) return !stats.value.isDirectory();
  return isStarPath(word);
}

/** Whether a word behind a revision says which files: a folder, a glob, or what to leave out. */
function isPath(world: World, word: string): boolean {
  return /^!|[*?{]/.test(word) || existsSync(resolve(world.cwd, word));
}

function isStarPath(word: string): boolean {
  return /\.ya?ml$/.test(word);
}

/** Two files by their names; a name may have a revision before a colon. */
function twoFiles(world: World, first: string, second: string): Sides {
  const side = (name: string): Side => ({ path: name, bytes: namedBytes(world, name) });
  return { from: first, to: second, pairs: [{ before: side(first), after: side(second) }] };
}

function namedBytes(world: World, name: string): Buffer {
  const bytes = attempt(() => readNamed(world, name));
  if ("value" in bytes) return bytes.value;
  const [, revision, path] = /^([^:]+):(.+)$/s.exec(name) ?? [];
  const [content] = revision ? bytesUnder(world, [`${revision}:${path}`]) : [];
  if (content) return content;
  throw new Failure(
    `cannot read ${name}: ${revision ? `git has no such file; main:./${path} is seen from this folder` : bytes.reason}`,
  );
}

/** Files as they are here, and as they were. Where none is named, those that are gone are told, too. */
async function revisionAndFiles(
  world: World,
  revision: string,
  named: readonly string[],
  options: ConfigOptions,
): Promise<Sides> {
  const { files, missing } = await findFiles(world, named, configsOf(world, options));
  const gone =
    named.length > 0
      ? named.filter((path) => isStarPath(path) && !existsSync(resolve(world.cwd, path)))
      : starsGone(world, revision);
  const [reason] = missing;
  if (reason && (named.length > 0 ? missing.length > gone.length : files.length + gone.length === 0))
    throw reason;
  const now = files.map((path): Side => ({ path, bytes: bytesOf(world, path) }));
  const quick = contentsAt(world, revision, files);
  const early = new Map(
    now.flatMap(({ path }, index) => {
      const bytes = quick[index];
      return bytes ? [[path, { path, bytes }] as const] : [];
    }),
  );
  const unknown = now.filter(({ path }) => !early.has(path));
  if (unknown.length > 0)
    for (const [path, side] of earlierAt(world, revision, unknown.map(textOf), asking)) early.set(path, side);
  const formers = new Set([...early.values()].map(({ path }) => path));
  const lost = gone.filter((path) => !formers.has(path));
  const found = lost.length > 0 ? contentsAt(world, revision, lost) : [];
  if (reason && named.length > 0 && !lost.every((_, index) => found[index])) throw reason;
  const pairs: SidePair[] = [
    ...now.map((after) => {
      const before = early.get(after.path);
      return { ...(before && { before }), after };
    }),
    ...lost.flatMap((path, index) => (found[index] ? [{ before: { path, bytes: found[index] } }] : [])),
  ];
  const pathOf = ({ before, after }: SidePair) => (after ?? before)?.path ?? "";
  return {
    from: revision,
    to: here,
    pairs: lost.length > 0 ? pairs.sort((a, b) => (pathOf(a) < pathOf(b) ? -1 : 1)) : pairs,
  };
}

function textOf({ path, bytes }: Side): { path: string; text: string } {
  const text = decode(bytes);
  return { path, text: typeof text === "string" ? text : "" };
}

function bytesOf(world: World, path: string): Buffer {
  const bytes = attempt(() => readNamed(world, path));
  if ("value" in bytes) return bytes.value;
  throw new Failure(`cannot read ${path}: ${bytes.reason}`);
}

/** Files as they were at two revisions; all North Stars of both where none is named. */
function twoRevisions(world: World, from: string, to: string, named: readonly string[]): Sides {
  const paths =
    named.length > 0
      ? named
      : [...new Set([from, to].flatMap((each) => starsAt(world, each, asking)))].sort();
  const contents = bytesUnder(
    world,
    paths.flatMap((path) => [nameAt(from, path), nameAt(to, path)]),
  );
  const pairs = paths.map((path, index) => ({
    path,
    was: contents[index * 2],
    now: contents[index * 2 + 1],
  }));
  const isRenamed = pairs.some(({ was, now }) => !was || !now);
  const renamed = isRenamed ? renamedBetween(world, from, to, asking) : new Map<string, string>();
  const sources = new Set(pairs.flatMap(({ path, was }) => (was ? [] : (renamed.get(path) ?? []))));
  return {
    from,
    to,
    pairs: pairs.flatMap(({ path, was, now }): SidePair[] => {
      if (!now && sources.has(path)) return [];
      const former = was ? path : renamed.get(path);
      const bytes = was ?? (former === undefined ? undefined : contentsAt(world, from, [former])[0]);
      if (!now && !bytes) {
        if (named.length === 0) return [];
        throw new Failure(`neither ${from} nor ${to} has ${path}`);
      }
      return [
        {
          ...(bytes && former !== undefined && { before: { path: former, bytes } }),
          ...(now && { after: { path, bytes: now } }),
        },
      ];
    }),
  };
}

/** What each file held at a revision; nothing where git cannot say. */
function contentsAt(world: World, revision: string, paths: readonly string[]): (Buffer | undefined)[] {
  return bytesUnder(
    world,
    paths.map((path) => nameAt(revision, path)),
  );
}

function bytesUnder(world: World, names: readonly string[]): (Buffer | undefined)[] {
  return contentsOf(world, names, "links").contents.map((content) => content?.bytes);
}

/** A file at a revision as git names it: seen from the current folder. */
function nameAt(revision: string, path: string): string {
  return `${revision}:./${path}`;
}
