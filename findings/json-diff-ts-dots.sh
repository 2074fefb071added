#!/usr/bin/env bash
# json-diff-ts 4.10.4: a change under a key with a dot goes to another key after `atomizeChangeset`.
#
# Expected: what is taken apart and put together again is the same change. The README has `atomizeChangeset` and
# `unatomizeChangeset` turn a changeset into atomic changes "and back", each of which has a path in JSONPath.
# Seen: the path is `$.inputs[web.signups]`, without the quotes that JSONPath wants (RFC 9535, section 2.3.1); applied,
# the value stays as it was, and the document has a new key "inputs[web.signups]" beside "inputs". Names such as
# "web.signups" or "v1.10" are such keys.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{"private":true}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts json-diff-ts@4.10.4 >&2

cat > try.mjs <<'JS'
import { applyChangeset, atomizeChangeset, diff, unatomizeChangeset } from "json-diff-ts";
for (const key of ["signups", "web.signups"]) {
  const [before, after] = [1, 2].map((value) => ({ inputs: { [key]: value } }));
  const atoms = atomizeChangeset(diff(before, after));
  console.log(atoms[0].path, JSON.stringify(applyChangeset(before, unatomizeChangeset(atoms))));
}
JS
seen=$(node try.mjs)
echo "$seen"
[ "$seen" = '$.inputs.signups {"inputs":{"signups":2}}
$.inputs[web.signups] {"inputs":{"web.signups":1},"inputs[web.signups]":2}' ] || { echo "this has changed"; exit 1; }
