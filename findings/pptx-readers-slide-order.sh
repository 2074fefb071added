#!/usr/bin/env bash
# officeparser 7.8.0 and node-pptx-parser 1.0.1: slides that were moved are read in the order of their files' names.
#
# Expected: slides in the order in which a presentation shows them, which is that of `p:sldIdLst` in
# ppt/presentation.xml (ECMA-376, part 1, 19.2.1.34); the names of the files behind them say nothing, and stay what they
# were when somebody moves a slide.
# Seen: of a deck whose list begins with slide3.xml both give slide1.xml first. LibreOffice shows "Third" first.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{"private":true}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts \
  officeparser@7.8.0 node-pptx-parser@1.0.1 pptxgenjs@4.0.1 jszip@3.10.1 >&2

cat > read.cjs <<'JS'
const fs = require("node:fs");
const JSZip = require("jszip");
const PptxGenJS = require("pptxgenjs");
const { parseOffice } = require("officeparser");
const Parser = require("node-pptx-parser").default;
(async () => {
  const deck = new PptxGenJS();
  for (const text of ["First", "Second", "Third"]) deck.addSlide().addText(text, { x: 1, y: 1, w: 5, h: 1 });
  const zip = await JSZip.loadAsync(await deck.write({ outputType: "nodebuffer" }));
  const path = "ppt/presentation.xml";
  const turned = (list) => `<p:sldIdLst>${list.match(/<p:sldId [^>]*>/g).reverse().join("")}</p:sldIdLst>`;
  zip.file(path, (await zip.file(path).async("string")).replace(/<p:sldIdLst>.*<\/p:sldIdLst>/s, turned));
  fs.writeFileSync("deck.pptx", await zip.generateAsync({ type: "nodebuffer" }));
  console.log((await parseOffice("deck.pptx")).toText().split("\n").join(" "));
  console.log((await new Parser("deck.pptx").extractText()).map(({ text }) => text.join("").trim()).join(" "));
})();
JS
seen=$(node read.cjs)
echo "$seen"
[ "$seen" = "First Second Third
First Second Third" ] || { echo "this has changed"; exit 1; }
