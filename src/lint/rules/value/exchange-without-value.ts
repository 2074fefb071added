import { quoted } from "../../../file/message-text.js";
import { hasBlank } from "../../../reading/blank.js";
import { doneByCompany, exposureOnly, ownResult, presenceOnly } from "../../../reading/predicates.js";
import { read } from "../../../reading/reading.js";
import { whatMoves } from "../../../reading/rise.js";
import type { Rule } from "../../rule.js";

export const exchangeWithoutValue: Rule = {
  id: "exchange-without-value",
  part: "value",
  severity: "note",
  english: true,
  summary: "A key value exchange in which no customer gets anything",
  why: `A key value exchange is a moment in which a customer gets what they came for. That revenue rises is what the
company gets, later; that somebody signs up or visits is the way to the moment; and what the team ships is not yet
in anybody's hands. Of such a list a metric is easily made that counts everything but value.`,
  question: "What does the customer have after this moment that they did not have before?",
  chapter: 5,
  good: `
exchanges:
  - A colleague comments on a chart for the first time.
  - A seller gets paid for the first order.
`,
  bad: `
exchanges:
  - Revenue goes up.
#   ^^^^^^^^^^^^^^^^ "Revenue" is a result of the business: in which moment does a customer get something?
  - A user logs in.
#   ^^^^^^^^^^^^^^^ this says that somebody is there: in which moment do they get something?
  - We ship a release.
#   ^^^^^^^^^^^^^^^^^^ this is what the company does: in which moment does a customer get something from it?
`,
  *check({ star: { exchanges = [] } }) {
    for (const [index, exchange] of exchanges.entries()) {
      const message = hasBlank(exchange) ? undefined : doubtOf(exchange);
      if (message) yield { path: ["exchanges", index], message };
    }
  },
};

function doubtOf(exchange: string): string | undefined {
  const what = whatMoves(exchange);
  const counted = read("", what);
  const said = read("", exchange);
  if (ownResult(counted) || ownResult(read(what, "")))
    return `${quoted(what)} is a result of the business: in which moment does a customer get something?`;
  if (presenceOnly(said) || exposureOnly(counted))
    return "this says that somebody is there: in which moment do they get something?";
  if (doneByCompany(said))
    return "this is what the company does: in which moment does a customer get something from it?";
  return undefined;
}
