import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";

// Removes the declarations to which those of the library do not lead: tsc writes them for every file that it reads.
const folder = "dist/types";
const needed = new Set();
visit(join(folder, "index.d.ts"));
for (const path of readdirSync(folder, { recursive: true }).map((name) => join(folder, name)))
  if (path.endsWith(".d.ts") && !needed.has(path)) rmSync(path);

function visit(path) {
  if (needed.has(path) || !existsSync(path)) return;
  needed.add(path);
  for (const [, name] of readFileSync(path, "utf8").matchAll(/(?:from |import\()"(\.[^"]+)"/g))
    visit(join(dirname(path), name.replace(/\.js$/, ".d.ts")));
}
