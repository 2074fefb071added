import { numberInWords } from "../../../file/message-text.js";
import { inputCount, inputCountInWords } from "../../playbook.js";
import type { Rule } from "../../rule.js";

export const tooFewInputs: Rule = {
  id: "too-few-inputs",
  part: "inputs",
  severity: "error",
  summary: `Fewer than ${numberInWords(inputCount.least)} Inputs`,
  why: `The metric is the result of several things that the team can do something about. With one or two Inputs
teams end up pushing the metric itself, and what they leave out of the picture is what surprises them. Breadth
(how many), depth (how much), frequency (how often) and efficiency (how well) are four places to look for the
missing one.`,
  question: "What else would have to go right for the metric to rise?",
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
#^^^^^ two Inputs are too few: name three to five factors that together produce the metric
  - name: Customers placing orders
    definition: Number of customers who place an order in the month.
  - name: Items per order
    definition: Average number of items in an order.
`,
  *check({ star: { inputs } }) {
    if (inputs.length >= inputCount.least) return;
    const are = inputs.length === 1 ? "one Input is" : `${numberInWords(inputs.length)} Inputs are`;
    yield {
      path: ["inputs"],
      message: `${are} too few: name ${inputCountInWords} factors that together produce the metric`,
    };
  },
};
