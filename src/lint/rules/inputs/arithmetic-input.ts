import { listSome } from "../../../file/message-text.js";
import { leafRelation, type SourceFacts, sharedLeaves } from "../../../metrics/source.js";
import type { Rule } from "../../rule.js";
import { sourceOfMetric, sourcePlace, sourcesOf } from "../../source-text.js";

export const arithmeticInput: Rule = {
  id: "arithmetic-input",
  part: "inputs",
  severity: "note",
  summary: "An Input that the metric is computed from",
  why: `Where the semantic layer computes the metric from an Input, the one moves with the other by arithmetic. That is fine
for a formula, and it is no evidence for a bet: no data could ever speak against it. The bet to test is what moves the
Input.`,
  question: "What would have to be true for this link to be wrong?",
  chapter: 4,
  good: `
source: { dbt: weekly_learning_users }
inputs:
  - name: Broadcasted Learnings
    definition: Charts, dashboards and notebooks consumed by two or more people in seven days.
    source: { dbt: broadcasts }
`,
  bad: `
# learnings_per_user is broadcasts divided by users.
source: { dbt: learnings_per_user }
inputs:
  - name: Broadcasted Learnings
    definition: Charts, dashboards and notebooks consumed by two or more people in seven days.
    source: { dbt: broadcasts }
#                  ^^^^^^^^^^ the metric is computed from this (count of id in shares): that it moves with it is arithmetic and no evidence
`,
  lookedUp: {
    weekly_learning_users: { leaves: ["count_distinct of user_id in learnings"] },
    learnings_per_user: { leaves: ["count of id in shares", "count of id in users"] },
    broadcasts: { leaves: ["count of id in shares"] },
  },
  *check({ sources, tree }) {
    const metric = sourceOfMetric(sources);
    if (!metric) return;
    for (const input of sourcesOf(sources, "inputs")) {
      const start = startFor(input, metric);
      if (start === undefined) continue;
      const bets = tree.inputs[Number(input.path[1])]?.bets ?? [];
      yield {
        ...sourcePlace(input),
        message: `${start} (${listSome(sharedLeaves(input, metric))}): that it moves with it is arithmetic and no evidence`,
        related: bets.map(({ path }) => ({ message: "this bet is about that link", path })),
      };
    }
  },
};

function startFor(input: SourceFacts, metric: SourceFacts): string | undefined {
  const relation = leafRelation(input, metric);
  if (relation === "inside") return "the metric is computed from this";
  if (relation === "around") return "this is computed from the metric";
  return relation === "same" ? "this and the metric are computed from the same" : undefined;
}
