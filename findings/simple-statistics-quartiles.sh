#!/usr/bin/env bash
# simple-statistics 7.8.8 and 7.9.0: a minor release gives other quartiles of the same numbers.
#
# Expected: `quantile` and `interquartileRange` give the same in all releases of major version 7, as semantic versioning
# promises; who writes `^7.8.8` gets either.
# Seen: the first quartile of 1, 2, 3, 4 is 1.5 in 7.8.8 and 1.75 in 7.9.0, and the interquartile range of 1 to 8 falls
# from 4 to 3.5. src/quantile_sorted.js averaged two neighbours before (R's type 2) and interpolates now (R's type 7).
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{"private":true}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts \
  before@npm:simple-statistics@7.8.8 after@npm:simple-statistics@7.9.0 >&2

cat > quartiles.cjs <<'JS'
for (const version of ["before", "after"]) {
  const { quantile, interquartileRange } = require(version);
  console.log(quantile([1, 2, 3, 4], 0.25), interquartileRange([1, 2, 3, 4, 5, 6, 7, 8]));
}
JS
seen=$(node quartiles.cjs)
echo "$seen"
[ "$seen" = "1.5 4
1.75 3.5" ] || { echo "this has changed"; exit 1; }
