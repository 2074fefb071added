import { ownResult } from "../../../reading/predicates.js";
import type { Rule } from "../../rule.js";

export const noResults: Rule = {
  id: "no-results",
  part: "leading",
  severity: "note",
  summary: "Nothing says what the metric leads to",
  why: `A North Star Metric is worth following because results of the business and lasting value for customers come after
it. Where nobody has named them, the metric is an end in itself, and no review can ask whether it still foretells
what it was chosen for.`,
  question:
    "When this rises for a year, which results should have changed, for the business and for customers?",
  chapter: 1,
  good: `
name: Weekly Learning Users
results:
  - name: Renewals
    kind: business
`,
  bad: `
name: Weekly Learning Users
#^^^ what should follow when the metric rises? no \`results\` are named
`,
  *check({ star: { status }, tree, metric }) {
    // A candidate is a first idea; and of a metric that is a result itself, lagging-metric says where it belongs.
    if (status === "retired" || status === "candidate" || tree.results.length > 0 || ownResult(metric))
      return;
    yield { path: [], message: "what should follow when the metric rises? no `results` are named" };
  },
};
