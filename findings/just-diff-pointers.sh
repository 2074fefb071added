#!/usr/bin/env bash
# just-diff 6.0.2: its JSON patch changes another value if a key has a slash.
#
# Expected: `/inputs~1total` for the key "inputs/total". The README has `jsonPatchPathConverter` "generate jsPatch
# standard paths", and a path of RFC 6902 is a JSON pointer, in which "/" in a key is written ~1 and "~" is ~0 (RFC
# 6901, section 3).
# Seen: `/inputs/total`, which is the key "total" of "inputs": the keys are joined as they are (index.mjs). Applied with
# fast-json-patch 3.1.1, the patch changes the wrong number, and the right one stays.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{"private":true}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts just-diff@6.0.2 fast-json-patch@3.1.1 >&2

cat > try.mjs <<'JS'
import patch from "fast-json-patch";
import { diff, jsonPatchPathConverter } from "just-diff";
const before = { inputs: { total: 1 }, "inputs/total": 1 };
const after = { inputs: { total: 1 }, "inputs/total": 2 };
const steps = diff(before, after, jsonPatchPathConverter);
console.log(JSON.stringify(steps));
console.log(JSON.stringify(patch.compare(before, after)));
console.log(JSON.stringify(patch.applyPatch(before, steps).newDocument));
JS
seen=$(node try.mjs)
echo "$seen"
[ "$seen" = '[{"op":"replace","path":"/inputs/total","value":2}]
[{"op":"replace","path":"/inputs~1total","value":2}]
{"inputs":{"total":2},"inputs/total":1}' ] || { echo "this has changed"; exit 1; }
