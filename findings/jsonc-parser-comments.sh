#!/usr/bin/env bash
# jsonc-parser 3.3.1 (edits settings in VS Code): when a key goes, its comment stays, and that of the key before goes.
#
# Expected: the comment behind a value goes with it, or both comments stay. The README has `modify` compute the edits
# "to insert, remove or replace a property or value in a JSON document", and comments are what JSON with comments is
# for.
# Seen: of "goal" and "limit" with a comment each, "goal" is left with the comment of "limit", and its own is lost; and
# a new last key takes the comment of the one before over. The edit reaches from the end of the value before to the end
# of the value that is removed (lib/umd/impl/edit.js).
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{"private":true}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts jsonc-parser@3.3.1 >&2

cat > try.mjs <<'JS'
import { applyEdits, modify } from "jsonc-parser";
const text = `{
  "goal": 40, // users a week
  "limit": 5 // days
}
`;
const formattingOptions = { tabSize: 2, insertSpaces: true };
console.log(applyEdits(text, modify(text, ["limit"], undefined, { formattingOptions })));
console.log(applyEdits(text, modify(text, ["start"], "2026-W48", { formattingOptions })));
JS
seen=$(node try.mjs)
echo "$seen"
[ "$seen" = '{
  "goal": 40 // days
}

{
  "goal": 40, // users a week
  "limit": 5,
  "start": "2026-W48" // days
}' ] || { echo "this has changed"; exit 1; }
