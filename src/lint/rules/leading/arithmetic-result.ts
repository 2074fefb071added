import { listSome, quoted } from "../../../file/message-text.js";
import { sharedLeaves } from "../../../metrics/source.js";
import type { Rule } from "../../rule.js";
import { sourceOfMetric, sourcePlace, sourcesOf } from "../../source-text.js";

export const arithmeticResult: Rule = {
  id: "arithmetic-result",
  part: "leading",
  severity: "note",
  summary: "The metric and a result are computed from the same data",
  why: `A metric leads when it moves before a result does. Where the semantic layer computes both from the same counts, they
move together and at once: whatever is seen of that says nothing about what customers do later.`,
  question: "What of the metric would still move if the result stood still?",
  chapter: 2,
  good: `
source: { dbt: weekly_learning_users }
results:
  - name: Renewals
    source: { dbt: renewed_contracts }
`,
  bad: `
# Both count orders.
source: { dbt: orders_on_time }
results:
  - name: Orders
    source: { dbt: orders }
#                  ^^^^^^ the metric and "Orders" are computed from the same (count of id in orders), so the one does not lead the other there
`,
  lookedUp: {
    weekly_learning_users: { leaves: ["count_distinct of user_id in learnings"] },
    renewed_contracts: { leaves: ["count of id in contracts"] },
    orders_on_time: { leaves: ["count of id in late_orders", "count of id in orders"] },
    orders: { leaves: ["count of id in orders"] },
  },
  *check({ sources, star }) {
    const metric = sourceOfMetric(sources);
    if (!metric) return;
    for (const result of sourcesOf(sources, "results")) {
      const shared = sharedLeaves(metric, result);
      if (shared.length === 0) continue;
      const name = star.results?.[Number(result.path[1])]?.name ?? "";
      yield {
        ...sourcePlace(result),
        point: "leading",
        message: `the metric and ${quoted(name)} are computed from the same (${listSome(shared)}), so the one does not lead the other there`,
      };
    }
  },
};
