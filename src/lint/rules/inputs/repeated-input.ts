import { quoted } from "../../../file/message-text.js";
import { countedIn, countTheSame } from "../../../reading/same-count.js";
import type { Rule } from "../../rule.js";

export const repeatedInput: Rule = {
  id: "repeated-input",
  part: "inputs",
  severity: "warning",
  english: true,
  certain: true,
  summary: "Two Inputs count the same thing",
  why: `Inputs are useful because they can move one by one. Two that count the same thing in other words, or in
another window, rise and fall together: the picture looks fuller than it is, and a place is lost for a factor
that nobody watches.`,
  question: "Could one of these rise while the other falls?",
  chapter: 4,
  good: `
inputs:
  - name: Customers placing orders
    definition: Number of customers who place an order in the month.
  - name: Items per order
    definition: Average number of items in an order.
  - name: Orders per customer
    definition: Average number of orders that a customer completes in the month.
`,
  bad: `
inputs:
  - name: Orders delivered on time
    definition: Share of orders that arrive by the promised time.
  - name: Items per order
    definition: Average number of items in an order.
  - name: Monthly orders delivered on time
#         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ this counts the same as "Orders delivered on time": keep one of the two, and look for another factor
    definition: Number of orders that reach the door in time.
`,
  *check({ inputs }) {
    // Comparing all with all takes quadratic time, and a file with this many has another problem.
    const counted = inputs.slice(0, 30).map(countedIn);
    for (const [index, input] of counted.entries()) {
      const first = counted.findIndex((other, at) => at < index && countTheSame(other, input));
      if (first < 0) continue;
      yield {
        path: ["inputs", index, "name"],
        message: `this counts the same as ${quoted(inputs[first]?.name ?? "")}: keep one of the two, and look for another factor`,
        related: [{ path: ["inputs", first, "name"], message: "counted here first" }],
      };
    }
  },
};
