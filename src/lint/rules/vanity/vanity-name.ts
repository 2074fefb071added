import { quoted } from "../../../file/message-text.js";
import { emptyName, misleadingName } from "../../../reading/predicates.js";
import type { Rule } from "../../rule.js";

export const vanityName: Rule = {
  id: "vanity-name",
  part: "vanity",
  severity: "warning",
  english: true,
  summary: "The name is that of a vanity metric",
  why: `People repeat the name, not the definition. Under a name such as page views or sign-ups they will count just
that, whatever the definition says, and celebrate the wrong thing.`,
  question: "What would you call it, if the name had to say what customers get?",
  chapter: 2,
  good: `
name: Pets Treated in Time
definition: The number of pets per week that a vet treats within ten minutes of the request.
`,
  bad: `
name: Page Views
#     ^^^^^^^^^^ "Page Views" is the name of a number that can rise without anybody being better off, and the definition counts something else: name the metric after what it counts
definition: The number of pets per week that a vet treats within ten minutes of the request.
`,
  *check(subject) {
    const { metric } = subject;
    const misleading = misleadingName(metric);
    if (misleading)
      yield {
        ...misleading.place,
        message: `${quoted(misleading.text)} is the name of a number that can rise without anybody being better off, and the definition counts something else: name the metric after what it counts`,
      };
    const empty = metric.definition === "" ? emptyName(subject.title) : undefined;
    if (empty)
      yield {
        path: ["name"],
        message: `${quoted(empty)} can rise without anybody being better off: name what customers get, or make sure that the definition says it`,
      };
  },
};
