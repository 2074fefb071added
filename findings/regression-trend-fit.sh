#!/usr/bin/env bash
# regression 2.0.1: a line through four points on a line is flat, and its r² is below zero.
#
# Expected: the slope, and an r² of 1, whether the times are counted in weeks or in seconds. The README says that
# `precision`, 2 by default, is the number of "significant figures the output is rounded to": 1.7e-8 has two.
# Seen: it is the number of decimals, and r² and `predict` are made of what was rounded (src/regression.js), so that the
# slope of a series in seconds or milliseconds is 0, and the fit is called worse than none.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{"private":true}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts regression@2.0.1 >&2

cat > try.mjs <<'JS'
import regression from "regression";
for (const step of [1, 604800]) {
  const points = [0, 1, 2, 3].map((week) => [week * step, 0.2 + 0.01 * week]);
  const { equation, r2, predict } = regression.linear(points);
  console.log(step, equation, r2, predict(4 * step)[1]);
}
JS
seen=$(node try.mjs)
echo "$seen"
[ "$seen" = '1 [ 0.01, 0.2 ] 1 0.24
604800 [ 0, 0.22 ] -0.2 0.22' ] || { echo "this has changed"; exit 1; }
