/** Judging many files: what was found before is not looked for again, and every processor has its part. */
import { statSync } from "node:fs";
import { setImmediate } from "node:timers/promises";
import { check } from "../../../lint/check.js";
import { rules } from "../../../lint/rules/index.js";
import { type Found, foundIn } from "../../../report/file-report.js";
import type { FileReport } from "../../../report/report.js";
import { Failure } from "../../host/exit.js";
import { type Pool, poolOf, type Question } from "../../host/lint-worker.js";
import type { Settings } from "../../host/load-config.js";
import { progressOf } from "../../host/progress.js";
import { open } from "../../host/read-file.js";
import { type CacheOptions, cacheName, keyOf, openCache } from "../../host/result-cache.js";
import type { Held } from "../../host/threshold.js";
import { versionOf } from "../../host/version.js";
import type { World } from "../../host/world.js";

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
): Promise<{ judged: (FileReport & Held)[]; missing: Failure[] }> {
  const told = new Array<(FileReport & Held) | undefined>(files.length);
  const missing: Failure[] = [];
  const progress = progressOf(world, files.length, () => performance.now());
  const judge = judgeOf(world, kept);

  let unwritten: { refused: string } | undefined;
  try {
    await judgeAll();
  } finally {
    // Threads that nobody ends keep the process alive, whatever went wrong.
    progress.end();
    unwritten = judge.end();
  }
  if (unwritten && kept.cacheFile) missing.push(new Failure(unwritten.refused));
  return { judged: told.filter((each) => each !== undefined), missing };

  async function judgeAll(): Promise<void> {
    const waiting: Promise<void>[] = [];
    for (const [index, file] of files.entries()) {
      const { failOn, limit, judging, config } = await settingsFor(file);
      const opened = tryToOpen(file);
      if (opened instanceof Failure) {
        missing.push(opened);
        continue;
      }
      if ("problems" in opened) {
        told[index] = { ...opened, failOn, limit };
        continue;
      }
      const { text } = opened;
      const tell = (found: Found) => {
        told[index] = { ...found, path: file, text, failOn, limit };
        progress.step();
      };
      const question = { text, config: judgementIn(config), today, ignores };
      const found = judge.answerTo(question, judging, files.length - index);
      if (found instanceof Promise) waiting.push(found.then(tell));
      else tell(found);
      // Threads are heard when this one pauses.
      if (waiting.length > 0) await setImmediate();
    }
    await Promise.all(waiting);
  }

  function tryToOpen(file: string): ReturnType<typeof open> | Failure {
    try {
      return open(world, file, file === input?.name ? input.bytes : undefined);
    } catch (error) {
      if (error instanceof Failure) return error;
      throw error;
    }
  }
}

interface Judge {
  /** What is found in a text: at once, or later from a thread. `left` files may need as much work, this one included. */
  answerTo(question: Question, judging: Settings["judging"], left: number): Found | Promise<Found>;
  /** Keeps what was found; says why where that is not possible. */
  end(): { refused: string } | undefined;
}

/** Judges no text twice: neither one that is in several files, nor one that an earlier run has judged. */
function judgeOf(world: World, options: CacheOptions): Judge {
  const name = cacheName(world, options);
  const cache = name === undefined ? undefined : openCache(world, name);
  const version = programOf(world);
  const found = new Map<string, Found | Promise<Found>>();
  let pool: Pool | undefined;
  return {
    answerTo(question, judging, left) {
      const key = keyOf(question.text, countsFor(question, version));
      const known = found.get(key);
      if (known) return known;
      const before = cache?.find(key);
      const answer = (before && readFound(before)) || anew(question, judging, key, left);
      found.set(key, answer);
      return answer;
    },
    end() {
      pool?.end();
      return cache?.close();
    },
  };

  function anew(
    question: Question,
    judging: Settings["judging"],
    key: string,
    left: number,
  ): Found | Promise<Found> {
    pool ??= poolOf(world.threads, Math.floor(left / few));
    const answer = pool.ask(question);
    if (answer) return answer.then((json) => keep(key, json));
    const { text, today, ignores } = question;
    const found = foundIn(check(text, { rules, today, ignores, ...judging }));
    cache?.keep(key, JSON.stringify(found));
    return found;
  }

  function keep(key: string, json: string): Found {
    cache?.keep(key, json);
    return JSON.parse(json);
  }
}

/** What was kept, unless it is damaged. */
function readFound(json: string): Found | undefined {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
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
  const day = /-\d\d-\d\d|\\/.test(text) ? today : "";
  return JSON.stringify([version, config, ignores, day]);
}
