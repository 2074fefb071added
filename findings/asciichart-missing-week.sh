#!/usr/bin/env bash
# asciichart 1.5.25: a week without a number is drawn as zero.
#
# Expected: a gap in the line, or an error that says so: a series of weeks in JSON has `null` where nothing was measured.
# Seen: the line falls to 0 and comes back, and the scale begins at 0, where all numbers lie between 40 and 42
# (asciichart.js rounds what it is given, and null counts as 0).
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{"private":true}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts asciichart@1.5.25 >&2

cat > try.cjs <<'JS'
const { plot } = require("asciichart");
const first = (series) => plot(series, { height: 3 }).split("\n").at(-1).trim().split(" ")[0];
console.log(first([40, 41, 42]), first([40, null, 42]));
JS
seen=$(node try.cjs)
echo "$seen"
[ "$seen" = '40.00 0.00' ] || { echo "this has changed"; exit 1; }
