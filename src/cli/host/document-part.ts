/** Keeps a document that is a part of a file: what stands around its marks is the team's own. */
import { resolve } from "node:path";
import { partMarks } from "../../render/generated-marker.js";
import { attempt, readBytes } from "./read-file.js";
import type { World } from "./world.js";
import { replaceIfUnchanged, type WriteResult } from "./write-file.js";

/** Whether a document is a part of the file that it is written to. */
export function isPart(made: string | Uint8Array): made is string {
  return typeof made === "string" && made.startsWith(partMarks.begin);
}

/** Puts a part between its marks in a file that is there; every byte around them stays. */
export function writePart(
  world: World,
  part: string,
  { folder, name, shown }: { folder: string; name: string; shown: string },
  force: boolean,
): WriteResult {
  const read = attempt(() => readParts(resolve(folder, name)));
  if ("reason" in read) return { refused: `could not write ${shown}: ${read.reason}` };
  if (!read.value)
    return {
      refused: `${shown} exists already; put ${partMarks.begin} and ${partMarks.end} in lines of their own, once, where this should stand in it`,
    };
  const { bytes, before, after } = read.value;
  const ends = bytes.includes("\r\n") ? "\r\n" : "\n";
  const next = Buffer.concat([before, Buffer.from(part.trimEnd().replaceAll("\n", ends)), after]);
  if (next.equals(bytes)) return "unchanged";
  return replaceIfUnchanged({ cwd: folder, stderr: world.stderr }, name, bytes, next, { force });
}

/** Whether a file holds a part. A checkout may have given it other line ends. */
export function hasPart(path: string, part: string): boolean {
  const read = attempt(() => readParts(path));
  if (!("value" in read) || !read.value) return false;
  return read.value.part.toString("utf8").replaceAll("\r\n", "\n") === part.trimEnd();
}

/** In a larger file, in bytes, no part is kept. */
const longestFile = 10_000_000;

/** A file as what stands around the marks and between them; null where they are missing, or there more than once. */
function readParts(path: string): Record<"bytes" | "before" | "part" | "after", Buffer> | null {
  const bytes = readBytes(path, { most: longestFile + 1 });
  const { begin, end } = partMarks;
  const [start, last] = [bytes.indexOf(begin), bytes.indexOf(end)];
  if (bytes.length > longestFile || start < 0 || last < start) return null;
  if (start !== bytes.lastIndexOf(begin) || last !== bytes.lastIndexOf(end)) return null;
  const stop = last + end.length;
  return {
    bytes,
    before: bytes.subarray(0, start),
    part: bytes.subarray(start, stop),
    after: bytes.subarray(stop),
  };
}
