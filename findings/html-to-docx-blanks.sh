#!/usr/bin/env bash
# html-to-docx 1.8.0: blanks between bold, italic and code are gone, and an address with "&" is another one.
#
# Expected: "rises by 5 % a week" and https://example.org/board?team=1&week=48. In HTML white space between two inline
# elements is a blank (CSS Text, "White Space Processing"), and "&amp;" in an attribute is one "&".
# Seen: "risesby5 %" as soon as two such elements stand side by side; the address with "&amp;" in it, where the server
# finds a parameter "amp;week"; and of an item with two paragraphs only the first is there.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{"private":true}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts html-to-docx@1.8.0 mammoth@1.13.0 jszip@3.10.1 >&2

cat > try.mjs <<'JS'
import convert from "html-to-docx";
import JSZip from "jszip";
import mammoth from "mammoth";
for (const html of [
  "<p>It <em>rises</em> <strong>by</strong> <code>5 %</code> a week.</p>",
  '<p><a href="https://example.org/board?team=1&amp;week=48">board</a></p>',
  "<ul><li><p>Measure</p><p>each week</p></li></ul>",
]) {
  const buffer = Buffer.from(await convert(html));
  console.log((await mammoth.convertToHtml({ buffer })).value);
  const links = await (await JSZip.loadAsync(buffer)).file("word/_rels/document.xml.rels").async("string");
  for (const [, target] of links.matchAll(/Target="(https:.*?)"/g)) console.log(target);
}
JS
seen=$(node try.mjs)
echo "$seen"
[ "$seen" = '<p>It rises<strong>by</strong>5 % a week.</p>
<p><a href="https://example.org/board?team=1&amp;amp;week=48">board</a></p>
https://example.org/board?team=1&amp;amp;week=48
<ul><li>Measure</li></ul>' ] || { echo "this has changed"; exit 1; }
