#!/usr/bin/env bash
# adaptivecards 3.0.6: the same valid card is refused every second time that it is parsed, for its `lang`.
#
# Expected: a card with `"lang": "en"` is parsed without an event, each time. The schema of Adaptive Cards
# (https://adaptivecards.io/explorer/AdaptiveCard.html) has `lang`, "the 2-letter ISO-639-1 language used in the card".
# Seen: the first parse has no event, the second says 'Invalid value "en" for property "lang"', the third has none again.
# The pattern of the property in lib/card-elements.js, /^[a-z]{2,3}$/gi, has the flag g and is shared by all cards, and
# the test of such a pattern begins where the last one ended (ECMA-262, RegExp.prototype.test and lastIndex).
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{"private":true}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts adaptivecards@3.0.6 >&2

cat > parse.cjs <<'JS'
const { AdaptiveCard, SerializationContext, Versions } = require("adaptivecards/dist/adaptivecards.js");
const eventsOf = () => {
  const context = new SerializationContext(Versions.v1_5);
  new AdaptiveCard().parse({ type: "AdaptiveCard", version: "1.5", lang: "en", body: [] }, context);
  return Array.from({ length: context.eventCount }, (_, at) => context.getEventAt(at).message);
};
console.log(JSON.stringify([eventsOf(), eventsOf(), eventsOf()]));
JS
seen=$(node parse.cjs)
if [ "$seen" != '[[],["Invalid value \"en\" for property \"lang\"."],[]]' ]; then
  echo "changed: $seen" >&2
  exit 1
fi
echo 'adaptivecards 3.0.6: every second parse of a card still refuses its `lang`'
