import { hasDrifted } from "../../../metrics/source.js";
import type { Rule } from "../../rule.js";
import { inSystem, isKnown, sourcePlace } from "../../source-text.js";

export const driftedSource: Rule = {
  id: "drifted-source",
  part: "review",
  severity: "warning",
  summary: "A metric is counted in another way than the team has accepted",
  why: `Somebody changed the definition in the semantic layer: another window, another filter, another column. The chart has
a step that nothing in the product explains, and the definition in this file may be wrong from that day on. Look at the
change, and then accept it: \`northstar measure --accept\` writes it into northstar.lock.`,
  question: "Does the definition in this file still say what is counted?",
  chapter: 6,
  good: `
source: { dbt: weekly_learning_users }
`,
  bad: `
# northstar.lock has the hash of another definition.
source: { dbt: weekly_readers }
#              ^^^^^^^^^^^^^^ \`weekly_readers\` in dbt is counted in another way than was accepted: look at what changed there, then run \`northstar measure --accept metric\`
`,
  lookedUp: { weekly_readers: { hash: "dbt-1:2222222222222222", accepted: "dbt-1:1111111111111111" } },
  *check({ sources }) {
    for (const source of sources)
      if (isKnown(source) && hasDrifted(source))
        yield {
          ...sourcePlace(source),
          message: `${inSystem(source)} is counted in another way than was accepted: look at what changed there, then run \`northstar measure --accept ${source.thing}\``,
        };
  },
};
