#!/usr/bin/env bash
# intl-messageformat 12.1.5: the percent skeleton of ICU means a hundred times as much.
#
# Expected: `{share, number, ::percent scale/100}` turns 0.3 into 30%, and `::percent` turns 25 into 25%: these are the
# examples of the ICU user guide ("Number Skeletons", table of examples), whose syntax the library says it reads, and
# @messageformat/number-skeleton 1.1.0 does just that.
# Seen: `::percent` multiplies by 100 already, as Intl.NumberFormat does, so the first is 3,000% and the second 2,500%.
# One catalogue of messages shared by an ICU back end and a formatjs front end shows two different numbers.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{"private":true}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts \
  intl-messageformat@12.1.5 @messageformat/number-skeleton@1.1.0 >&2

cat > format.mjs <<'JS'
import { getNumberFormatter } from "@messageformat/number-skeleton";
import { IntlMessageFormat } from "intl-messageformat";

for (const [skeleton, share] of [["percent scale/100", 0.3], ["percent", 25]]) {
  const here = new IntlMessageFormat(`{share, number, ::${skeleton}}`, "en").format({ share });
  const there = getNumberFormatter("en", `::${skeleton}`)(share);
  console.log(`${skeleton}: ${here} beside ${there}`);
}
JS
node format.mjs > seen
printf 'percent scale/100: 3,000%% beside 30%%\npercent: 2,500%% beside 25%%\n' > known
if ! diff known seen >&2; then
  echo "changed: one of the two formats the percent skeleton in another way" >&2
  exit 1
fi
echo "intl-messageformat 12.1.5: ::percent scale/100 still turns 0.3 into 3,000%"
