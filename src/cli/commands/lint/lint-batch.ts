/** Judging many files: cached results are reused, and the rest is shared among threads. */
import { statSync } from "node:fs";
import { checkSource } from "../../../lint/check.js";
import { rules } from "../../../lint/rules/index.js";
import { type Found, foundIn } from "../../../report/file-report.js";
import type { FileReport } from "../../../report/report.js";
import { Failure } from "../../host/exit.js";
import { type LintRequest, type Pool, poolOf } from "../../host/lint-worker.js";
import type { Settings } from "../../host/load-config.js";
import { progressOf } from "../../host/progress.js";
import { type CacheOptions, cacheKey, cacheName, openCache } from "../../host/result-cache.js";
import { versionOf } from "../../host/version.js";
import type { World } from "../../host/world.js";
import type { Linter } from "./lint-files.js";

/** What counts for all files of a run. */
interface Run {
  /** How many they are. */
  total: number;
  today: string;
  ignores: boolean;
  cache: CacheOptions;
}

/** How many files a thread has to have before it is worth starting: fewer are judged in the time that it takes to start. */
const filesPerThread = 40;

/** Judges many files. */
export function batchLinter(world: World, { total, today, ignores, cache }: Run): Linter {
  const progress = progressOf(world, total, () => performance.now());
  const judge = judgeOf(world, cache);
  return {
    lint({ name, text }, { judging, config }, left) {
      const question = { text, config: judgementIn(config), today, ignores };
      const found = judge.answerTo(question, judging, left);
      return found instanceof Promise ? found.then(tell) : tell(found);

      function tell(found: Found): FileReport {
        progress.step();
        return { ...found, path: name, text };
      }
    },
    end() {
      progress.end();
      // Threads that nobody ends keep the process alive.
      const unwritten = judge.end();
      return unwritten && cache.cacheFile ? new Failure(unwritten.refused) : undefined;
    },
  };
}

interface Judge {
  /** What is found in a text: at once, or later from a thread. `left` files may need as much work, this one included. */
  answerTo(question: LintRequest, judging: Settings["judging"], left: number): Found | Promise<Found>;
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
      const key = cacheKey(question.text, countsFor(question, version));
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
    question: LintRequest,
    judging: Settings["judging"],
    key: string,
    left: number,
  ): Found | Promise<Found> {
    pool ??= poolOf(world.threads, Math.floor(left / filesPerThread));
    const answer = pool.ask(question);
    if (answer) return answer.then((json) => keep(key, json));
    const { text, today, ignores } = question;
    const found = foundIn(checkSource(text, { rules, today, ignores, ...judging }));
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
function judgementIn({ rules, words, horizons }: Settings["config"]): LintRequest["config"] {
  return { ...(rules && { rules }), ...(words && { words }), ...(horizons && { horizons }) };
}

/** The version with the time of its build, so that results of an older build are not reused while northstar is developed. */
function programOf(world: World): string {
  const built = statSync(new URL("dist/northstar.cjs", world.home), { throwIfNoEntry: false });
  return `${versionOf(world)} ${built?.mtimeMs}`;
}

/** What a result in the cache depends on besides the text: version, configuration, ignores, and the day where the text has a date. */
function countsFor({ text, config, today, ignores }: LintRequest, version: string): string {
  const day = /-\d\d-\d\d|\\/.test(text) ? today : "";
  return JSON.stringify([version, config, ignores, day]);
}
