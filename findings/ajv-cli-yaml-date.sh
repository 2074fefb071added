#!/usr/bin/env bash
# ajv-cli 5.0.0: an unquoted date in YAML data fails a schema that asks for a string with `format: date`.
#
# Expected: `started: 2026-11-27` is valid. The README of ajv-cli names YAML as an input beside JSON, and a JSON Schema
# judges the JSON value; in the core schema of YAML 1.2 (chapter 10.3, "Core Schema") that scalar is a string.
# Seen: "must be string". ajv-cli reads YAML with js-yaml 3, which follows the timestamp type of YAML 1.1 and hands over
# a Date, so no schema can accept the value. Quoted, the same date is valid. Editors that check the same file find nothing.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{"private":true}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts ajv-cli@5.0.0 ajv-formats@3.0.1 >&2

echo '{"type":"object","properties":{"started":{"type":"string","format":"date"}}}' > schema.json
echo 'started: 2026-11-27' > plain.yaml
echo 'started: "2026-11-27"' > quoted.yaml

valid() { node_modules/.bin/ajv validate -c ajv-formats -s schema.json -d "$1" > "$1.log" 2>&1; }

if ! valid quoted.yaml; then
  echo "changed: the quoted date is no longer valid" >&2
  exit 1
fi
if valid plain.yaml || ! grep -q 'must be string' plain.yaml.log; then
  echo "changed: the unquoted date is no longer refused as 'must be string'" >&2
  exit 1
fi
echo "ajv-cli 5.0.0: an unquoted YAML date is still no string to it"
