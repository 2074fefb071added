#!/usr/bin/env bash
# ics 3.12.0: a duration of a day is `P1DT`, one of a week `P1WT`, and none is `PT`, which RFC 5545 does not have.
#
# Expected: P1D, P1W and PT0S. In the grammar of a duration (RFC 5545, section 3.3.6) a "T" has hours, minutes or
# seconds behind it, and a week stands alone.
# Seen: the "T" is always written, for events and for alarms (dist/utils/format-duration.js). Readers of calendars take
# it or not as they like; Temporal, which goes by ISO 8601, refuses all three.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{"private":true}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts ics@3.12.0 @js-temporal/polyfill@0.5.1 >&2

cat > try.mjs <<'JS'
import { Temporal } from "@js-temporal/polyfill";
import { createEvent } from "ics";
const read = (text) => {
  try {
    return String(Temporal.Duration.from(text));
  } catch {
    return "refused";
  }
};
const start = [2026, 11, 30, 9, 0];
for (const duration of [{ days: 1 }, { weeks: 1 }, { minutes: 0 }, { hours: 1 }]) {
  const text = /^DURATION:(\S+)/m.exec(createEvent({ title: "Review", start, duration }).value)[1];
  console.log(text, read(text));
}
const alarms = [{ action: "display", description: "Review", trigger: { days: 1, before: true } }];
const { value } = createEvent({ title: "Review", start, duration: { hours: 1 }, alarms });
console.log(/^TRIGGER\S+/m.exec(value)[0]);
JS
seen=$(node try.mjs)
echo "$seen"
[ "$seen" = 'P1DT refused
P1WT refused
PT refused
PT1H PT1H
TRIGGER:-P1DT' ] || { echo "this has changed"; exit 1; }
