#!/usr/bin/env bash
# inflection 3.0.2: the singular of "analyses" is "analyasis", and that of "caches" is "cach".
#
# Expected: "analysis" and "cache". The package turns "diagnoses" and "hypotheses" into "diagnosis" and "hypothesis".
# Seen: "analyasis"; and "cach", which pluralize 8.0.0 says, too, since both take the ending of "churches" off.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{"private":true}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts inflection@3.0.2 pluralize@8.0.0 >&2

cat > try.cjs <<'JS'
const { singularize } = require("inflection");
const pluralize = require("pluralize");
for (const word of ["diagnoses", "analyses", "caches"]) console.log(word, singularize(word), pluralize.singular(word));
JS
seen=$(node try.cjs)
echo "$seen"
[ "$seen" = 'diagnoses diagnosis diagnosis
analyses analyasis analysis
caches cach cach' ] || { echo "this has changed"; exit 1; }
