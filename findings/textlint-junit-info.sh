#!/usr/bin/env bash
# @textlint/linter-formatter 15.8.0: in JUnit a remark of severity "info" is a failed test, counted as an error.
#
# Expected: what is only said ("info", severity 3) fails no test, as the formatters `github` (notice) and `checkstyle`
# (info) keep it apart; a suite counts its <failure> elements as `failures`; and in CDATA a message stands as it is
# (XML 1.0, section 2.7: only "]]>" is recognised there).
# Seen: every message, of whichever severity, is a <failure>; the suite has `errors` and no `failures`; and the text in
# CDATA is escaped as well, so that a viewer shows `&lt;b&gt;` to people.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{"private":true}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts @textlint/linter-formatter@15.8.0 >&2

cat > format.mjs <<'JS'
import { loadFormatter } from "@textlint/linter-formatter";

const place = { index: 0, line: 1, column: 1, range: [0, 1], loc: { start: { line: 1, column: 1 }, end: { line: 1, column: 2 } } };
const message = { type: "lint", ruleId: "tags", message: "no <b> here", severity: 3, ...place };
for (const formatterName of ["github", "checkstyle", "junit"]) {
  const { format } = await loadFormatter({ formatterName, color: false });
  console.log(format([{ filePath: "a.md", messages: [message] }]));
}
JS
node format.mjs | grep -oE '^::notice|severity="info"|<testsuite [^>]*>|<failure.*</failure>' > seen
cat > known <<'TEXT'
::notice
severity="info"
<testsuite package="org.eslint" time="0" tests="1" errors="1" name="a.md">
<failure message="no &lt;b&gt; here"><![CDATA[line 1, col 1, Info - no &lt;b&gt; here (tags)]]></failure>
TEXT
if ! diff known seen >&2; then
  echo "changed: textlint writes severities as JUnit in another way" >&2
  exit 1
fi
echo "@textlint/linter-formatter 15.8.0: a remark is still a failed test in JUnit, and its text is still escaped twice"
