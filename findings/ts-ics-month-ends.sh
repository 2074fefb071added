#!/usr/bin/env bash
# ts-ics 2.4.6: the last day of each month is told as the 30th, and what falls on a 31st moves to the 30th for good.
#
# Expected: FREQ=MONTHLY;BYMONTHDAY=-1 from 30 November 2026 is 30 November, 31 December, 31 January (RFC 5545, section
# 3.3.10: "-1" is the last day of the month). A rule from a 31st leaves out the months that have none: "recurrence rules
# may generate recurrence instances with an invalid date … such recurrence instances MUST be ignored".
# Seen: 30 December, 30 January, 27 February; and 30 November, 30 December, 30 January after 31 October. rrule 2.8.1 has
# the days of the standard.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{"private":true}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts ts-ics@2.4.6 rrule@2.8.1 >&2

cat > try.mjs <<'JS'
import rrule from "rrule";
import { extendByRecurrenceRule } from "ts-ics";
const list = (dates) => dates.map((date) => date.toISOString().slice(0, 10)).join(" ");
const show = (from, own, other) => {
  const start = new Date(`${from}T08:00:00Z`);
  console.log(list(extendByRecurrenceRule({ frequency: "MONTHLY", count: 4, ...own }, { start })));
  console.log(list(new rrule.RRule({ freq: rrule.RRule.MONTHLY, count: 4, dtstart: start, ...other }).all()));
};
show("2026-11-30", { byMonthday: [-1] }, { bymonthday: -1 });
show("2026-10-31", {}, {});
JS
seen=$(node try.mjs)
echo "$seen"
[ "$seen" = '2026-12-30 2027-01-30 2027-02-27 2027-03-30
2026-11-30 2026-12-31 2027-01-31 2027-02-28
2026-10-31 2026-11-30 2026-12-30 2027-01-30
2026-10-31 2026-12-31 2027-01-31 2027-03-31' ] || { echo "this has changed"; exit 1; }
