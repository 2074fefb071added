import { isOpen } from "../../../file/northstar.js";
import { isWish } from "../../../reading/clause.js";
import type { Rule } from "../../rule.js";

export const wishAsIntervention: Rule = {
  id: "wish-as-intervention",
  part: "bets",
  severity: "note",
  english: true,
  summary: "A level-3 bet states a wish instead of something to do",
  why: `An intervention is what the team does next: small enough to be tried within weeks, and clear enough that
everybody knows when it is there. "Search is better" is a hope; it belongs at level 2, where several
interventions can be tried for it.`,
  question: "What will you have changed when this bet goes into review?",
  chapter: 7,
  good: `
bets:
  - level: 2
    id: starting-points
    for: broadcasts
    if: starting a chart were easier
    then: newcomers would broadcast their first learning in week one
  - level: 3
    for: starting-points
    if: we ship chart templates
    then: newcomers start a chart from one of them
`,
  bad: `
bets:
  - level: 2
    id: starting-points
    for: broadcasts
    if: starting a chart were easier
    then: newcomers would broadcast their first learning in week one
  - level: 3
    for: starting-points
    if: charts are more intuitive
#       ^^^^^^^^^^^^^^^^^^^^^^^^^ what will the team do about it? an intervention says what is tried, and a wish belongs at level 2
    then: newcomers start a chart sooner
`,
  *check({ star }) {
    for (const [index, bet] of (star.bets ?? []).entries())
      if (bet.level === 3 && isOpen(bet) && isWish(bet.if))
        yield {
          path: ["bets", index, "if"],
          message:
            "what will the team do about it? an intervention says what is tried, and a wish belongs at level 2",
        };
  },
};
