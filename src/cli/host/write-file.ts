/** Writes files whole or not at all, and only where their names say. */
import {
  accessSync,
  constants,
  existsSync,
  lstatSync,
  mkdirSync,
  realpathSync,
  type Stats,
  statSync,
} from "node:fs";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { shellWord } from "../../file/message-text.js";
import { Failure } from "./exit.js";
import { removeLeftovers, siblingPath, withLock } from "./lock.js";
import { attempt, fileTypeOf, hasCode, readBytes } from "./read-file.js";
import { createFile, type PreviousFile, replaceFile, writeInto } from "./replace-file.js";
import { isInside } from "./repository.js";
import { printMessage } from "./terminal.js";
import type { World } from "./world.js";

/** `unchanged` when the file already held exactly this; a refusal says why in words for the person. */
export type WriteResult = "written" | "unchanged" | { refused: string };

/** Where names are seen from, and where what matters is said. */
type Place = Pick<World, "cwd"> & Partial<Pick<World, "stderr">>;

export interface WriteOptions {
  /** Whether folders that are not there are made. */
  makeFolders?: boolean;
  /** Whether a read-only file is written to as well; undefined where the person has no way to say so. */
  force?: boolean | undefined;
  /** Whether only its owner may read it, and the folders that are made for it. */
  secret?: boolean;
}

/**
 * Puts `content` into the file called `name` (seen from `world.cwd`). A file that holds something else is replaced only
 * where `mayReplace` agrees; else a word of its own says what to do. Symbolic links are not written to, and a name inside
 * `world.cwd` never leads out of it, nor any name into what git keeps for itself.
 */
export function writeWhole(
  world: Place,
  name: string,
  content: string | Uint8Array,
  mayReplace: (existing: Buffer) => boolean | string,
  terms: WriteOptions = {},
): WriteResult {
  const bytes = Buffer.from(content);
  return writing(world, name, bytes, terms, (existing) => {
    if (existing?.equals(bytes)) return "unchanged";
    const verdict = existing === undefined || mayReplace(existing);
    if (verdict === true) return "write";
    const step = verdict || "name another file, or replace it with --force";
    return { refused: `${name} exists already${typeof verdict === "string" ? " " : "; "}${step}` };
  });
}

/** Says that a file was written, or why there was nothing to write; what was refused is a {@link Failure}. */
export function sayWritten(world: Pick<World, "stderr">, name: string, written: WriteResult): void {
  if (typeof written === "object") throw new Failure(written.refused);
  printMessage(world, written === "written" ? `wrote ${name}` : `${name} was up to date`);
}

/**
 * Puts `content` where a file still holds what was read from it, as {@link writeWhole} does. Of several that change a
 * file at the same time one wins, and the others are refused.
 */
export function replaceIfUnchanged(
  world: Place,
  name: string,
  before: Buffer,
  content: Uint8Array,
  terms: WriteOptions = {},
): WriteResult {
  return writing(world, name, Buffer.from(content), terms, (existing) =>
    existing?.equals(before) ? "write" : { refused: changed(name) },
  );
}

function changed(name: string): string {
  return `${name} was changed meanwhile, and nothing was written; look at it and try again`;
}

type Verdict = "write" | "unchanged" | { refused: string };

/** The one way to write a file; `judge` decides by what is there. */
function writing(
  world: Place,
  name: string,
  bytes: Buffer,
  terms: WriteOptions,
  judge: (existing: Buffer | undefined) => Verdict,
): WriteResult {
  try {
    const device = deviceOf(resolve(world.cwd, name));
    if (device) {
      writeInto(device, bytes);
      return "written";
    }
    const path = placeOf(world, name, terms);
    if (terms.makeFolders) makeFolder(dirname(path), terms.secret ? 0o700 : 0o777);
    const written = withLock(path, () => write(path));
    const lock = join(dirname(name), basename(siblingPath(path, "lock")));
    return (
      written ?? {
        refused: `${name} is being written by another northstar; if none is running, delete ${lock}`,
      }
    );
  } catch (error) {
    if (error instanceof Refusal) return { refused: error.message };
    return { refused: `could not write ${name}: ${reason(error, dirname(name))}` };
  }

  function write(path: string): WriteResult {
    removeLeftovers(path);
    const former = formerOf(path, name);
    const verdict = judge(former?.bytes);
    if (verdict !== "write") return verdict;
    if (!former) {
      createFile(path, bytes, terms.secret ? 0o600 : 0o666);
      return "written";
    }
    keepProtected(path, name, former.stats, terms.force);
    if (terms.secret) former.stats.mode = (former.stats.mode & ~0o777) | 0o600;
    const isStillSo = () =>
      existsSync(path) && readBytes(path, { ...all, most: bytesMost }).equals(former.bytes);
    const inPlace = replaceFile(path, bytes, former, isStillSo);
    if (inPlace === false) return { refused: changed(name) };
    if (inPlace !== null && world.stderr)
      printMessage({ stderr: world.stderr }, `${name} is written in place, ${inPlace}`);
    return "written";
  }
}

/** Why a name is not one to write to. */
class Refusal extends Error {}

/** Nothing that northstar writes is larger, in bytes. */
const bytesMost = 256 * 1024 * 1024;
const all = { within: null };

/** What stands at a path before it is written to. */
function formerOf(path: string, name: string): PreviousFile | undefined {
  const stats = statOf(path);
  if (!stats) return undefined;
  if (stats.size > bytesMost)
    throw new Refusal(`${name} is larger than anything northstar writes; name another file`);
  const bytes = readBytes(path, { ...all, most: bytesMost });
  const copy = siblingPath(path, "bak");
  const before = statOf(copy) && attempt(() => readBytes(copy, { ...all, most: bytesMost }));
  if (!before || "reason" in before) return { stats, bytes };
  const shown = join(dirname(name), basename(copy));
  throw new Refusal(
    `a run was ended while it wrote ${name}, and ${shown} is what it held before: copy that over it unless it is whole, and delete ${shown}`,
  );
}

/** A file that the person cannot write to stays as it is, also where its folder would let it be replaced. */
function keepProtected(path: string, name: string, { mode, uid }: Stats, force: boolean | undefined): void {
  const access = attempt(() => accessSync(path, constants.W_OK));
  if (!("reason" in access)) return;
  const isReadOnly = (mode & 0o222) === 0;
  if (isReadOnly && force === true && process.getuid?.() === uid) return;
  if (!isReadOnly || force === true) accessSync(path, constants.W_OK);
  const step = `make it writable, as with chmod u+w ${shellWord(name)}${force === undefined ? "" : ", or add --force"}`;
  throw new Refusal(`${name} is read-only; ${step}`);
}

/** The real place of a name at which there is a regular file or nothing. */
function placeOf({ cwd }: Place, name: string, { makeFolders = false }: WriteOptions): string {
  const path = resolve(cwd, name);
  const folder = makeFolders ? futurePath(dirname(path)) : realpathSync(dirname(path));
  const real = join(folder, basename(path));
  if (isInside(path, cwd) && !isInside(real, realpathSync(cwd)))
    throw new Refusal(`${name} leads out of this folder through a symbolic link; name the real folder`);
  if (isGits(real))
    throw new Refusal(`${name} is in a folder that git keeps for itself; name a file outside of it`);
  const there = statOf(path);
  if (there?.isSymbolicLink()) {
    const target = attempt(() => relative(realpathSync(cwd), realpathSync(path)));
    const meant = "value" in target ? `, ${target.value}` : "";
    throw new Refusal(`${name} is a symbolic link; name the file that it points to${meant}`);
  }
  if (there?.isDirectory()) throw new Refusal(`${name} is a folder; name a file in it`);
  if (there && !there.isFile())
    throw new Refusal(`${name} is ${fileTypeOf(there)}, and no file; name another`);
  return real;
}

/** Whether a real path is git's own: in a `.git`, or in a repository's folder by another name. */
function isGits(path: string): boolean {
  if (path.split(sep).some((step) => /^(?:\.git|git~1)$/i.test(step))) return true;
  for (let here = dirname(path); ; here = dirname(here)) {
    const has = (name: string) => existsSync(join(here, name));
    if (has("HEAD") && ((has("objects") && has("refs")) || has("commondir"))) return true;
    if (here === dirname(here)) return false;
  }
}

/** The devices and pipes that people name as files to write to. */
function deviceOf(path: string): string | undefined {
  if (!/^\/dev\/(?:null|full|zero|tty|stdout|stderr|fd\/\d+)$/.test(path)) return undefined;
  return statSync(path, { throwIfNoEntry: false })?.isBlockDevice() ? undefined : path;
}

/** The real path of a folder that may not be there yet. */
function futurePath(folder: string): string {
  if (statOf(folder) || folder === dirname(folder)) return realpathSync(folder);
  return join(futurePath(dirname(folder)), basename(folder));
}

/** Makes a folder and those above it that are missing; where one cannot be made it gives up. */
function makeFolder(folder: string, mode: number): void {
  if (statOf(folder)) return;
  makeFolder(dirname(folder), mode);
  try {
    mkdirSync(folder, { mode });
  } catch (error) {
    if (hasCode(error, "ENOENT"))
      throw new Error(`no folder can be made in ${dirname(folder)}; name another`);
    if (!hasCode(error, "EEXIST")) throw error;
  }
}

function statOf(path: string): Stats | undefined {
  return lstatSync(path, { throwIfNoEntry: false });
}

function reason(error: unknown, folder: string): string {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  switch (code) {
    case "ENOENT":
      return `there is no folder ${folder}; make it first`;
    case "ENOTDIR":
      return `${folder} is not a folder`;
    case "EACCES":
    case "EPERM":
      return "permission denied";
    case "EROFS":
      return "the disk is read-only";
    case "ENOSPC":
    case "EDQUOT":
      return "the disk is full";
    case "ENAMETOOLONG":
      return "the name is too long";
    default:
      return error instanceof Error ? error.message : String(error);
  }
}
