#!/usr/bin/env bash
# @microsoft/eslint-formatter-sarif 3.1.0 with eslint 10.15.0: an unused disable comment is no result, but a failed run.
#
# Expected: one more result with a place. ESLint counts an unused disable comment among its problems (page "Configure
# Rules", "Report unused eslint-disable comments"), and its other formatters list it, GitLab's included.
# Seen: the problem has no rule, and the formatter takes every message without a rule for an internal error of ESLint:
# it becomes a tool configuration notification ESL0999. With the severity "error", `executionSuccessful` is false, which
# in SARIF 2.1.0 (section 3.20.14) means that the tool did not finish; readers may then distrust the whole run, and show
# no problem for the exit code 1. Problems that must be seen there need a rule of their own.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{"private":true}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts \
  eslint@10.15.0 @microsoft/eslint-formatter-sarif@3.1.0 >&2

cat > eslint.config.mjs <<'JS'
const linterOptions = { reportUnusedDisableDirectives: "error" };
export default [{ files: ["*.js"], linterOptions, rules: { "no-debugger": "error" } }];
JS
printf '// eslint-disable-next-line no-debugger\nstart();\n' > star.js
lint() { node_modules/.bin/eslint star.js -f "$1" > "$2" || echo "$1 exits $?"; }

{
  lint json report.json
  lint @microsoft/eslint-formatter-sarif report.sarif
  node -e '
  const read = (file) => JSON.parse(require("node:fs").readFileSync(file, "utf8"));
  const [run] = read("report.sarif").runs;
  const [{ executionSuccessful, toolConfigurationNotifications }] = run.invocations;
  console.log("problems", read("report.json")[0].messages.length, "results", run.results.length);
  console.log("successful", executionSuccessful, toolConfigurationNotifications[0].descriptor.id);
  '
} > seen
cat > known <<'TEXT'
json exits 1
@microsoft/eslint-formatter-sarif exits 1
problems 1 results 0
successful false ESL0999
TEXT
if ! diff known seen >&2; then
  echo "changed: the SARIF of ESLint shows unused disable comments in another way" >&2
  exit 1
fi
echo "@microsoft/eslint-formatter-sarif 3.1.0: an unused disable comment is still a failed run without a result"
