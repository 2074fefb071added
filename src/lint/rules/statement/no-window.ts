import { lacksWindow } from "../../../reading/predicates.js";
import type { Rule } from "../../rule.js";

export const noWindow: Rule = {
  id: "no-window",
  part: "statement",
  severity: "warning",
  english: true,
  summary: "No time window",
  why: `Without a period nobody knows whether a number is good: a thousand in a day or since the founding? The window also
says how fast the team learns. Put it in the sentence or, where the sentence is better without, under \`window\`.`,
  question: "Per day, week or month: how often does a happy customer do this?",
  chapter: 4,
  good: `
name: Nights booked
definition: Number of nights that guests book per month.
`,
  bad: `
name: Nights booked
definition: Number of nights that guests book.
#           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ in which time is this counted? Add a window, such as per week or in the previous 28 days
`,
  *check({ star, metric }) {
    if (star.window !== undefined || !lacksWindow(metric)) return;
    yield {
      path: ["definition"],
      message: "in which time is this counted? Add a window, such as per week or in the previous 28 days",
    };
  },
};
