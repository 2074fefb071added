#!/usr/bin/env bash
# words-to-numbers 1.5.1: "two hundred and fifty thousand" is 50200.
#
# Expected: 250000, and 25010 for "twenty five thousand and ten". The README shows "twenty thousand five hundred and
# sixty nine" as 20569 and "one-hundred and twenty-five" as 125, and sets no limit to what may stand before a thousand.
# Seen: only the last words before "thousand" or "million" are multiplied, and what stood before them is added, so that
# "one hundred thousand" is right and "one hundred and fifty million" is fifty million and a hundred (src/compiler.js).
# Nothing is left over that would show it: the number in the text has become another one.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{"private":true}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts words-to-numbers@1.5.1 >&2

cat > try.mjs <<'JS'
import { wordsToNumbers } from "words-to-numbers";
for (const text of [
  "one hundred thousand",
  "two hundred and fifty thousand",
  "nine hundred and ninety nine thousand",
  "one hundred and fifty million",
  "twenty five thousand and ten",
]) console.log(text, wordsToNumbers(text));
JS
seen=$(node try.mjs)
echo "$seen"
[ "$seen" = 'one hundred thousand 100000
two hundred and fifty thousand 50200
nine hundred and ninety nine thousand 9990
one hundred and fifty million 50000100
twenty five thousand and ten 5030' ] || { echo "this has changed"; exit 1; }
