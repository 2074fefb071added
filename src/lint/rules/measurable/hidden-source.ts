import type { Rule } from "../../rule.js";
import { inSystem, sourcePlace } from "../../source-text.js";

export const hiddenSource: Rule = {
  id: "hidden-source",
  part: "measurable",
  severity: "note",
  summary: "A metric that the semantic layer hides",
  why: `A metric that is private or hidden can be part of others and cannot be asked for itself, so nobody in the company
can look the North Star up. Cube lists hidden measures in development and leaves them out in production.`,
  question: "Who should be able to see this number?",
  chapter: 2,
  good: `
source: { dbt: weekly_learning_users }
`,
  bad: `
# hidden: true in dbt
source: { dbt: learning_users_base }
#              ^^^^^^^^^^^^^^^^^^^ \`learning_users_base\` in dbt is hidden (target/manifest.json): who can look it up? Name one that people see, or show this one
`,
  lookedUp: { learning_users_base: { found: "hidden" } },
  *check({ sources }) {
    for (const source of sources)
      if (source.found === "hidden")
        yield {
          ...sourcePlace(source),
          message: `${inSystem(source)} is hidden (${source.artifact}): who can look it up? Name one that people see, or show this one`,
        };
  },
};
