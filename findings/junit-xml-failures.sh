#!/usr/bin/env bash
# junit-xml 1.2.0: each failed test is written as an error, while the counters say that it is a failure.
#
# Expected: <failure>, one for each of the two `failures` of the test, as the README names them apart from `errors`. In
# JUnit's format (Jenkins' junit-10.xsd, "testcase") the two are two elements, and the attributes of a suite count them.
# Seen: `failures="1" errors="0"`, and two <error> elements; there is no <failure> in any report. A reader that counts
# elements, and one that trusts the counters, tell two stories.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{"private":true}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts junit-xml@1.2.0 >&2

cat > try.mjs <<'JS'
import { getJunitXml } from "junit-xml";
const testCases = [{ name: "goal", failures: [{ message: "no target" }, { message: "no date" }] }, { name: "inputs" }];
console.log(getJunitXml({ name: "report", suites: [{ name: "metric", testCases }] }));
JS
seen=$(node try.mjs)
echo "$seen"
[ "$seen" = '<testsuites tests="2" errors="0" failures="1" skipped="0" name="report"><testsuite tests="2" errors="0" failures="1" skipped="0" name="metric"><testcase name="goal" classname="goal"><error>no target</error><error>no date</error></testcase><testcase name="inputs" classname="inputs"></testcase></testsuite></testsuites>' ] || { echo "this has changed"; exit 1; }
