import { quoted } from "../../../file/message-text.js";
import { points } from "../../../file/problem.js";
import { answerTo } from "../../answer.js";
import type { Rule } from "../../rule.js";

export const deniedPoint: Rule = {
  id: "denied-point",
  part: "format",
  severity: "warning",
  english: true,
  summary: "The team's own answer says that a point does not hold",
  why: `An honest "no" is worth more than seven ticks, and it is not a point that is met. Either the metric has to
change so that the point holds, or the answer says more than it means.`,
  question: "What would you have to count instead, so that you could say why this point holds?",
  chapter: 2,
  good: `
checklist:
  value: A learning counts only when colleagues take it in.
  strategy: We bet on teams that learn together, and the metric counts sharing.
  leading: Organizations that learn together renew a year later.
  actionable: Templates and notebooks make sharing easier.
  understandable: Sales says "people whose findings are read by colleagues".
  measurable: It is not measured yet; share and view events will carry user ids.
  vanity: It cannot rise unless two more people get something out of it.
`,
  bad: `
checklist:
  value: A learning counts only when colleagues take it in.
  strategy: We bet on teams that learn together, and the metric counts sharing.
  leading: Organizations that learn together renew a year later.
  actionable: Nobody in the team can move it.
#             ^^^^^^^^^^^^^^^^^^^^^^^^^^^ "Nobody in the team can move" says that point 4 (actionable) does not hold: choose a metric for which it does, or say why it holds
  understandable: Sales says "people whose findings are read by colleagues".
  measurable: Share and view events carry user ids.
  vanity: It could rise while customers are worse off.
#         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "It could rise while customers are worse off" says that point 7 (vanity) does not hold: choose a metric for which it does, or say why it holds
`,
  *check({ star }) {
    for (const [index, point] of points.entries()) {
      const { text = "", denial: span = null } = answerTo(star, point) ?? {};
      if (!span) continue;
      const message = `${quoted(text.slice(...span))} says that point ${index + 1} (${point}) does not hold: choose a metric for which it does, or say why it holds`;
      yield { path: ["checklist", point], span, point, message };
    }
  },
};
