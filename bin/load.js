"use strict";
const { existsSync, readFileSync } = require("node:fs");
const { dirname, join } = require("node:path");
const { Script } = require("node:vm");

module.exports = { load, scriptOf, cacheOf, suitMany };

/** Commands that run through the same parts as another, for which they were compiled. */
const alike = { add: "close", set: "close", review: "close", change: "close" };

/**
 * Loads the program, a CommonJS file, with what V8 had compiled of it for a command when northstar was built:
 * compiling takes longer than linting. A cache is for the very V8 that made it; any other compiles what it needs, and
 * from Node 22 on keeps that itself from one run to the next.
 */
function load(program, command) {
  const cache = cacheOf(program, alike[command] ?? command);
  if (!existsSync(cache)) {
    require("node:module").enableCompileCache?.();
    return require(program);
  }
  const loaded = { exports: {} };
  const run = scriptOf(program, readFileSync(cache)).runInThisContext();
  if (command === "render") optimizeLate();
  run(loaded.exports, require, loaded);
  return loaded.exports;
}

/** A CommonJS file as a script, which compiles it only where the cache is not for this V8 after all. */
function scriptOf(file, cachedData) {
  // The build writes ASCII alone. Joined as bytes it is one string at once, which V8 has not to copy again.
  const parts = [Buffer.from("(function(exports,require,module){"), readFileSync(file), Buffer.from("\n})")];
  const text = Buffer.concat(parts).latin1Slice();
  return new Script(text, { filename: file, cachedData });
}

/**
 * Optimizes later: most of a document is drawn, and most of a thousand files are judged, before that would pay. The V8
 * of Node 20 alone has this setting; those after it wait longer by themselves.
 */
function optimizeLate() {
  if (process.versions.v8.startsWith("11."))
    require("node:v8").setFlagsFromString("--interrupt-budget=1000000");
}

/** Where the build puts the cache. */
function cacheOf(program, command) {
  const { platform, arch, versions } = process;
  return join(dirname(program), "compiled", `${command}-${platform}-${arch}-${versions.v8}`);
}

/**
 * Suits a thread to many files: nearly all that judging makes is thrown away at once, and more room for it takes memory
 * and saves hardly any time. A thread that starts takes this back, so each says it for itself.
 */
function suitMany() {
  const { setFlagsFromString } = require("node:v8");
  setFlagsFromString("--semi-space-growth-factor=1");
  setFlagsFromString("--heap-growing-percent=30");
  optimizeLate();
}
