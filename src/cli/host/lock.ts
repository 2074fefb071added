/** The lock and temporary files beside a file that is written, and removing those that dead processes left. */
import { hash } from "node:crypto";
import {
  closeSync,
  fstatSync,
  linkSync,
  lstatSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { hostname } from "node:os";
import { basename, dirname, join } from "node:path";
import { attempt, hasCode, sleep } from "./read-file.js";

/** How long one waits for another writer: tries, and the milliseconds between them. */
const patience = { times: 200, pause: 10 };

/** No writer takes longer than this, in milliseconds. */
const longestWrite = 60_000;

/** This machine, in letters, digits and underscores: a process is known by its number on it only. */
function hostId(): string {
  return hostname().replace(/\W/g, "_");
}

/** The name of a new temporary file beside a path. */
export function temporaryPath(path: string): string {
  return join(dirname(path), `.northstar-${process.pid}-${hostId()}-${process.hrtime.bigint()}.tmp`);
}

/** The name of what lies beside a path while it is written; the longest names have no room for more. */
export function siblingPath(path: string, ending: "lock" | "bak"): string {
  const name = basename(path);
  const own = Buffer.byteLength(name) > 200 ? hash("sha256", name).slice(0, 16) : name;
  return join(dirname(path), `.${own}.${ending}`);
}

/** Runs `write` while no other northstar writes to this path; undefined where another one does not end. */
export function withLock<T>(path: string, write: () => T): T | undefined {
  const lock = siblingPath(path, "lock");
  const inode = locked(lock);
  if (inode === undefined) return undefined;
  try {
    return write();
  } finally {
    if (inode !== null && lstatSync(lock, { throwIfNoEntry: false })?.ino === inode)
      rmSync(lock, { force: true });
  }
}

/** Makes the lock: its inode, null where the folder takes no files, or undefined where another writer keeps it. */
function locked(lock: string): number | null | undefined {
  for (let time = 0; time < patience.times; time += 1) {
    try {
      const file = openSync(lock, "wx", 0o600);
      try {
        writeFileSync(file, `${process.pid} ${hostId()}\n`);
        return fstatSync(file).ino;
      } catch (error) {
        // On a full disk there is a lock without a word in it.
        rmSync(lock, { force: true });
        throw error;
      } finally {
        closeSync(file);
      }
    } catch (error) {
      if (hasCode(error, "EACCES", "EPERM", "EROFS")) return null;
      if (!hasCode(error, "EEXIST")) throw error;
    }
    if (!isStale(lock)) sleep(patience.pause);
    else takeAway(lock);
  }
  return undefined;
}

/** Whether the writer of a lock is gone. One that was ended before it had written its number gets as long as others wait. */
function isStale(lock: string): boolean {
  const stats = lstatSync(lock, { throwIfNoEntry: false });
  if (!stats) return false;
  const age = Date.now() - stats.mtimeMs;
  const text = attempt(() => readFileSync(lock, "latin1"));
  const [, id, where] = ("value" in text && /^(\d+) (\w+)\n$/.exec(text.value)) || [];
  if (where === hostId()) return age > longestWrite || !isAlive(Number(id));
  return age > (stats.size === 0 ? patience.times * patience.pause - 500 : longestWrite);
}

/** Takes a stale lock away, and no lock that another writer has made in its place meanwhile. */
function takeAway(lock: string): void {
  const before = lstatSync(lock, { throwIfNoEntry: false });
  const aside = temporaryPath(lock);
  attempt(() => {
    renameSync(lock, aside);
    if (lstatSync(aside).ino !== before?.ino) linkSync(aside, lock);
  });
  rmSync(aside, { force: true });
}

/** Whether a process of this machine runs. */
function isAlive(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return hasCode(error, "EPERM");
  }
}

/** Removes what writers to this path or others of its folder have left when they were ended. */
export function removeLeftovers(path: string): void {
  const folder = dirname(path);
  const names = attempt(() => readdirSync(folder));
  if ("reason" in names) return;
  const here = hostId();
  for (const name of names.value) {
    const [, id, where = here] = /^\.northstar-(\d+)-(?:(\w+)-)?\d+\.tmp$/.exec(name) ?? [];
    const isOurs = id !== undefined || name === `.${basename(path)}.tmp`;
    if (!isOurs) continue;
    const isDead = id !== undefined && where === here && !isAlive(Number(id));
    if (isDead || isOld(join(folder, name))) attempt(() => rmSync(join(folder, name), { force: true }));
  }
}

function isOld(path: string): boolean {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  return stats?.isFile() === true && Date.now() - stats.mtimeMs > longestWrite;
}
