#!/usr/bin/env bash
# ics 3.12.0 and calendar-link 2.11.5: a day is written where the format has a moment, and ical.js cannot read the
# event.
#
# Expected: `EXDATE;VALUE=DATE:20261207` and `DTSTART;VALUE=DATE:20261130`. The type of both is DATE-TIME unless
# VALUE=DATE stands there (RFC 5545, sections 3.8.5.1 and 3.8.2.4), and ics does write it for the start of the event.
# Seen: `EXDATE:20261207` in ics for the day that a weekly event leaves out, `DTSTART:20261130` in calendar-link for
# `allDay`. ical.js 2.2.1 throws at the first look at the value; ts-ics 2.4.6 makes it a date that is none. In
# calendar-link two days are also cut to one.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{"private":true}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts ics@3.12.0 calendar-link@2.11.5 ical.js@2.2.1 ts-ics@2.4.6 >&2

cat > try.mjs <<'JS'
import ICAL from "ical.js";
import { ics } from "calendar-link";
import { createEvent } from "ics";
import { convertIcsCalendar } from "ts-ics";
const show = (text, name) => {
  const line = text.split(/\r?\n/).find((one) => one.startsWith(name));
  const property = new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent("vevent").getFirstProperty(name.toLowerCase());
  try {
    console.log(line, String(property.getFirstValue()));
  } catch (error) {
    console.log(line, error.message);
  }
};
const rest = { recurrenceRule: "FREQ=WEEKLY;COUNT=3", exclusionDates: [[2026, 12, 7]] };
const weekly = createEvent({ title: "Review", start: [2026, 11, 30], ...rest }).value;
show(weekly, "DTSTART");
show(weekly, "EXDATE");
const link = ics({ title: "Offsite", start: "2026-11-30", allDay: true, duration: [2, "day"] });
const offsite = decodeURIComponent(link.slice(link.indexOf(",") + 1));
show(offsite, "DTSTART");
console.log(offsite.split(/\r?\n/).find((one) => one.startsWith("DTEND")));
console.log(JSON.stringify(convertIcsCalendar(undefined, offsite).events[0].start));
JS
seen=$(node try.mjs)
echo "$seen"
[ "$seen" = 'DTSTART;VALUE=DATE:20261130 2026-11-30
EXDATE:20261207 invalid date-time value: "2026-12-07T::"
DTSTART:20261130 invalid date-time value: "2026-11-30T::"
DTEND:20261201
{"date":null,"type":"DATE-TIME"}' ] || { echo "this has changed"; exit 1; }
