#!/usr/bin/env bash
# @tidyjs/tidy 2.6.1: a series of month ends that is "completed" loses most of its months.
#
# Expected: `complete` adds rows for what is missing and keeps all that are there, as its model in R does (tidyr,
# `complete`). With `fullSeqDateISOString(…, "month", 1)` a series from 31 January has no gap.
# Seen: of January, February and March the rows of February and March are gone, and 3 March has one with 0: each month
# is added to the day before, so that 31 January goes to "31 February" (dist/lib/sequences/fullSeq.js), and rows on
# other days are dropped by the left join behind it.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{"private":true}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts @tidyjs/tidy@2.6.1 >&2

cat > try.mjs <<'JS'
import * as library from "@tidyjs/tidy";
const { complete, fullSeqDateISOString, tidy } = library.default ?? library;
for (const days of [["01-01", "02-01", "03-01"], ["01-31", "02-28", "03-31"]]) {
  const rows = days.map((day, i) => ({ day: `2026-${day}T00:00:00.000Z`, users: 40 + i }));
  const full = tidy(rows, complete({ day: fullSeqDateISOString("day", "month", 1) }, { users: 0 }));
  console.log(full.map(({ day, users }) => `${day.slice(0, 10)}: ${users}`).join(", "));
}
JS
seen=$(node try.mjs)
echo "$seen"
[ "$seen" = '2026-01-01: 40, 2026-02-01: 41, 2026-03-01: 42
2026-01-31: 40, 2026-03-03: 0' ] || { echo "this has changed"; exit 1; }
