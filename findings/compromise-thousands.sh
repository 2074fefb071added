#!/usr/bin/env bash
# compromise 14.17.0: "1.5k" is the number 1.5, and "$1.2bn" is 1.2.
#
# Expected: a number of a text is what a reader takes it for: 1500 and 1,200,000,000. The README has `.numbers()` "grab all
# written and numeric values" and `.get()` give "a simple javascript number"; "1.5 thousand" and "$1.2 billion" are so read.
# Seen: the letters of thousands, millions and billions are kept apart, as a unit or as a suffix by their case, and count
# for nothing, so that "950 visits" is more than "1.5k visits". "a dozen" is no number at all.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{"private":true}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts compromise@14.17.0 >&2

cat > count.mjs <<'JS'
import nlp from "compromise";

for (const text of ["1.5 thousand visits", "1.5k visits", "3M users", "$1.2 billion", "$1.2bn", "a dozen orders"])
  console.log(text, JSON.stringify(nlp(text).numbers().json().map(({ number }) => number.num)));
JS
node count.mjs > seen
cat > known <<'TEXT'
1.5 thousand visits [1500]
1.5k visits [1.5]
3M users [3]
$1.2 billion [1200000000]
$1.2bn [1.2]
a dozen orders []
TEXT
if ! diff known seen >&2; then
  echo "changed: compromise reads numbers with letters in another way" >&2
  exit 1
fi
echo "compromise 14.17.0: the k of 1.5k and the bn of 1.2bn still count for nothing"
