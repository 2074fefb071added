#!/usr/bin/env bash
# @tryfabric/martian 1.2.4: "from $5 to $6" is a formula in Notion, and pictures in lists and in links are left out.
#
# Expected: the text as it stands: a dollar with a digit behind it ends no formula in pandoc's manual ("Math"), for just
# this reason. Of pictures the README says that those in a paragraph "are extracted from the paragraph and added
# afterwards".
# Seen: "from", the formula "5 to " and "6 a month."; an item that is empty; and no block at all.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{"private":true}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts @tryfabric/martian@1.2.4 >&2

cat > try.mjs <<'JS'
import martian from "@tryfabric/martian";
const markdown = [
  "The price rises from $5 to $6 a month.",
  "- ![chart](https://example.org/a.png)",
  "[![chart](https://example.org/a.png)](https://example.org)",
];
for (const text of markdown) {
  const blocks = martian.markdownToBlocks(text);
  console.log(JSON.stringify(blocks.map((block) => [block.type, block[block.type].rich_text.map((part) => part[part.type])])));
}
JS
seen=$(node try.mjs)
echo "$seen"
[ "$seen" = '[["paragraph",[{"content":"The price rises from "},{"expression":"5 to "},{"content":"6 a month."}]]]
[["bulleted_list_item",[]]]
[]' ] || { echo "this has changed"; exit 1; }
