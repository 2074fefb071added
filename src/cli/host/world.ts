import type { Worker } from "node:worker_threads";

/** All that a command may know of the world outside: `bin` hands in the real one, tests their own. */
export interface World {
  /** The words after `northstar`. */
  args: readonly string[];
  cwd: string;
  env: Readonly<Record<string, string | undefined>>;
  /** Today, as YYYY-MM-DD, in the person's own time zone. */
  today(): string;
  /** The package's folder, which holds `package.json`, `templates/` and `schemas/`; with a slash at its end. */
  home: URL;
  stdin: NodeJS.ReadableStream & { isTTY?: boolean };
  /** What standard input has before anybody asks for `stdin`; all stands still until something comes. Empty: ask `stdin`. */
  firstInput?(): Buffer;
  stdout: Output;
  stderr: Output;
  /** Standard output for what a runner should take for commands, where `stdout` keeps texts from being any. */
  commands?: Output;
  /** Asked for by what has something to end: aborts when the person presses Ctrl-C, instead of all ending at once. */
  interrupted?(): AbortSignal;
  /** Threads in which files can be judged; without them all is done in this one. */
  threads?: Threads;
}

/** How many threads the machine has room for beside this one, and how one is started (cli/host/lint-worker.ts). */
interface Threads {
  most: number;
  start(): Worker;
}

/** Where text goes; `columns` and `rows` are known on a terminal only. */
export type Output = NodeJS.WritableStream & { isTTY?: boolean; columns?: number; rows?: number };
