import { quoted } from "../../../file/message-text.js";
import { vagueAmounts } from "../../../reading/predicates.js";
import type { Rule } from "../../rule.js";

export const vagueAmount: Rule = {
  id: "vague-amount",
  part: "measurable",
  severity: "note",
  english: true,
  summary: "An amount without a number",
  why: `"Regularly", "several" and "meaningful" mean something else to everybody. A number may be a guess at first; it
can be changed when the team learns more.`,
  question: "From which number on would you count it?",
  chapter: 4,
  good: `
name: Regular Readers
definition: Number of subscribers who read more than seven articles in a month.
`,
  bad: `
name: Regular Readers
definition: Number of subscribers who regularly read articles in a month.
#                                     ^^^^^^^^^ how much is "regularly"? A number makes it the same for everybody
`,
  *check({ metric }) {
    for (const amount of vagueAmounts(metric))
      yield {
        ...amount.place,
        message: `how much is ${quoted(amount.text)}? A number makes it the same for everybody`,
      };
  },
};
