#!/usr/bin/env bash
# playwright-core 1.65.1 with Chromium: on a page whose policy forbids `eval`, whether `page.waitForFunction(text)` works
# depends on whether what it waits for holds already, so that a test passes or fails by how busy the machine is.
#
# Expected: it waits. The documentation (class Page, `waitForFunction`) takes "a function or expression", and
# `page.evaluate(text)` runs any text on such a page, since it does not go through the page's own `eval`.
# Seen: a text that holds at the first look is fine; one that holds a moment later ends in "EvalError: Evaluating a
# string as JavaScript violates …". A function in place of the text waits in both cases.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
browser=$(command -v "${CHROMIUM:-chromium}") || { echo "this needs a Chromium; name it in CHROMIUM" >&2; exit 2; }
cd "$dir"
echo '{"private":true}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts playwright-core@1.65.1 >&2

cat > wait.mjs <<'JS'
import { chromium } from "playwright-core";

const browser = await chromium.launch({ executablePath: process.argv[2], args: ["--no-sandbox"] });
const page = await browser.newPage();
const policy = `<meta http-equiv="Content-Security-Policy" content="script-src 'none'">`;
const waits = { text: "document.title === 'done'", function: () => document.title === "done" };
for (const [kind, holds] of Object.entries(waits))
  for (const when of ["at once", "later"]) {
    await page.goto(`data:text/html,${encodeURIComponent(policy)}`);
    const done = page.evaluate((wait) => {
      const set = () => (document.title = "done");
      return wait ? void setTimeout(set, 500) : set();
    }, when === "later");
    await done;
    const seen = await page.waitForFunction(holds).then(() => "waits", (error) => /EvalError/.exec(error.message)?.[0]);
    console.log(`${kind}, ${when}: ${seen}`);
  }
await browser.close();
JS
node wait.mjs "$browser" 2>/dev/null > seen
cat > known <<'TEXT'
text, at once: waits
text, later: EvalError
function, at once: waits
function, later: waits
TEXT
if ! diff known seen >&2; then
  echo "changed: waitForFunction treats a text in another way" >&2
  exit 1
fi
echo "playwright-core 1.65.1: under a policy, a text is still waited for only if it holds already"
