import type { Rule } from "../../rule.js";

export const oneFactorForAll: Rule = {
  id: "one-factor-for-all",
  part: "inputs",
  severity: "note",
  summary: "Every Input drives the same side of the metric",
  why: `Breadth, depth, frequency and efficiency are four sides from which most metrics can be moved. Inputs
that all push from one side tend to rise and fall together, and leave the others to chance. There are products
for which that is right, so this is a question.`,
  question: "How could the metric rise without any of these Inputs moving?",
  chapter: 3,
  good: `
inputs:
  - name: Customers placing orders
    definition: Number of customers who place an order in the month.
    factor: breadth
  - name: Items per order
    definition: Average number of items in an order.
    factor: depth
  - name: Orders on time
    definition: Share of orders that arrive by the promised time.
    factor: efficiency
`,
  bad: `
inputs:
#^^^^^ every Input drives breadth: is there nothing in depth, frequency, efficiency or health that moves the metric?
  - name: Customers placing orders
    definition: Number of customers who place an order in the month.
    factor: breadth
  - name: Cities with a shop
    definition: Number of cities in which an order can be placed.
    factor: breadth
  - name: Shops in reach
    definition: Number of open shops within reach of a customer.
    factor: breadth
`,
  *check({ star: { inputs } }) {
    const [factor, ...others] = new Set(inputs.map((input) => input.factor));
    if (inputs.length < 3 || others.length > 0 || factor === undefined || factor === "other") return;
    const missing = factors.filter((each) => each !== factor);
    const rest = `${missing.slice(0, -1).join(", ")} or ${missing.at(-1)}`;
    yield {
      path: ["inputs"],
      message: `every Input drives ${factor}: is there nothing in ${rest} that moves the metric?`,
    };
  },
};

const factors = ["breadth", "depth", "frequency", "efficiency", "health"];
