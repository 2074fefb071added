import { quoted } from "../../../file/message-text.js";
import type { Rule } from "../../rule.js";

export const manyFactors: Rule = {
  id: "many-factors",
  part: "actionable",
  severity: "warning",
  english: true,
  summary: "Too many conditions in one count",
  why: `When a count needs five or six things to be true at once, a change of it does not say which of them moved, and
so not what to do. Those things are often the Inputs in disguise.`,
  question: "Which one of these shows the value, and which of the others are Inputs?",
  chapter: null,
  good: `
name: Hosts with a smooth week
definition: Number of hosts who welcome every booked guest of the week.
`,
  bad: `
name: Healthy hosts
definition: Hosts who pass six factors such as cancellation rate, review rate and response rate.
#                          ^^^^^^^^^^^ "six factors" in one count: a change will not say which of them moved; keep the one that shows the value and make the rest Inputs
`,
  *check({ metric }) {
    const many = metric.factors;
    if (!many) return;
    yield {
      path: ["definition"],
      span: [many.start, many.end],
      message: `${quoted(many.text)} in one count: a change will not say which of them moved; keep the one that shows the value and make the rest Inputs`,
    };
  },
};
