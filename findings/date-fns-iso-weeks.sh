#!/usr/bin/env bash
# date-fns 4.4.0: a duration of two weeks, written in ISO 8601, is zero.
#
# Expected: `{ weeks: 2 }` becomes P2W, P14D, or an error. The page of formatISODuration says that it formats a duration
# by ISO 8601, which has weeks; its parameter has the library's type Duration, which has a field for weeks; and
# formatDuration and milliseconds of the same library count them.
# Seen: weeks are left out without a word, so two weeks are P0Y0M0DT0H0M0S and a year and a week are P1Y….
# A time box or a window that is kept in weeks and exported this way is lost.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{"private":true}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts date-fns@4.4.0 >&2

node -e '
const { formatDuration, formatISODuration, milliseconds } = require("date-fns");
console.log(formatDuration({ weeks: 2 }), milliseconds({ weeks: 2 }) / 86_400_000);
console.log(formatISODuration({ weeks: 2 }), formatISODuration({ years: 1, weeks: 1 }));
' > seen
printf '2 weeks 14\nP0Y0M0DT0H0M0S P1Y0M0DT0H0M0S\n' > known
if ! diff known seen >&2; then
  echo "changed: date-fns writes weeks in another way" >&2
  exit 1
fi
echo "date-fns 4.4.0: two weeks are still P0Y0M0DT0H0M0S"
