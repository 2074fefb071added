import { quoted } from "../../../file/message-text.js";
import type { Rule } from "../../rule.js";

export const goalAsMetric: Rule = {
  id: "goal-as-metric",
  part: "measurable",
  severity: "error",
  english: true,
  certain: true,
  summary: "A goal in place of a metric",
  why: `A metric is something to read off, in good and in bad months, for years. A goal is a value of it at a date: once
it is reached or missed, the North Star is gone. Goals belong to the plan of a quarter.`,
  question: "Which number would you watch to know how far along you are?",
  chapter: 7,
  good: `
name: Teams that finish a project
definition: Number of teams that complete a project in a month.
`,
  bad: `
name: Reach 10,000 teams by 2027
#     ^^^^^^^^^^^^^^^^^^^^^^^^^^ "Reach 10,000 teams by 2027" is a goal: name what is counted, and leave the target and the date to the plan
definition: Number of teams that complete a project in a month.
`,
  *check({ metric }) {
    const { goal } = metric;
    if (!goal) return;
    yield {
      path: [goal.in],
      span: [goal.start, goal.end],
      message: `${quoted(goal.text)} is a goal: name what is counted, and leave the target and the date to the plan`,
    };
  },
};
