/** Writing files for people: whole or not at all, and never somewhere else than they named. */
import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import type { World } from "./world.js";

/** `unchanged` when the file already held exactly this; a refusal says why in words for the person. */
export type Written = "written" | "unchanged" | { refused: string };

/**
 * Puts `content` into the file called `name` (seen from `world.cwd`): atomically, through a temporary file in
 * the same folder. A file that holds something else is replaced only where `mayReplace` agrees. Symbolic links
 * are not written to, and a name inside `world.cwd` never leads out of it. A missing folder is made where
 * `makeFolders` says so, else it is a refusal.
 */
export function writeWhole(
  world: Pick<World, "cwd">,
  name: string,
  content: string | Uint8Array,
  mayReplace: (existing: Buffer) => boolean,
  { makeFolders = false }: { makeFolders?: boolean } = {},
): Written {
  const bytes = Buffer.from(content);
  return writing(name, () => {
    const { path, there } = placeOf(world, name, makeFolders);
    if (there) {
      const existing = readFileSync(path);
      if (existing.equals(bytes)) return "unchanged";
      if (!mayReplace(existing))
        return { refused: `${name} exists already; name another file, or replace it with --force` };
    }
    if (makeFolders) mkdirSync(dirname(path), { recursive: true });
    const temporary = join(dirname(path), `.northstar-${process.pid}-${process.hrtime.bigint()}.tmp`);
    replace(path, openSync(temporary, "wx"), temporary, bytes, there);
    return "written";
  });
}

/**
 * Puts `content` where a file still holds what was read from it, as {@link writeWhole} does. Of several that change
 * a file at the same time one wins, and the others are refused: all use the same temporary file.
 */
export function exchange(
  world: Pick<World, "cwd">,
  name: string,
  before: Buffer,
  content: Uint8Array,
): Written {
  return writing(name, () => {
    const { path, there } = placeOf(world, name, false);
    const temporary = join(dirname(path), `.${basename(path)}.tmp`);
    const file = openAlone(temporary);
    if (file === undefined)
      return {
        refused: `${name} is being written by another northstar; if none is running, delete ${join(dirname(name), basename(temporary))}`,
      };
    const isSame = () => existsSync(path) && readFileSync(path).equals(before);
    return replace(path, file, temporary, Buffer.from(content), there, isSame)
      ? "written"
      : { refused: `${name} was changed meanwhile, and nothing was written; look at it and try again` };
  });
}

function writing(name: string, write: () => Written): Written {
  try {
    return write();
  } catch (error) {
    return {
      refused:
        error instanceof Refusal ? error.message : `could not write ${name}: ${reason(error, dirname(name))}`,
    };
  }
}

/** Why a name is not one to write to. */
class Refusal extends Error {}

/** The real place of a name, and what is there: a regular file or nothing. */
function placeOf(
  { cwd }: Pick<World, "cwd">,
  name: string,
  makeFolders: boolean,
): { path: string; there: Stats | undefined } {
  const path = resolve(cwd, name);
  const folder = makeFolders ? futurePath(dirname(path)) : realpathSync(dirname(path));
  if (isInside(cwd, path) && !isInside(realpathSync(cwd), join(folder, basename(path))))
    throw new Refusal(`${name} leads out of this folder through a symbolic link; name the real folder`);
  const there = statOf(path);
  if (there?.isSymbolicLink())
    throw new Refusal(`${name} is a symbolic link; name the file that it points to`);
  if (there?.isDirectory()) throw new Refusal(`${name} is a folder; name a file in it`);
  if (there && !there.isFile()) throw new Refusal(`${name} is not a regular file; name another`);
  return { path: join(folder, basename(path)), there };
}

/** How often, and how long in milliseconds each time, one waits for another that writes. */
const patience = { times: 200, pause: 10 };

/** Makes a file that nobody else has made, or gives up after two seconds. */
function openAlone(path: string): number | undefined {
  for (let time = 0; time < patience.times; time += 1) {
    try {
      return openSync(path, "wx");
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, patience.pause);
    }
  }
  return undefined;
}

/** The real path of a folder that may not be there yet. */
function futurePath(folder: string): string {
  if (statOf(folder) || folder === dirname(folder)) return realpathSync(folder);
  return join(futurePath(dirname(folder)), basename(folder));
}

/** Fills a new file and lets it take the place of another, if that is what it should be. */
function replace(
  path: string,
  file: number,
  temporary: string,
  bytes: Buffer,
  there: Stats | undefined,
  isStillSo: () => boolean = () => true,
): boolean {
  try {
    try {
      writeFileSync(file, bytes);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    if (there) chmodSync(temporary, there.mode);
    const done = isStillSo();
    if (done) renameSync(temporary, path);
    else rmSync(temporary);
    return done;
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

function statOf(path: string): Stats | undefined {
  return lstatSync(path, { throwIfNoEntry: false });
}

function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== ".." && !way.startsWith(`..${sep}`) && resolve(folder, way) === path;
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
      return "the disk is full";
    case "ENAMETOOLONG":
      return "the name is too long";
    default:
      return error instanceof Error ? error.message : String(error);
  }
}
