#!/usr/bin/env bash
# ical2json 5.0.0 with ics 3.12.0: a long text that one writes ends after 75 characters in the other.
#
# Expected: the whole text. RFC 5545 (section 3.1) folds long lines with a line break and "a single linear white-space
# character (i.e., SPACE or HTAB)", and ics takes the tab.
# Seen: lines that go on with a blank are joined, and those that go on with a tab are dropped without a word, here and
# in `revert`, which writes the calendar again. ical.js 2.2.1 reads all of it.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{"private":true}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts ical2json@5.0.0 ics@3.12.0 ical.js@2.2.1 >&2

cat > try.mjs <<'JS'
import ICAL from "ical.js";
import { convert } from "ical2json";
import { createEvent } from "ics";
const description = "What did we learn about the people who came back, and which of the inputs moved with them?";
const { value } = createEvent({ title: "Review", description, start: [2026, 11, 30, 9, 0], duration: { hours: 1 } });
console.log(convert(value).VCALENDAR[0].VEVENT[0].DESCRIPTION);
console.log(convert(value.replaceAll("\t", " ")).VCALENDAR[0].VEVENT[0].DESCRIPTION);
console.log(new ICAL.Component(ICAL.parse(value)).getFirstSubcomponent("vevent").getFirstPropertyValue("description"));
JS
seen=$(node try.mjs)
echo "$seen"
[ "$seen" = 'What did we learn about the people who came back\, and which of
What did we learn about the people who came back\, and which of the inputs moved with them?
What did we learn about the people who came back, and which of the inputs moved with them?' ] || { echo "this has changed"; exit 1; }
