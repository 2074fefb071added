#!/usr/bin/env bash
# @tryfabric/mack 1.2.1: what stands below an item of a list is not in the message for Slack.
#
# Expected: "- a", and "b" below it, are two lines, the second further in: the README counts lists among what is
# supported, and says of block quotes alone that lists in them are not.
# Seen: "• a", and no trace of b: of each item the first token alone is taken (parseList in build/src/parser/internal.js).
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{"private":true}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts @tryfabric/mack@1.2.1 >&2

cat > try.cjs <<'JS'
const { markdownToBlocks } = require("@tryfabric/mack");
markdownToBlocks("- a\n  - b\n- c\n").then(([block]) => console.log(JSON.stringify(block.text.text)));
JS
seen=$(node try.cjs)
echo "$seen"
[ "$seen" = '"• a\n• c"' ] || { echo "this has changed"; exit 1; }
