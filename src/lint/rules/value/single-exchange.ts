import { hasBlank } from "../../../reading/blank.js";
import type { Rule } from "../../rule.js";

export const singleExchange: Rule = {
  id: "single-exchange",
  part: "value",
  severity: "note",
  summary: "Only one key value exchange",
  why: `Most products have three to six moments in which customers get what they came for, some of them outside the
product. Where the list has one, it is often the moment that the metric counts already, and what it leaves out is
never talked about.`,
  question: "When else, perhaps far from the product, does a customer get something out of it?",
  chapter: 5,
  good: `
exchanges:
  - A parcel arrives on the promised day.
  - A seller gets paid for the first order.
  - A return is picked up at the door.
`,
  bad: `
exchanges:
#^^^^^^^^ one key value exchange is named: in which other moments do customers get something?
  - A parcel arrives on the promised day.
`,
  *check({ star: { exchanges = [], status } }) {
    const [only, another] = exchanges;
    if (only === undefined || another !== undefined || hasBlank(only) || status === "retired") return;
    const message = "one key value exchange is named: in which other moments do customers get something?";
    yield { path: ["exchanges"], message };
  },
};
