#!/usr/bin/env bash
# json-to-pretty-yaml 1.2.2 and json2yaml 1.1.0: the value of a key such as "# of users" is lost, since it is a comment.
#
# Expected: YAML that says what the JSON said, which is all that both packages are for; values do get their quotes. In
# YAML a "#" at the beginning of a word is a comment (YAML 1.2, section 6.6), and "- x" an item of a list (8.2.1).
# Seen: keys are written as they are. "# of users" and its value are gone when the YAML is read, and of "- x" a list is
# made.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{"private":true}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts json-to-pretty-yaml@1.2.2 json2yaml@1.1.0 yaml@2.9.1 >&2

cat > try.mjs <<'JS'
import json2yaml from "json2yaml";
import pretty from "json-to-pretty-yaml";
import { parse } from "yaml";
for (const data of [{ "# of users": 40, week: 48 }, { "- x": 1 }, { note: "# of users" }]) {
  console.log(JSON.stringify([data, parse(pretty.stringify(data)), parse(json2yaml.stringify(data))]));
}
JS
seen=$(node try.mjs)
echo "$seen"
[ "$seen" = '[{"# of users":40,"week":48},{"week":48},{"week":48}]
[{"- x":1},[{"x":1}],[{"x":1}]]
[{"note":"# of users"},{"note":"# of users"},{"note":"# of users"}]' ] || { echo "this has changed"; exit 1; }
