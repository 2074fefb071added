import { quoted } from "../../../file/message-text.js";
import { doneByCompany } from "../../../reading/predicates.js";
import type { Rule } from "../../rule.js";

export const companyActivity: Rule = {
  id: "company-activity",
  part: "value",
  severity: "error",
  english: true,
  summary: "Counts what the company does",
  why: `Features shipped, story points and calls that sales makes are the company's effort. Customers value what changes for them,
and a team can be busier than ever while nothing does.`,
  question: "What can customers do, or do better, because of this work?",
  chapter: 2,
  good: `
name: Questions answered the same day
definition: Share of questions to which customers accept an answer within a day.
`,
  bad: `
name: Delivery power
definition: Number of features shipped per quarter.
#                     ^^^^^^^^ this counts the company's own work ("features"): count what customers get from it, or say who does it if they are your customers
`,
  *check({ metric }) {
    const activity = doneByCompany(metric);
    if (!activity) return;
    yield {
      ...activity.place,
      message: `this counts the company's own work (${quoted(activity.text)}): count what customers get from it, or say who does it if they are your customers`,
    };
  },
};
