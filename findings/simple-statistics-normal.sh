#!/usr/bin/env bash
# simple-statistics 7.12.1: its normal distribution ends at 3.09 standard deviations, and its quantiles are 0.1 % off.
#
# Expected: `cumulativeStdNormalProbability(6)` is 0.999999999 and `probit(0.975)` is 1.95996, the bound of every interval
# of 95 %; its documentation calls `probit` "the inverse of cumulativeStdNormalProbability()" (src/probit.js).
# Seen: 0.999, the same as for 3.09, so that no two-sided p-value made of it is below 0.002; and 1.9572, at 0.995 it is
# 2.5692 where 2.5758 is right. The first is looked up in a table with two decimals of z, as books have it
# (src/cumulative_std_normal_probability.js); the second goes by an approximation of the error function.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{"private":true}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts simple-statistics@7.12.1 >&2

cat > normal.cjs <<'JS'
const { probit, cumulativeStdNormalProbability: below } = require("simple-statistics");
console.log(below(3.09).toFixed(5), below(6).toFixed(5), probit(0.975).toFixed(4), probit(0.995).toFixed(4));
JS
seen=$(node normal.cjs)
echo "$seen"
[ "$seen" = "0.99900 0.99900 1.9572 2.5692" ] || { echo "this has changed"; exit 1; }
