import type { Objection } from "../../../model/linear.js";
import { modelLimits } from "../../model-limits.js";
import type { Rule } from "../../rule.js";

export const doubtfulInput: Rule = {
  id: "doubtful-input",
  part: "inputs",
  severity: "warning",
  english: true,
  summary: "An Input reads like those that a coach objects to",
  why: `An Input is a factor that a team can move and that moves the metric. This one reads like Inputs that people
who know the playbook send back: a task, a target, a result of the business, the metric in other words, a feeling.
northstar was taught by labelled Inputs, and may be wrong: \`northstar explain --why\` shows the words that say so, and
an ignore with a reason keeps the team's answer.`,
  question: "What could a team do next week that this number would show?",
  chapter: 4,
  good: `
inputs:
  - name: Depth
    definition: Average number of recipes that a member saves in a week.
  - name: Speed
    definition: Median minutes from opening a recipe to the first step.
  - name: Breadth
    definition: Number of members who open a recipe in a week.
`,
  bad: `
inputs:
  - name: Engagement
    definition: Overall engagement of members with the app.
#               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ this reads like a large part of what the company does: which part of it is one team's?
  - name: Speed
    definition: Median minutes from opening a recipe to the first step.
  - name: Breadth
    definition: Number of members who open a recipe in a week.
`,
  *check({ opinions, inputs }) {
    for (const [index, opinion] of opinions.inputs.entries()) {
      if (!opinion || opinion.percent < modelLimits.input.asks) continue;
      // Money that customers earn is no result of the business.
      if (opinion.objection === "result" && inputs[index]?.customersMoney) continue;
      yield {
        path: ["inputs", index, "definition"],
        message: `this reads like ${readsLike[opinion.objection]}`,
      };
    }
  },
};

const readsLike: Readonly<Record<Objection<"input">, string>> = {
  task: "a task: which number would it move?",
  goal: "a target: what is the number itself, without how high it should be?",
  result: "a result of the business: what do customers do that leads to it?",
  repeats: "the metric in other words: which factor does it hang on?",
  broad: "a large part of what the company does: which part of it is one team's?",
  narrow: "a detail of one feature: what is it that customers do with it?",
  vanity: "a number that rises whatever customers get: which part of it drives the metric?",
  uncountable: "something that cannot be counted as it stands: what would you count?",
  swapped: "what follows from the metric rather than what drives it: what comes before?",
};
