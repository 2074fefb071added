#!/usr/bin/env bash
# @mohtasham/md-to-docx 4.0.1: no heading of a Markdown text is a heading in the Word file to readers of it.
#
# Expected: one style for each heading, Heading1 and so on: a paragraph has at most one `w:pStyle` (ECMA-376, part 1,
# 17.3.1.27, and the schema of CT_PPrBase), from which contents, outlines and other programs know what a heading is.
# Seen: two, of which the first, "1" or "2", is not defined in the file. mammoth 1.13.0 takes the first and makes plain
# paragraphs of all headings.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{"private":true}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts @mohtasham/md-to-docx@4.0.1 mammoth@1.13.0 jszip@3.10.1 >&2

cat > try.mjs <<'JS'
import { convertMarkdownToBuffer } from "@mohtasham/md-to-docx";
import JSZip from "jszip";
import mammoth from "mammoth";
const buffer = Buffer.from(await convertMarkdownToBuffer("# Plan\n\n## Inputs\n\nText.\n"));
const zip = await JSZip.loadAsync(buffer);
const [text, styles] = await Promise.all(["document", "styles"].map((name) => zip.file(`word/${name}.xml`).async("string")));
for (const [, name] of text.matchAll(/<w:pStyle w:val="(.*?)"/g)) console.log(name, styles.includes(`w:styleId="${name}"`));
console.log((await mammoth.convertToHtml({ buffer })).value.replace(/<a .*?<\/a>/g, ""));
JS
seen=$(node try.mjs)
echo "$seen"
[ "$seen" = '1 false
Heading1 true
2 false
Heading2 true
<p>Plan</p><p>Inputs</p><p>Text.</p>' ] || { echo "this has changed"; exit 1; }
