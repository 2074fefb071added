import type { Objection } from "../../../model/linear.js";
import { modelLimits } from "../../model-limits.js";
import type { Rule } from "../../rule.js";

export const doubtfulBet: Rule = {
  id: "doubtful-bet",
  part: "bets",
  severity: "note",
  english: true,
  summary: "An opportunity or intervention reads like those that belong at another level",
  why: `A level-2 bet says what would be different for customers, a level-3 bet what the team does about it. This one
reads like bets that people who know the playbook would move: a solution in place of an opportunity, a wish in place of
something to do, a number in place of either. northstar was taught by labelled bets, and may be wrong:
\`northstar explain --why\` shows the words that say so, and an ignore with a reason keeps the team's wording.`,
  question: "Who would do what, and for whom would something be different?",
  chapter: 7,
  good: `
bets:
  - level: 2
    id: starting-points
    for: broadcasts
    if: new users did not face an empty page
    then: they would broadcast their first learning in week one
  - level: 3
    for: starting-points
    if: we ship chart templates
    then: newcomers start from one instead of an empty page
`,
  bad: `
bets:
  - level: 2
    id: starting-points
    for: broadcasts
    if: new users did not face an empty page
    then: they would broadcast their first learning in week one
  - level: 3
    for: starting-points
    if: charts that newcomers share per week
#       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ this reads like a number: what will the team do?
    then: more charts are shared
`,
  *check({ star, opinions }) {
    for (const [index, opinion] of opinions.bets.entries()) {
      const level = star.bets?.[index]?.level;
      if (!opinion || opinion.percent < modelLimits.bet.asks || (level !== 2 && level !== 3)) continue;
      const message = `this reads like ${readsLike[opinion.objection]}: ${questions[level]}`;
      yield { path: ["bets", index, "if"], message };
    }
  },
};

const readsLike: Readonly<Record<Objection<"opportunity" | "intervention">, string>> = {
  solution: "a solution",
  features: "a list of features",
  goal: "a goal of the company",
  metric: "a number",
  wish: "a wish",
  need: "what customers need",
};

const questions = {
  2: "what would be different for customers?",
  3: "what will the team do?",
} as const;
