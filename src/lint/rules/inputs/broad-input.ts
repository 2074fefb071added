import { unobserved } from "../../../reading/predicates.js";
import type { Rule } from "../../rule.js";

export const broadInput: Rule = {
  id: "broad-input",
  part: "inputs",
  severity: "note",
  english: true,
  summary: "An Input is a state of mind that every team could be working on",
  why: `Everything that a company does has something to do with satisfied customers, so such an Input rules
nothing out and gives no team a place to start. What satisfied customers do is narrower, and it can be seen:
they come back, they finish, they bring a colleague.`,
  question: "What do these people do that others do not?",
  chapter: 4,
  good: `
inputs:
  - name: Customers who order again
    definition: Share of new customers who place a second order within a month.
  - name: Items per order
    definition: Average number of items in an order.
  - name: Orders on time
    definition: Share of orders that arrive by the promised time.
`,
  bad: `
inputs:
  - name: Satisfied customers
    definition: Number of customers who are satisfied with us.
#                                           ^^^^^^^^^ is this too broad to give a team a place to start? name what these people do
  - name: Items per order
    definition: Average number of items in an order.
  - name: Orders on time
    definition: Share of orders that arrive by the promised time.
`,
  *check({ inputs }) {
    for (const [index, input] of inputs.entries()) {
      const mind = unobserved(input);
      if (mind)
        yield {
          path: ["inputs", index, ...mind.place.path],
          span: mind.place.span,
          message: "is this too broad to give a team a place to start? name what these people do",
        };
    }
  },
};
