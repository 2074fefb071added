#!/usr/bin/env bash
# tableschema 1.12.6: with a comma for decimals, "1.234,5" is 12345.
#
# Expected: 1234.5: Table Schema ("number") has `decimalChar` and `groupChar` for this, and they are "," and "." in most
# of Europe. A pattern fits the whole value or not: the constraint `pattern` follows XML Schema (Table Schema,
# "Constraints"), whose patterns are anchored at both ends (XML Schema part 2, appendix F).
# Seen: the comma is made a point, and then all points are taken out as groups (lib/types/number.js), so that the number
# is ten times, or a hundred times, as much; and `[a-z]+` accepts "ab1".
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{"private":true}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts tableschema@1.12.6 >&2

cat > try.mjs <<'JS'
import { Field } from "tableschema";
const cast = (descriptor, value) => {
  try {
    return new Field(descriptor).castValue(value);
  } catch (error) {
    return error.message;
  }
};
const german = { name: "users", type: "number", decimalChar: ",", groupChar: "." };
for (const value of ["1,5", "1.234", "1.234,5"]) console.log(value, cast(german, value));
const swiss = { name: "users", type: "number", groupChar: "'" };
console.log("1'234.5", cast(swiss, "1'234.5"));
console.log(cast({ name: "key", type: "string", constraints: { pattern: "[a-z]+" } }, "ab1"));
JS
seen=$(node try.mjs)
echo "$seen"
[ "$seen" = '1,5 15
1.234 1234
1.234,5 12345
1'\''234.5 1234.5
ab1' ] || { echo "this has changed"; exit 1; }
