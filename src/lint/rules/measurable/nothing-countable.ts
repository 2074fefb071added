import { countsNothing } from "../../../reading/predicates.js";
import type { Rule } from "../../rule.js";

export const nothingCountable: Rule = {
  id: "nothing-countable",
  part: "measurable",
  severity: "error",
  english: true,
  summary: "A definition that counts nothing",
  why: `The name may be short; the definition has to say exactly what is counted. A purpose, or a subject without a
number, a window or a threshold, lets everybody count something else. It need not be measured today: it has to be
defined.`,
  question: "How many, of what, and in which time?",
  chapter: 4,
  good: `
name: Frequent Content Sharers
definition: Number of subscribers who share two or more articles per week.
`,
  bad: `
name: Frequent Content Sharers
definition: Tracks subscribers who share our content.
#           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nothing here can be counted the same way by two people: say how many of what, doing what, in which time
`,
  *check({ metric }) {
    if (!countsNothing(metric)) return;
    yield {
      path: ["definition"],
      message:
        "nothing here can be counted the same way by two people: say how many of what, doing what, in which time",
    };
  },
};
