#!/usr/bin/env bash
# to-words 5.7.0: in French, Spanish and Dutch "the 21st" is "twenty-one".
#
# Expected: "vingt et unième", "vigésimo primero", "eenentwintigste". The README says that "full ordinal word mappings
# are available for English, Spanish, French, Portuguese, Turkish, and Dutch locales", and 20 and 30 are right.
# Seen: "Vingt Et Un", "Veintiuno", "Eenentwintig", the same as `convert(21)` gives, for each number that has a word of
# its own in the locale's list and none in the list of ordinals; 101 is "Cent Premier", where French has "cent unième".
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{"private":true}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts to-words@5.7.0 >&2

cat > try.mjs <<'JS'
import { ToWords } from "to-words";
for (const localeCode of ["en-US", "fr-FR", "es-ES", "nl-NL"]) {
  const words = new ToWords({ localeCode });
  console.log(localeCode, [5, 20, 21, 30, 101].map((number) => words.toOrdinal(number)).join(", "));
}
JS
seen=$(node try.mjs)
echo "$seen"
[ "$seen" = 'en-US Fifth, Twentieth, Twenty First, Thirtieth, One Hundred First
fr-FR Cinquième, Vingtième, Vingt Et Un, Trentième, Cent Premier
es-ES Quinto, Vigésimo, Veintiuno, Trigésimo, Ciento Primero
nl-NL Vijfde, Twintigste, Eenentwintig, Dertigste, Een Honderd Eerste' ] || { echo "this has changed"; exit 1; }
