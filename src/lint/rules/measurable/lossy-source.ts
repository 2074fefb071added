import { backticked } from "../../../file/message-text.js";
import type { Rule } from "../../rule.js";
import { inSystem, sourcePlace } from "../../source-text.js";

export const lossySource: Rule = {
  id: "lossy-source",
  part: "measurable",
  severity: "warning",
  summary: "A metric of dbt that is looked up in its document of Ossie",
  why: `From 1.12 on, dbt writes target/osi_document.json at every parse, and that document does not hold what a metric is: a count of
the last seven days and a count of all time read the same in it, changes from week to week read as zero, and hidden
metrics and conversions are left out. Its manifest.json has all of them.`,
  question: null,
  chapter: 2,
  good: `
source: { dbt: weekly_learning_users }
`,
  bad: `
# dbt wrote the document.
source: { ossie: weekly_learning_users }
#                ^^^^^^^^^^^^^^^^^^^^^ \`weekly_learning_users\` in Ossie is looked up in a document that dbt wrote, which loses windows; write \`dbt: weekly_learning_users\`, which target/manifest.json has
`,
  lookedUp: { weekly_learning_users: { manifest: { artifact: "target/manifest.json", has: true } } },
  *check({ sources }) {
    for (const source of sources) {
      const { manifest, path, name } = source;
      if (source.system !== "ossie" || !manifest) continue;
      const start = `${inSystem(source)} is looked up in a document that dbt wrote, which loses windows`;
      if (!manifest.has)
        yield {
          ...sourcePlace(source),
          message: `${start}; name the metric in dbt's manifest.json as \`dbt: …\` instead`,
        };
      else
        yield {
          ...sourcePlace(source),
          message: `${start}; write ${backticked(`dbt: ${name}`)}, which ${manifest.artifact} has`,
          fix: {
            title: `write \`dbt: ${name}\``,
            safe: false,
            changes: [{ rename: [...path, "source", "ossie"], to: "dbt" }],
          },
        };
    }
  },
};
