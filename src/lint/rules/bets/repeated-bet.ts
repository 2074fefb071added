import { withoutLead } from "../../../file/message-text.js";
import { isOpen, slug } from "../../../file/northstar.js";
import { hasBlank } from "../../../reading/blank.js";
import type { Rule } from "../../rule.js";

export const repeatedBet: Rule = {
  id: "repeated-bet",
  part: "bets",
  severity: "warning",
  summary: "The same bet is written twice",
  why: `A bet that stands twice is counted twice: tree, board and slides show it two times, limits are used up sooner, and
only one of the two gets the verdict. It happens when two people add it, or when two branches are merged.`,
  question: "Is there anything that one of them says and the other does not?",
  chapter: 7,
  good: `
bets:
  - level: 3
    for: starting-points
    if: we ship chart templates
    then: newcomers start from one instead of an empty page
  - level: 3
    for: starting-points
    if: we show what colleagues asked
    then: newcomers ask it of their own data
`,
  bad: `
bets:
  - level: 3
    for: starting-points
    if: we ship chart templates
    then: newcomers start from one instead of an empty page
  - level: 3
    for: starting-points
    if: We ship chart templates.
#       ^^^^^^^^^^^^^^^^^^^^^^^^ this bet is written above already: keep one of the two, or say what is different in this one
    then: newcomers do not face an empty page
`,
  *check({ star }) {
    const written = new Map<string, number>();
    for (const [index, bet] of (star.bets ?? []).entries()) {
      if (!isOpen(bet) || hasBlank(bet.if)) continue;
      // Two people write capitals, spaces and the full stop in their own way.
      const said = `${bet.level} ${bet.for} ${slug(withoutLead(bet.if, "if "))}`;
      const first = written.get(said);
      if (first === undefined) written.set(said, index);
      else
        yield {
          path: ["bets", index, "if"],
          message:
            "this bet is written above already: keep one of the two, or say what is different in this one",
          related: [{ path: ["bets", first, "if"], message: "written here first" }],
        };
    }
  },
};
