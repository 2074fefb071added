#!/usr/bin/env bash
# changelog-parser 3.0.1: of an entry that goes on in the next line, only the first line is an entry.
#
# Expected: "Weeks without a number are shown as gaps", one entry, as Markdown has it: a line that is indented belongs
# to the item above (CommonMark 0.31.2, section 5.2), and so does an item below it.
# Seen: `parsed` ends with the first line and leaves the rest out, also the items below, which are in `body` only
# (index.js reads the file line by line).
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{"private":true}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts changelog-parser@3.0.1 >&2

cat > try.mjs <<'JS'
import { writeFileSync } from "node:fs";
import parse from "changelog-parser";
writeFileSync(
  "CHANGELOG.md",
  `# Changelog

## 1.1.0 - 2026-11-28

### Changed

- Weeks without a number
  are shown as gaps
- The limits:
  - five inputs
`,
);
console.log(JSON.stringify((await parse("CHANGELOG.md")).versions[0].parsed));
JS
seen=$(node try.mjs)
echo "$seen"
[ "$seen" = '{"_":["Weeks without a number","The limits:"],"Changed":["Weeks without a number","The limits:"]}' ] || { echo "this has changed"; exit 1; }
