#!/usr/bin/env bash
# @slidev/parser 53.0.0: `---` inside a code block that is fenced with tildes begins a new slide.
#
# Expected: a code block is a code block. The syntax guide of Slidev ("Slide Separators", "Code Blocks") builds on
# Markdown, where CommonMark (section 4.5, "Fenced code blocks") has two fences, ``` and ~~~.
# Seen: only a block of backticks is skipped. Between tildes, an example of YAML with two `---` lines is cut in two, and
# what stands between them is read as the front matter of the second slide and not shown.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
# The parser takes nothing but types from @slidev/types, which would bring hundreds of packages.
echo '{"private":true,"overrides":{"@slidev/types":"npm:pathe@2.0.3"}}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts @slidev/parser@53.0.0 >&2

cat > parse.mjs <<'JS'
import { parseSync } from "@slidev/parser/core";

const decks = {
  backticks: "# One\n\n```yaml\n---\nmetric: learners\n---\n```\n",
  tildes: "# One\n\n~~~yaml\n---\nmetric: learners\n---\n~~~\n",
};
for (const [name, deck] of Object.entries(decks)) {
  const { slides } = parseSync(deck, "slides.md");
  console.log(name, slides.length, JSON.stringify(slides.map((slide) => slide.frontmatter)));
}
JS
node parse.mjs > seen
cat > known <<'TEXT'
backticks 1 [{}]
tildes 2 [{},{"metric":"learners"}]
TEXT
if ! diff known seen >&2; then
  echo "changed: the parser of Slidev cuts a deck with tildes in another way" >&2
  exit 1
fi
echo "@slidev/parser 53.0.0: a code block fenced with tildes is still cut into slides"
