import { rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
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
  // yaml's and fastest-levenshtein's ES modules: what is not used drops out, and nothing is compiled twice at start-up.
  // Inquirer brings an editor prompt that nobody is asked with; its tables of encodings are most of its size.
  alias: {
    yaml: fileURLToPath(new URL("../node_modules/yaml/browser/dist/index.js", import.meta.url)),
    "@inquirer/external-editor": "./scripts/no-editor.js",
  },
  mainFields: ["module", "main"],
  plugins: [esbuildSchemas],
  banner: {
    js: 'import{createRequire as northstarRequire}from"node:module";const require=northstarRequire(import.meta.url);',
  },
});
