import { quoted } from "../../../file/message-text.js";
import { hasBlank } from "../../../reading/blank.js";
import type { Rule } from "../../rule.js";

export const staleThreshold: Rule = {
  id: "stale-threshold",
  part: "statement",
  severity: "note",
  summary: "A threshold that the definition does not say",
  why: `A threshold need not be perfect, but somebody will ask why it is seven and not five. The reason under
\`thresholds\` answers as long as it speaks of the words that stand in the definition; after the definition has
changed it may answer for another number.`,
  question: "Does the reason still hold for what the definition says now?",
  chapter: 4,
  good: `
definition: The number of subscribers who read more than seven articles in a month.
thresholds:
  - says: more than seven articles
    because: From there on, subscribers stay.
`,
  bad: `
definition: The number of subscribers who read more than five articles in a month.
thresholds:
  - says: more than seven articles
#         ^^^^^^^^^^^^^^^^^^^^^^^^ "more than seven articles" does not stand in the definition: which of its words is this about?
    because: From there on, subscribers stay.
`,
  *check({ star: { definition, thresholds = [] } }) {
    for (const [index, { says }] of thresholds.entries()) {
      if (hasBlank(says + definition) || plainly(definition).includes(plainly(says))) continue;
      const message = `${quoted(says)} does not stand in the definition: which of its words is this about?`;
      yield { path: ["thresholds", index, "says"], message };
    }
  },
};

/** A text as people quote it. */
function plainly(text: string): string {
  return text.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();
}
