#!/usr/bin/env bash
# yamljs 0.3.0: a list in a list that `yaml` writes is read as text, and a folded text loses its lines.
#
# Expected: [[1, 2], [3]] and "a\n b". A list may begin on the line of its dash (YAML 1.2, section 8.2.1, "compact"
# forms), and in a folded text a line that is further in keeps its line breaks (section 8.1.3). The README calls it a
# "YAML 1.2 parser".
# Seen: the texts "- 1\n- 2" and "- 3"; "a b"; and `1,300` is the number 1300, where the core schema of YAML 1.2
# (10.3.2) has a text. Nothing is reported.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{"private":true}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts yamljs@0.3.0 yaml@2.9.1 >&2

cat > try.mjs <<'JS'
import { parse, stringify } from "yaml";
import yamljs from "yamljs";
for (const text of [stringify({ tiers: [[1, 2], [3]] }), "note: >-\n  a\n   b\n", "users: 1,300\n"]) {
  console.log(JSON.stringify([text, yamljs.parse(text), parse(text)]));
}
JS
seen=$(node try.mjs)
echo "$seen"
[ "$seen" = '["tiers:\n  - - 1\n    - 2\n  - - 3\n",{"tiers":["- 1\n- 2","- 3"]},{"tiers":[[1,2],[3]]}]
["note: >-\n  a\n   b\n",{"note":"a b"},{"note":"a\n b"}]
["users: 1,300\n",{"users":1300},{"users":"1,300"}]' ] || { echo "this has changed"; exit 1; }
