#!/usr/bin/env bash
# iso-week 0.1.2: in 2027 each week has the number of the next one.
#
# Expected: 2027-W01 begins on 4 January, and the day before is in 2026-W53: by ISO 8601 the first week is the one with
# 4 January in it, and the package is there to "get the ISO week of the year" (README).
# Seen: week 2 for 4 January. From the Thursday of the week the days since 4 January are counted and rounded up
# (index.js), which is right only where 4 January is a Friday or later: years that begin with a Friday, Saturday or
# Sunday are one too high, and one that begins with a Monday is from noon on, as 2024.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{"private":true}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts iso-week@0.1.2 luxon@3.7.2 >&2

cat > try.mjs <<'JS'
import isoWeek from "iso-week";
import { DateTime } from "luxon";
for (const text of ["2026-01-05", "2027-01-03", "2027-01-04", "2027-06-30", "2024-01-04", "2024-01-04T12:00"]) {
  const day = DateTime.fromISO(text);
  console.log(text, isoWeek(day.toJSDate()), day.weekNumber);
}
JS
seen=$(TZ=UTC node try.mjs)
echo "$seen"
[ "$seen" = '2026-01-05 2 2
2027-01-03 53 53
2027-01-04 2 1
2027-06-30 27 26
2024-01-04 1 1
2024-01-04T12:00 2 1' ] || { echo "this has changed"; exit 1; }
