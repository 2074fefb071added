import { quoted } from "../../../file/message-text.js";
import { jargonIn } from "../../../reading/predicates.js";
import type { Rule } from "../../rule.js";

export const statisticalJargon: Rule = {
  id: "statistical-jargon",
  part: "understandable",
  severity: "warning",
  english: true,
  certain: true,
  summary: "Terms that need a statistician, or a glossary",
  why: `A North Star works when people from sales to support can say it aloud and know what moves it. Percentiles,
logarithms and a row of abbreviations keep them out.`,
  question: "How would you say it to a new colleague in support?",
  chapter: 2,
  good: `
name: Fast answers
definition: Share of searches that are answered within a second.
`,
  bad: `
name: Fast answers
definition: Log-scaled 95th percentile of the answer times of all searches.
#           ^^^^^^^^^^ "Log-scaled" can't be said aloud to a partner outside the team: say it in plain words
`,
  *check({ metric }) {
    const jargon = jargonIn(metric);
    if (!jargon) return;
    yield {
      ...jargon.place,
      message: `${quoted(jargon.text)} can't be said aloud to a partner outside the team: say it in plain words`,
    };
  },
};
