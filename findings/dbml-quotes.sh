#!/usr/bin/env bash
# @dbml/core 10.2.0: what it makes of SQL cannot be read by itself if a default has a quote in it.
#
# Expected: `default: 'it\'s'`. In DBML a quote in a text has a backslash before it (page "Syntax", "Multi-line
# String"), and so the same importer writes the comment of the table.
# Seen: `default: 'it''s'`, with the quotes of SQL, which the parser of the same package refuses: "Expect a comma".
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{"private":true}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts @dbml/core@10.2.0 >&2

cat > try.mjs <<'JS'
import { importer, Parser } from "@dbml/core";
for (const value of ["new", "it''s"]) {
  const dbml = importer.import(`CREATE TABLE plans (note varchar(9) DEFAULT '${value}'); COMMENT ON TABLE plans IS '${value}';`, "postgres");
  console.log(dbml.trim().split("\n").filter((line) => /note/i.test(line)).join(" "));
  try {
    console.log(new Parser().parse(dbml, "dbmlv2").schemas[0].tables[0].fields[0].dbdefault.value);
  } catch (error) {
    console.log(error.diags[0].message);
  }
}
JS
seen=$(node try.mjs)
echo "$seen"
[ "$seen" = '  "note" varchar(9) [default: '\''new'\'']   Note: '\''new'\''
new
  "note" varchar(9) [default: '\''it'\'''\''s'\'']   Note: '\'''\'''\''it\'\''s'\'''\'''\''
Expect a comma '\'','\''' ] || { echo "this has changed"; exit 1; }
