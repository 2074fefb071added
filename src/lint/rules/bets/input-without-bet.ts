import type { Rule } from "../../rule.js";

export const inputWithoutBet: Rule = {
  id: "input-without-bet",
  part: "bets",
  severity: "note",
  summary: "No bet stands under an Input",
  why: `Inputs are where the work meets the metric. Once a team bets on some of its Inputs, one without any bet
says something: nobody has an idea how to move it, or it is not as important as it looked. Both are worth a
minute.`,
  question: "How many ways to move this Input can you name in two minutes?",
  chapter: 7,
  good: `
inputs:
  - name: Items per order
    definition: Average number of items in an order.
  - name: Orders on time
    definition: Share of orders that arrive by the promised time.
bets:
  - level: 1
    for: items-per-order
    if: orders hold more items
    then: more items are received on time
  - level: 2
    for: orders-on-time
    if: drivers knew which door to go to
    then: more orders would arrive on time
`,
  bad: `
inputs:
  - name: Items per order
#         ^^^^^^^^^^^^^^^ no bet stands under this Input: is there an opportunity to move it, or is another one more important?
    definition: Average number of items in an order.
  - name: Orders on time
    definition: Share of orders that arrive by the promised time.
bets:
  - level: 2
    for: orders-on-time
    if: drivers knew which door to go to
    then: more orders would arrive on time
`,
  *check({ star, tree }) {
    if (star.status === "retired") return;
    const bare = tree.inputs.filter(({ bets, opportunities }) => bets.length + opportunities.length === 0);
    if (bare.length === tree.inputs.length) return;
    for (const { path } of bare)
      yield {
        path: [...path, "name"],
        message:
          "no bet stands under this Input: is there an opportunity to move it, or is another one more important?",
      };
  },
};
