import { quoted } from "../../../file/message-text.js";
import { taskIn } from "../../../reading/clause.js";
import type { Rule } from "../../rule.js";

export const goalAsInput: Rule = {
  id: "goal-as-input",
  part: "inputs",
  severity: "warning",
  english: true,
  certain: true,
  summary: "An Input is a goal rather than something to read off",
  why: `A key result such as "more than 40 % by June" is either reached or not. An Input is the number itself, which
goes on being read after the day, and whose target may change while the Input stays.`,
  question: "What is the number called, when you leave the target and the date to the plan?",
  chapter: 7,
  good: `
inputs:
  - name: Daily return
    definition: Share of monthly cooks who come back to a plan on the next day.
`,
  bad: `
inputs:
  - name: Daily return
    definition: Share of monthly cooks among all of more than 40 %.
#                                                   ^^^^^^^^^^^^^^ "more than 40 %" is a goal: name what is counted, and leave the target and the date to the plan
`,
  *check({ inputs }) {
    for (const [index, { goal, name, definition }] of inputs.entries()) {
      // A task with a date is input-as-task's to tell.
      if (!goal || taskIn(name) || taskIn(definition)) continue;
      yield {
        path: ["inputs", index, goal.in],
        span: [goal.start, goal.end],
        message: `${quoted(goal.text)} is a goal: name what is counted, and leave the target and the date to the plan`,
      };
    }
  },
};
