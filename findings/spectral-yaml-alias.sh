#!/usr/bin/env bash
# @stoplight/spectral-core 1.24.1: a problem that is reached through a YAML alias stands at the top of the file.
#
# Expected: it stands at the alias, or at the anchor's value. Spectral's page "Getting Started" takes YAML documents of
# any kind, and YAML 1.2 (chapter 7.1, "Alias Nodes") makes an alias the same node as its anchor.
# Seen: the one value is reported once per path; only the report at the anchor has a place, and every other one points
# at line 1, column 1, where reviewers see it beside an innocent key.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{"private":true}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts \
  @stoplight/spectral-core@1.24.1 @stoplight/spectral-functions@1.11.1 @stoplight/spectral-parsers@1.0.5 >&2

cat > star.yaml <<'YAML'
title: Learning
shared: &shared
  unit: ""
inputs:
  breadth: *shared
  depth: *shared
YAML
node -e '
const { Document, Spectral } = require("@stoplight/spectral-core");
const { truthy } = require("@stoplight/spectral-functions");
const { Yaml } = require("@stoplight/spectral-parsers");
const spectral = new Spectral();
spectral.setRuleset({ rules: { unit: { given: "$..unit", then: { function: truthy } } } });
const text = require("node:fs").readFileSync("star.yaml", "utf8");
spectral.run(new Document(text, Yaml, "star.yaml")).then((problems) => {
  for (const { path, range } of problems)
    console.log(path.join("."), `${range.start.line + 1}:${range.start.character + 1}`);
});
' | sort > seen
printf 'inputs.breadth.unit 1:1\ninputs.depth.unit 1:1\nshared.unit 3:9\n' > known
if ! diff known seen >&2; then
  echo "changed: Spectral places problems behind an alias in another way" >&2
  exit 1
fi
echo "@stoplight/spectral-core 1.24.1: a problem behind a YAML alias still stands at 1:1"
