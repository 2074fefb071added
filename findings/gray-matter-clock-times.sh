#!/usr/bin/env bash
# gray-matter 4.0.3 (front matter of many sites and slides): `at: 12:30` that yaml 2.9.1 writes for a text is 750.
#
# Expected: what one YAML library writes for a text, another reads as that text. gray-matter takes js-yaml 3, by its README
# a "YAML 1.2 parser", and in YAML 1.2 (section 10.3.2, core schema) none of these is a number or a date.
# Seen: yaml leaves the texts without quotes, which YAML 1.2 allows. js-yaml 3 reads them by rules of YAML 1.1: two or
# three numbers with colons to the base of 60, `_` between digits, `0b`; and a day becomes a Date. js-yaml 5.5.0 reads
# each as the text that it was.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{"private":true}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts gray-matter@4.0.3 yaml@2.9.1 js-yaml-5@npm:js-yaml@5.5.0 >&2

cat > read.mjs <<'JS'
import matter from "gray-matter";
import { load } from "js-yaml-5";
import { stringify } from "yaml";

for (const text of ["12:30", "12:30:45", "1_000", "0b11", "2026-11-02"]) {
  const written = stringify({ at: text });
  const [old, now] = [matter(`---\n${written}---\n`).data.at, load(written).at];
  console.log(written.trim(), "|", JSON.stringify(old), "|", JSON.stringify(now));
}
JS
node read.mjs > seen
cat > known <<'TEXT'
at: 12:30 | 750 | "12:30"
at: 12:30:45 | 45045 | "12:30:45"
at: 1_000 | 1000 | "1_000"
at: 0b11 | 3 | "0b11"
at: 2026-11-02 | "2026-11-02T00:00:00.000Z" | "2026-11-02"
TEXT
if ! diff known seen >&2; then
  echo "changed: front matter is written or read in another way" >&2
  exit 1
fi
echo "gray-matter 4.0.3: a text such as 12:30 that yaml 2.9.1 writes is still read as a number"
