#!/usr/bin/env bash
# any-date-parser 2.2.4: the 28th of November 2026 is the 11th of August, as soon as it is written 28/11/2026.
#
# Expected: 28 November, or invalid: the README lists `14/03/2020` under "day month year" and says that what cannot be
# parsed is invalid. The week date 2026-W48-6 of ISO 8601 is not in the list, and should be invalid, too.
# Seen: for the locale en-US the first digit is passed over, and 8/11/2026 is read as month and day; of 2026-W48-6 "8-6"
# is read, the 6th of August, of 26-11-28 the 11th of June 2028, and the 30th of February is the 2nd of March.
# `isValid()` is true each time; 3/28/2026 and 28.11.2026 are right.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{"private":true}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts any-date-parser@2.2.4 >&2

cat > try.mjs <<'JS'
import parser from "any-date-parser";
for (const text of ["3/28/2026", "28.11.2026", "28/11/2026", "31/12/2026", "2026-W48-6", "26-11-28", "2026-02-30"]) {
  const date = parser.fromString(text, "en-US");
  console.log(text, date.isValid(), date.toISOString().slice(0, 10));
}
JS
seen=$(TZ=UTC node try.mjs)
echo "$seen"
[ "$seen" = '3/28/2026 true 2026-03-28
28.11.2026 true 2026-11-28
28/11/2026 true 2026-08-11
31/12/2026 true 2026-01-12
2026-W48-6 true 2026-08-06
26-11-28 true 2028-06-11
2026-02-30 true 2026-03-02' ] || { echo "this has changed"; exit 1; }
