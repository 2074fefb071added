/** Builds the playground into a folder of static files: `npm run playground`, or with another folder behind it. */
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { type BuildOptions, build, type Metafile } from "esbuild";
import { readDocument } from "../src/file/document.js";
import { pageStyle, star } from "../src/render/page.js";
import { defaultTheme } from "../src/render/theme.js";
import { markup } from "../src/report/escape.js";
import { esbuildSchemas } from "./compile-schema.js";
import { exampleNames } from "./published.js";
import { startUp } from "./start-up.js";
import { bundledIn, licencesOf } from "./third-party.js";

const [folder = "playground/dist"] = process.argv.slice(2);
const metafiles: Metafile[] = [];

/** A script as it can stand in a page. */
async function scriptOf(options: BuildOptions): Promise<string> {
  const { outputFiles, metafile } = await build({
    bundle: true,
    platform: "browser",
    // The first browsers that can unpack what is in a link.
    target: ["chrome111", "firefox113", "safari16.4"],
    format: "iife",
    minify: true,
    legalComments: "none", // All licences are in one file.
    ...options,
    write: false,
    metafile: true,
  });
  metafiles.push(metafile);
  // Within strings, templates and patterns this is the same sign, and no HTML.
  return (outputFiles[0]?.text ?? "").trim().replace(/<(?=!--|\/?script)/gi, "\\x3C");
}

interface Example {
  title: string;
  group: string;
  text: string;
}

/** A first try and what became of it, as the README tells it, then the published North Stars. */
function examples(): Example[] {
  const told = [...readFileSync("README.md", "utf8").matchAll(/^```yaml northstar\.yaml\n(.*?)^```$/gms)];
  const [first = "", second = ""] = told.map(([, text = ""]) => text);
  return [
    { title: "A first try", group: "From the README", text: first },
    { title: "What became of it", group: "From the README", text: second },
    ...exampleNames.map((name) => {
      const text = readFileSync(`examples/${name}/northstar.yaml`, "utf8");
      const document = readDocument(text);
      const { product } = (Array.isArray(document) ? {} : document.value) as { product?: string };
      return { title: product ?? name, group: "Published", text };
    }),
  ];
}

function optionsOf(all: readonly Example[]): string {
  const lists = [...new Set(all.map(({ group }) => group))].map((name) => {
    const options = all.flatMap(({ title, group }, index) =>
      group === name ? `<option value="${index}">${markup(title)}</option>` : [],
    );
    return `<optgroup label="${markup(name)}">${options.join("")}</optgroup>`;
  });
  return `<option value="-1" disabled hidden>Your own text</option>${lists.join("")}`;
}

/** What the policy of a page knows a script by. */
function hashOf(text: string): string {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}

const engine = await scriptOf({
  entryPoints: ["playground/engine.ts"],
  alias: {
    "node:crypto": resolve("playground/node-crypto.ts"),
    yaml: resolve("node_modules/yaml/browser/dist/index.js"),
  },
  plugins: [esbuildSchemas, ...startUp],
});
const editor = await scriptOf({ entryPoints: ["playground/editor.ts"], globalName: "editor" });
const page = await scriptOf({ entryPoints: ["playground/page.ts"] });

const all = examples();
// Documents bring styles of their own, and no style can send anything where nothing can be loaded.
const policy = [
  "default-src 'none'",
  "connect-src 'none'",
  "style-src 'unsafe-inline'",
  `script-src ${hashOf(editor)} ${hashOf(page)}`,
  "worker-src blob:",
  "img-src data:",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");
const icon = `data:image/svg+xml,${encodeURIComponent(star(32).replace("<svg", '<svg xmlns="http://www.w3.org/2000/svg" fill="#f5b82e"'))}`;
const body = readFileSync("playground/index.html", "utf8")
  .replace("<!-- star -->", star(18))
  .replace("<!-- options -->", () => optionsOf(all));

mkdirSync(folder, { recursive: true });
writeFileSync(
  join(folder, "index.html"),
  `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<link rel="icon" href="${icon}">
<title>northstar playground</title>
<style>${pageStyle(defaultTheme)}${readFileSync("playground/style.css", "utf8")}</style>
</head>
<body>
${body}<script type="application/json" id="examples-data">${JSON.stringify(all).replaceAll("<", "\\u003C")}</script>
<script type="text/plain" id="engine">${engine}</script>
<script>${page}</script>
<script id="editor-script">${editor}</script>
</body>
</html>
`,
);
const packages = new Map(metafiles.flatMap((each) => bundledIn(each)).map((each) => [each.path, each]));
writeFileSync(join(folder, "THIRD-PARTY-LICENSES.txt"), licencesOf([...packages.values()]));
