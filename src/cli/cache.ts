/** What was found in files before, so that files that have not changed are not judged again. */
import { createHash, randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, isAbsolute, join, resolve } from "node:path";
import { digest } from "../lint/fingerprint.js";
import { Failure } from "./exit.js";
import { nameOf } from "./find.js";
import { attempt } from "./read.js";
import { rootOf } from "./repository.js";
import type { World } from "./world.js";

export interface Cache {
  /** What is kept of a file, in JSON, if it was kept under the same key. */
  find(file: string, key: string): string | undefined;
  keep(file: string, key: string, packed: string): void;
  /** Writes what was found and kept; says why where that is not possible. */
  close(): { reason: string } | undefined;
}

/** Each line is a key, a path in JSON and what is kept in JSON; the last line is the sum of all before it. */
const head = "northstar cache 1\n";
const tab = "\t";

/** The key of a file: it is judged as before as long as its bytes, and all else that counts, are the same. */
export function keyOf(bytes: Uint8Array, counts: string): string {
  return createHash("sha256").update(counts).update("\0").update(bytes).digest("base64url");
}

export interface CacheOptions {
  /** Whether to keep what is found. */
  cache: boolean;
  /** Where, instead of the usual place. */
  cacheFile?: string;
}

/** The file to keep what is found in: usually one for each repository, in the person's own cache folder. */
export function cacheName(
  { cwd, env }: Pick<World, "cwd" | "env">,
  { cache, cacheFile }: CacheOptions,
): string | undefined {
  if (!cache) return undefined;
  if (cacheFile && /\.ya?ml$/.test(cacheFile))
    throw new Failure("--cache-file is written anew when something has changed: name a file that is no YAML");
  const folders = [env.XDG_CACHE_HOME, env.LOCALAPPDATA, env.HOME && join(env.HOME, ".cache")];
  const folder = folders.find((each) => each && isAbsolute(each));
  return cacheFile ?? (folder && join(folder, "northstar", `${digest(rootOf(cwd) ?? cwd)}.lint`));
}

/** Opens a cache. One that is missing or damaged is empty, and is written anew. */
export function openCache({ cwd }: Pick<World, "cwd">, name: string): Cache {
  const path = resolve(cwd, name);
  const root = rootOf(cwd) ?? cwd;
  const before = linesOf(path);
  const lines = new Map<string, Uint8Array>();
  let changed = false;
  return {
    find(file, key) {
      const place = placeOf(file);
      const line = before.get(place);
      if (line?.key !== key) return undefined;
      lines.set(place, line.bytes);
      return line.packed();
    },
    keep(file, key, packed) {
      const place = placeOf(file);
      lines.set(place, Buffer.from(`${key}${tab}${JSON.stringify(place)}${tab}${packed}\n`));
      changed = true;
    },
    close() {
      if (!changed) return undefined;
      for (const [place, { bytes }] of before)
        if (!lines.has(place) && existsSync(join(root, place))) lines.set(place, bytes);
      const written = attempt(() => write(path, [...lines.values()]));
      return "reason" in written ? written : undefined;
    },
  };

  function placeOf(file: string): string {
    return nameOf(resolve(cwd, file), root);
  }
}

interface Line {
  key: string;
  bytes: Uint8Array;
  packed(): string;
}

/** The lines of a cache by their paths; none where it is not whole. */
function linesOf(path: string): Map<string, Line> {
  const lines = new Map<string, Line>();
  const read = attempt(() => readFileSync(path));
  if ("reason" in read) return lines;
  const { value: bytes } = read;
  const end = bytes.lastIndexOf("\n", -2) + 1;
  const isWhole = bytes.toString("latin1", end) === `${sumOf([bytes.subarray(0, end)])}\n`;
  if (!isWhole || bytes.toString("latin1", 0, head.length) !== head) return lines;
  for (let from = head.length; from < end; ) {
    const to = bytes.indexOf("\n", from);
    const first = bytes.indexOf(tab, from);
    const second = bytes.indexOf(tab, first + 1);
    lines.set(JSON.parse(bytes.toString("utf8", first + 1, second)), {
      key: bytes.toString("latin1", from, first),
      bytes: bytes.subarray(from, to + 1),
      packed: () => bytes.toString("utf8", second + 1, to),
    });
    from = to + 1;
  }
  return lines;
}

/** Puts a new file in the place of the old one, so that no other run ever sees a half. */
function write(path: string, lines: readonly Uint8Array[]): void {
  const all = [Buffer.from(head), ...lines];
  const temporary = `${path}.${randomBytes(6).toString("hex")}.tmp`;
  mkdirSync(dirname(path), { recursive: true });
  try {
    writeFileSync(temporary, Buffer.concat([...all, Buffer.from(`${sumOf(all)}\n`)]), { flag: "wx" });
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

function sumOf(parts: readonly Uint8Array[]): string {
  const sum = createHash("sha256");
  for (const part of parts) sum.update(part);
  return sum.digest("hex");
}
