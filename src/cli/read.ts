/** Reading files for people. */
import { closeSync, openSync, readSync, realpathSync } from "node:fs";
import { resolve } from "node:path";
import { decode, longest } from "../file/text.js";
import { check } from "../lint/check.js";
import type { LintOptions } from "../lint/lint.js";
import { rules } from "../lint/rules/index.js";
import type { Judged } from "../report/report.js";
import { Failure } from "./exit.js";
import type { World } from "./world.js";

/** What is beyond is not read, so that no file takes all memory; `decode` says that it is too large. */
const limit = longest * 3 + 4;

/** What a file is judged with: the day, if not today, what is configured, and some of the rules if not all. */
export type Judging = Pick<LintOptions, "severities" | "lexicon" | "ignores"> &
  Partial<Pick<LintOptions, "rules">> & { today?: string | undefined };

/** Reads a file (seen from `world.cwd`) and judges it. One that cannot be read is a {@link Failure}. */
export function judge(world: World, name: string, judging?: Judging, bytes?: Buffer): Judged {
  const opened = open(world, name, bytes);
  return "problems" in opened ? opened : judgeText(world, name, opened.text, judging);
}

/** A file (seen from `world.cwd`) as text, with its bytes; or what keeps it from being text. */
export function open(world: World, name: string, known?: Buffer): { bytes: Buffer; text: string } | Judged {
  const bytes = attempt(() => known ?? readBytes(resolve(world.cwd, name)));
  if ("reason" in bytes) throw new Failure(`cannot read ${name}: ${bytes.reason}`);
  const text = decode(bytes.value);
  if (typeof text === "string") return { bytes: bytes.value, text };
  return { path: name, text: bytes.value.toString("utf8"), points: [], problems: text };
}

/** Judges a text that is, or will be, in a file of this name. */
export function judgeText(world: World, name: string, text: string, judging: Judging = {}): Judged {
  return { path: name, text, ...check(text, lintOptions(world, judging)) };
}

/** What a check needs to know: the rules, the day, and what is configured. */
export function lintOptions(world: World, { today = world.today(), ...judging }: Judging): LintOptions {
  return { rules, today, ...judging };
}

/** At most `limit` bytes of whatever can be opened: a file, or what a shell makes of `<(command)`. */
export function readBytes(path: string): Buffer {
  const file = openSync(path, "r");
  try {
    const chunks: Buffer[] = [];
    for (let size = 0; size < limit; ) {
      const length = readSync(file, room);
      if (length === 0) break;
      chunks.push(Buffer.from(room.subarray(0, length)));
      size += length;
    }
    return Buffer.concat(chunks);
  } finally {
    closeSync(file);
  }
}

/** Memory that every reading uses again. */
const room = Buffer.allocUnsafe(64 * 1024);

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
