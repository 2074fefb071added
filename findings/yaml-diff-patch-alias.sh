#!/usr/bin/env bash
# yaml-diff-patch 2.0.0: a document that is overwritten with other values holds others still, where it has an alias.
#
# Expected: read again, the YAML has the JSON that it was overwritten with; the README says of `yamlOverwrite` that it
# overwrites "the fields that are different, while maintaining the structure of the source YAML".
# Seen: only the anchor's value is changed, because only its field is different, and with it the value of each alias of
# it (YAML 1.2, section 3.2.2.2), which was to stay as it was.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{"private":true}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts yaml-diff-patch@2.0.0 yaml@2.9.1 >&2

cat > try.mjs <<'JS'
import { parse } from "yaml";
import { yamlOverwrite } from "yaml-diff-patch";
const text = `web: &goal
  target: 10
app: *goal
`;
const wanted = { web: { target: 20 }, app: { target: 10 } };
const written = yamlOverwrite(text, wanted);
console.log(JSON.stringify(wanted));
console.log(JSON.stringify(parse(written)));
JS
seen=$(node try.mjs)
echo "$seen"
[ "$seen" = '{"web":{"target":20},"app":{"target":10}}
{"web":{"target":20},"app":{"target":20}}' ] || { echo "this has changed"; exit 1; }
