#!/usr/bin/env bash
# node-ical 0.26.1: "C:\new" in a calendar has a line break in it, and the category "Q3, goals" is two.
#
# Expected: in a text `\\` is a backslash, whatever stands behind it, and `\,` a comma that separates nothing (RFC 5545,
# section 3.3.11, used for categories by 3.8.1.2); a quoted parameter ends at its second quote (section 3.2).
# Seen: "C:\", a new line and "ew"; "Q3\" and "goals"; and of the name "Ren; lead" the first word with a quote before
# it. ical.js 2.2.1 reads each of them as it was meant.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{"private":true}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts node-ical@0.26.1 ical.js@2.2.1 >&2

cat > try.mjs <<'JS'
import ICAL from "ical.js";
import ical from "node-ical";
const text = String.raw`BEGIN:VCALENDAR
VERSION:2.0
PRODID:x
BEGIN:VEVENT
UID:1
DTSTAMP:20261130T080000Z
DTSTART:20261130T080000Z
DESCRIPTION:C:\\new
CATEGORIES:Q3\, goals,review
ATTENDEE;CN="Ren; lead":mailto:ren@example.org
END:VEVENT
END:VCALENDAR
`.replaceAll("\n", "\r\n");
const { description, categories, attendee } = Object.values(ical.sync.parseICS(text)).find(({ type }) => type === "VEVENT");
console.log(JSON.stringify([description, categories, attendee.params.CN]));
const event = new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent("vevent");
const [about, kinds, person] = ["description", "categories", "attendee"].map((name) => event.getFirstProperty(name));
console.log(JSON.stringify([about.getFirstValue(), kinds.getValues(), person.getParameter("cn")]));
JS
seen=$(node try.mjs)
echo "$seen"
[ "$seen" = '["C:\\\new",["Q3\\","goals","review"],"\"Ren"]
["C:\\new",["Q3, goals","review"],"Ren; lead"]' ] || { echo "this has changed"; exit 1; }
