#!/usr/bin/env bash
# pptxtojson 2.2.0: neither import nor require of the package gives its one function in Node.
#
# Expected: `import { parse } from "pptxtojson"`, as its page says.
# Seen: `main` is a UMD file, and `type: module` makes Node read it as a module that exports nothing; `module`, which
# bundlers read, is not read by Node. Its dist/index.cjs can be required by name.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{"private":true}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts pptxtojson@2.2.0 >&2

cat > ask.mjs <<'JS'
import { createRequire } from "node:module";
const named = await import("pptxtojson").then(({ parse }) => typeof parse, () => "none");
console.log(named, typeof createRequire(import.meta.url)("pptxtojson/dist/index.cjs").parse);
JS
node ask.mjs > seen
echo "undefined function" > known
if ! diff known seen >&2; then
  echo "changed: pptxtojson can be imported in another way" >&2
  exit 1
fi
echo "pptxtojson 2.2.0: its function is still found by the name of a file alone"
