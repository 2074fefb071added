import { numberInWords } from "../../../file/message-text.js";
import { countedBy, limitsIn } from "../../limits.js";
import type { Rule } from "../../rule.js";

export const tooManyActiveBets: Rule = {
  id: "too-many-active-bets",
  part: "bets",
  severity: "warning",
  summary: "More bets are active than the team's own limit",
  why: `A limit on work in progress is what makes a team finish, look at what happened and learn before it
starts the next thing. It only works while it is kept; a limit that no longer fits is changed on purpose, not
passed by.`,
  question: "Which of these would you stop today to finish another one sooner?",
  chapter: 7,
  good: `
limits:
  active: 2
  opportunities: 1
bets:
  - level: 1
    for: orders-on-time
    if: more orders arrive on time
    then: more items are received on time
    stage: active
`,
  bad: `
limits:
  opportunities: 1
#                ^ two opportunities are active: finish or park one of them before the next one starts
inputs:
  - name: Orders on time
    definition: Share of orders that arrive by the promised time.
bets:
  - level: 2
    for: orders-on-time
    if: drivers knew which door to go to
    then: more orders would arrive on time
    stage: active
  - level: 2
    for: orders-on-time
    if: shops saw the order before the driver arrives
    then: more orders would leave on time
    stage: active
`,
  *check({ star }) {
    for (const limit of limitsIn(star)) {
      const { key, most, active } = limit;
      const over = active.length - most;
      if (over <= 0) continue;
      yield {
        path: ["limits", key],
        message: `${numberInWords(active.length)} ${countedBy(limit, active.length)} are active: finish or park ${numberInWords(over)} of them before the next one starts`,
        related: active
          .slice(most)
          .map(({ path }) => ({ path: [...path, "stage"], message: "over the limit" })),
      };
    }
  },
};
