/** Reads and writes northstar.lock, which stands beside a North Star. */
import { resolve } from "node:path";
import { decode } from "../../file/text.js";
import { emptyLock, type Lock, readLock, writeLock } from "../../series/lock-file.js";
import { Failure } from "./exit.js";
import { attempt, isThere, readBytes } from "./read-file.js";
import { writeAgainst } from "./series-files.js";
import type { World } from "./world.js";

/** Its path, by that of the North Star: `x.northstar.lock` for `x.northstar.yaml`. */
export function lockPathOf(file: string): string {
  return file.replace(/(?:\.ya?ml)?$/, ".lock");
}

/** What a lock (seen from `world.cwd`) says; the empty one where it is not there, or why it cannot be read. */
export function openLock(
  { cwd }: Pick<World, "cwd">,
  path: string,
): { lock: Lock; bytes: Buffer | undefined } | { fault: string } {
  const place = resolve(cwd, path);
  if (!isThere(place)) return { lock: emptyLock, bytes: undefined };
  const bytes = attempt(() => readBytes(place));
  if ("reason" in bytes) return { fault: `${path} cannot be read: ${bytes.reason}` };
  const text = decode(bytes.value);
  const lock = typeof text === "string" ? readLock(text) : text;
  if (!Array.isArray(lock)) return { lock, bytes: bytes.value };
  const [problem] = lock;
  return { fault: `${path} cannot be read (line ${problem?.range.start.line ?? 1}): ${problem?.message}` };
}

/** What the lock beside a North Star says. One that cannot be read is a {@link Failure}. */
export function lockOf(world: World, file: string): Lock {
  const opened = openLock(world, lockPathOf(file));
  if ("fault" in opened) throw new Failure(opened.fault);
  return opened.lock;
}

/** Changes one part of a lock; what others wrote meanwhile stays. A lock that cannot be read or written is a Failure. */
export function changeLock<Part extends keyof Lock>(
  world: World,
  path: string,
  part: Part,
  change: (before: Lock[Part]) => Lock[Part],
): void {
  writeAgainst(world, path, () => {
    const opened = openLock(world, path);
    if ("fault" in opened) throw new Failure(opened.fault);
    const { lock, bytes } = opened;
    return { before: bytes, text: writeLock({ ...lock, [part]: change(lock[part]) }) };
  });
}
