#!/usr/bin/env node
import { existsSync } from "node:fs";
import module from "node:module";

const home = new URL("../", import.meta.url);
const built = new URL("dist/cli/main.js", home);

process.on("uncaughtException", crash);
module.enableCompileCache?.();

if (existsSync(built)) {
  const { main } = await import(built);
  process.exitCode = await main({
    args: process.argv.slice(2),
    cwd: process.cwd(),
    env: process.env,
    today,
    home,
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
  });
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
