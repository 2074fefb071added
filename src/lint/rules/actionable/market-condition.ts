import { quoted } from "../../../file/message-text.js";
import { outsideCondition } from "../../../reading/predicates.js";
import type { Rule } from "../../rule.js";

export const marketCondition: Rule = {
  id: "market-condition",
  part: "actionable",
  severity: "error",
  english: true,
  summary: "Outside of what the team can influence",
  why: `The economy, the size of a market or whether people stay in a job for life would move in the same way if the
product did not exist, so a team that watches them does not see what its own work did.`,
  question: "Which part of this changes because of what the product does?",
  chapter: 2,
  good: `
name: Employees with a plan
definition: Number of employees who agree on a development plan with their manager in the quarter.
`,
  bad: `
name: Lifelong employees
definition: Number of employees who stay with their company for life.
#                                                           ^^^^^^^^ "for life" is beyond what the product can influence: count the part that its use changes
`,
  *check({ metric }) {
    const market = outsideCondition(metric);
    if (!market) return;
    yield {
      ...market.place,
      message: `${quoted(market.text)} is beyond what the product can influence: count the part that its use changes`,
    };
  },
};
