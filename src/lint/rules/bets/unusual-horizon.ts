import { aboutDays, beyondHorizon, horizonOf, horizonText } from "../../../config/horizons.js";
import { dayNumber } from "../../../file/calendar.js";
import { type Bet, isOpen } from "../../../file/northstar.js";
import type { Rule } from "../../rule.js";

export const unusualHorizon: Rule = {
  id: "unusual-horizon",
  part: "bets",
  severity: "note",
  summary: "A bet looks further ahead than its level, or less far",
  why: `The levels have loops of different length: a North Star bet stands for years, an Input bet for one to
three quarters, an opportunity for one to three months, an intervention for one to three weeks. A short loop at
the bottom is what makes a team learn while the long ones run. A bet with the time of another level often is one
of that level, or several in one. A team with another pace sets \`horizons\` in its configuration.`,
  question: "What could you see sooner, and what would it tell you?",
  chapter: 7,
  good: `
bets:
  - level: 3
    for: starting-points
    if: we ship chart templates
    then: newcomers start from one instead of an empty page
    expect: { direction: up, by: 10 %, after: 3 weeks }
`,
  bad: `
bets:
  - level: 3
    for: starting-points
    if: we ship chart templates
    then: newcomers start from one instead of an empty page
    expect: { direction: up, by: 10 %, after: 6 months }
#                                             ^^^^^^^^ bets of level 3 usually show something after 1 to 3 weeks: is it one of another level, or is there a sign to be seen sooner?
`,
  *check({ star, today, horizons }) {
    if (star.status === "retired") return;
    for (const [index, bet] of (star.bets ?? []).entries()) {
      const horizon = horizonOf(bet.level, horizons);
      if (!isOpen(bet) || !horizon) continue;
      const range = horizonText(horizon);
      const { after } = bet.expect ?? {};
      const fault = after === undefined ? undefined : beyondHorizon(aboutDays(after), horizon);
      if (fault)
        yield {
          path: ["bets", index, "expect", "after"],
          message: `bets of level ${bet.level} usually show something after ${range}: ${
            fault === "long"
              ? "is it one of another level, or is there a sign to be seen sooner?"
              : "is it one of another level, or does the effect take longer to last?"
          }`,
        };
      else if (beyondHorizon(daysUntilReview(bet, today), horizon) === "long")
        yield {
          path: ["bets", index, "review"],
          message: `bets of level ${bet.level} are usually looked at again after ${range}: what could be seen before this day?`,
        };
    }
  },
};

/** How many days lie between today and the day on which a bet is looked at again; 0 for none. */
function daysUntilReview({ review }: Bet, today: string): number {
  const day = review === undefined ? null : dayNumber(review);
  return day === null ? 0 : day - (dayNumber(today) ?? day);
}
