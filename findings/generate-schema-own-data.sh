#!/usr/bin/env bash
# generate-schema 2.6.0: the JSON Schema that is made of a document refuses the document.
#
# Expected: it accepts what it was made of. Of a list with a number and a text the items may be either.
# Seen: "oneOf" names the type of the first item twice, once for "what there was" and once for the item itself, and JSON
# Schema wants exactly one of its schemas to fit (draft 4, section 5.5.5), so that no value of that type is valid any
# more (src/schemas/json.js).
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{"private":true}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts generate-schema@2.6.0 ajv@8.20.0 >&2

cat > try.mjs <<'JS'
import Ajv from "ajv";
import generate from "generate-schema";
const ajv = new Ajv.default({ strict: false });
for (const weeks of [[40, 42], [40, "no data"], [null, 42]]) {
  const { $schema, ...schema } = generate.json("Metric", { weeks });
  console.log(JSON.stringify(schema.properties.weeks.items), ajv.validate(schema, { weeks }));
}
JS
seen=$(node try.mjs)
echo "$seen"
[ "$seen" = '{"type":"number"} true
{"oneOf":[{"type":"number"},{"type":"number"},{"type":"string"}]} false
{"oneOf":[{"type":"null"},{"type":"null"},{"type":"number"}]} false' ] || { echo "this has changed"; exit 1; }
