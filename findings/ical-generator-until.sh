#!/usr/bin/env bash
# ical-generator 10.2.0: a rule of whole days ends with a moment, and the address of an event gets backslashes.
#
# Expected: `UNTIL=20261231` for an event on whole days: the value "MUST have the same value type as the DTSTART
# property" (RFC 5545, section 3.3.10), and EXDATE is written that way. An address stays as it is: only texts have
# backslashes (section 3.3.11), and a URI has none (3.3.13).
# Seen: `DTSTART;VALUE=DATE` with `UNTIL=20261231T000000Z`; and `https://example.org/board?weeks=48\,49`, which readers
# that go by the standard hand on with the backslash (ical.js 2.2.1 does), so that the link leads elsewhere.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{"private":true}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts ical-generator@10.2.0 ical.js@2.2.1 >&2

cat > try.mjs <<'JS'
import ICAL from "ical.js";
import ical from "ical-generator";
const calendar = ical();
const days = { freq: "WEEKLY", until: new Date("2026-12-31T00:00:00Z"), exclude: [new Date("2026-12-07T00:00:00Z")] };
const url = "https://example.org/board?weeks=48,49";
calendar.createEvent({ start: new Date("2026-11-30T00:00:00Z"), allDay: true, summary: "Review", repeating: days, url });
const text = calendar.toString();
for (const name of ["DTSTART", "RRULE", "EXDATE"]) console.log(text.split("\r\n").find((line) => line.startsWith(name)));
console.log(new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent("vevent").getFirstPropertyValue("url"));
JS
seen=$(node try.mjs)
echo "$seen"
[ "$seen" = 'DTSTART;VALUE=DATE:20261130
RRULE:FREQ=WEEKLY;UNTIL=20261231T000000Z
EXDATE;VALUE=DATE:20261207
https://example.org/board?weeks=48\,49' ] || { echo "this has changed"; exit 1; }
