import { funnelStep } from "../../../reading/predicates.js";
import type { Rule } from "../../rule.js";

export const ownFunnel: Rule = {
  id: "own-funnel",
  part: "value",
  severity: "error",
  english: true,
  summary: "Counts steps of the company's own selling",
  why: `Leads, demos and trials matter to those who sell. A customer has not got anything yet at these steps, and they
can be bought with a larger budget.`,
  question: "What is the first thing that a new customer gets out of the product?",
  chapter: null,
  good: `
name: Teams reaching first value
definition: Share of new teams that complete their first project within seven days of signing up.
`,
  bad: `
name: Qualified leads
definition: Number of sales-qualified leads per month.
#                     ^^^^^^^^^^^^^^^^^^^^^ this is a step of the company's own selling: count the first value that a customer gets
`,
  *check({ metric }) {
    const step = funnelStep(metric);
    if (!step) return;
    yield {
      ...step.place,
      message: "this is a step of the company's own selling: count the first value that a customer gets",
    };
  },
};
