import { quoted } from "../../../file/message-text.js";
import { hasBlank } from "../../../reading/blank.js";
import { commitmentIn, speaksOf } from "../../../reading/exchange.js";
import type { Rule } from "../../rule.js";

export const countedBeforeExchange: Rule = {
  id: "counted-before-exchange",
  part: "value",
  severity: "note",
  english: true,
  summary: "The metric counts a step before the value exchange",
  why: `Who buys a season pass and never watches a game got nothing for it, and will not buy another. A metric that counts
the purchase is content with such a customer; one that counts the moment in which they get what they came for is not.`,
  question: "Which number would show that customers reached this moment?",
  chapter: 3,
  good: `
name: Games Watched
definition: The number of whole games that fans watch in a week.
exchanges:
  - A fan watches a whole game.
  - A fan talks about a game with friends.
`,
  bad: `
name: Season Passes Sold
definition: The number of season passes that are sold in a month.
#                                                ^^^^ this comes before "A fan watches a whole game": would it rise if nobody got that far?
exchanges:
  - A fan watches a whole game.
  - A fan talks about a game with friends.
`,
  *check({ star: { exchanges = [] }, metric }) {
    const step = commitmentIn(metric);
    const told = exchanges.filter((exchange) => !hasBlank(exchange));
    const [first] = told;
    if (!step || first === undefined || told.some((exchange) => speaksOf(exchange, step))) return;
    yield {
      path: ["definition"],
      span: [step.start, step.end],
      message: `this comes before ${quoted(first.replace(/[.!]$/, ""))}: would it rise if nobody got that far?`,
    };
  },
};
