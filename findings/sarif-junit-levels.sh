#!/usr/bin/env bash
# sarif-junit 1.1.4: the same warning fails or passes as JUnit, and what was suppressed fails.
#
# Expected: a result without `level` is treated like `"level": "warning"`, and a suppressed one does not fail. SARIF
# 2.1.0 says so: section 3.27.10 gives an absent level the value "warning" if no rule sets another, and by 3.27.23 a
# result with an accepted suppression is suppressed. The README offers the output to show in GitLab which tests fail.
# Seen: the warning that is written out is a <failure> (without a message), the one that is left to the default is a
# passed test, and an error that the author has suppressed in the source is a <failure> as well. A tool that leaves
# default levels out gets a green report.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{"private":true}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts sarif-junit@1.1.4 >&2

node -e '
const place = { physicalLocation: { artifactLocation: { uri: "star.yaml" }, region: { startLine: 2 } } };
const result = (ruleId, more) => ({ ruleId, message: { text: "look here" }, locations: [place], ...more });
const results = [
  result("written", { level: "warning" }),
  result("default", {}),
  result("suppressed", { level: "error", suppressions: [{ kind: "inSource", status: "accepted" }] }),
];
const run = { tool: { driver: { name: "linter" } }, results };
console.log(JSON.stringify({ version: "2.1.0", runs: [run] }));
' > report.sarif
node_modules/.bin/sarif-junit -i report.sarif -o report.xml > report.log
node -e '
const text = require("node:fs").readFileSync("report.xml", "utf8");
for (const rule of ["written", "default", "suppressed"]) {
  const [, end] = text.match(new RegExp(`<testcase classname="${rule}"[^>]*?(/?)>`));
  console.log(rule, end === "/" ? "passes" : "fails");
}
' > seen
printf 'written fails\ndefault passes\nsuppressed fails\n' > known
if ! diff known seen >&2; then
  echo "changed: sarif-junit turns levels or suppressions into something else" >&2
  exit 1
fi
echo "sarif-junit 1.1.4: a warning by default still passes, and a suppressed error still fails"
