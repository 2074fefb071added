import { isExchange, isStepOnTheWay } from "../../../reading/predicates.js";
import type { Rule } from "../../rule.js";

export const swappedInput: Rule = {
  id: "swapped-input",
  part: "inputs",
  severity: "note",
  english: true,
  summary: "An Input counts value, and the metric a step on the way to it",
  why: `Inputs cause the metric, and the metric is where customers get what they came for. The two are easily
swapped: what comes first in time is taken for the North Star, because it is what the team looks at every day. Read both aloud with "so that" between them, and see which order makes sense.`,
  question: "Which of the two happens so that the other can?",
  chapter: 3,
  good: `
name: Weekly Learning Users
definition: Number of users who share a learning that at least two other people consume in a week.
inputs:
  - name: New accounts
    definition: Number of people who create an account in the week.
  - name: First charts
    definition: Share of newcomers who finish a chart on their first day.
  - name: Charts per person
    definition: Average number of charts that a person makes in the week.
`,
  bad: `
name: Weekly Sign-ups
definition: Number of people who sign up in a week.
inputs:
  - name: Shared learnings
#         ^^^^^^^^^^^^^^^^ is this rather the North Star Metric? customers get value here, and the metric counts a step on the way
    definition: Number of learnings that at least two other people consume in a week.
  - name: Invited colleagues
    definition: Number of colleagues that people invite in the week.
  - name: Visits
    definition: Number of visits to the start page in the week.
`,
  *check({ metric, inputs }) {
    if (!isStepOnTheWay(metric)) return;
    const index = inputs.findIndex(isExchange);
    if (index >= 0)
      yield {
        path: ["inputs", index, "name"],
        message:
          "is this rather the North Star Metric? customers get value here, and the metric counts a step on the way",
        related: [{ path: ["name"], message: "the metric" }],
      };
  },
};
