import { quoted } from "../../../file/message-text.js";
import { onlyAudience } from "../../../reading/predicates.js";
import type { Rule } from "../../rule.js";

export const bareAudience: Rule = {
  id: "bare-audience",
  part: "value",
  severity: "error",
  english: true,
  summary: "Counts an audience without saying what it does",
  why: `The number of users or customers says how many there are and nothing of what they value. It grows with
marketing as well as with a better product, and those who got nothing count as much as those who did.`,
  question: "What does one of them do that shows the product was worth it?",
  chapter: 2,
  good: `
name: Regular Readers
definition: Number of subscribers who read more than seven articles in a month.
`,
  bad: `
name: Readers
definition: Number of subscribers per month.
#                     ^^^^^^^^^^^ "subscribers" is a bare audience: say what they do when the product is worth it to them
`,
  *check({ metric }) {
    const audience = onlyAudience(metric);
    if (!audience) return;
    yield {
      ...audience.place,
      message: `${quoted(audience.text)} is a bare audience: say what they do when the product is worth it to them`,
    };
  },
};
