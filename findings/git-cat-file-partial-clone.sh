#!/usr/bin/env bash
# git 2.39.5 (Debian, with GIT_NO_LAZY_FETCH): `git cat-file --batch` ends at the first object that a partial clone lacks.
#
# Expected: a line "<object> missing" for it, and the answers to all other questions. git-cat-file(1) says so of a name
# "that cannot be resolved to an object in the repository", and git(1) says of GIT_NO_LAZY_FETCH that Git then does not
# fetch missing objects on demand. In a clone that is not partial, an object that is not there gets such a line.
# Seen: "fatal: could not fetch … from promisor remote" and exit code 128; what was asked behind it has no answer, so
# that whoever asks for many versions of a file at once and must not fetch gets none of those that are there.
# A workaround: ask for what is most likely there first, and take what was printed until then.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
export GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_SYSTEM=/dev/null
export GIT_AUTHOR_NAME=A GIT_AUTHOR_EMAIL=a@example.com GIT_COMMITTER_NAME=A GIT_COMMITTER_EMAIL=a@example.com

git init -q -b main origin
git -C origin config uploadpack.allowFilter true
for text in one two; do
  echo "$text" > origin/file
  git -C origin add file
  git -C origin commit -q -m "$text"
done
git clone -q --filter=blob:none "file://$dir/origin" copy
cd copy

ask() { printf '%s\n' "$@" | GIT_NO_LAZY_FETCH=1 git cat-file --batch-check 2>> errors; }
# What is not there in either kind of clone has a line, and the next question is answered.
[ "$(ask HEAD:nothing HEAD:file | sed 's/^[0-9a-f]* //')" = "$(printf 'HEAD:nothing missing\nblob 4')" ]
contents() { printf '%s\n' "$@" | GIT_NO_LAZY_FETCH=1 git cat-file --batch > answers 2>> errors; }
status=0
contents HEAD~1:file HEAD:file || status=$?
if [ "$status" != 128 ] || [ -s answers ] || ! grep -q "could not fetch" errors; then
  echo "changed: git cat-file answers what is asked behind an object that a partial clone lacks ($(git --version))" >&2
  exit 1
fi
echo "$(git --version): cat-file --batch still ends at the first object that a partial clone lacks"
