#!/usr/bin/env bash
# fishers-exact-test 1.0.3: the test with two tails is twice the one with one, and misses what is there.
#
# Expected: 0.0307 for 1 of 13 against 4 of 7: the sum of the chances of all tables that are at most as likely as this
# one. So say both pages that its README names for the formula (MathWorld, "Fisher's Exact Test", which sums up to the
# cutoff, and vassarstats.net), and R's `fisher.test`.
# Seen: 0.0614, on the other side of 0.05. Only where both groups are of one size is the double the same (index.js).
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{"private":true}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts fishers-exact-test@1.0.3 >&2

cat > try.mjs <<'JS'
import test from "fishers-exact-test";
const choose = (n, k) => (k === 0 ? 1 : (choose(n - 1, k - 1) * n) / k);
const exact = (a, b, c, d) => {
  const all = choose(a + b + c + d, a + c);
  const chance = (x) => (choose(a + b, x) * choose(c + d, a + c - x)) / all;
  const tables = Array.from({ length: a + b + 1 }, (_, x) => x).filter((x) => x <= a + c && a + c - x <= c + d);
  return tables.map(chance).filter((one) => one <= chance(a) * (1 + 1e-7)).reduce((sum, one) => sum + one);
};
for (const table of [[3, 1, 1, 3], [1, 12, 4, 3]]) {
  console.log(table.join(" "), test(...table).twoTailedPValue.toFixed(4), exact(...table).toFixed(4));
}
JS
seen=$(node try.mjs)
echo "$seen"
[ "$seen" = '3 1 1 3 0.4857 0.4857
1 12 4 3 0.0614 0.0307' ] || { echo "this has changed"; exit 1; }
