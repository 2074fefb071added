/** The cache of results, so that files that have not changed are not judged again. */
import { hash } from "node:crypto";
import { chmodSync } from "node:fs";
import { dirname, isAbsolute, join, resolve } from "node:path";
import { digest } from "../../lint/fingerprint.js";
import type { Found } from "../../report/file-report.js";
import { Failure } from "./exit.js";
import type { LintRequest } from "./lint-worker.js";
import { attempt, readBytes } from "./read-file.js";
import { rootOf } from "./repository.js";
import type { World } from "./world.js";
import { type WriteResult, writeWhole } from "./write-file.js";

export interface ResultCache {
  /** What was found under a key. */
  find(key: string): Found | undefined;
  keep(key: string, json: string): void;
  /** Writes what was found and kept; says why where that is not possible. */
  close(): { refused: string } | undefined;
}

/** Each line is a key and what is kept in JSON, the last used first; the last line is the sum of all before it. */
const head = "northstar cache 1\n";
const keyLength = 43;

/** How many results are kept beside those of a run, the last used first. */
const mostOthers = 5_000;

/** How large a cache is read, in bytes. */
const mostBytes = 64 * 1024 * 1024;

/** The key of a result: a hash of all that it depends on, artefacts of semantic layers included; the day counts only where the text has a date. */
export function cacheKey(
  { text, before, config, today, ignores, sources, codeOwners }: LintRequest,
  program: string,
): string {
  // What is found of a change has a fix that dates it.
  const day = before !== undefined || /-\d\d-\d\d|\\/.test(text) ? today : "";
  const known = [sources ?? null, codeOwners ?? null, before ?? null];
  const parts = [program, config, ignores, day, text, ...known];
  return hash("sha256", JSON.stringify(parts), "base64url");
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
  if (!cacheFile && env.NORTHSTAR_CACHE === "off") return undefined;
  const folders = [env.XDG_CACHE_HOME, env.LOCALAPPDATA, env.HOME && join(env.HOME, ".cache")];
  const folder = folders.find((each) => each && isAbsolute(each));
  return cacheFile ?? (folder && join(folder, "northstar", `${digest(rootOf(cwd) ?? cwd)}.lint`));
}

/** Opens a cache. One that is missing or damaged is empty, and is written anew. */
export function openCache(world: Pick<World, "cwd">, name: string): ResultCache {
  const before = linesOf(resolve(world.cwd, name));
  const lines = new Map<string, Buffer>();
  let changed = false;
  return {
    find(key) {
      const line = before.get(key);
      if (!line) return undefined;
      lines.set(key, line);
      return JSON.parse(line.toString("utf8", keyLength));
    },
    keep(key, json) {
      lines.set(key, Buffer.from(`${key}${json}\n`));
      changed = true;
    },
    close() {
      if (!changed) return undefined;
      const others = [...before].filter(([key]) => !lines.has(key)).slice(0, mostOthers);
      const written = write(world, name, [...lines.values(), ...others.map(([, line]) => line)]);
      return typeof written === "object" ? written : undefined;
    },
  };
}

/** The lines of a cache by their keys; none where it is not whole. */
function linesOf(path: string): Map<string, Buffer> {
  const lines = new Map<string, Buffer>();
  const read = attempt(() => readBytes(path, { most: mostBytes }));
  if ("reason" in read) return lines;
  const { value: bytes } = read;
  const end = bytes.lastIndexOf("\n", -2) + 1;
  const isWhole = bytes.toString("latin1", end) === `${sumOf(bytes.subarray(0, end))}\n`;
  if (!isWhole || bytes.toString("latin1", 0, head.length) !== head) return lines;
  for (let from = head.length; from < end; ) {
    const to = bytes.indexOf("\n", from) + 1;
    lines.set(bytes.toString("latin1", from, from + keyLength), bytes.subarray(from, to));
    from = to;
  }
  return lines;
}

/** All that is kept, for nobody else to read: a report may quote a North Star that is not public. */
function write(world: Pick<World, "cwd">, name: string, lines: readonly Uint8Array[]): WriteResult {
  const all = Buffer.concat([Buffer.from(head), ...lines]);
  const isUsual = usual.test(name);
  const mayReplace = (existing: Buffer) =>
    isUsual ||
    existing.length === 0 ||
    isCache(existing) ||
    "and is no cache of northstar: name another file, or delete it first";
  const content = Buffer.concat([all, Buffer.from(`${sumOf(all)}\n`)]);
  // Earlier versions made the usual folder for everybody to look into.
  if (isUsual) attempt(() => chmodSync(dirname(name), 0o700));
  return writeWhole(world, name, content, mayReplace, { makeFolders: true, secret: true });
}

/** The file in the person's own cache folder. */
const usual = /[\\/]northstar[\\/]\w+\.lint$/;

/** Whether northstar made it, whichever version. */
function isCache(bytes: Buffer): boolean {
  return /^northstar cache \d+\n/.test(bytes.toString("latin1", 0, 40));
}

function sumOf(bytes: Uint8Array): string {
  return hash("sha256", bytes, "hex");
}
