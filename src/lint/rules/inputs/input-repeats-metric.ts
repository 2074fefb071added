import { countedIn, countTheSame } from "../../../reading/same-count.js";
import type { Rule } from "../../rule.js";

export const inputRepeatsMetric: Rule = {
  id: "input-repeats-metric",
  part: "inputs",
  severity: "error",
  english: true,
  certain: true,
  summary: "An Input is the metric again",
  why: `Inputs are what the metric is made of. One that counts the same thing as the metric explains nothing, and
invites the team to push the metric itself, which is the trap that Inputs are there to avoid. A segment of the
metric, such as that of new customers, is better told by what makes them come that far.`,
  question: "What has to happen before the metric moves?",
  chapter: 4,
  good: `
name: Happy Deliveries
definition: Number of deliveries in the month that arrive as promised and without an issue.
inputs:
  - name: Customers placing orders
    definition: Number of customers who place an order in the month.
  - name: Orders per customer
    definition: Average number of orders that a customer completes in the month.
  - name: Orders on time
    definition: Share of orders that arrive by the promised time.
`,
  bad: `
name: Happy Deliveries
definition: Number of deliveries in the month that arrive as promised and without an issue.
inputs:
  - name: Customers placing orders
    definition: Number of customers who place an order in the month.
  - name: Weekly happy deliveries
#         ^^^^^^^^^^^^^^^^^^^^^^^ this is the metric again: name something that makes it rise
    definition: Number of deliveries in the week without an issue.
  - name: Orders on time
    definition: Share of orders that arrive by the promised time.
`,
  *check({ metric, inputs }) {
    const counted = countedIn(metric);
    for (const [index, input] of inputs.entries())
      if (countTheSame(countedIn(input), counted))
        yield {
          path: ["inputs", index, "name"],
          message: "this is the metric again: name something that makes it rise",
          related: [{ path: ["name"], message: "the metric" }],
        };
  },
};
