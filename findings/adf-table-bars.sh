#!/usr/bin/env bash
# adf-to-markdown 1.0.1 and adf-to-md 1.2.1: a bar in a table of Jira moves the cells, and bold with a blank shows
# asterisks.
#
# Expected: `x\|y` in a cell, since a bar begins the next one (GitHub Flavored Markdown, 4.10 "Tables (extension)"); and
# the blank behind the closing asterisks: "a **b** c", as those of CommonMark 0.31.2 (6.2, left- and right-flanking)
# close nothing behind a blank. Jira's editor makes such marks whenever somebody marks a word together with the blank
# behind it.
# Seen: the row has three cells where the header has two, so that the last is not shown; and "a **b **c", which is shown
# with its asterisks.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{"private":true}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts adf-to-markdown@1.0.1 adf-to-md@1.2.1 marked@18.2.1 >&2

cat > try.mjs <<'JS'
import adfToMd from "adf-to-md";
import { convertADFToMarkdown } from "adf-to-markdown";
import { marked } from "marked";
const text = (words, ...marks) => ({ type: "text", text: words, marks: marks.map((type) => ({ type })) });
const paragraph = (...content) => ({ type: "paragraph", content });
const row = (type, ...cells) => ({ type: "tableRow", content: cells.map((cell) => ({ type, content: [paragraph(text(cell))] })) });
const docs = [
  { type: "table", content: [row("tableHeader", "input", "goal"), row("tableCell", "web | app", "40")] },
  paragraph(text("a "), text("b ", "strong"), text("c")),
];
for (const part of docs) {
  const doc = { version: 1, type: "doc", content: [part] };
  for (const markdown of [convertADFToMarkdown(doc), (adfToMd.default ?? adfToMd).convert(doc).result]) {
    const html = marked.parse(markdown);
    console.log(JSON.stringify(markdown), part.type === "table" ? html.match(/<td.*?<\/td>/g).join("") : html.trim());
  }
}
JS
seen=$(node try.mjs)
echo "$seen"
[ "$seen" = '"| input | goal |\n| --- | --- |\n| web | app | 40 |" <td>web</td><td>app</td>
"|input|goal|\n|:-:|:-:|\n|web | app|40|\n" <td align="center">web</td><td align="center">app</td>
"a **b **c" <p>a **b **c</p>
"a **b **c" <p>a **b **c</p>' ] || { echo "this has changed"; exit 1; }
