import type { Northstar } from "../../../file/northstar.js";
import type { Suggestion } from "../../../file/problem.js";
import { ownResult } from "../../../reading/predicates.js";
import type { Rule } from "../../rule.js";

export const inputAsResult: Rule = {
  id: "input-as-result",
  part: "inputs",
  severity: "warning",
  english: true,
  summary: "An Input is a result of the business",
  why: `Revenue, churn, renewals and satisfaction scores are what a good metric leads to. They move late and for
many reasons, so a team that works on one cannot tell what its work did. Put them under \`results\`, where
North Star bets can point at them, and look for what comes before.`,
  question: "What do customers do more of before this moves?",
  chapter: 4,
  good: `
inputs:
  - name: Customers placing orders
    definition: Number of customers who place an order in the month.
  - name: Items per order
    definition: Average number of items in an order.
  - name: Orders on time
    definition: Share of orders that arrive by the promised time.
results:
  - name: Revenue
`,
  bad: `
inputs:
  - name: Revenue per customer
#         ^^^^^^^^^^^^^^^^^^^^ this is a result: move it to \`results\`, and name what customers do before it moves
    definition: Average revenue from a customer in the month.
  - name: Items per order
    definition: Average number of items in an order.
  - name: Orders on time
    definition: Share of orders that arrive by the promised time.
`,
  *check({ star, inputs }) {
    for (const [index, input] of inputs.entries()) {
      const result = ownResult(input);
      if (result)
        yield {
          path: ["inputs", index, ...result.place.path],
          span: result.place.span,
          message: "this is a result: move it to `results`, and name what customers do before it moves",
          fix: moveToResults(star, index),
        };
    }
  },
};

function moveToResults({ inputs }: Northstar, index: number): Suggestion {
  const { id, name, definition } = inputs[index] ?? { name: "", definition: "" };
  const value = { ...(id !== undefined && { id }), name, definition, kind: "business" };
  return {
    title: "move it to `results`",
    safe: false,
    changes: [{ append: ["results"], value }, { remove: ["inputs", index] }],
  };
}
