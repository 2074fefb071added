/** Judging in worker threads: the requests, the worker, and the pool that sends them. */
import type { MessagePort, Worker } from "node:worker_threads";
import type { Config } from "../../config/config.js";
import { checkSource, starIn } from "../../lint/check.js";
import { rules } from "../../lint/rules/index.js";
import type { LookedUpSources } from "../../metrics/source.js";
import { foundIn } from "../../report/file-report.js";
import type { CodeOwners } from "../../work/code-owners.js";
import { judgingOf } from "./load-config.js";
import type { World } from "./world.js";

/** A text, and all that counts when it is judged: plain data. */
export interface LintRequest {
  text: string;
  config: Pick<Config, "rules" | "words" | "horizons">;
  today: string;
  ignores: boolean;
  /** What is known of the metrics that it points at. */
  sources?: LookedUpSources | undefined;
  /** Whom the CODEOWNERS of its repository names. */
  codeOwners?: CodeOwners | undefined;
  /** What the file said before, where that is known and was another text. */
  before?: string | undefined;
}

/** What is found in the text, as JSON. */
export function answerRequest({ text, before, config, ...asked }: LintRequest): string {
  const judging = { ...judgingFor(config), ...(before !== undefined && { before: starIn(before) }) };
  return JSON.stringify(foundIn(checkSource(text, { rules, ...asked, ...judging })));
}

/** Making a lexicon takes its time, and most files of a run have the same. */
let last: { config: string; judging: ReturnType<typeof judgingOf> } | undefined;

function judgingFor(config: LintRequest["config"]): ReturnType<typeof judgingOf> {
  const key = JSON.stringify(config);
  if (last?.config !== key) last = { config: key, judging: judgingOf(config) };
  return last.judging;
}

/** Answers, in their order, the questions that come through a port. */
export function serveRequests(port: MessagePort): void {
  port.on("message", (question: LintRequest) => port.postMessage(answerRequest(question)));
}

/** Threads that take questions. */
export interface Pool {
  /** An answer to come, or undefined where every thread has enough to do. */
  ask(question: LintRequest): Promise<string> | undefined;
  end(): void;
}

/** How many questions wait in a thread, so that it never waits itself. */
const mostWaiting = 3;

/** Starts as many threads as that much work and this machine have room for; none is a pool as well. */
export function poolOf(threads: World["threads"], wanted: number): Pool {
  const count = Math.min(wanted, threads?.most ?? 0);
  const started = Array.from({ length: count }, () => threads?.start()).flatMap((worker) =>
    worker ? [asked(worker)] : [],
  );
  return {
    ask: (question) => started.find(({ open }) => open.length < mostWaiting)?.ask(question),
    end() {
      for (const { worker } of started) worker.terminate();
    },
  };
}

/** A thread with its open questions; it answers the first one first. */
function asked(worker: Worker) {
  const open: { resolve(answer: string): void; reject(error: unknown): void }[] = [];
  worker.on("message", (answer: string) => open.shift()?.resolve(answer));
  worker.on("error", (error) => {
    for (const { reject } of open.splice(0)) reject(error);
  });
  return {
    worker,
    open,
    ask: (question: LintRequest) =>
      new Promise<string>((resolve, reject) => {
        open.push({ resolve, reject });
        worker.postMessage(question);
      }),
  };
}
