import { quoted } from "../../../file/message-text.js";
import { exposureOnly } from "../../../reading/predicates.js";
import type { Rule } from "../../rule.js";

export const knownVanityMetric: Rule = {
  id: "known-vanity-metric",
  part: "vanity",
  severity: "error",
  english: true,
  summary: "A known vanity metric",
  why: `Views, impressions, downloads, sign-ups and followers rise with promotion, placement and even with confusion. When such a number changes, nobody can tell whether that is good. They become meaningful only
with what comes of them: a download that was used, a visit that ended in a booking.`,
  question: "If this doubled tomorrow, who would be better off?",
  chapter: 2,
  good: `
name: Downloads heard to the end
definition: Downloaded episodes that listeners play to the end, per week.
`,
  bad: `
name: Downloads
definition: Number of downloads per week.
#                     ^^^^^^^^^ "downloads" can rise without anybody being better off: count what comes of it
`,
  *check({ metric }) {
    const exposure = exposureOnly(metric);
    if (!exposure) return;
    yield {
      ...exposure.place,
      message: `${quoted(exposure.text)} can rise without anybody being better off: count what comes of it`,
    };
  },
};
