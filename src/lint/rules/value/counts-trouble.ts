import { quoted } from "../../../file/message-text.js";
import { unsolvedTrouble } from "../../../reading/predicates.js";
import type { Rule } from "../../rule.js";

export const countsTrouble: Rule = {
  id: "counts-trouble",
  part: "value",
  severity: "warning",
  english: true,
  summary: "Counts trouble, which rises when the product fails",
  why: `A North Star is a number that everybody wants to see rise because customers are better off. Complaints, errors
and support contacts rise when they are worse off, and fall also when customers leave or give up asking.`,
  question: "What does a customer get when none of this happens?",
  chapter: null,
  good: `
name: Trips without trouble
definition: Number of trips per week completed without a complaint.
`,
  bad: `
name: Complaints
definition: Number of complaints per week.
#                     ^^^^^^^^^^ "complaints" rise when customers are worse off: count what goes well instead, or keep it as a guardrail
`,
  *check({ metric }) {
    const trouble = unsolvedTrouble(metric);
    if (!trouble) return;
    yield {
      ...trouble.place,
      message: `${quoted(trouble.text)} rise when customers are worse off: count what goes well instead, or keep it as a guardrail`,
    };
  },
};
