import { points } from "../../../file/problem.js";
import type { Objection } from "../../../model/linear.js";
import { modelLimits } from "../../model-limits.js";
import type { Rule } from "../../rule.js";

export const doubtfulAnswer: Rule = {
  id: "doubtful-answer",
  part: "format",
  severity: "warning",
  english: true,
  summary: "The team's answer to a point reads like one that does not speak for it",
  why: `An answer to a point says why it holds. This one reads like answers that people who know the playbook send
back: they deny the point, leave it open, or say it again in other words. northstar was taught by labelled answers, and
may be wrong: \`northstar explain --why\` shows the words that say so, and an ignore with a reason keeps the team's.`,
  question: "What happens in the product that shows that this point holds?",
  chapter: 2,
  good: `
checklist:
  value: A learning counts only when colleagues take it in.
  strategy: We bet on teams that learn together, and the metric counts sharing.
  leading: Organizations that learn together renew a year later.
  actionable: Templates and notebooks make sharing easier.
  understandable: Sales says "people whose findings are read by colleagues".
  measurable: Share and view events carry user ids.
  vanity: It cannot rise unless two more people get something out of it.
`,
  bad: `
checklist:
  value: A learning counts only when colleagues take it in.
  strategy: We bet on teams that learn together, and the metric counts sharing.
  leading: We see it in the numbers a quarter after customers have left.
#          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ this reads like a denial of point 3 (leading): why does it hold?
  actionable: Templates and notebooks make sharing easier.
  understandable: Sales says "people whose findings are read by colleagues".
  measurable: Share and view events carry user ids.
  vanity: It cannot rise unless two more people get something out of it.
`,
  *check({ opinions }) {
    for (const [index, point] of points.entries()) {
      const opinion = opinions.answers[point];
      const { asks, denies } = modelLimits.answer;
      if (!opinion || opinion.percent < (opinion.objection === "denial" ? denies : asks)) continue;
      const about = `point ${index + 1} (${point})`;
      yield {
        path: ["checklist", point],
        point,
        message: `this reads like ${readsLike[opinion.objection](about)}`,
      };
    }
  },
};

const readsLike: Readonly<Record<Objection<"answer">, (about: string) => string>> = {
  denial: (about) => `a denial of ${about}: why does it hold?`,
  empty: (about) => `an answer that says nothing of ${about}: what shows that it holds?`,
  restates: (about) => `${about} in other words: what shows that it holds?`,
  unsure: (about) => `an answer that leaves ${about} open: what would settle it?`,
};
