import type { Finding, Rule } from "../../rule.js";

export const inputWithoutOwner: Rule = {
  id: "input-without-owner",
  part: "inputs",
  severity: "note",
  summary: "Nobody owns an Input",
  why: `Teams move Inputs, not the metric. An Input that a team has taken on for a while gets opportunities,
reviews and somebody who notices when it falls; an Input of everybody gets attention when there is time.`,
  question: "Who would notice first if this fell by a tenth?",
  chapter: 7,
  good: `
inputs:
  - name: Customers placing orders
    definition: Number of customers who place an order in the month.
    owner: Storefront team
  - name: Items per order
    definition: Average number of items in an order.
    owner: Basket team
  - name: Orders on time
    definition: Share of orders that arrive by the promised time.
    owner: Logistics
`,
  bad: `
inputs:
  - name: Customers placing orders
    definition: Number of customers who place an order in the month.
    owner: Storefront team
  - name: Items per order
#         ^^^^^^^^^^^^^^^ who owns this Input? the others have an \`owner\`
    definition: Average number of items in an order.
  - name: Orders on time
    definition: Share of orders that arrive by the promised time.
    owner: Logistics
`,
  *check({ star: { inputs, status } }): Iterable<Finding> {
    if (status === "retired") return;
    const unowned = [...inputs.keys()].filter((index) => inputs[index]?.owner === undefined);
    // One question says it all where the team has not begun to name owners.
    if (unowned.length === inputs.length && inputs.length > 1)
      yield { path: ["inputs"], message: "who owns these Inputs? none of them has an `owner`" };
    else
      for (const index of unowned)
        yield {
          path: ["inputs", index, "name"],
          message: `who owns this Input? ${inputs.length > 1 ? "the others have an" : "it has no"} \`owner\``,
        };
  },
};
