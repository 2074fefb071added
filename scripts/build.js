import { createHash } from "node:crypto";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { esbuildSchemas } from "./compile-schema.js";
import { buildLibraries, withoutLibraries } from "./libraries.js";
import { startUp } from "./start-up.js";
import { billOf, bundledIn, licencesOf } from "./third-party.js";

rmSync("dist", { recursive: true, force: true });

/** Everything is bundled: start-up reads few files, and an install adds no other package. */
const common = {
  bundle: true,
  platform: "node",
  target: "node20.19",
  minify: true,
  legalComments: "none", // All licences are in one file.
  // yaml's and fastest-levenshtein's ES modules: what is not used drops out, and nothing is compiled twice at start-up.
  alias: { yaml: fileURLToPath(new URL("../node_modules/yaml/browser/dist/index.js", import.meta.url)) },
  mainFields: ["module", "main"],
  // Machine code, which few need: it is beside northstar, or it is not.
  external: ["@resvg/resvg-js", "@duckdb/node-api", "pg", "@clickhouse/client"],
  // What is read as a script can only require.
  supported: { "dynamic-import": false },
};

// One CommonJS file in which each part is run when it is first asked for.
const program = "dist/northstar.cjs";
const { metafile } = await build({
  ...common,
  stdin: {
    contents: `
      export { main, serve, today } from "./src/cli/main.ts";
      export function library() { return require("./src/index.ts"); }`,
    resolveDir: ".",
  },
  outfile: program,
  format: "cjs",
  metafile: true,
  plugins: [esbuildSchemas, withoutLibraries, ...startUp],
});
const libraries = await buildLibraries(common);
const outputs = Object.assign({}, metafile.outputs, ...libraries.map((each) => each.outputs));
// esbuild leaves regular expressions as they are. V8 keeps a text of ASCII in half the memory. The last line tells builds
// of the same length apart for what is kept of them (bin/code-cache.js).
for (const file of Object.keys(outputs)) {
  const text = readFileSync(file, "utf8").replace(
    /[^\0-\x7F]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  writeFileSync(file, `${text}//${createHash("sha256").update(text).digest("hex").slice(0, 32)}\n`);
}

// What a program may import is in the same file; a test compares the names with those of src/index.ts.
writeFileSync(
  "dist/index.js",
  'import { library } from "./northstar.cjs";\nexport const { check, edit, explain, render, themeOf } = library();\n',
);

const read = (file) => JSON.parse(readFileSync(file, "utf8"));
const packages = bundledIn({ outputs });
writeFileSync("dist/THIRD-PARTY-LICENSES.txt", licencesOf(packages));
const bill = billOf(read("package.json"), packages, read("package-lock.json"));
writeFileSync("dist/northstar.cdx.json", `${JSON.stringify(bill)}\n`);
