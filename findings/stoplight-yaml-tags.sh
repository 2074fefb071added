#!/usr/bin/env bash
# @stoplight/yaml 4.3.0 (below Spectral): `version: !!str 12` is the number 12, and block texts lose or gain lines.
#
# Expected: the text "12": the tag says of what type a value is, and only values without one are judged by their looks
# (YAML 1.2, section 10.3.2). `|2` says that two blanks are the indentation and that more belongs to the text (section
# 8.1.1.1), and `|+` keeps all line breaks at the end (8.1.1.2).
# Seen: 12; a line break before the text that nobody wrote; and one at its end that is missing. yaml 2.9.1 reads each as
# it is written. There is no diagnostic.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{"private":true}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts @stoplight/yaml@4.3.0 yaml@2.9.1 >&2

cat > try.mjs <<'JS'
import stoplight from "@stoplight/yaml";
import { parse } from "yaml";
for (const text of ["version: !!str 12\n", "note: |2\n    x\n   y\n", "note: |+\n  x\n\nk: 1\n"]) {
  const { data, diagnostics } = stoplight.parseWithPointers(text);
  console.log(JSON.stringify([text, data, parse(text), diagnostics]));
}
JS
seen=$(node try.mjs)
echo "$seen"
[ "$seen" = '["version: !!str 12\n",{"version":12},{"version":"12"},[]]
["note: |2\n    x\n   y\n",{"note":"\n  x\n y\n"},{"note":"  x\n y\n"},[]]
["note: |+\n  x\n\nk: 1\n",{"note":"x\n","k":1},{"note":"x\n\n","k":1},[]]' ] || { echo "this has changed"; exit 1; }
