import { execFileSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { esbuildSchemas } from "./compile-schema.js";
import { startUp } from "./start-up.js";

rmSync("dist", { recursive: true, force: true });

/** Everything is bundled: start-up reads few files, and an install adds no other package. */
const common = {
  bundle: true,
  platform: "node",
  target: "node20.19",
  minify: true,
  legalComments: "linked",
  // yaml's and fastest-levenshtein's ES modules: what is not used drops out, and nothing is compiled twice at start-up.
  alias: { yaml: fileURLToPath(new URL("../node_modules/yaml/browser/dist/index.js", import.meta.url)) },
  mainFields: ["module", "main"],
  plugins: [esbuildSchemas, ...startUp],
};

await build({ ...common, entryPoints: ["src/index.ts"], outfile: "dist/index.js", format: "esm" });

// The command: one CommonJS file in which each part is run when it is first asked for.
const program = "dist/northstar.cjs";
await build({ ...common, entryPoints: ["src/cli/main.ts"], outfile: program, format: "cjs" });
// esbuild leaves regular expressions as they are. V8 keeps a text of ASCII in half the memory.
writeFileSync(
  program,
  readFileSync(program, "utf8").replace(
    /[^\0-\x7F]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
  ),
);
const example = "examples/amplitude/northstar.yaml";
const edit = ["close", "templates", "--file", example, "--verdict", "won", "--learned", "it", "--dry-run"];
const documents = {
  "one-pager": ["md", "html"],
  board: ["md", "html"],
  deck: ["md", "html", "pptx"],
  tree: ["mmd", "md", "svg", "html"],
  badge: ["svg"],
};
const drawn = Object.entries(documents).flatMap(([to, formats]) =>
  formats.map((format) => ["render", example, "--to", to, "--format", format]),
);
for (const calls of [[["--version"]], [["lint", example]], drawn, [["explain", "lagging-metric"]], [edit]]) {
  const command = calls[0][0].replace(/^--/, "");
  execFileSync(process.execPath, ["scripts/compile.js", program, command, JSON.stringify(calls)], {
    stdio: "inherit",
    env: { ...process.env, NODE_OPTIONS: "" },
  });
}
