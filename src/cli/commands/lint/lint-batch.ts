/** Judging many files: cached results are reused, and the rest is shared among threads. */
import { statSync } from "node:fs";
import { mayHaveSource } from "../../../metrics/may-have-source.js";
import type { Found } from "../../../report/file-report.js";
import type { FileReport } from "../../../report/report.js";
import { mayHaveHandle } from "../../../work/code-owners.js";
import { Failure } from "../../host/exit.js";
import { answerRequest, type LintRequest, type Pool, poolOf } from "../../host/lint-worker.js";
import type { Settings } from "../../host/load-config.js";
import { progressOf } from "../../host/progress.js";
import { type CacheOptions, cacheKey, cacheName, openCache } from "../../host/result-cache.js";
import { version } from "../../host/version.computed.js";
import type { World } from "../../host/world.js";
import { withSources } from "../shared/judge-file.js";
import type { LintedFile, Linter } from "./lint-files.js";

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

/** Judges no text twice: neither one that is in several files, nor one that an earlier run has judged. */
export function batchLinter(world: World, { total, today, ignores, cache: options }: Run): Linter {
  const progress = progressOf(world, total, () => performance.now());
  const file = cacheName(world, options);
  const cache = file === undefined ? undefined : openCache(world, file);
  const program = programOf(world);
  const known = new Map<string, Found | Promise<Found>>();
  let pool: Pool | undefined;
  return {
    lint(file, settings, left) {
      if (!mayHaveSource(file.text) && !mayHaveHandle(file.text)) return lint(file, settings, left);
      const { artifacts } = settings.judging;
      return withSources(world, file.name, file.text, { artifacts }).then((known) =>
        lint(file, settings, left, known),
      );
    },
    end() {
      progress.end();
      // Threads that nobody ends keep the process alive.
      pool?.end();
      const unwritten = cache?.close();
      return unwritten && options.cacheFile ? new Failure(unwritten.refused) : undefined;
    },
  };

  function lint(
    { name, text, before }: LintedFile,
    { config: { rules = {}, words = {}, horizons = {} } }: Settings,
    left: number,
    { sources, codeOwners }: Pick<LintRequest, "sources" | "codeOwners"> = {},
  ): FileReport | Promise<FileReport> {
    const configured = { rules, words, horizons };
    const request = { text, config: configured, today, ignores, sources, codeOwners, before };
    const key = cacheKey(request, program);
    const found = known.get(key) ?? cache?.find(key) ?? judge(request, key, left);
    known.set(key, found);
    return found instanceof Promise ? found.then(report) : report(found);

    function report(each: Found) {
      progress.step();
      return { ...each, path: name, text };
    }
  }

  function judge(request: LintRequest, key: string, left: number): Found | Promise<Found> {
    pool ??= poolOf(world.threads, Math.floor(left / filesPerThread));
    const answer = pool.ask(request) ?? answerRequest(request);
    return typeof answer === "string" ? keep(answer) : answer.then(keep);

    function keep(json: string): Found {
      cache?.keep(key, json);
      return JSON.parse(json);
    }
  }
}

/** The version with the time of its build, so that results of an older build are not reused while northstar is developed. */
function programOf(world: World): string {
  const built = statSync(new URL("dist/northstar.cjs", world.home), { throwIfNoEntry: false });
  return `${version} ${built?.mtimeMs}`;
}
