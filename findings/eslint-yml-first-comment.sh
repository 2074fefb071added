#!/usr/bin/env bash
# eslint-plugin-yml 3.10.0: sorting keys gathers the comments of all keys over one of them.
#
# Expected: `--fix` of yml/sort-keys keeps every comment with the key below it. The rule is marked as fixable, which
# ESLint's guide ("Custom Rules", "Applying Fixes") allows for changes that keep the meaning, and a key that
# moves does take its comment along.
# Seen: a comment above the first key stays where it is when another key moves to the top. The fix is applied again and
# again until nothing is left to sort, and each pass leaves one comment behind: three keys in the wrong order end with
# all three comments over the same key. The fixed file passes without a word, and tells its reader something else.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{"private":true}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts eslint@10.15.0 eslint-plugin-yml@3.10.0 >&2

cat > eslint.config.mjs <<'JS'
import yml from "eslint-plugin-yml";

const rules = { "yml/sort-keys": ["error", { pathPattern: "^$", order: { type: "asc" } }] };
export default [...yml.configs.base, { files: ["**/*.yaml"], rules }];
JS
cat > star.yaml <<'YAML'
# counts from Monday
weekly: 12
# counts from the first
monthly: 40
# counts from midnight
daily: 3
YAML
cat > known <<'YAML'
# counts from Monday
# counts from the first
# counts from midnight
daily: 3
monthly: 40
weekly: 12
YAML
node_modules/.bin/eslint --fix star.yaml >&2
if ! diff known star.yaml >&2; then
  echo "changed: yml/sort-keys treats comments in another way" >&2
  exit 1
fi
echo "eslint-plugin-yml 3.10.0: sorting three keys still puts all three comments over one"
