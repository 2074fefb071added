#!/usr/bin/env bash
# jsonexport 3.2.0: a field named "Revenue, net" makes two columns of the header, and one of each row.
#
# Expected: the header is quoted, as the values are: RFC 4180 (section 2, rules 3 and 6) gives a header the same format
# as records, and puts fields with commas in quotes.
# Seen: every value behind that column stands under the name before its own, and the last column is empty (the headers
# are joined in lib/parser/csv.js as they are; only `forceTextDelimiter` quotes them).
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{"private":true}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts jsonexport@3.2.0 csv-parse@7.0.3 >&2

cat > try.mjs <<'JS'
import { parse } from "csv-parse/sync";
import jsonexport from "jsonexport";
const csv = await jsonexport([{ week: "2026-W48", "Revenue, net": 1200, "Active users": 40, note: "low, but rising" }]);
console.log(csv);
console.log(JSON.stringify(parse(csv, { columns: true, relax_column_count: true })));
JS
seen=$(node try.mjs)
echo "$seen"
[ "$seen" = 'week,Revenue, net,Active users,note
2026-W48,1200,40,"low, but rising"
[{"week":"2026-W48","Revenue":"1200"," net":"40","Active users":"low, but rising"}]' ] || { echo "this has changed"; exit 1; }
