import { quoted } from "../../../file/message-text.js";
import { type Bet, isOpen, type Named, type Northstar, type Tree } from "../../../file/northstar.js";
import { hasBlank } from "../../../reading/blank.js";
import { rootsOf, shareRoot } from "../../../reading/content-words.js";
import type { Rule } from "../../rule.js";

export const vagueThen: Rule = {
  id: "vague-then",
  part: "bets",
  severity: "note",
  english: true,
  summary: "A bet does not end at what it stands under",
  why: `Read from the bottom up, the bets tell one story: an intervention pursues an opportunity, an opportunity
moves an Input, an Input moves the metric, and the metric leads to a result. A \`then\` that speaks of something
else is a gap in that story, or a bet that stands in the wrong place.`,
  question: "Where would you look to see whether this bet was won?",
  chapter: 7,
  good: `
bets:
  - level: 2
    for: broadcasts
    if: new users did not face an empty page
    then: they would broadcast their first learning in week one
`,
  bad: `
bets:
  - level: 2
    for: broadcasts
    if: new users did not face an empty page
    then: the product would feel modern
#         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ how does this move "Broadcasted Learnings"? the sentence does not speak of it
`,
  *check({ star, tree }) {
    for (const { bets, name, words } of ends(star, tree)) {
      const above = rootsOf(words.join(" "));
      for (const { path, value } of above.size > 0 ? bets : []) {
        if (!isOpen(value) || hasBlank(value.then) || shareRoot(rootsOf(value.then), above)) continue;
        yield {
          path: [...path, "then"],
          message: `how does this move ${quoted(name)}? the sentence does not speak of it`,
        };
      }
    }
  },
};

/** Bets that stand under one thing, and the words of which their `then` should have one. */
interface End {
  bets: readonly Named<Bet>[];
  name: string;
  words: readonly string[];
}

function* ends(star: Northstar, tree: Tree): Iterable<End> {
  for (const { id, value, bets } of tree.results)
    yield { bets, name: value.name, words: [id, value.name, value.definition ?? ""] };
  const inputBets = tree.inputs.flatMap(({ bets }) => bets);
  yield { bets: inputBets, name: star.name, words: [star.name, star.definition, star.abbreviation ?? ""] };
  for (const { id, value, opportunities } of tree.inputs) {
    const words = [id, value.name, value.definition, value.abbreviation ?? ""];
    yield { bets: opportunities, name: value.name, words };
    for (const { id, value: opportunity, interventions } of opportunities)
      if (interventions.length > 0)
        yield {
          bets: interventions,
          name: opportunity.if,
          words: [id, opportunity.if, opportunity.then, value.name],
        };
  }
}
