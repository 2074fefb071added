import { quoted } from "../../../file/message-text.js";
import { unobserved } from "../../../reading/predicates.js";
import type { Rule } from "../../rule.js";

export const stateOfMind: Rule = {
  id: "state-of-mind",
  part: "measurable",
  severity: "error",
  english: true,
  summary: "A state of mind that nobody can observe",
  why: `What people think, feel or trust may be the real value, but no product sees it. A proxy does: what they say in a
survey, share, recommend or come back to. "The number of posts made in the reflections board" stands in for people
reflecting on a film.`,
  question: "What do people do, say or choose once they feel this way?",
  chapter: 2,
  good: `
name: Reflective viewers
definition: Number of viewers who post in the reflections board after watching a film, per week.
`,
  bad: `
name: Reflective viewers
definition: Number of viewers who silently reflect on a film in the week.
#                                          ^^^^^^^ nobody can observe "reflect": count what people do, say or choose when it is true (a proxy)
`,
  *check({ metric }) {
    const mind = unobserved(metric);
    if (!mind) return;
    yield {
      ...mind.place,
      message: `nobody can observe ${quoted(mind.text)}: count what people do, say or choose when it is true (a proxy)`,
    };
  },
};
