/** Builds the extension into out/: its own code as one file, and the program that it starts, which has to be built. */
import { cpSync, existsSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { bundledIn, licencesOf } from "../../scripts/third-party.js";

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "../..");
const out = join(here, "out");
if (!existsSync(join(root, "dist/northstar.cjs")))
  throw new Error("northstar is not built: run npm run build first");

rmSync(out, { recursive: true, force: true });
const { metafile } = await build({
  absWorkingDir: root,
  entryPoints: [join(here, "src/extension.ts")],
  outfile: join(out, "extension.cjs"),
  bundle: true,
  platform: "node",
  format: "cjs",
  target: "node20",
  minify: true,
  external: ["vscode"],
  legalComments: "none", // All licences are in one file.
  metafile: true,
});
writeFileSync(join(out, "THIRD-PARTY-LICENSES.txt"), licencesOf(bundledIn(metafile, root)));
for (const part of ["bin", "dist", "schemas", "templates", "package.json"])
  cpSync(join(root, part), join(out, "server", part), {
    recursive: true,
    filter: (path) => !/dist[\\/](?:types|index\.js)/.test(path),
  });
cpSync(join(root, "LICENSE"), join(here, "LICENSE"));
