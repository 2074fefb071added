#!/usr/bin/env bash
# timeseries-analysis 1.0.12: its moving averages leave out the newest value, and the weighted one prefers the oldest.
#
# Expected: the average of the last three values at the third, (1+2+3)/3 = 2; and weights that fall with age, as "linear
# weighted moving average" (README) means in the technical analysis that the package is for: (1·1+2·2+3·3)/6 = 2.33.
# Seen: the value of a day is made of the days before it, without the day itself, and the first days are passed through
# as they are, so that a rise is seen a day late; and the weights are turned round: 1.67 (timeseries-analysis.js).
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{"private":true}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts timeseries-analysis@1.0.12 >&2

cat > try.mjs <<'JS'
import timeseries from "timeseries-analysis";
const series = () => new timeseries.main(timeseries.adapter.fromArray([1, 2, 3, 4, 5, 60]));
const values = (result) => result.output().map(([, value]) => value.toFixed(2)).join(" ");
console.log(values(series().ma({ period: 3 })));
console.log(values(series().lwma({ period: 3 })));
JS
seen=$(node try.mjs)
echo "$seen"
[ "$seen" = '1.00 2.00 3.00 2.00 3.00 4.00
1.00 2.00 3.00 1.67 2.67 3.67' ] || { echo "this has changed"; exit 1; }
