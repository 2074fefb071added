#!/usr/bin/env bash
# lookml-parser 7.1.3: numbers of a LookML model are texts, though yes and no are true and false.
#
# Expected: `percentile: 75` and `tiers: [0, 10.5]` are numbers, since the parser gives `hidden: yes` as true. LookML
# knows numbers without quotes (https://cloud.google.com/looker/docs/reference/param-measure-percentile).
# Seen: "75" and ["0","10.5"], which nothing tells from a text in quotes, and which sort as texts.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{"private":true}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts lookml-parser@7.1.3 >&2

cat > try.cjs <<'JS'
const { parse } = require("lookml-parser");
const { view } = parse("view: o { measure: a { type: percentile percentile: 75 hidden: yes } dimension: t { type: tier tiers: [0, 10.5] } }");
console.log(JSON.stringify([view.o.measure.a.percentile, view.o.measure.a.hidden, view.o.dimension.t.tiers]));
JS
seen=$(node try.cjs)
echo "$seen"
[ "$seen" = '["75",true,["0","10.5"]]' ] || { echo "this has changed"; exit 1; }
