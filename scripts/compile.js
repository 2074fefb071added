import { mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname } from "node:path";
import { Writable } from "node:stream";
import { cacheOf, scriptOf } from "../bin/load.js";

// Runs calls of a command of the built program, and keeps what V8 compiled for them; bin/load.js says why.
const [file, command, calls] = process.argv.slice(2);
const program = { exports: {} };
const script = scriptOf(file);
script.runInThisContext()(program.exports, createRequire(import.meta.url), program);

for (const args of JSON.parse(calls)) {
  const code = await program.exports.main({
    args,
    cwd: process.cwd(),
    env: {},
    today: () => "2026-11-22",
    home: new URL("../", import.meta.url),
    stdin: process.stdin,
    stdout: nowhere(),
    stderr: nowhere(),
  });
  if (code !== 0) throw new Error(`northstar ${args.join(" ")} exits with ${code}`);
}
const cache = cacheOf(file, command);
mkdirSync(dirname(cache), { recursive: true });
writeFileSync(cache, script.createCachedData());

function nowhere() {
  return new Writable({ write: (_chunk, _encoding, done) => done() });
}
