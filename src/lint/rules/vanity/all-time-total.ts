import { quoted } from "../../../file/message-text.js";
import { allTime } from "../../../reading/predicates.js";
import type { Rule } from "../../rule.js";

export const allTimeTotal: Rule = {
  id: "all-time-total",
  part: "vanity",
  severity: "error",
  english: true,
  certain: true,
  summary: "A total that can only go up",
  why: `A count of everything since the beginning never falls, even in a month in which nobody got anything. It
feels good and cannot tell whether the last quarter's work helped. The same count within a window can.`,
  question: "How many of these were there in the last week or month alone?",
  chapter: null,
  good: `
name: Lessons completed per week
definition: Number of lessons that learners complete in a week.
`,
  bad: `
name: Lessons completed
definition: Cumulative number of lessons that learners have completed.
#           ^^^^^^^^^^ "Cumulative" makes a total that can only go up: count within a window, such as a week
`,
  *check({ metric }) {
    const total = allTime(metric);
    if (!total) return;
    yield {
      ...total.place,
      message: `${quoted(total.text)} makes a total that can only go up: count within a window, such as a week`,
    };
  },
};
