/** Runs a script of this folder that is written in TypeScript: `node scripts/run.js scripts/judge.ts`. */
import { mkdirSync, rmSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { esbuildSchemas } from "./compile-schema.js";

const [script = ""] = process.argv.slice(2);
const outfile = `dist/${script.replaceAll("/", "-")}.mjs`;
mkdirSync("dist", { recursive: true });
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
rmSync(outfile);
