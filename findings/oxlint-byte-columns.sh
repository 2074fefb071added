#!/usr/bin/env bash
# oxlint 1.94.0: columns count bytes, also in SARIF that says that they count code points.
#
# Expected: after `const t = "äö😀"; ` stands column 18, as people and other linters count (19 in UTF-16, as ESLint does).
# The report in SARIF says `"columnKind": "unicodeCodePoints"`, by which SARIF 2.1.0 (the property `columnKind` of a run)
# means one column for each code point.
# Seen: column 23, the offset in UTF-8, in `sarif`, `unix`, `checkstyle` and `github` alike. On a line with other letters
# than those of English, what is shown beside a pull request starts too far right, or after the end of the line.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{"private":true}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts oxlint@1.94.0 >&2

echo 'const t = "äö😀"; debugger; export { t };' > a.js
lint() { npx oxlint -D no-debugger --format="$1" a.js || true; }
{
  lint sarif | node -e '
    const [run] = JSON.parse(require("fs").readFileSync(0, "utf8")).runs;
    const { startColumn, endColumn } = run.results[0].locations[0].physicalLocation.region;
    console.log("sarif", run.columnKind, startColumn, endColumn);'
  lint unix | grep -o '^a.js:1:[0-9]*'
  lint checkstyle | grep -o 'column="[0-9]*"'
  lint github | grep -o ',col=[0-9]*'
} > seen
cat > known <<'TEXT'
sarif unicodeCodePoints 23 32
a.js:1:23
column="23"
,col=23
TEXT
if ! diff known seen >&2; then
  echo "changed: oxlint counts columns in another way" >&2
  exit 1
fi
echo "oxlint 1.94.0: columns still count bytes, and SARIF still says code points"
