#!/usr/bin/env bash
# diff2html 3.4.56, gitdiff-parser 0.3.1 and parse-git-diff 0.0.20: a file with a blank in its name ends with a tab.
#
# Expected: "weekly plan.yaml". git puts a tab behind such a name in the lines `---` and `+++`, so that readers can tell
# where it ends (it is where other tools put the time of the file; git apply strips it); in the line `diff --git` there
# is none.
# Seen: "weekly plan.yaml" with a tab, which is no file of the repository, so that a comment, a link or an owner looked
# up by it finds nothing. Where git shows no prefixes (`diff.noprefix`), gitdiff-parser also takes the first two letters
# off: "plan.yaml" is "an.yaml". parse-diff 0.12.0 gives the name.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{"private":true}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts diff2html@3.4.56 gitdiff-parser@0.3.1 parse-git-diff@0.0.20 parse-diff@0.12.0 >&2

cat > try.mjs <<'JS'
import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { parse } from "diff2html";
import gitdiff from "gitdiff-parser";
import parseDiff from "parse-diff";
import parseGitDiff from "parse-git-diff";
mkdirSync("plans");
const git = (...args) => execFileSync("git", args, { cwd: "plans", encoding: "utf8" });
git("init", "-q");
for (const text of ["1\n", "2\n"]) {
  for (const name of ["weekly plan.yaml", "plan.yaml"]) writeFileSync(`plans/${name}`, text);
  if (text === "1\n") git("add", ".");
}
const text = git("diff", "--src-prefix=a/", "--dst-prefix=b/");
console.log("diff2html", JSON.stringify(parse(text).map(({ newName }) => newName)));
console.log("gitdiff-parser", JSON.stringify(gitdiff.parse(text).map(({ newPath }) => newPath)));
console.log("parse-git-diff", JSON.stringify((parseGitDiff.default ?? parseGitDiff)(text).files.map(({ path }) => path)));
console.log("parse-diff", JSON.stringify(parseDiff(text).map(({ to }) => to)));
console.log("gitdiff-parser", JSON.stringify(gitdiff.parse(git("diff", "--no-prefix")).map(({ newPath }) => newPath)));
JS
seen=$(node try.mjs)
echo "$seen"
[ "$seen" = 'diff2html ["plan.yaml","weekly plan.yaml\t"]
gitdiff-parser ["plan.yaml","weekly plan.yaml\t"]
parse-git-diff ["plan.yaml","weekly plan.yaml\t"]
parse-diff ["plan.yaml","weekly plan.yaml"]
gitdiff-parser ["an.yaml","ekly plan.yaml\t"]' ] || { echo "this has changed"; exit 1; }
