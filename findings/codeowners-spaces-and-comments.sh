#!/usr/bin/env bash
# codeowners 5.1.1, codeowners-utils 1.0.2 and @snyk/github-codeowners 1.1.0: each misreads a CODEOWNERS that does what the
# forges' own examples do.
#
# Expected: a path may have spaces with a backslash before them, and in GitHub a comment may stand behind the owners of a
# line. GitLab's "Syntax of CODEOWNERS file" has the line `path\ with\ spaces/ @space-owner`, GitHub's "About code owners"
# the line `*.js    @js-owner #This is an inline comment.` So `docs/my plans/a.md` belongs to the plans team, and a person
# who is only mentioned in a comment owns nothing.
# Seen: codeowners takes the words of the comment for owners, and gives the path with a space to whoever has everything.
# codeowners-utils cuts the path at the space, and makes the rest of it an owner called `plans/`. @snyk/github-codeowners
# refuses the whole file for either of them. (GitLab itself has no comments behind owners: it takes such names for owners.)
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{"private":true}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts \
  codeowners@5.1.1 codeowners-utils@1.0.2 @snyk/github-codeowners@1.1.0 >&2

mkdir -p spaces comments
printf '*               @acme/all\ndocs/my\\ plans/ @acme/plans\n' > spaces/CODEOWNERS
printf '* @acme/all # @bo looks on\n' > comments/CODEOWNERS
cat > read.cjs <<'JS'
const { readFileSync } = require("node:fs");
const Codeowners = require("codeowners");
const { matchFile, parse } = require("codeowners-utils");
const { OwnershipEngine } = require("@snyk/github-codeowners/dist/lib/ownership/index.js");

// Both have a word of their own for what goes wrong, beside the error that they throw.
console.error = console.log = () => {};
const readers = {
  codeowners: (folder, file) => new Codeowners(folder).getOwner(file),
  "codeowners-utils": (folder, file) => matchFile(file, parse(readFileSync(`${folder}/CODEOWNERS`, "utf8"))).owners,
  "@snyk/github-codeowners": (folder, file) =>
    OwnershipEngine.FromCodeownersFile(`${folder}/CODEOWNERS`).calcFileOwnership(file),
  "owners of codeowners-utils": (folder) =>
    parse(readFileSync(`${folder}/CODEOWNERS`, "utf8")).flatMap(({ owners }) => owners),
};
for (const [name, ownersOf] of Object.entries(readers))
  for (const [folder, file] of [["spaces", "docs/my plans/a.md"], ["comments", "a.md"]]) {
    let seen;
    try {
      seen = ownersOf(folder, file).join(" ");
    } catch (error) {
      seen = `refused: ${error.message.split(" in rule ")[0]}`;
    }
    process.stdout.write(`${name}, ${folder}: ${seen}\n`);
  }
JS
node read.cjs > seen
cat > known <<'TEXT'
codeowners, spaces: @acme/all
codeowners, comments: @acme/all # @bo looks on
codeowners-utils, spaces: @acme/all
codeowners-utils, comments: @acme/all
@snyk/github-codeowners, spaces: refused: plans/ is not a valid owner name
@snyk/github-codeowners, comments: refused: # is not a valid owner name
owners of codeowners-utils, spaces: plans/ @acme/plans @acme/all
owners of codeowners-utils, comments: @acme/all
TEXT
if ! diff known seen >&2; then
  echo "changed: a reader of CODEOWNERS treats spaces or comments in another way" >&2
  exit 1
fi
echo "codeowners 5.1.1, codeowners-utils 1.0.2, @snyk/github-codeowners 1.1.0: escaped spaces and comments are still misread"
