#!/usr/bin/env bash
# d3-time-format 4.1.1: a week 53 that a year does not have is read as the first week of the next year.
#
# Expected: `timeParse("%G-W%V-%u")` gives null for 2025-W53-1, since 2025 has 52 weeks by ISO 8601; the documentation
# (`locale.parse`) calls the parser strict, and `%V` the ISO 8601 week of the year. Luxon 3.7.2 refuses the same text.
# Seen: 29 December 2025, the day that 2026-W01-1 names too, so that two rows of a series fall on one week without a word.
# A 30 February becomes 2 March in the same way. Only week 54, which no year has, is null.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{"private":true}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts d3-time-format@4.1.1 luxon@3.7.2 >&2

cat > weeks.mjs <<'JS'
import { utcParse } from "d3-time-format";
import { DateTime } from "luxon";

const day = (date) => date?.toISOString().slice(0, 10) ?? "none";
for (const week of ["2026-W53-1", "2025-W53-1", "2026-W01-1", "2026-W54-1"])
  console.log(week, day(utcParse("%G-W%V-%u")(week)), DateTime.fromISO(week).toISODate() ?? "none");
console.log("2026-02-30", day(utcParse("%Y-%m-%d")("2026-02-30")), DateTime.fromISO("2026-02-30").toISODate() ?? "none");
JS
node weeks.mjs > seen
cat > known <<'TEXT'
2026-W53-1 2026-12-28 2026-12-28
2025-W53-1 2025-12-29 none
2026-W01-1 2025-12-29 2025-12-29
2026-W54-1 none none
2026-02-30 2026-03-02 none
TEXT
if ! diff known seen >&2; then
  echo "changed: weeks or days that there are not are read in another way" >&2
  exit 1
fi
echo "d3-time-format 4.1.1: week 53 of a year with 52 is still week 1 of the next"
