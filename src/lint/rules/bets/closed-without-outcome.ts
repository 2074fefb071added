import type { Rule } from "../../rule.js";

export const closedWithoutOutcome: Rule = {
  id: "closed-without-outcome",
  part: "bets",
  severity: "warning",
  summary: "A bet was closed and nobody wrote down what it taught",
  why: `The point of a bet is what the team knows afterwards. Won, lost and unclear are all good answers: a lost
bet that is written down keeps the next team from making it again, and tells which belief to look at.`,
  question: "What do you know now that you did not know when you made this bet?",
  chapter: 7,
  good: `
inputs:
  - name: Orders on time
    definition: Share of orders that arrive by the promised time.
bets:
  - level: 2
    for: orders-on-time
    if: drivers knew which door to go to
    then: more orders would arrive on time
    stage: closed
    outcome:
      date: 2025-11-02
      verdict: lost
      learned: Drivers find the door; they wait for the lift.
`,
  bad: `
inputs:
  - name: Orders on time
    definition: Share of orders that arrive by the promised time.
bets:
  - level: 2
    for: orders-on-time
    if: drivers knew which door to go to
    then: more orders would arrive on time
    stage: closed
#          ^^^^^^ this bet is closed and taught nothing yet: add an \`outcome\` with date, verdict and what you learned
`,
  *check({ star }) {
    for (const [index, { stage, outcome }] of (star.bets ?? []).entries())
      if (stage === "closed" && !outcome)
        yield {
          path: ["bets", index, "stage"],
          message:
            "this bet is closed and taught nothing yet: add an `outcome` with date, verdict and what you learned",
        };
  },
};
