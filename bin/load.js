"use strict";
const { join } = require("node:path");

module.exports = { load, suitMany };

/** Whether V8's settings are those that it started with: code fits only a V8 with the settings of the one that made it. */
let usual = true;

/**
 * Loads the program, a CommonJS file, with what V8 compiled of it in an earlier run of the same command: compiling takes
 * longer than linting. A run without arguments, which is one of a thread, keeps nothing.
 */
function load(program, args) {
  const cache = require("./code-cache.js");
  const folder = cache.folderIn(process.env);
  const flags = isEager && readsSeveral(args) ? [late] : [];
  for (const flag of flags) require("node:v8").setFlagsFromString(flag);
  if (!folder) return require(program);
  if (cache.isLeftToNode) {
    if (cache.make(folder)) require("node:module").enableCompileCache?.(folder);
    if (args) keepEarly(() => require("node:module").flushCompileCache?.());
    return require(program);
  }
  const loaded = new Map();
  return run(program);

  /** A file of the program. Those beside it, which one command alone needs, are asked for in the same way. */
  function run(file) {
    const before = loaded.get(file);
    if (before) return before.exports;
    const program = cache.programIn(file);
    const entry = cache.read(folder, program, args ?? ["lint"], flags);
    const { Script } = require("node:vm");
    const script = new Script(program.text, { filename: file, cachedData: entry.code });
    const module = { exports: {} };
    loaded.set(file, module);
    const ask = (name) => (name.startsWith("../dist/") ? run(join(__dirname, name)) : require(name));
    script.runInThisContext()(module.exports, ask, module);
    if (args) {
      const keep = (code) => {
        if (usual) cache.keep(entry, script, args, code);
      };
      process.on("exit", keep);
      if (!entry.code || script.cachedDataRejected) keepEarly(() => keep(0));
    }
    return module.exports;
  }
}

/** After how long, in milliseconds, a program that goes on is taken for a server: first, and once it has done most of its work. */
const early = [1000, 30_000];

/** Keeps before the end what is there: editors may end their server by a signal, and then nobody can any more. */
function keepEarly(keep) {
  for (const delay of early) setTimeout(keep, delay).unref();
}

/**
 * Whether a run reads several versions of a file, or much beside it, and ends before it pays to optimize. To load what
 * changes settings takes 4 ms, which is as much as judging or drawing one file gains.
 */
function readsSeveral([command, ...others] = []) {
  if (command === "lint") return others.some((word) => word.startsWith("--since"));
  return ["diff", "digest", "evidence", "links", "log"].includes(command);
}

/** Whether this V8, which is that of Node 20, optimizes so early; later ones wait longer by themselves. */
const isEager = process.versions.v8.startsWith("11.");

/** So much runs before it optimizes, 15 times its usual. */
const late = "--interrupt-budget=1000000";

/**
 * Suits a thread to many files: nearly all that judging makes is thrown away at once, and more room for it takes memory
 * and saves hardly any time; most files are judged before it pays to optimize. A thread that starts takes this back, so
 * each says it for itself.
 */
function suitMany() {
  usual = false;
  const { setFlagsFromString } = require("node:v8");
  setFlagsFromString("--semi-space-growth-factor=1");
  setFlagsFromString("--heap-growing-percent=30");
  if (isEager) setFlagsFromString(late);
}
