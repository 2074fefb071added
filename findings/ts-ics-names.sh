#!/usr/bin/env bash
# ts-ics 2.4.6: what it writes of a person or a category with a comma or a colon, it reads as another.
#
# Expected: an organizer "Lead: Ren" and a category "Q3, goals" come back as they went. RFC 5545 has quotes for a
# parameter with ":", ";" or "," (section 3.2) and a backslash before a comma in a category (section 3.8.1.2, type
# TEXT), and lets a component have several CATEGORIES lines.
# Seen: nothing is quoted or escaped, so that the address becomes " Ren:lead@example.org" and the category two; a file
# that is right is misread as well: of a quoted name the part behind ";" is cut off, and of two lines the first is lost.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{"private":true}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts ts-ics@2.4.6 >&2

cat > try.mjs <<'JS'
import { convertIcsCalendar, generateIcsCalendar } from "ts-ics";
const read = (text) => {
  const [{ organizer, attendees, categories }] = convertIcsCalendar(undefined, text).events;
  console.log(JSON.stringify({ organizer, attendees, categories }));
};
const event = {
  uid: "1",
  summary: "Review",
  stamp: { date: new Date(0) },
  start: { date: new Date(0) },
  duration: { hours: 1 },
  organizer: { name: "Lead: Ren", email: "lead@example.org" },
  categories: ["Q3, goals"],
};
read(generateIcsCalendar({ version: "2.0", prodId: "x", events: [event] }));
read(
  `BEGIN:VCALENDAR
VERSION:2.0
PRODID:x
BEGIN:VEVENT
UID:1
DTSTAMP:19700101T000000Z
DTSTART:19700101T000000Z
ATTENDEE;CN="Ren; lead of the team":mailto:ren@example.org
CATEGORIES:review
CATEGORIES:weekly
END:VEVENT
END:VCALENDAR
`.replaceAll("\n", "\r\n"),
);
JS
seen=$(node try.mjs)
echo "$seen"
[ "$seen" = '{"organizer":{"name":"Lead","email":" Ren:lead@example.org"},"categories":["Q3"," goals"]}
{"attendees":[{"email":"ren@example.org","name":"\"Ren"}],"categories":["weekly"]}' ] || { echo "this has changed"; exit 1; }
