import { rmSync } from "node:fs";
import { build } from "esbuild";
import { esbuildSchemas } from "./compile-schema.js";

// One bundle with a chunk per lazily loaded command: start-up reads few files, an install adds no other package.
rmSync("dist", { recursive: true, force: true });
await build({
  entryPoints: ["src/cli/main.ts", "src/index.ts"],
  outdir: "dist",
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node20.19",
  minifySyntax: true,
  minifyWhitespace: true,
  chunkNames: "chunk/[hash]",
  legalComments: "linked",
  plugins: [esbuildSchemas],
  banner: {
    js: 'import{createRequire as northstarRequire}from"node:module";const require=northstarRequire(import.meta.url);',
  },
});
