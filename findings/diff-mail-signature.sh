#!/usr/bin/env bash
# diff2html 3.4.56 and gitdiff-parser 0.3.1: the end of a `git format-patch` is a removed line; diff 9.0.0 refuses it.
#
# Expected: one line added, one removed. The header of a part says how many lines it has (`@@ -1 +1 @@`), and what
# stands behind them is no part of it: git-format-patch(1) ends each patch with a signature below "-- " (option
# --signature), which git apply passes over.
# Seen: diff2html counts two removed lines and shows one that no file ever had, gitdiff-parser has a change of line 2 of
# a file with one line, and `parsePatch` of diff throws. parse-diff 0.12.0 counts one and one.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{"private":true}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts diff2html@3.4.56 gitdiff-parser@0.3.1 diff@9.0.0 parse-diff@0.12.0 >&2

cat > try.mjs <<'JS'
import * as diff from "diff";
import { parse } from "diff2html";
import gitdiff from "gitdiff-parser";
import parseDiff from "parse-diff";
const text = `From 0123456789012345678901234567890123456789 Mon Sep 17 00:00:00 2001
From: Ren <ren@example.org>
Date: Mon, 30 Nov 2026 08:00:00 +0000
Subject: [PATCH] Raise the goal

---
 goal.yaml | 2 +-
 1 file changed, 1 insertion(+), 1 deletion(-)

diff --git a/goal.yaml b/goal.yaml
index d508cf7..ad932cc 100644
--- a/goal.yaml
+++ b/goal.yaml
@@ -1 +1 @@
-target: 10
+target: 20
-- 
2.39.5

`;
const [{ addedLines, deletedLines }] = parse(text);
console.log("diff2html", addedLines, deletedLines);
console.log("gitdiff-parser", JSON.stringify(gitdiff.parse(text)[0].hunks[0].changes.map(({ type, lineNumber }) => [type, lineNumber])));
const [{ additions, deletions }] = parseDiff(text);
console.log("parse-diff", additions, deletions);
try {
  console.log("diff", diff.parsePatch(text).length);
} catch (error) {
  console.log("diff", error.message);
}
JS
seen=$(node try.mjs)
echo "$seen"
[ "$seen" = 'diff2html 1 2
gitdiff-parser [["delete",1],["insert",1],["delete",2]]
parse-diff 1 1
diff Hunk at line 14 has more lines than expected (expected 1 old lines and 1 new lines)' ] || { echo "this has changed"; exit 1; }
