#!/usr/bin/env bash
# json-schema-merge-allof 0.8.1: a schema that is merged of two patterns refuses what both accept.
#
# Expected: "team-42" is valid, before and after: it has a letter and a digit. A pattern of JSON Schema is not anchored
# (draft 7, validation, section 6.3.3), and the README promises that the "merged schema does not validate more or less
# than the original schema".
# Seen: the patterns become (?=[a-z])(?=[0-9]), which wants both at one and the same place, and matches nothing. And of
# "integer" and "number" it says that they are incompatible, though every integer is both.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{"private":true}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts json-schema-merge-allof@0.8.1 ajv@8.20.0 >&2

cat > try.mjs <<'JS'
import Ajv from "ajv";
import merge from "json-schema-merge-allof";
const ajv = new Ajv.default();
const schema = { type: "string", allOf: [{ pattern: "[a-z]" }, { pattern: "[0-9]" }] };
const merged = merge(schema);
console.log(JSON.stringify(merged), ajv.validate(schema, "team-42"), ajv.validate(merged, "team-42"));
const numbers = { allOf: [{ type: "integer" }, { type: "number" }] };
try {
  console.log(JSON.stringify(merge(numbers)));
} catch (error) {
  console.log(ajv.validate({ type: "number", ...numbers }, 42), error.message.split("\n")[0]);
}
JS
seen=$(node try.mjs)
echo "$seen"
[ "$seen" = '{"type":"string","pattern":"(?=[a-z])(?=[0-9])"} true false
true Could not resolve values for path:"type". They are probably incompatible. Values: ' ] || { echo "this has changed"; exit 1; }
