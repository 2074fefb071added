#!/usr/bin/env bash
# text-statistics 0.1.1: each text has a word too many, and one that ends with a full stop a sentence too many.
#
# Expected: "It works." is two words and one sentence. All its formulas of readability (README) rest on these two
# counts.
# Seen: 3 words, 2 sentences. A full stop is added "just in case it's missing" and never merged with the one that is
# there, and the empty end behind it counts as a word: the replacements in cleanText (index.js) lack the flag g, so that
# each is done once in a text, also that of commas and of `...`. Short texts look far easier than they are.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{"private":true}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts text-statistics@0.1.1 >&2

cat > try.mjs <<'JS'
import statistics from "text-statistics";
const sentences = [
  "The team measures how many people learn each week.",
  "It is a simple number.",
  "Every input moves it.",
];
for (const text of ["It works", "It works.", sentences.join(" "), "Wait... what?"]) {
  const counts = statistics(text);
  console.log(counts.wordCount(), counts.sentenceCount(), text);
}
JS
seen=$(node try.mjs)
echo "$seen"
[ "$seen" = '3 1 It works
3 2 It works.
19 4 The team measures how many people learn each week. It is a simple number. Every input moves it.
3 3 Wait... what?' ] || { echo "this has changed"; exit 1; }
