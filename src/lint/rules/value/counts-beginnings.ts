import { quoted } from "../../../file/message-text.js";
import { onlyBegun } from "../../../reading/predicates.js";
import type { Rule } from "../../rule.js";

export const countsBeginnings: Rule = {
  id: "counts-beginnings",
  part: "value",
  severity: "warning",
  english: true,
  summary: "Counts what is begun, not what comes of it",
  why: `What somebody starts, attempts or applies for need not come to anything. A count of beginnings rises most easily by
making it easy to start something that is never finished.`,
  question: "Which end of it would the customer call a success?",
  chapter: 2,
  good: `
name: Applications approved
definition: Number of applications a week that are approved.
`,
  bad: `
name: Applications started
definition: Number of applications that citizens start in a week.
#                                                ^^^^^ "start" leaves open what comes of it: count those that reach the end the customer wants
`,
  *check({ metric }) {
    const beginning = onlyBegun(metric);
    if (!beginning) return;
    yield {
      ...beginning.place,
      message: `${quoted(beginning.text)} leaves open what comes of it: count those that reach the end the customer wants`,
    };
  },
};
