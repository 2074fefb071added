/** Replaces the bytes of a file: by a rename where that loses nothing, else in place. */
import { spawnSync } from "node:child_process";
import {
  closeSync,
  fchmodSync,
  fchownSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  mkdtempSync,
  openSync,
  renameSync,
  rmSync,
  type Stats,
  writeFileSync,
  writeSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { siblingPath, temporaryPath } from "./lock.js";
import { attempt, hasCode } from "./read-file.js";

/** The file that is replaced: what it is, and what it holds. */
export interface PreviousFile {
  stats: Stats;
  bytes: Buffer;
}

/** Makes a new file, whole or not at all. */
export function createFile(path: string, bytes: Uint8Array, mode: number): void {
  const temporary = temporaryPath(path);
  filled(temporary, mode, (file) => fill(file, bytes));
  moved(temporary, path);
}

/**
 * Replaces what a file holds, and keeps its owner, group, mode, attributes and other names. Gives why it was written in
 * place where it was; null where a new file took its place; false where `isStillSo` says no at the end.
 */
export function replaceFile(
  path: string,
  bytes: Uint8Array,
  former: PreviousFile,
  isStillSo: () => boolean,
): string | null | false {
  const reason = former.stats.nlink > 1 ? "since a rename would part it from its other names" : byRename();
  if (reason === null || reason === false) return reason;
  if (!isStillSo()) return false;
  overwrite(path, bytes, former);
  return reason;

  function byRename(): string | null | false {
    const temporary = temporaryPath(path);
    try {
      const isLike = filled(temporary, 0o600, (file) => {
        copyAttributes(path, temporary);
        fill(file, bytes);
        return madeLike(file, former.stats);
      });
      if (!isLike || !isStillSo()) {
        rmSync(temporary, { force: true });
        return isLike ? false : "since a rename would change its owner";
      }
      moved(temporary, path);
      return null;
    } catch (error) {
      if (hasCode(error, "EBUSY", "EXDEV", "EPERM", "EACCES", "EROFS"))
        return `since nothing can take its place (${(error as NodeJS.ErrnoException).code})`;
      throw error;
    }
  }
}

/** Makes a temporary file and gives what `use` makes of it; of one that fails nothing is left. */
function filled<T>(temporary: string, mode: number, use: (file: number) => T): T {
  const file = openSync(temporary, "wx", mode);
  try {
    try {
      return use(file);
    } finally {
      closeSync(file);
    }
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

function moved(temporary: string, path: string): void {
  try {
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

/** Makes a file hold these bytes and no others, on the disk. */
function fill(file: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at, bytes.length - at, at);
  ftruncateSync(file, bytes.length);
  fsyncSync(file);
}

/** Node knows nothing of extended attributes and access lists: `cp` copies them with the file, where it can. */
function copyAttributes(path: string, temporary: string): void {
  if (process.platform === "win32") return;
  const all = process.platform === "linux" ? "--preserve=all" : "-p";
  spawnSync("cp", [all, "--", path, temporary], { stdio: "ignore", timeout: 10_000 });
}

/** Gives a file the owner, group and mode of another; whether that could be done. */
function madeLike(file: number, { uid, gid, mode }: Stats): boolean {
  const now = fstatSync(file);
  if (now.uid !== uid || now.gid !== gid) attempt(() => fchownSync(file, uid, gid));
  if (now.mode !== mode) attempt(() => fchmodSync(file, mode & 0o7777));
  const then = fstatSync(file);
  return then.uid === uid && then.gid === gid && then.mode === mode;
}

/** Writes into a file itself. Until that is done there is a copy of what it held; it is put back where that fails. */
function overwrite(path: string, bytes: Uint8Array, former: PreviousFile): void {
  const copy = copied(path, former);
  const file = openSync(path, "r+");
  let isWhole = false;
  try {
    fill(file, bytes);
    isWhole = true;
  } catch (error) {
    isWhole = "value" in attempt(() => fill(file, former.bytes));
    throw isWhole ? error : new Error(`it is half written; what it held before is in ${copy}`);
  } finally {
    closeSync(file);
    if (isWhole) rmSync(copy.endsWith(".bak") ? copy : dirname(copy), { recursive: true, force: true });
  }
}

/** Where the copy is: beside the file, or in a folder for temporary files where none can be made there. */
function copied(path: string, { bytes }: PreviousFile): string {
  const write = (copy: string) => filled(copy, 0o600, (file) => fill(file, bytes));
  const beside = siblingPath(path, "bak");
  try {
    write(beside);
    return beside;
  } catch (error) {
    if (!hasCode(error, "EACCES", "EPERM", "EROFS")) throw error;
    const elsewhere = join(mkdtempSync(join(tmpdir(), "northstar-")), basename(path));
    write(elsewhere);
    return elsewhere;
  }
}

/** Writes to a device, or to a pipe that is there. */
export function writeInto(path: string, bytes: Uint8Array): void {
  writeFileSync(path, bytes, { flag: "a" });
}
