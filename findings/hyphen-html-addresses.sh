#!/usr/bin/env bash
# hyphen 1.14.1: `hyphenateHTML` puts soft hyphens into addresses and into <code>, which no longer work when copied.
#
# Expected: addresses of pages and of people, and what stands in <code>, are no words, and are left as they are. The README
# ("Hyphenate HTML") says that tags are skipped and names no exception; CSS `hyphens: auto` adds nothing to what is copied.
# Seen: attributes and entities are left alone, and every run of letters in an address or in <code> is hyphenated. The
# soft hyphens (U+00AD) cannot be seen, and are copied with the address.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{"private":true}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts hyphen@1.14.1 >&2

cat > hyphenate.mjs <<'JS'
import english from "hyphen/en/index.js";

for (const html of [
  '<p title="organization">organization&nbsp;&amp;</p>',
  "<code>organization</code>",
  "https://example.com/organization",
  "organization@example.com",
])
  console.log((await english.hyphenateHTML(html)).replaceAll("\u00AD", "|"));
JS
node hyphenate.mjs > seen
cat > known <<'TEXT'
<p title="organization">or|ga|ni|za|tion&nbsp;&amp;</p>
<code>or|ga|ni|za|tion</code>
https://ex|am|ple.com/or|ga|ni|za|tion
or|ga|ni|za|tion@ex|am|ple.com
TEXT
if ! diff known seen >&2; then
  echo "changed: hyphen treats addresses or code in another way" >&2
  exit 1
fi
echo "hyphen 1.14.1: addresses and code still get soft hyphens"
