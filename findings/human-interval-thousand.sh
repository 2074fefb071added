#!/usr/bin/env bash
# human-interval 2.0.1 (under Agenda and Bree): "two thousand seconds" are two seconds.
#
# Expected: 2,000,000 milliseconds, and 1,500,000 for "1,500 seconds". The README "supports numbers being written out in
# English words" by the package numbered, which reads "two thousand" as 2000.
# Seen: 2000 and 1000. The word "and" is taken out first, also from within "thousand" (index.js), and a comma becomes a
# blank, behind which nothing is read. "a week", where "one week" and "week" are right, is 0, and "two and a half days"
# are two.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{"private":true}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts human-interval@2.0.1 numbered@1.1.0 >&2

cat > try.mjs <<'JS'
import humanInterval from "human-interval";
import numbered from "numbered";
console.log(numbered.parse("two thousand"));
for (const text of ["two hundred seconds", "two thousand seconds", "1500 seconds", "1,500 seconds", "one week", "a week"]) {
  console.log(text, humanInterval(text));
}
console.log("two and a half days", humanInterval("two and a half days") / 86400000);
JS
seen=$(node try.mjs)
echo "$seen"
[ "$seen" = '2000
two hundred seconds 200000
two thousand seconds 2000
1500 seconds 1500000
1,500 seconds 1000
one week 604800000
a week 0
two and a half days 2' ] || { echo "this has changed"; exit 1; }
