/** Writing files for people: whole or not at all, and never somewhere else than they named. */
import { randomBytes } from "node:crypto";
import {
  chmodSync,
  closeSync,
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
  const path = resolve(world.cwd, name);
  const bytes = Buffer.from(content);
  try {
    const folder = makeFolders ? futurePath(dirname(path)) : realpathSync(dirname(path));
    if (isInside(world.cwd, path) && !isInside(realpathSync(world.cwd), join(folder, basename(path))))
      return { refused: `${name} leads out of this folder through a symbolic link; name the real folder` };

    const there = statOf(path);
    if (there?.isSymbolicLink())
      return { refused: `${name} is a symbolic link; name the file that it points to` };
    if (there?.isDirectory()) return { refused: `${name} is a folder; name a file in it` };
    if (there && !there.isFile()) return { refused: `${name} is not a regular file; name another` };
    if (there) {
      const existing = readFileSync(path);
      if (existing.equals(bytes)) return "unchanged";
      if (!mayReplace(existing))
        return { refused: `${name} exists already; name another file, or replace it with --force` };
    }
    if (makeFolders) mkdirSync(folder, { recursive: true });
    replace(join(folder, basename(path)), bytes, there);
    return "written";
  } catch (error) {
    return { refused: `could not write ${name}: ${reason(error, dirname(name))}` };
  }
}

/** The real path of a folder that may not be there yet. */
function futurePath(folder: string): string {
  if (statOf(folder) || folder === dirname(folder)) return realpathSync(folder);
  return join(futurePath(dirname(folder)), basename(folder));
}

function replace(path: string, bytes: Buffer, before: Stats | undefined): void {
  const temporary = join(dirname(path), `.northstar-${randomBytes(6).toString("hex")}.tmp`);
  const file = openSync(temporary, "wx");
  try {
    try {
      writeFileSync(file, bytes);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    if (before) chmodSync(temporary, before.mode);
    renameSync(temporary, path);
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
