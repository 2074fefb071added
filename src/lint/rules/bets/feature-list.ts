import { isOpen } from "../../../file/northstar.js";
import { doingIn } from "../../../reading/clause.js";
import { isFeatureList } from "../../../reading/feature-list.js";
import type { Rule } from "../../rule.js";

export const featureList: Rule = {
  id: "feature-list",
  part: "bets",
  severity: "note",
  english: true,
  summary: "An opportunity is a list of features",
  why: `A list of features says what is built and leaves open what it is for. Two features that belong together
have something in common: what customers could then do. That is the opportunity. The features are bets of level 3
under it, and one of them may turn out to be enough.`,
  question: "What could customers do with these that they cannot do now?",
  chapter: 7,
  good: `
bets:
  - level: 2
    for: broadcasts
    if: people could follow a chart without opening the product
    then: more colleagues would consume what is shared
`,
  bad: `
bets:
  - level: 2
    for: broadcasts
    if: email digests, a chat integration and mobile notifications
#       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ this lists features: what could customers do with them? say that, and make each feature a level-3 bet under it
    then: more colleagues would consume what is shared
`,
  *check({ star }) {
    for (const [index, bet] of (star.bets ?? []).entries()) {
      // What the team builds is a solution already, however many parts it has.
      if (bet.level !== 2 || !isOpen(bet) || doingIn(bet.if)?.kind === "building") continue;
      if (isFeatureList(bet.if))
        yield {
          path: ["bets", index, "if"],
          message:
            "this lists features: what could customers do with them? say that, and make each feature a level-3 bet under it",
        };
    }
  },
};
