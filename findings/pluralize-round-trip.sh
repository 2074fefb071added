#!/usr/bin/env bash
# pluralize 8.0.0: common product words do not come back from their plural, and some singulars are cut again.
#
# Expected: singular(plural(word)) is the word, and singular(word) leaves a singular alone. The README promises to
# pluralize and singularize any word in its first line, and offers isSingular() as a test ("Usage").
# Seen: `caches` gives "cach" and `niches` "nich" (the rule for -ches takes two letters), `cookies` gives "cooky" and
# `newbies` "newby" (all but a short list of -ies words become -y); `canvas`, `lens` and `bias` become "canva", "len" and
# "bia", so that isSingular("canvas") is false. Names of metrics that are compared by their singular need a list of
# exceptions.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{"private":true}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts pluralize@8.0.0 >&2

node -e '
const pluralize = require("pluralize");
for (const word of ["cache", "niche", "cookie", "newbie"])
  console.log(pluralize.plural(word), pluralize.singular(pluralize.plural(word)));
for (const word of ["canvas", "lens", "bias"]) console.log(word, pluralize.singular(word), pluralize.isSingular(word));
' > seen
cat > known <<'TEXT'
caches cach
niches nich
cookies cooky
newbies newby
canvas canva false
lens len false
bias bia false
TEXT
if ! diff known seen >&2; then
  echo "changed: pluralize takes other singulars" >&2
  exit 1
fi
echo "pluralize 8.0.0: caches are still cach, cookies still cooky, and a canvas is still no singular"
