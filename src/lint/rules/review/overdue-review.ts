import { dateOf, dayAfter, dayNumber } from "../../../file/calendar.js";
import { isOpen } from "../../../file/northstar.js";
import type { Rule } from "../../rule.js";

export const overdueReview: Rule = {
  id: "overdue-review",
  part: "review",
  severity: "warning",
  summary: "The day of a review has passed",
  why: `A North Star is what the team believes today. Beliefs that nobody looks at again turn into habits, and
bets that nobody looks at again teach nothing. A review that finds everything as it should be takes a quarter
of an hour: set the next date and go on.`,
  question: "What have you learned since, and does it change what you bet on?",
  chapter: 6,
  good: `
review:
  last: 2026-09-01
  every: 100 years
`,
  bad: `
review:
  last: 2021-08-31
#       ^^^^^^^^^^ the review was due on 2022-02-28: look at the metric and the Inputs again, then set \`last\`
  every: 6 months
`,
  *check({ star, today }) {
    // Nobody comes back to a North Star that another one has replaced.
    if (star.status === "retired") return;
    const now = dayNumber(today) ?? 0;
    const { last, every } = star.review ?? {};
    if (last !== undefined && every !== undefined && dayNumber(last) !== null) {
      const due = dayAfter(last, every);
      if (due < now) {
        const message = `the review was due on ${dateOf(due)}: look at the metric and the Inputs again, then set \`last\``;
        yield { path: ["review", "last"], message };
      }
    }
    for (const [index, bet] of (star.bets ?? []).entries()) {
      const { review } = bet;
      if (review !== undefined && isOpen(bet) && (dayNumber(review) ?? now) < now)
        yield {
          path: ["bets", index, "review"],
          message: "this review was due: close the bet with an outcome, or set the next date",
        };
    }
  },
};
