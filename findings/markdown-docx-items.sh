#!/usr/bin/env bash
# markdown-docx 1.7.0: the second paragraph of an item is an item of its own, and "&lt;" is shown as it is written.
#
# Expected: an item holds its paragraphs (CommonMark 0.31.2, section 5.2), "&lt;" is "<" (2.5), and a line break within
# a paragraph is a blank (6.8, "Soft line breaks"), so that a text whose lines end at 80 signs flows in Word.
# Seen: three items where the text has two, the second with the words that belong to the first; "&lt;b&gt;"; and a hard
# break at the end of each line of the source.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{"private":true}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts markdown-docx@1.7.0 mammoth@1.13.0 >&2

cat > try.mjs <<'JS'
import mammoth from "mammoth";
import convert, { Packer } from "markdown-docx";
for (const text of ["1. Measure\n\n   each week\n\n2. Decide\n", "&lt;b&gt; is bold\n", "one line\nof two\n"]) {
  const buffer = await Packer.toBuffer(await convert(text));
  console.log((await mammoth.convertToHtml({ buffer })).value);
}
JS
seen=$(node try.mjs)
echo "$seen"
[ "$seen" = '<ol><li>Measure</li><li>each week</li><li>Decide</li></ol>
<p>&amp;lt;b&amp;gt; is bold</p>
<p>one line<br />of two</p>' ] || { echo "this has changed"; exit 1; }
