#!/usr/bin/env bash
# Biome 2.6.8: `--reporter=rdjson` counts columns in code points, where reviewdog's format counts bytes.
#
# Expected: after `const t = "äö😀"; ` stands column 23. reviewdog.proto of RDFormat says of `Position.column`: "Column
# number, starting at 1 (byte count in UTF-8)", with an example in which a sign of four bytes takes four columns.
# Seen: column 18, one for each code point, in the finding and in the range of its suggestion. Whoever applies the
# suggestion as the format says cuts the emoji in two, and leaves "ger;" of the word that should go.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{"private":true}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts @biomejs/biome@2.6.8 >&2

echo 'const t = "äö😀"; debugger; export { t };' > a.js
{ npx biome lint --reporter=rdjson a.js 2>/dev/null || true; } > report.json
node -e '
const { diagnostics } = JSON.parse(require("fs").readFileSync("report.json", "utf8"));
const { location, suggestions } = diagnostics.find(({ code }) => code.value === "lint/suspicious/noDebugger");
const line = Buffer.from(require("fs").readFileSync("a.js", "utf8").split("\n")[0]);
const { start, end } = suggestions[0].range;
console.log("starts in column", location.range.start.column);
const bytes = [...line.subarray(start.column - 1, end.column - 1)].map((byte) => byte.toString(16));
console.log("suggests to take out the bytes:", bytes.join(" "));
' > seen
cat > known <<'TEXT'
starts in column 18
suggests to take out the bytes: 98 80 22 3b 20 64 65 62 75 67
TEXT
if ! diff known seen >&2; then
  echo "changed: Biome counts the columns of rdjson in another way" >&2
  exit 1
fi
echo "Biome 2.6.8: columns in rdjson still count code points instead of bytes"
