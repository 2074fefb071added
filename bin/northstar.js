#!/usr/bin/env node
"use strict";
// CommonJS, since loading ES modules alone takes a tenth of what linting a file may take.
const { existsSync, fstatSync, readSync, statSync, writeSync } = require("node:fs");
const { join } = require("node:path");
const { pathToFileURL } = require("node:url");
const { suitMany, load } = require("./load.js");

const home = join(__dirname, "..");
const outputs = {};
const built = join(home, "dist/northstar.cjs");

process.on("uncaughtException", crash);

if (existsSync(built)) {
  const args = process.argv.slice(2);
  const { main, today } = load(built, args);
  main({
    args,
    cwd: process.cwd(),
    env: process.env,
    today,
    // Made when they are asked for: each takes its part of the start-up.
    get home() {
      return pathToFileURL(join(home, "/"));
    },
    get stdin() {
      return process.stdin;
    },
    firstInput() {
      const bytes = Buffer.allocUnsafe(65_536);
      try {
        return bytes.subarray(0, process.platform === "win32" ? 0 : readSync(0, bytes));
      } catch {
        return bytes.subarray(0, 0);
      }
    },
    get threads() {
      suitMany();
      // This one works as well. Beyond a few they would wait for it, and each takes its memory.
      const most = Math.min(require("node:os").availableParallelism() - 1, 7);
      return { most, start: () => new (require("node:worker_threads").Worker)(join(__dirname, "thread.js")) };
    },
    interrupted() {
      const stop = new AbortController();
      for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.once(signal, () => stop.abort());
      return stop.signal;
    },
    get stdout() {
      outputs.stdout ??= output("stdout", 1);
      return outputs.stdout;
    },
    get stderr() {
      outputs.stderr ??= output("stderr", 2);
      return outputs.stderr;
    },
  }).then((code) => {
    process.exitCode = code;
  }, crash);
} else {
  process.stderr.write("northstar: not built yet; run npm run build\n");
  process.exitCode = 2;
}

/** Where text goes. Node's own streams take longer to make than a file to judge; only a terminal needs what they know. */
function output(name, descriptor) {
  const kind = fstatSync(descriptor);
  const isNowhere =
    kind.isCharacterDevice() && kind.rdev === statSync("/dev/null", { throwIfNoEntry: false })?.rdev;
  const direct = kind.isFIFO() || kind.isSocket() || kind.isFile() || isNowhere;
  let stream = direct ? undefined : process[name];
  return stream ?? { write };

  function write(text) {
    if (stream) return stream.write(text);
    let bytes = Buffer.from(text);
    try {
      while (bytes.length > 0) bytes = bytes.subarray(writeSync(descriptor, bytes));
    } catch (error) {
      if (error.code !== "EAGAIN") return crash(error);
      // Its reader is slow: a stream can wait.
      stream = process[name];
      stream.write(bytes);
    }
  }
}

/** What `main` could not catch: never the exit code of findings. A reader that has seen enough is no fault. */
function crash(error) {
  if (error?.code === "EPIPE") return;
  if (error?.code === "ENOSPC" || error?.code === "EDQUOT") {
    process.stderr.write("northstar: could not write what it prints: the disk is full\n");
    process.exit(2);
  }
  const stack = process.argv.includes("--debug") && error instanceof Error ? `\n${error.stack}` : "";
  process.stderr.write(`northstar: crashed: ${error instanceof Error ? error.message : error}${stack}\n`);
  process.exit(2);
}
