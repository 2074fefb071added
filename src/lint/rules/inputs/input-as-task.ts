import { taskIn } from "../../../reading/clause.js";
import { finishedStateIn } from "../../../reading/finished-state.js";
import { stemOf } from "../../../reading/stem.js";
import type { Rule } from "../../rule.js";

export const inputAsTask: Rule = {
  id: "input-as-task",
  part: "inputs",
  severity: "warning",
  english: true,
  summary: "An Input is something to do, rather than something that moves",
  why: `A task is done or not done, and when it is done the metric has lost an Input. An Input is a factor that
can rise and fall for years, and that many different tasks can move. The task itself is often a good bet: it
belongs at level 3, under the opportunity that it pursues.`,
  question: "What would you see in customers' behaviour once this is done?",
  chapter: 4,
  good: `
inputs:
  - name: Newcomers who finish the first lesson
    definition: Share of new learners who finish a lesson on their first day.
  - name: Launch rate
    definition: Share of drafts that teachers publish within a week.
  - name: Lessons per learner
    definition: Average number of lessons that a learner finishes in a week.
`,
  bad: `
inputs:
  - name: Launch the new onboarding
#         ^^^^^^ this is a task: name what should rise when it is done, and keep the task as a level-3 bet
    definition: Share of new learners who finish a lesson on their first day.
  - name: Lessons per learner
    definition: Average number of lessons that a learner finishes in a week.
  - name: Learners who return
    definition: Number of learners who finish a lesson in two weeks running.
`,
  *check({ inputs }) {
    for (const [index, { name, definition, acts }] of inputs.entries())
      for (const [key, text] of [
        ["name", name],
        ["definition", definition],
      ] as const) {
        const task = taskIn(text) ?? (key === "definition" ? finishedStateIn(text) : null);
        if (!task) continue;
        // Where the definition counts people who do this, it is their act and not the team's task.
        const verb = stemOf(text.slice(task.start, task.end).toLowerCase());
        if (key === "name" && acts.some((act) => stemOf(act.text.toLowerCase()) === verb)) continue;
        yield {
          path: ["inputs", index, key],
          span: [task.start, task.end],
          message:
            "this is a task: name what should rise when it is done, and keep the task as a level-3 bet",
        };
        break;
      }
  },
};
