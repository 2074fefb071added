#!/usr/bin/env node
"use strict";
// CommonJS, since loading ES modules alone takes a tenth of what linting a file may take.
const { existsSync } = require("node:fs");
const { join } = require("node:path");
const { pathToFileURL } = require("node:url");
const { load } = require("./load.js");

const home = join(__dirname, "..");
const built = join(home, "dist/northstar.cjs");

process.on("uncaughtException", crash);

if (existsSync(built)) {
  const args = process.argv.slice(2);
  const { main } = load(built, args.find((word) => /^[a-z]+$/.test(word)) ?? "version");
  main({
    args,
    cwd: process.cwd(),
    env: process.env,
    today,
    home: pathToFileURL(join(home, "/")),
    // Made when they are asked for: each takes its part of the start-up.
    get stdin() {
      return process.stdin;
    },
    get stdout() {
      return process.stdout;
    },
    get stderr() {
      return process.stderr;
    },
  }).then((code) => {
    process.exitCode = code;
  }, crash);
} else {
  process.stderr.write("northstar: not built yet; run npm run build\n");
  process.exitCode = 2;
}

/** The person's own day, not that of Greenwich. */
function today() {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toJSON().slice(0, 10);
}

/** What `main` could not catch: never the exit code of findings. A reader that has seen enough is no fault. */
function crash(error) {
  if (error?.code === "EPIPE") return;
  const stack = process.argv.includes("--debug") && error instanceof Error ? `\n${error.stack}` : "";
  process.stderr.write(`northstar: crashed: ${error instanceof Error ? error.message : error}${stack}\n`);
  process.exit(2);
}
