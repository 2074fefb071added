#!/usr/bin/env bash
# @cubejs-client/core 1.7.43: of a team that is NULL and a team that is empty, only one number is in the chart.
#
# Expected: two series with 3 and 4 users, as the two rows of the answer have them; `seriesNames()` lists both, and in
# the table without a pivot both rows are there.
# Seen: both have the empty text as their key while the rows are pivoted, so that the second number takes the place of
# the first, and the series of the first has no value (dist/src/ResultSet.js). Names with a comma meet in the same way:
# "Salem, MA" and "web" with "Salem" and " MA,web".
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{"private":true}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts @cubejs-client/core@1.7.43 >&2

cat > try.mjs <<'JS'
import { ResultSet } from "@cubejs-client/core";
const week = "2026-11-02T00:00:00.000";
const time = { title: "Week", shortTitle: "Week", type: "time" };
const dateRange = [week, "2026-11-08T23:59:59.999"];
const result = new ResultSet({
  query: {
    measures: ["m.users"],
    dimensions: ["m.team"],
    timeDimensions: [{ dimension: "m.day", granularity: "week", dateRange }],
    timezone: "UTC",
  },
  annotation: {
    measures: { "m.users": { title: "Users", shortTitle: "Users", type: "number" } },
    dimensions: { "m.team": { title: "Team", shortTitle: "Team", type: "string" } },
    timeDimensions: { "m.day": time, "m.day.week": time },
    segments: {},
  },
  data: [null, ""].map((team, i) => ({ "m.day": week, "m.day.week": week, "m.team": team, "m.users": 3 + i })),
});
console.log(JSON.stringify(result.tablePivot().map((row) => [row["m.team"], row["m.users"]])));
console.log(JSON.stringify(result.series().map(({ title, series }) => [title, series[0].value ?? "no value"])));
JS
seen=$(node try.mjs)
echo "$seen"
[ "$seen" = '[[null,3],["",4]]
[["Users","no value"],["[Empty string], Users",4]]' ] || { echo "this has changed"; exit 1; }
