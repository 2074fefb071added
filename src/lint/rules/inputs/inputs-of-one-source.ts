import { listSome, quoted } from "../../../file/message-text.js";
import { leafRelation } from "../../../metrics/source.js";
import type { Rule } from "../../rule.js";
import { sourcePlace, sourcesOf } from "../../source-text.js";

export const inputsOfOneSource: Rule = {
  id: "inputs-of-one-source",
  part: "inputs",
  severity: "warning",
  summary: "Two Inputs are computed from the same data",
  why: `Inputs are worth having apart when they can move apart. Two that the semantic layer computes from the same counts
move together, so the team looks at one thing twice and misses another.`,
  question: "Can one of the two rise while the other falls?",
  chapter: 4,
  good: `
inputs:
  - name: Broadcasted Learnings
    definition: Charts, dashboards and notebooks consumed by two or more people in seven days.
    source: { dbt: broadcasts }
  - name: Activated Organizations
    definition: New organizations in which three people have run a query in their first week.
    source: { dbt: activations }
`,
  bad: `
inputs:
  - name: Broadcasted Learnings
    definition: Charts, dashboards and notebooks consumed by two or more people in seven days.
    source: { dbt: broadcasts }
  - name: Shared Learnings
    definition: Learnings that their authors have shared with somebody in seven days.
    source: { dbt: broadcasts_28d }
#                  ^^^^^^^^^^^^^^ this is computed from the same as "Broadcasted Learnings" (count of id in shares): can one of the two rise while the other falls?
`,
  lookedUp: {
    broadcasts: { leaves: ["count of id in shares"] },
    broadcasts_28d: { leaves: ["count of id in shares"] },
    activations: { leaves: ["count of id in organizations"] },
  },
  *check({ sources, star }) {
    const inputs = sourcesOf(sources, "inputs");
    for (const [index, source] of inputs.entries()) {
      const other = inputs.slice(0, index).find((each) => leafRelation(source, each) === "same");
      if (!other || source.leaves === "unknown") continue;
      const name = star.inputs[Number(other.path[1])]?.name ?? "";
      yield {
        ...sourcePlace(source),
        message: `this is computed from the same as ${quoted(name)} (${listSome(source.leaves)}): can one of the two rise while the other falls?`,
        related: [{ message: "the same is counted here", path: [...other.path, "source", other.system] }],
      };
    }
  },
};
