#!/usr/bin/env bash
# djv 2.1.4: with `enum: ["1"]` the number 1 is valid, and a list with 1 and "1" has one of them twice.
#
# Expected: `enum` and `const` accept what is equal, and "uniqueItems" refuses what is equal; two JSON values are equal
# only if they are of one type (JSON Schema core, draft 6, "Instance equality"). djv has draft 6 as its default
# (README).
# Seen: `{"enum": ["1"]}` accepts 1, `{"const": 0}` accepts false, [1, "1"] and [null, "null"] are refused as not
# unique; while `{"a":1,"b":2}` and `{"b":2,"a":1}`, which are equal, count as two. ajv 8.20.0 has the other answer each
# time.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{"private":true}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts djv@2.1.4 ajv@8.20.0 >&2

cat > try.mjs <<'JS'
import Ajv from "ajv";
import Djv from "djv";
const ajv = new Ajv.default({ strict: false });
for (const [schema, data] of [
  [{ enum: ["1"] }, 1],
  [{ const: 0 }, false],
  [{ uniqueItems: true }, [1, "1"]],
  [{ uniqueItems: true }, [null, "null"]],
  [{ uniqueItems: true }, [{ a: 1, b: 2 }, { b: 2, a: 1 }]],
]) {
  const env = new Djv();
  env.addSchema("test", schema);
  const own = env.validate("test", data) === undefined;
  console.log(JSON.stringify(schema), JSON.stringify(data), own, ajv.validate(schema, data));
}
JS
seen=$(node try.mjs)
echo "$seen"
[ "$seen" = '{"enum":["1"]} 1 true false
{"const":0} false true false
{"uniqueItems":true} [1,"1"] false true
{"uniqueItems":true} [null,"null"] false true
{"uniqueItems":true} [{"a":1,"b":2},{"b":2,"a":1}] true false' ] || { echo "this has changed"; exit 1; }
