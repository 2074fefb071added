import { quoted } from "../../../file/message-text.js";
import type { Northstar } from "../../../file/northstar.js";
import type { Suggestion } from "../../../file/problem.js";
import { blank } from "../../../reading/blank.js";
import { ownResult } from "../../../reading/predicates.js";
import type { Rule } from "../../rule.js";

export const laggingMetric: Rule = {
  id: "lagging-metric",
  part: "leading",
  severity: "error",
  english: true,
  summary: "The metric reports what already happened",
  why: `Revenue, churn, renewals and satisfaction scores are results: they echo, late, what customers got months ago,
and a team can hardly move them directly. A North Star Metric predicts them. They have a place in the file, under
\`results\`, as what the metric should lead to. Money that customers themselves earn or save is different: that is
value delivered.`,
  question: "What do customers do, long before they renew or pay, that shows they will?",
  chapter: 2,
  good: `
name: Weekly Learning Users
definition: Number of users who share a learning that at least two other people consume in a week.
results:
  - name: Monthly recurring revenue
    kind: business
`,
  bad: `
name: Monthly Recurring Revenue
#     ^^^^^^^^^^^^^^^^^^^^^^^^^ "Monthly Recurring Revenue" is a result of the business: move it under \`results\`, and name what leads to it
definition: Revenue from all subscriptions in the month.
`,
  *check({ star, metric }) {
    const result = ownResult(metric);
    if (!result) return;
    yield {
      ...result.place,
      message: `${quoted(result.text)} is a result of the business: move it under \`results\`, and name what leads to it`,
      fix: moveToResults(star),
    };
  },
};

/** The metric as a result, and blanks for the one that leads to it. */
function moveToResults({ name, definition }: Northstar): Suggestion {
  return {
    title: "move it under `results`, and leave blanks for the metric that leads to it",
    safe: false,
    changes: [
      { append: ["results"], value: { name, definition, kind: "business" } },
      { set: ["name"], to: blank },
      { set: ["definition"], to: blank },
    ],
  };
}
