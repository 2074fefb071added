import { quoted } from "../../../file/message-text.js";
import { presenceOnly } from "../../../reading/predicates.js";
import type { Rule } from "../../rule.js";

export const merePresence: Rule = {
  id: "mere-presence",
  part: "vanity",
  severity: "error",
  english: true,
  summary: "Counts people for being there",
  why: `To be active, to log in or to open an app is not yet to get something out of it. Such a count rises with every
campaign and reminder, and feels good while customers gain nothing. "Active" is fine as a name as soon as the
definition says which valuable act makes somebody active.`,
  question: "What do they do at the moment in which the product is worth it to them?",
  chapter: 2,
  good: `
name: Weekly Active Cooks
definition: Number of people who cooked at least one recipe in the week.
`,
  bad: `
name: Weekly Active Cooks
definition: Number of people who logged in during the week.
#                                ^^^^^^^^^ "logged in" says that somebody is there, not what they get out of it: count the act that is worth something to them
`,
  *check({ metric }) {
    const act = presenceOnly(metric);
    if (!act) return;
    yield {
      ...act.place,
      message: `${quoted(act.text)} says that somebody is there, not what they get out of it: count the act that is worth something to them`,
    };
  },
};
