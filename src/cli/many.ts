/** Judging many files: what was found before is not looked for again, and every processor has its part. */
import { statSync } from "node:fs";
import { setImmediate } from "node:timers/promises";
import { check } from "../lint/check.js";
import { rules } from "../lint/rules/index.js";
import { type Packed, pack, unpack } from "../report/packed.js";
import type { Told } from "../report/report.js";
import { type CacheOptions, cacheName, keyOf, openCache } from "./cache.js";
import type { Settings } from "./config.js";
import { Failure } from "./exit.js";
import { progressOf } from "./progress.js";
import { open } from "./read.js";
import { type Pool, poolOf, type Question } from "./thread.js";
import type { Held } from "./threshold.js";
import { versionOf } from "./version.js";
import type { World } from "./world.js";

/** What counts for all files of a run. */
export interface Run {
  settingsFor(file: string): Promise<Settings>;
  today: string;
  ignores: boolean;
  /** Standard input, by the name of its file. */
  input: { name: string; bytes: Buffer } | undefined;
  cache: CacheOptions;
}

/** Fewer files than this are judged before a thread has started. */
const few = 40;

/** What is told of each file, in their order, and of those that cannot be read why. */
export async function judgeMany(
  world: World,
  files: readonly string[],
  { settingsFor, today, ignores, input, cache: kept }: Run,
): Promise<{ judged: (Told & Held)[]; missing: string[] }> {
  const told = new Array<(Told & Held) | undefined>(files.length);
  const missing: string[] = [];
  const progress = progressOf(world, files.length, () => performance.now());
  const name = cacheName(world, kept);
  const cache = name === undefined ? undefined : openCache(world, name);
  const version = cache ? programOf(world) : "";
  const waiting: Promise<void>[] = [];
  let pool: Pool | undefined;

  for (const [index, file] of files.entries()) {
    const { failOn, judging, config } = await settingsFor(file);
    const opened = tryToOpen(file);
    if ("reason" in opened || "problems" in opened) {
      if ("reason" in opened) missing.push(opened.reason);
      else told[index] = { ...opened, failOn };
      continue;
    }
    const { bytes, text } = opened;
    const tell = (packed: Packed) => {
      told[index] = { ...unpack(packed, file, text), failOn };
      progress.step();
    };
    const question: Question = { text, config: judgementIn(config), today, ignores };
    const key = cache && keyOf(bytes, countsFor(question, version));
    const before = key && cache?.find(file, key);
    if (before) {
      tell(JSON.parse(before));
      continue;
    }
    pool ??= poolOf(world, Math.floor((files.length - index) / few));
    const answer = pool.ask(question);
    if (answer) {
      waiting.push(
        answer.then((packed) => {
          if (key) cache?.keep(file, key, packed);
          tell(JSON.parse(packed));
        }),
      );
    } else {
      const packed = pack(check(text, { rules, today, ignores, ...judging }));
      if (key) cache?.keep(file, key, JSON.stringify(packed));
      tell(packed);
    }
    // Threads are heard when this one pauses.
    if (waiting.length > 0) await setImmediate();
  }
  await Promise.all(waiting);
  pool?.end();
  progress.end();
  const written = cache?.close();
  if (written && kept.cacheFile) missing.push(`cannot write ${kept.cacheFile}: ${written.reason}`);
  return { judged: told.filter((each) => each !== undefined), missing };

  function tryToOpen(file: string): ReturnType<typeof open> | { reason: string } {
    try {
      return open(world, file, file === input?.name ? input.bytes : undefined);
    } catch (error) {
      if (error instanceof Failure) return { reason: error.message };
      throw error;
    }
  }
}

/** What a configuration says of judging. */
function judgementIn({ rules, words }: Settings["config"]): Question["config"] {
  return { ...(rules && { rules }), ...(words && { words }) };
}

/** The version, and when it was built: whoever works on northstar does not want to see what it found before. */
function programOf(world: World): string {
  const built = statSync(new URL("dist/northstar.cjs", world.home), { throwIfNoEntry: false });
  return `${versionOf(world)} ${built?.mtimeMs}`;
}

/** All but the bytes that counts for the judgement of a file. Without a date in it, every day is the same. */
function countsFor({ text, config, today, ignores }: Question, version: string): string {
  const day = /\d{4}-\d\d-\d\d|\\/.test(text) ? today : "";
  return JSON.stringify([version, config, ignores, day]);
}
