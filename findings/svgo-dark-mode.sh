#!/usr/bin/env bash
# svgo 4.1.0: a picture loses its dark colours if, and only if, a class is used once.
#
# Expected: rules in `@media (prefers-color-scheme: dark)` survive. The page of the plugin inlineStyles (svgo.dev,
# "Inline Styles", parameter useMqs) says that only rules outside of media queries and those for `screen` are inlined.
# Seen: with the default plugins, a class on one element is inlined from the light rule, its attribute goes, and then
# the dark rule counts as unused and goes as well: the picture is light for everybody. With the same class on two
# elements, both rules stay. So a chart with one series and the same chart with two series behave differently.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{"private":true}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts svgo@4.1.0 >&2

cat > shrink.mjs <<'JS'
import { optimize } from "svgo";

const style = "<style>.bar{fill:#135}@media (prefers-color-scheme:dark){.bar{fill:#def}}</style>";
const bars = ['<path class="bar" d="M0 0h9v9z"/>', '<path class="bar" d="M20 0h9v9z"/>'];
for (const count of [1, 2]) {
  const body = style + bars.slice(0, count).join("");
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 9">${body}</svg>`;
  console.log(count, optimize(svg).data.includes("prefers-color-scheme"));
}
JS
node shrink.mjs > seen
printf '1 false\n2 true\n' > known
if ! diff known seen >&2; then
  echo "changed: svgo treats the dark rule of a class in another way" >&2
  exit 1
fi
echo "svgo 4.1.0: the dark rule of a class that is used once is still removed"
