#!/usr/bin/env bash
# markdownlint-cli2-formatter-sarif 0.0.4, with markdownlint-cli2 0.22.1: a report names the formatter's version as the
# linter's.
#
# Expected: `tool.driver` is markdownlint-cli2 in version 0.22.1: SARIF 2.1.0 (3.19.2, 3.19.13) calls the tool that
# found the results the driver, and readers tell from its version which rules there were.
# Seen: name markdownlint-cli2, version 0.0.4.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{"private":true}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts markdownlint-cli2@0.22.1 markdownlint-cli2-formatter-sarif@0.0.4 >&2

printf '# T\\n\\n\\n\\nText\\n' > a.md
echo '{"outputFormatters":[["markdownlint-cli2-formatter-sarif"]]}' > .markdownlint-cli2.jsonc
npx --no-install markdownlint-cli2 a.md > /dev/null 2>&1 || true
seen=$(node -p 'const { driver } = JSON.parse(fs.readFileSync("markdownlint-cli2-sarif.sarif", "utf8")).runs[0].tool; `${driver.name} ${driver.version}`')
echo "$seen"
[ "$seen" = 'markdownlint-cli2 0.0.4' ] || { echo "this has changed"; exit 1; }
