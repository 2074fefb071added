#!/usr/bin/env bash
# gitignore-parser 0.0.2: `*.log` and `node_modules/` hold at the top of a repository only.
#
# Expected: what git does with them. gitignore(5), "Pattern format": a pattern without a slash at its beginning or
# middle "may also match at any level below the .gitignore level", "**/" "means match in all directories", and brackets
# match one sign of a range.
# Seen: files one folder down are accepted; `**/tmp` finds no tmp at the top, and a bracket is a bracket.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{"private":true}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts gitignore-parser@0.0.2 >&2

cat > try.mjs <<'JS'
import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import parser from "gitignore-parser";
mkdirSync("repository");
const git = (...args) => spawnSync("git", ["-C", "repository", ...args]).status;
git("init", "-q");
for (const [rule, path] of [
  ["*.log", "a.log"],
  ["*.log", "web/a.log"],
  ["node_modules/", "web/node_modules/x.js"],
  ["**/tmp", "tmp/a"],
  ["[ab].txt", "a.txt"],
]) {
  writeFileSync("repository/.gitignore", `${rule}\n`);
  const own = parser.compile(rule).denies(path) ? "ignored" : "kept";
  console.log(rule, path, own, git("check-ignore", "-q", "--no-index", path) === 0 ? "ignored" : "kept");
}
JS
seen=$(node try.mjs)
echo "$seen"
[ "$seen" = '*.log a.log ignored ignored
*.log web/a.log kept ignored
node_modules/ web/node_modules/x.js kept ignored
**/tmp tmp/a kept ignored
[ab].txt a.txt kept ignored' ] || { echo "this has changed"; exit 1; }
