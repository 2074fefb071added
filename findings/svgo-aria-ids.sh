#!/usr/bin/env bash
# svgo 4.1.0: the ids that `aria-labelledby` points at are removed, and the attribute stays; `role` goes, too.
#
# Expected: the ids stay, or both sides are renamed together. The page of the plugin cleanupIds (svgo.dev, "Cleanup IDs")
# speaks of *unused* ids, and since version 4 the defaults keep <title> for the sake of screen readers (release notes of
# 4.0.0). A picture named by its <title> and <desc> through `aria-labelledby` is the pattern that WAI recommends.
# Seen: title and desc lose their ids, `aria-labelledby` still names both, so it names nothing; `role="img"` is removed
# as unknown. Only `href`, `url(…)` and animations count as references.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{"private":true}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts svgo@4.1.0 >&2

cat > shrink.mjs <<'JS'
import { optimize } from "svgo";

const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" role="img" aria-labelledby="name about">
<title id="name">North Star</title><desc id="about">One metric, three inputs</desc><path d="M0 0h9v9z"/></svg>`;
const { data } = optimize(svg);
console.log("reference", data.includes('aria-labelledby="name about"'));
console.log("title", data.includes("<title>North Star</title>"), data.includes("<desc>One metric"));
console.log("ids", / id="/.test(data));
console.log("role", data.includes("role="));
JS
node shrink.mjs > seen
printf 'reference true\ntitle true true\nids false\nrole false\n' > known
if ! diff known seen >&2; then
  echo "changed: svgo treats ids, names or roles in another way" >&2
  exit 1
fi
echo "svgo 4.1.0: aria-labelledby is still left pointing at ids that were removed"
