#!/usr/bin/env bash
# chrono-node 2.10.3: on a Saturday "last week" and "this week" are one day apart, and "next week" is two weeks later.
#
# Expected: the three name days a week apart, whichever they are: the first days of three weeks, or today and the same
# day of the weeks beside it.
# Seen: of Saturday, 28 November 2026, "last week" is the 21st and "next week" the 5th, which are seven days away, and
# "this week" is Sunday, the 22nd, on which a week begins in the United States
# (src/locales/en/parsers/ENRelativeDateFormatParser.ts).
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{"private":true}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts chrono-node@2.10.3 >&2

cat > try.cjs <<'JS'
const { parseDate } = require("chrono-node");
const saturday = new Date(2026, 10, 28, 12);
for (const text of ["last week", "this week", "next week"]) console.log(text, parseDate(text, saturday).toDateString());
JS
seen=$(node try.cjs)
echo "$seen"
[ "$seen" = 'last week Sat Nov 21 2026
this week Sun Nov 22 2026
next week Sat Dec 05 2026' ] || { echo "this has changed"; exit 1; }
