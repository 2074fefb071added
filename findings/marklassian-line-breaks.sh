#!/usr/bin/env bash
# marklassian 1.2.1: a line break written as <br> vanishes from the document for Jira, and the words beside it are one.
#
# Expected: "first<br>second" is a text, a `hardBreak` and a text, as two blanks at the end of a line give; tables in
# Markdown have no other way to break a line in a cell. An entity of HTML (CommonMark 0.31.2, section 2.5) is the sign
# that it stands for.
# Seen: the texts "first" and "second" one behind the other, in paragraphs and in cells, and "&lt;" as it is written.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{"private":true}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts marklassian@1.2.1 >&2

cat > try.mjs <<'JS'
import { markdownToAdf } from "marklassian";
const said = (text) => markdownToAdf(text).content[0].content.map((node) => node.text ?? node.type);
console.log(JSON.stringify([said("first<br>second"), said("first  \nsecond"), said("1 &lt; 2")]));
JS
seen=$(node try.mjs)
echo "$seen"
[ "$seen" = '[["first","second"],["first","hardBreak","second"],["1 &lt; 2"]]' ] || { echo "this has changed"; exit 1; }
