import { isOpen } from "../../../file/northstar.js";
import { hasBlank } from "../../../reading/blank.js";
import { contentWords, similarity } from "../../../reading/content-words.js";
import type { Rule } from "../../rule.js";

export const betRepeatsItself: Rule = {
  id: "bet-repeats-itself",
  part: "bets",
  severity: "warning",
  english: true,
  certain: true,
  summary: "The two halves of a bet say the same thing",
  why: `A bet is a belief about cause and effect, and it can be lost. Where both halves say the same thing there
is nothing to learn: it comes true whatever happens.`,
  question: "What would have to be true for the first half to happen and the second not?",
  chapter: 7,
  good: `
bets:
  - level: 1
    for: broadcasts
    if: more learnings are consumed by colleagues
    then: weekly learning users rise
`,
  bad: `
bets:
  - level: 1
    for: broadcasts
    if: the number of weekly learning users grows
    then: there are more weekly learning users
#         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ this says the same as the \`if\`: name the cause there, and the effect here
`,
  *check({ star }) {
    for (const [index, bet] of (star.bets ?? []).entries()) {
      if (!isOpen(bet) || hasBlank(bet.if) || hasBlank(bet.then)) continue;
      if (similarity(contentWords(bet.if), contentWords(bet.then)) >= 0.8)
        yield {
          path: ["bets", index, "then"],
          message: "this says the same as the `if`: name the cause there, and the effect here",
          related: [{ path: ["bets", index, "if"], message: "the same words" }],
        };
    }
  },
};
