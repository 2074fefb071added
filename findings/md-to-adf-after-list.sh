#!/usr/bin/env bash
# md-to-adf 0.6.4: a paragraph behind a list of two levels becomes a part of its last, innermost item.
#
# Expected: an empty line and a line that is not indented end a list (CommonMark 0.31.2, section 5.2), so that a document
# has a list and a paragraph, as it has where the list has one level.
# Seen: one list; the paragraph stands in the item "b" two levels down.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{"private":true}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts md-to-adf@0.6.4 >&2

cat > try.cjs <<'JS'
const toAdf = require("md-to-adf");
const shape = (text) => JSON.parse(JSON.stringify(toAdf(text))).content.map(({ type }) => type).join(" ");
console.log(shape("- a\n\nAfter the list.\n"));
console.log(shape("- a\n  - b\n\nAfter the list.\n"));
JS
seen=$(node try.cjs)
echo "$seen"
[ "$seen" = 'bulletList paragraph
bulletList' ] || { echo "this has changed"; exit 1; }
