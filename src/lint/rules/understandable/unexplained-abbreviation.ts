import { quoted } from "../../../file/message-text.js";
import { unknownAbbreviations } from "../../../reading/predicates.js";
import { explains } from "../../abbreviation.js";
import type { Rule } from "../../rule.js";

export const unexplainedAbbreviation: Rule = {
  id: "unexplained-abbreviation",
  part: "understandable",
  severity: "note",
  english: true,
  summary: "An abbreviation that is never explained",
  why: `An abbreviation is short for those who know it and a wall for the rest. Written out once, in the name or in the
definition, it costs nothing.`,
  question: "Would a new colleague know what the letters stand for?",
  chapter: 2,
  good: `
name: Tickets first answered in time
definition: Share of tickets answered within the service level agreement (SLA) in a week.
`,
  bad: `
name: Tickets first answered in time
definition: Share of tickets answered within the SLA in a week.
#                                                ^^^ does everybody know what "SLA" stands for? If not, write it out once
`,
  *check({ metric, star }) {
    for (const abbreviation of unknownAbbreviations(metric)) {
      if (explains(star, abbreviation.text)) continue;
      yield {
        ...abbreviation.place,
        message: `does everybody know what ${quoted(abbreviation.text)} stands for? If not, write it out once`,
      };
    }
  },
};
