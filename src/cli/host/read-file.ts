/** Reads files and standard input, with errors in words for people. */
import {
  closeSync,
  constants,
  lstatSync,
  openSync,
  readSync,
  realpathSync,
  type Stats,
  statSync,
} from "node:fs";
import { dirname, resolve } from "node:path";
import { type Document, readDocument } from "../../file/document.js";
import type { Problem } from "../../file/problem.js";
import { decode, longestText, quotable } from "../../file/text.js";
import type { Judged } from "../../report/report.js";
import { failureAt } from "./exit.js";
import { isInRepositories } from "./repository.js";
import type { World } from "./world.js";

/** What is beyond is not read, so that no file takes all memory; `decode` says that it is too large. */
const limit = longestText * 3 + 4;

/** A file (seen from `world.cwd`) as text, with its bytes; or what keeps it from being text. */
export function openText(
  world: World,
  name: string,
  known?: Buffer,
): { bytes: Buffer; text: string } | Judged {
  const bytes = attempt(() => known ?? readNamed(world, name));
  if ("reason" in bytes) throw failureAt(name, `cannot read ${name}: ${bytes.reason}`);
  const text = decode(bytes.value);
  return typeof text === "string" ? { bytes: bytes.value, text } : unreadable(name, bytes.value, text);
}

/** The document in a file (seen from `world.cwd`), with its bytes; or what keeps it from being one. */
export function openDocument(world: World, name: string): { bytes: Buffer; document: Document } | Judged {
  const opened = openText(world, name);
  if ("problems" in opened) return opened;
  const { bytes, text } = opened;
  const document = readDocument(text);
  return Array.isArray(document) ? { path: name, text, points: [], problems: document } : { bytes, document };
}

/** The report of a file whose bytes are no text. */
export function unreadable(name: string, bytes: Buffer, problems: Problem[]): Judged {
  return { path: name, text: quotable(bytes), points: [], problems };
}

/** What may be read by a path. */
export interface ReadOptions {
  /** The real file lies in every repository around this folder, if not around its own; null lets it lie anywhere. */
  within?: string | null;
  /** Whether it may be a pipe or a device. */
  pipes?: boolean;
  /** How much is read at most, in bytes. */
  most?: number;
}

/** The bytes of a file that the command line may name. */
export function readNamed(world: Pick<World, "cwd" | "args">, name: string, reach: ReadOptions = {}): Buffer {
  const path = resolve(world.cwd, name);
  return readBytes(path, { pipes: isNamed(world, path), ...reach });
}

/**
 * The one way to read a file that a person or a file names, or that is found: a regular file, no more than so much of
 * it, and not out of its repository through a link. Why it is not read is thrown, as {@link attempt} words it.
 */
export function readBytes(
  path: string,
  { within = dirname(path), pipes = false, most = limit }: ReadOptions = {},
): Buffer {
  const real = realOf(path, pipes);
  const isPlain = real === path && within === dirname(path);
  if (!isPlain && within !== null && !isInRepositories(real, within)) throw new Unread(outside(path, real));
  const stats = statSync(real);
  if (!stats.isFile() && !stats.isDirectory() && !pipes)
    throw new Unread(`it is ${fileTypeOf(stats)}, and no file; put a file in its place`);
  // A pipe that nobody writes to would be waited for here.
  const file = openSync(real, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    return contentOf(file, most, stats.isFIFO() && isThere(real));
  } finally {
    closeSync(file);
  }
}

/**
 * A file piece by piece, for what is too large to be held at once: the memory of one piece is used again for the next.
 * The path is a real one.
 */
export function* readPieces(real: string): Generator<Uint8Array> {
  const stats = statSync(real);
  if (!stats.isFile()) throw new Unread(`it is ${fileTypeOf(stats)}, and no file; put a file in its place`);
  const file = openSync(real, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const piece = Buffer.allocUnsafe(1024 * 1024);
    for (let length = readSync(file, piece); length > 0; length = readSync(file, piece))
      yield piece.subarray(0, length);
  } finally {
    closeSync(file);
  }
}

/** A file that is there and is not read, and why. */
class Unread extends Error {}

/** Where a path really leads. What a shell makes of `<(command)` is nowhere else than in /dev. */
function realOf(path: string, pipes: boolean): string {
  try {
    return realpathSync.native(path);
  } catch (error) {
    if (pipes && path.startsWith("/dev/")) return path;
    if (isThere(path) && hasCode(error, "ENOENT"))
      throw new Unread("it is a symbolic link to what is not there; put a file in its place");
    if (hasCode(error, "ENOENT") && path.includes("\uFFFD"))
      throw new Unread("its name is not written in UTF-8; give it another");
    throw error;
  }
}

function outside(path: string, real: string): string {
  return real === path
    ? "it lies outside of the repository; copy it into the repository"
    : "a symbolic link leads from there out of the repository; put a copy of the file in its place";
}

/** Whether a word of the command line is this path. */
function isNamed({ cwd, args }: Pick<World, "cwd" | "args">, path: string): boolean {
  return args.some((word) =>
    [word, word.replace(/^--[\w-]+=/, "")].some((each) => resolve(cwd, each) === path),
  );
}

/** How long, in milliseconds, a named pipe is waited for, and how often it is looked at. */
const patience = { most: 2000, pause: 10 };

/** What can be read of an open file; `waits` for somebody who writes to it. */
function contentOf(file: number, most: number, waits: boolean): Buffer {
  const chunks: Buffer[] = [];
  let end: number | undefined;
  for (let size = 0; size < most; ) {
    const length = readSome(file);
    if (length === 0 && !(waits && size === 0)) break;
    if (length === 0) {
      // Asking for the time loads a part of Node that reading a file does not need.
      end ??= performance.now() + patience.most;
      if (performance.now() > end) throw new Unread("it is a pipe that nobody writes to");
    }
    if (length > 0) chunks.push(Buffer.from(room.subarray(0, length)));
    else sleep(patience.pause);
    size += Math.max(0, length);
  }
  return Buffer.concat(chunks);
}

/** Reads into `room`: how much there was, 0 at the end, and -1 where more is to come. */
function readSome(file: number): number {
  try {
    return readSync(file, room);
  } catch (error) {
    if (hasCode(error, "EAGAIN")) return -1;
    throw error;
  }
}

/** Memory that every reading uses again. */
const room = Buffer.allocUnsafe(64 * 1024);

/** Does nothing for some milliseconds. */
export function sleep(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}

/** Whether there is anything by this name, also a link that leads nowhere. */
export function isThere(path: string): boolean {
  return "value" in attempt(() => lstatSync(path));
}

/** What something is that is no regular file. */
export function fileTypeOf(stats: Stats): string {
  if (stats.isFIFO()) return "a pipe";
  if (stats.isSocket()) return "a socket";
  return stats.isDirectory() ? "a folder" : "a device";
}

/** At most `limit` bytes of standard input. */
export async function readInput({ stdin }: Pick<World, "stdin">): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stdin) {
    const bytes = Buffer.from(chunk);
    chunks.push(bytes);
    size += bytes.length;
    if (size >= limit) break;
  }
  return Buffer.concat(chunks);
}

/** Whether a path leads to one of some files, by whatever name or link. */
export function isAmong(files: readonly string[], path: string): boolean {
  const place = attempt(() => realpathSync(path));
  if ("reason" in place) return false;
  return files.some((file) => {
    const other = attempt(() => realpathSync(file));
    return "value" in other && other.value === place.value;
  });
}

/** What a call to the file system gives, or why it fails in words for the person. */
export function attempt<T>(call: () => T): { value: T } | { reason: string } {
  try {
    return { value: call() };
  } catch (error) {
    return { reason: reasonOf(error) };
  }
}

/** Whether a call to the system failed for this reason. */
export function hasCode(error: unknown, ...codes: string[]): boolean {
  return error instanceof Error && "code" in error && codes.includes(String(error.code));
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  switch (code) {
    case "ENOENT":
    case "ENOTDIR":
      return "there is no such file or folder";
    case "EACCES":
    case "EPERM":
      return "permission denied";
    case "EISDIR":
      return "it is a folder";
    case "ELOOP":
      return "its symbolic links go in a circle";
    case "ENAMETOOLONG":
      return "the name is too long";
    default:
      return error instanceof Error ? error.message : String(error);
  }
}
