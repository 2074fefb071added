import { isOpen } from "../../../file/northstar.js";
import { doingIn } from "../../../reading/clause.js";
import type { Rule } from "../../rule.js";

export const solutionAsOpportunity: Rule = {
  id: "solution-as-opportunity",
  part: "bets",
  severity: "warning",
  english: true,
  summary: "A level-2 bet states a solution instead of an opportunity",
  why: `An opportunity says what would be different for customers; how to bring that about is level 3. A team
that starts with the solution has already chosen one of many, and cannot tell whether it was wrong about the
problem or only about the way to solve it.`,
  question: "What would customers be able to do, that they cannot do now?",
  chapter: 7,
  good: `
bets:
  - level: 2
    id: starting-points
    for: broadcasts
    if: new users did not face an empty page
    then: they would broadcast their first learning in week one
  - level: 3
    for: starting-points
    if: we ship chart templates
    then: newcomers start from one instead of an empty page
`,
  bad: `
bets:
  - level: 2
    for: broadcasts
    if: we ship chart templates
#          ^^^^ this is a solution: say what would be different for customers, and make this a level-3 bet under it
    then: more people would broadcast their first learning in week one
`,
  *check({ star }) {
    for (const [index, bet] of (star.bets ?? []).entries()) {
      const doing = bet.level === 2 && isOpen(bet) && doingIn(bet.if);
      if (doing && doing.kind === "building")
        yield {
          path: ["bets", index, "if"],
          span: [doing.start, doing.end],
          message:
            "this is a solution: say what would be different for customers, and make this a level-3 bet under it",
        };
    }
  },
};
