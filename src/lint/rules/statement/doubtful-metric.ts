import type { Point } from "../../../file/problem.js";
import { modelLimits } from "../../model-limits.js";
import type { Rule } from "../../rule.js";

export const doubtfulMetric: Rule = {
  id: "doubtful-metric",
  part: "statement",
  severity: "warning",
  english: true,
  summary: "The metric reads like those that a coach objects to",
  why: `No rule names what is wrong here, but name and definition read like metrics that people who know the
playbook object to, and unlike those that they let stand. northstar was taught by thousands of labelled ones, and
may be wrong: the question is worth a minute in any case. \`northstar explain --why\` shows the words that say so.
Where the answer is good, an ignore with that answer as its reason keeps it for those who ask later.`,
  question: "What would a customer say they got, each time this number rises by one?",
  chapter: 2,
  good: `
name: Recipes cooked
definition: Number of recipes that members cook to the last step in a week.
`,
  bad: `
name: Outreach Volume
definition: Emails, flyers and posts that we put out in the quarter.
#           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ this reads like a number of what is done or begun rather than of value: what do customers have from it when it rises?
`,
  *check({ opinions: { metric: opinion }, metric }) {
    if (!opinion || opinion.percent < modelLimits.metric.asks) return;
    const { objection } = opinion;
    // Money that customers earn is no result of the business.
    if (objection === "leading" && metric.customersMoney) return;
    yield { path: ["definition"], point: objection, message: `this reads like ${readsLike[objection]}` };
  },
};

const readsLike: Readonly<Record<Point, string>> = {
  value:
    "a number of what is done or begun rather than of value: what do customers have from it when it rises?",
  strategy: "a number that any company could have: what is it about your product that makes it rise?",
  leading: "a result that comes late: what do customers do before, that leads to it?",
  actionable: "a number that no team can move by its own work: which part of it is in your hands?",
  understandable:
    "a number that nobody outside the team could explain: can it be said in one plain sentence?",
  measurable: "something that cannot be counted as it stands: what would you count, from which records?",
  vanity: "a number that rises whatever customers get: when would it fall because something is wrong?",
};
