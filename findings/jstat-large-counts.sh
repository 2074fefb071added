#!/usr/bin/env bash
# jstat 1.9.6: the probability of 200 events where 200 are expected is not a number, and one of 2000 users is infinite.
#
# Expected: 0.0282; and 0.0178 for a thousand of 2000 at one half. The documentation (jstat.github.io, "distributions",
# poisson and binomial) names no limit; by Stirling's formula the values are 1/sqrt(2πλ) and sqrt(2/(πn)).
# Seen: NaN and Infinity. Powers and factorials are taken as such (src/distribution.js), and are infinite from about 144
# events and 1030 users on, which are ordinary numbers for a count of a week.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{"private":true}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts jstat@1.9.6 >&2

cat > try.mjs <<'JS'
import library from "jstat";
const { jStat } = library;
for (const count of [20, 140, 200]) console.log("poisson", count, jStat.poisson.pdf(count, count).toFixed(4));
console.log("poisson", 1000, jStat.poisson.cdf(1000, 1000).toFixed(4));
for (const users of [100, 1000, 2000]) console.log("binomial", users, jStat.binomial.pdf(users / 2, users, 0.5).toFixed(4));
JS
seen=$(node try.mjs)
echo "$seen"
[ "$seen" = 'poisson 20 0.0888
poisson 140 0.0337
poisson 200 NaN
poisson 1000 NaN
binomial 100 0.0796
binomial 1000 0.0252
binomial 2000 Infinity' ] || { echo "this has changed"; exit 1; }
