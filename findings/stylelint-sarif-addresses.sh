#!/usr/bin/env bash
# stylelint-sarif-formatter 1.0.7 with stylelint 17.16.0: a finding in the folder "web C#" is in the file "web C".
#
# Expected: an address: SARIF 2.1.0 (section 3.4.3) has a URI in `uri`, in which "#" begins a fragment unless it is %23,
# and a blank is %20 (RFC 3986, sections 2.1 and 3.5).
# Seen: the path of the machine as it is (index.js), and whoever reads it as the standard says looks for "web C".
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{"private":true}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts stylelint-sarif-formatter@1.0.7 stylelint@17.16.0 >&2

cat > try.mjs <<'JS'
import { mkdirSync, writeFileSync } from "node:fs";
import format from "stylelint-sarif-formatter";
import stylelint from "stylelint";
mkdirSync("web C#");
writeFileSync("web C#/a.css", "a { color: #12 }\n");
const { results } = await stylelint.lint({ files: "web C#/*.css", config: { rules: { "color-no-invalid-hex": true } } });
const [run] = JSON.parse(format(results)).runs;
const { uri } = run.results[0].locations[0].physicalLocation.artifactLocation;
console.log(uri.replace(process.cwd(), ""));
console.log(decodeURI(new URL(uri, "file:///").pathname).replace(process.cwd(), ""));
JS
seen=$(node try.mjs)
echo "$seen"
[ "$seen" = '/web C#/a.css
/web C' ] || { echo "this has changed"; exit 1; }
