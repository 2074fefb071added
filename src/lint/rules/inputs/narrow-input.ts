import { singleElement } from "../../../reading/predicates.js";
import type { Rule } from "../../rule.js";

export const narrowInput: Rule = {
  id: "narrow-input",
  part: "inputs",
  severity: "note",
  english: true,
  summary: "An Input hangs on a single element or channel",
  why: `An Input should leave room for ideas. One that counts what happens at a button, on one page or in one
channel has its solution built in, and the team soon runs out of ways to move it. A good test is to collect
opportunities for two minutes: if there are only one or two, go a step higher.`,
  question: "How many ways to move this can you name in two minutes?",
  chapter: 4,
  good: `
inputs:
  - name: Recommendations
    definition: Number of customers who bring a friend in the month.
  - name: Items per order
    definition: Average number of items in an order.
  - name: Orders on time
    definition: Share of orders that arrive by the promised time.
`,
  bad: `
inputs:
  - name: Positive posts on social media
#                           ^^^^^^^^^^^^ is this too narrow to leave room for ideas? name the behaviour, and let bets choose the place
    definition: Number of posts in the month in which customers recommend us.
  - name: Items per order
    definition: Average number of items in an order.
  - name: Orders on time
    definition: Share of orders that arrive by the promised time.
`,
  *check({ inputs }) {
    for (const [index, input] of inputs.entries()) {
      const element = singleElement(input);
      if (element)
        yield {
          path: ["inputs", index, ...element.place.path],
          span: element.place.span,
          message:
            "is this too narrow to leave room for ideas? name the behaviour, and let bets choose the place",
        };
    }
  },
};
