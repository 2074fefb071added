#!/usr/bin/env bash
# @biomejs/biome 2.5.15: its JUnit report counts each error twice, and a warning as a failure.
#
# Expected: the counters of the root are sums of those of the suites, as in the JUnit format that readers share
# (testmoapp/junitxml, "Complete JUnit XML example": `failures` counts <failure>, `errors` counts <error>). Biome's page
# "Reporters" ("JUnit") shows such a report.
# Seen: for two errors and a warning the root says failures="3" errors="2", every suite errors="0", and there is no
# <error> element. A reader that adds the two finds five bad tests of three, and a gate on failures stops for a warning
# for which Biome itself would exit with 0.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{"private":true}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts @biomejs/biome@2.5.15 >&2

cat > biome.json <<'JSON'
{
  "linter": {
    "rules": {
      "recommended": false,
      "suspicious": { "noDebugger": "error", "noDoubleEquals": "warn" }
    }
  }
}
JSON
lint() { node_modules/.bin/biome lint --reporter=junit "$1" 2> "$1.log" || true; }
root() { grep -o '<testsuites [^>]*' | grep -oE '(tests|failures|errors)="[0-9]+"' | paste -sd ' '; }

printf 'debugger;\ndebugger;\nif (a == b) a();\n' > three.js
printf 'if (a == b) a();\n' > warning.js
lint three.js > three.xml
lint warning.js > warning.xml
{
  root < three.xml
  echo "suites with errors: $(grep -c 'errors="[1-9][0-9]*" failures' three.xml || true)"
  echo "error elements: $(grep -c '<error' three.xml || true)"
  root < warning.xml
  node_modules/.bin/biome lint warning.js > warning.log 2>&1 && echo "a warning alone exits 0"
} > seen
cat > known <<'TEXT'
tests="3" failures="3" errors="2"
suites with errors: 0
error elements: 0
tests="1" failures="1" errors="0"
a warning alone exits 0
TEXT
if ! diff known seen >&2; then
  echo "changed: the JUnit report of Biome counts in another way" >&2
  exit 1
fi
echo "@biomejs/biome 2.5.15: two errors and a warning are still 3 failures and 2 errors in JUnit"
