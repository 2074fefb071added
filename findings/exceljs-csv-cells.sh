#!/usr/bin/env bash
# exceljs 4.4.0: a cell with a bold word is JSON in the CSV, and an error of a formula is [object Object].
#
# Expected: what the sheet shows: "about 40" and "#DIV/0!". The README has `csv.writeFile` write a sheet as CSV, and for
# a link and for an error that is typed in it does write what is shown; `cell.text` gives "about 40" as well.
# Seen: {"richText":[…]} with all fonts, and the text [object Object] (lib/csv/csv.js knows links, errors and results,
# but not what is in them).
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{"private":true}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts exceljs@4.4.0 >&2

cat > try.mjs <<'JS'
import ExcelJS from "exceljs";
const book = new ExcelJS.Workbook();
const sheet = book.addWorksheet("Weeks");
sheet.getCell("A1").value = { richText: [{ text: "about " }, { text: "40", font: { bold: true } }] };
sheet.getCell("B1").value = { formula: "1/0", result: { error: "#DIV/0!" } };
sheet.getCell("C1").value = { error: "#N/A" };
sheet.getCell("D1").value = { formula: "20*2", result: 40 };
console.log(String(await book.csv.writeBuffer()));
console.log(sheet.getCell("A1").text);
JS
seen=$(node try.mjs)
echo "$seen"
[ "$seen" = '"{""richText"":[{""text"":""about ""},{""text"":""40"",""font"":{""bold"":true}}]}",[object Object],#N/A,40
about 40' ] || { echo "this has changed"; exit 1; }
