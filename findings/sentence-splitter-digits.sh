#!/usr/bin/env bash
# sentence-splitter 5.0.1 (under many textlint rules): a sentence that ends with a number does not end, "i.e." ends one.
#
# Expected: "It rose to 5. Then it fell." is two sentences, and "The metric, i.e. Weekly Learning Users, counts." is one.
# The README says that it splits English text into sentences, and names a marker for abbreviations among its parts
# ("API", AbbrMarker), which is on by default with a list for English.
# Seen: a full stop after a digit never ends a sentence, also not after a year and before a capital letter, as every
# such dot counts as a decimal point or a list number; and "i.e." and "e.g." end one before a capital letter.
# Rules with a limit on the length of a sentence find too long ones in texts about figures.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{"private":true}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts sentence-splitter@5.0.1 >&2

cat > split.mjs <<'JS'
import { split } from "sentence-splitter";

const texts = [
  "It rose to five. Then it fell.",
  "It rose to 5. Then it fell.",
  "It doubled in 2026. Then it fell.",
  "The metric, i.e. Weekly Learning Users, counts.",
];
for (const text of texts) console.log(split(text).filter((node) => node.type === "Sentence").length, text);
JS
node split.mjs > seen
cat > known <<'TEXT'
2 It rose to five. Then it fell.
1 It rose to 5. Then it fell.
1 It doubled in 2026. Then it fell.
2 The metric, i.e. Weekly Learning Users, counts.
TEXT
if ! diff known seen >&2; then
  echo "changed: sentence-splitter cuts these texts in another way" >&2
  exit 1
fi
echo "sentence-splitter 5.0.1: a sentence still does not end after a digit, and still ends after i.e."
