/** Runs a script of this folder that is written in TypeScript: `node scripts/run.js scripts/judge.ts`, and its arguments. */
import { rmSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { esbuildSchemas } from "./compile-schema.js";

const [script = ""] = process.argv.slice(2);
// Not in dist/, which is packed.
const outfile = `node_modules/.cache/northstar/${script.replaceAll("/", "-")}.mjs`;
process.argv.splice(1, 2, outfile);
await build({
  entryPoints: [script],
  outfile,
  bundle: true,
  packages: "external",
  platform: "node",
  format: "esm",
  logLevel: "warning",
  plugins: [esbuildSchemas],
});
await import(pathToFileURL(outfile).href);
rmSync(outfile, { force: true });
