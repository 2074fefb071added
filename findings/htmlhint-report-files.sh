#!/usr/bin/env bash
# htmlhint 1.9.2: a report in SARIF or HTML that is printed is also written into the folder, unasked.
#
# Expected: `--format` says how the report on standard output looks, as it does for JSON and JUnit; the help says of it
# "output messages as custom format" and names no file.
# Seen: `htmlhint --format sarif` prints the report and leaves htmlhint.sarif in the current folder, `--format html`
# leaves report.html; what had one of these names is gone (dist/cli/formatters/sarif.js and html.js).
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{"private":true}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts htmlhint@1.9.2 >&2

mkdir pages
printf "<!doctype html><html><head><title>T</title></head><body><P>x</P></body></html>" > pages/a.html
cd pages
for format in json junit sarif html; do npx --no-install htmlhint --format "$format" a.html > "../$format.txt" || true; done
grep -q tagname-lowercase ../sarif.txt
seen=$(ls)
echo "$seen"
[ "$seen" = 'a.html
htmlhint.sarif
report.html' ] || { echo "this has changed"; exit 1; }
