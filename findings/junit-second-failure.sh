#!/usr/bin/env bash
# junit-to-ctrf 0.0.14 and test-results-parser 0.4.6: of several failures in one JUnit test case, only the first arrives.
#
# Expected: both messages. Jenkins' junit-10.xsd ("testcase") allows any number of <failure> and <error> in a case, and
# linters that write one case per file use that. Both READMEs present JUnit reports as what the package is for.
# Seen: the second and later messages are dropped without a warning, so a report with one case per file shows one
# problem per file. A report that must survive these readers has to write one case for each problem.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{"private":true}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts junit-to-ctrf@0.0.14 test-results-parser@0.4.6 >&2

cat > report.xml <<'XML'
<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="stars" tests="1" failures="2" errors="0" time="0.1">
  <testsuite name="star.yaml" tests="1" failures="2" errors="0" time="0.1">
    <testcase name="star.yaml" classname="star" time="0.1">
      <failure message="the metric has no unit" type="error">line 3</failure>
      <failure message="the metric has no owner" type="error">line 9</failure>
    </testcase>
  </testsuite>
</testsuites>
XML
cat > read.mjs <<'JS'
import { convertJUnitToCTRFReport } from "junit-to-ctrf";
import parser from "test-results-parser";

const texts = {
  ctrf: await convertJUnitToCTRFReport("report.xml"),
  parser: parser.parse({ type: "junit", files: ["report.xml"] }),
};
for (const [reader, value] of Object.entries(texts)) {
  const text = JSON.stringify(value);
  console.log(reader, text.includes("no unit"), text.includes("no owner"));
}
JS
node read.mjs > seen
printf 'ctrf true false\nparser true false\n' > known
if ! diff known seen >&2; then
  echo "changed: a reader of JUnit no longer keeps only the first failure" >&2
  exit 1
fi
echo "junit-to-ctrf 0.0.14, test-results-parser 0.4.6: the second failure of a test case is still lost"
