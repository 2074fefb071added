import { quoted } from "../../../file/message-text.js";
import { madeOfSeveral } from "../../../reading/predicates.js";
import type { Rule } from "../../rule.js";

export const compositeScore: Rule = {
  id: "composite-score",
  part: "understandable",
  severity: "error",
  english: true,
  certain: true,
  summary: "A score made of other numbers",
  why: `Nobody can say aloud what a weighted score means, or whether 0.1 more is a lot. Whoever sets the weights decides
the result, and a rise does not say what to do next. A count of one plain thing serves better; the parts of the
score are often good Inputs.`,
  question: "Which one of the parts would you keep if you could keep only one?",
  chapter: null,
  good: `
name: Orders on time
definition: Share of orders that arrive by the promised time.
`,
  bad: `
name: Engagement score
definition: Weighted sum of comments, likes and shares.
#           ^^^^^^^^^^^^ "Weighted sum" makes a score of several numbers, and nobody can say whether 0.1 more is a lot: count one plain thing
`,
  *check({ metric }) {
    const score = madeOfSeveral(metric);
    if (!score) return;
    yield {
      ...score.place,
      message: `${quoted(score.text)} makes a score of several numbers, and nobody can say whether 0.1 more is a lot: count one plain thing`,
    };
  },
};
