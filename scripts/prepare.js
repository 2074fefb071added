import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, realpathSync, unlinkSync } from "node:fs";
import { join } from "node:path";

// Builds after an install in a clone, and before npm packs the clone that it made for an install from git.
const { npm_execpath, npm_config_global, npm_config_global_prefix, npm_config_cache } = process.env;

// With `--global` or `--omit=dev` npm brings no development dependencies.
if (!existsSync("node_modules/esbuild"))
  npm(
    "ci",
    "--global=false",
    "--location=project",
    "--include=dev",
    "--ignore-scripts",
    "--no-audit",
    "--no-fund",
  );
npm("run", "build", "--global=false", "--location=project");
if (npm_config_global === "true") unlinkClone();

function npm(...args) {
  execFileSync(process.execPath, [npm_execpath, ...args], { stdio: "inherit" });
}

/**
 * `npm install --global git+…` first links its temporary clone as the global package, then unpacks the package through
 * that link into the clone, and deletes it. So the link makes way for a folder.
 */
function unlinkClone() {
  const { name } = JSON.parse(readFileSync("package.json", "utf8"));
  const modules = process.platform === "win32" ? "node_modules" : "lib/node_modules";
  const link = join(npm_config_global_prefix, modules, name);
  const clone = realpathSync(".");
  if (!existsSync(link) || realpathSync(link) !== clone || !clone.startsWith(realpathSync(npm_config_cache)))
    return;
  unlinkSync(link);
  mkdirSync(link);
}
