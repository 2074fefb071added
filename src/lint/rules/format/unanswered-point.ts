import { type Point, points } from "../../../file/problem.js";
import { answerTo } from "../../answer.js";
import type { Rule } from "../../rule.js";

/** What an answer says, point by point. */
const asked: Record<Point, string> = {
  value: "why the metric matters to customers",
  strategy: "what of your vision and strategy can be read in it",
  leading: "which later result it predicts",
  actionable: "what the team can do to move it",
  understandable: "how a colleague in sales would explain it",
  measurable: "how it is observed, or could be one day",
  vanity: "why a rise is always good news",
};

export const unansweredPoint: Rule = {
  id: "unanswered-point",
  part: "format",
  severity: "warning",
  summary: "A point of the checklist has no answer",
  why: `The seven points are where a North Star Metric is chosen or dropped. An answer costs one sentence, and
it is what colleagues who were not in the room read when they ask why it is this metric and not another.`,
  question: "If a new colleague asked why this point holds, what would you say in one sentence?",
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
#^^^^^^^^ point 4 (actionable) has no answer: add \`actionable\` to \`checklist\` and say what the team can do to move it
  value: A learning counts only when colleagues take it in.
  strategy: We bet on teams that learn together, and the metric counts sharing.
  leading: Organizations that learn together renew a year later.
  understandable: TBD
#                 ^^^ point 5 (understandable) has no answer yet: "TBD" does not say how a colleague in sales would explain it
  measurable: Share and view events carry user ids.
  vanity: It cannot rise unless two more people get something out of it.
`,
  *check({ star }) {
    const path = star.checklist ? ["checklist"] : [];
    for (const [index, point] of points.entries()) {
      const has = `point ${index + 1} (${point}) has no answer`;
      if (star.checklist?.[point] === undefined) {
        const message = `${has}: add \`${point}\` to \`checklist\` and say ${asked[point]}`;
        yield { path, point, message };
      }
      // An answer with a blank in it is unfilled-blank's to name.
      const { empty = null, denial = null } = answerTo(star, point) ?? {};
      // A bare "no" says that the point does not hold: denied-point's to tell.
      if (empty && !denial)
        yield { path: ["checklist", point], point, message: `${has} yet: ${empty} say ${asked[point]}` };
    }
  },
};
