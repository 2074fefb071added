import type { Rule } from "../../rule.js";

export const effectOutsideInterval: Rule = {
  id: "effect-outside-interval",
  part: "bets",
  severity: "error",
  summary: "The effect of an experiment lies outside of its own interval",
  why: `An experiment measures an effect, and says between which two numbers the true one most likely lies. The measured
effect is always between them. Where it is not, a number was mistyped, or the two ends were swapped, and whoever reads
the bet draws the wrong lesson.`,
  question: "What does the report of the experiment say?",
  chapter: 7,
  good: `
bets:
  - level: 1
    for: reading-days
    if: subscribers read on more days
    then: more articles are read to the end
    readout:
      - { date: 2026-05-04, effect: 2.1, low: 0.4, high: 3.8, unit: "%" }
`,
  bad: `
bets:
  - level: 1
    for: reading-days
    if: subscribers read on more days
    then: more articles are read to the end
    readout:
      - { date: 2026-05-04, effect: 21, low: 0.4, high: 3.8 }
#                                   ^^ 21 does not lie between \`low\` (0.4) and \`high\` (3.8): correct the number that is wrong
      - { date: 2026-06-04, effect: 2.1, low: 3.8, high: 0.4 }
#                                             ^^^ \`low\` (3.8) is above \`high\` (0.4): swap them
`,
  *check({ star: { bets = [] } }) {
    for (const [index, { readout = [] }] of bets.entries())
      for (const [place, { effect, low, high }] of readout.entries()) {
        const path = ["bets", index, "readout", place];
        if (low > high)
          yield {
            path: [...path, "low"],
            message: `\`low\` (${low}) is above \`high\` (${high}): swap them`,
          };
        else if (effect < low || effect > high)
          yield {
            path: [...path, "effect"],
            message: `${effect} does not lie between \`low\` (${low}) and \`high\` (${high}): correct the number that is wrong`,
          };
      }
  },
};
