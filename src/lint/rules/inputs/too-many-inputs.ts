import { numberInWords } from "../../../file/message-text.js";
import { inputCount, inputCountInWords } from "../../playbook.js";
import type { Rule } from "../../rule.js";

export const tooManyInputs: Rule = {
  id: "too-many-inputs",
  part: "inputs",
  severity: "error",
  summary: `More than ${numberInWords(inputCount.most)} Inputs`,
  why: `Inputs are where a team decides to look, so each one more makes every other one weaker. A long list is
usually two levels in one: some of its entries are ways of moving another one, and belong under it as
opportunities.`,
  question: "Which of these would you keep if you could watch only three?",
  chapter: 4,
  good: `
inputs:
  - name: Customers placing orders
    definition: Number of customers who place an order in the month.
  - name: Items per order
    definition: Average number of items in an order.
  - name: Orders on time
    definition: Share of orders that arrive by the promised time.
`,
  bad: `
inputs:
#^^^^^ six Inputs are too many: keep the three to five that matter most, and move the rest under them as opportunities
  - name: Customers placing orders
    definition: Number of customers who place an order in the month.
  - name: Items per order
    definition: Average number of items in an order.
  - name: Orders per customer
    definition: Orders completed per customer and month.
  - name: Orders on time
    definition: Share of orders that arrive by the promised time.
  - name: Shops in reach
    definition: Number of open shops within reach of a customer.
  - name: Carts that become orders
    definition: Share of filled carts that are ordered within a day.
`,
  *check({ star: { inputs } }) {
    if (inputs.length <= inputCount.most) return;
    const many = `${numberInWords(inputs.length)} Inputs are too many`;
    yield {
      path: ["inputs"],
      message: `${many}: keep the ${inputCountInWords} that matter most, and move the rest under them as opportunities`,
    };
  },
};
