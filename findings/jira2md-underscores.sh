#!/usr/bin/env bash
# jira2md 3.0.1: a name with underscores in a text of Jira comes out with asterisks.
#
# Expected: `weekly_learning_users` stays as it is: Jira sets text in italics between underscores that stand at the
# edges of words, as its page on text effects shows ("_emphasis_").
# Seen: "weekly*learning*users", which Markdown sets in italics; and after a word that is set in italics the emphasis
# reaches into the next such name.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{"private":true}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts jira2md@3.0.1 >&2

cat > try.cjs <<'JS'
const { to_markdown } = require("jira2md");
console.log(to_markdown("counts weekly_learning_users"));
console.log(to_markdown("_since May_ counts weekly_learning_users"));
JS
seen=$(node try.cjs)
echo "$seen"
[ "$seen" = 'counts weekly*learning*users
*since May_ counts weekly_learning*users' ] || { echo "this has changed"; exit 1; }
