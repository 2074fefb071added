import { dayNumber } from "../../../file/calendar.js";
import { datesIn } from "../../dates.js";
import type { Rule } from "../../rule.js";

export const futureDate: Rule = {
  id: "future-date",
  part: "review",
  severity: "warning",
  summary: "Something that has happened is dated in the future",
  why: `The last review, the outcome of a bet and the end of an earlier metric are things that have happened. A
date that lies ahead is a slip, perhaps in the year, or a plan that was written down as a fact.`,
  question: "Has this happened yet?",
  chapter: null,
  good: `
review:
  last: 2025-09-01
`,
  bad: `
review:
  last: 2125-09-01
#       ^^^^^^^^^^ this day has not come yet: write the day on which it happened
`,
  *check({ star, today }) {
    for (const { date, path, past } of datesIn(star))
      if (past && (dayNumber(date) ?? 0) > (dayNumber(today) ?? 0))
        yield { path, message: "this day has not come yet: write the day on which it happened" };
  },
};
