#!/usr/bin/env bash
# eslint-formatter-github-annotations 0.1.0 with eslint 10.15.0: a file that cannot be parsed is not shown at all.
#
# Expected: an annotation. GitHub's page "Workflow commands for GitHub Actions" has "::error
# file={name},line={line}::{message}", and in a message "%" is %25 and each line break %0A.
# Seen: the second "::" is written only together with the name of a rule, so that a problem without a rule (a syntax
# error, an unused disable comment) is no command. Of the others only the first "%" or line break is looked at: the "%"
# is left out, and a break behind it cuts the message (index.js, githubEscape without the flag g).
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{"private":true}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts eslint-formatter-github-annotations@0.1.0 eslint@10.15.0 >&2

cat > try.mjs <<'JS'
import format from "eslint-formatter-github-annotations";
import { Linter } from "eslint";
const rule = {
  create: (context) => ({ Program: (node) => context.report({ node, message: "50% done\nfirst\nsecond" }) }),
};
const plugins = { own: { rules: { rule } } };
for (const text of ["const = 1;", "const a = 1;"]) {
  const messages = new Linter().verify(text, { plugins, rules: { "own/rule": "error" } });
  console.log(format([{ filePath: "a.js", messages, errorCount: messages.length, warningCount: 0 }]));
}
JS
seen=$(node try.mjs)
echo "$seen"
[ "$seen" = '::group::EsLint a.js: errors=1 warnings=0
::error file=a.js,line=1,col=7 Parsing error: Unexpected token =
::endgroup::

1 problem
::group::EsLint a.js: errors=1 warnings=0
::error file=a.js,line=1,col=1::[own/rule] 50 done
first
second
::endgroup::

1 problem' ] || { echo "this has changed"; exit 1; }
