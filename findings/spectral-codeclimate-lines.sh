#!/usr/bin/env bash
# @stoplight/spectral-formatters 1.6.0: its Code Climate report, read by GitLab, counts lines and columns from 0.
#
# Expected: a problem on line 1 has the position 1, 1. The Code Climate engine specification ("Positions") says that
# lines and columns are 1-based, GitLab's page "Code Quality" ("Code Quality report format") follows it, and the other
# formatters of the same package (sarif, junit, GitHub Actions) add the one.
# Seen: "line": 0, "column": 0, so a reader of the format marks the line above the problem, and for the first line
# there is none.
# Two problems of one rule at one path also share a fingerprint, which the specification wants unique.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{"private":true}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts @stoplight/spectral-formatters@1.6.0 >&2

node -e '
const { codeClimate, sarif } = require("@stoplight/spectral-formatters");
const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 5 } };
const problem = { code: "unit", message: "no unit", path: ["metric"], severity: 0, source: "star.yaml", range };
const other = { ...problem, message: "no short unit" };
const options = [{ failSeverity: 0 }, { ruleset: { rules: {} }, spectralVersion: "6" }];
const issues = JSON.parse(codeClimate([problem, other], ...options));
const { region } = JSON.parse(sarif([problem], ...options)).runs[0].results[0].locations[0].physicalLocation;
console.log("codeclimate", JSON.stringify(issues[0].location.positions.begin));
console.log("sarif", region.startLine, region.startColumn);
console.log("one fingerprint", issues[0].fingerprint === issues[1].fingerprint);
' > seen
printf 'codeclimate {"line":0,"column":0}\nsarif 1 1\none fingerprint true\n' > known
if ! diff known seen >&2; then
  echo "changed: the reports of Spectral count or name in another way" >&2
  exit 1
fi
echo "@stoplight/spectral-formatters 1.6.0: its Code Climate report still begins with line 0"
