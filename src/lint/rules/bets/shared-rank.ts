import { isOpen } from "../../../file/northstar.js";
import type { Rule } from "../../rule.js";

export const sharedRank: Rule = {
  id: "shared-rank",
  part: "bets",
  severity: "note",
  summary: "Two bets of a queue have the same rank",
  why: `A queue in which everything comes first orders nothing. To rank is to decide which bet waits when there is
time for one; two bets with the same rank of one level in one stage leave that open, and documents show them in
the order of the file. \`northstar rank\` puts one before the other.`,
  question: "If you could try only one of the two this month, which one?",
  chapter: 7,
  good: `
bets:
  - level: 3
    for: starting-points
    if: we ship chart templates
    then: newcomers start from one instead of an empty page
    rank: 1
  - level: 3
    for: starting-points
    if: we show what colleagues asked
    then: newcomers ask it of their own data
    rank: 2
`,
  bad: `
bets:
  - level: 3
    for: starting-points
    if: we ship chart templates
    then: newcomers start from one instead of an empty page
    rank: 1
  - level: 3
    for: starting-points
    if: we show what colleagues asked
    then: newcomers ask it of their own data
    rank: 1
#         ^ another bet of this level and stage has the rank 1, too: which of them comes first?
`,
  *check({ star }) {
    const taken = new Map<string, number>();
    for (const [index, bet] of (star.bets ?? []).entries()) {
      const { level, stage, rank } = bet;
      if (rank === undefined || !isOpen(bet)) continue;
      const place = `${level} ${stage} ${rank}`;
      const first = taken.get(place);
      if (first === undefined) taken.set(place, index);
      else
        yield {
          path: ["bets", index, "rank"],
          message: `another bet of this level and stage has the rank ${rank}, too: which of them comes first?`,
          related: [{ path: ["bets", first, "rank"], message: "the other one" }],
        };
    }
  },
};
