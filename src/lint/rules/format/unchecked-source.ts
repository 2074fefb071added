import { backticked } from "../../../file/message-text.js";
import { systemNames } from "../../../metrics/metric.js";
import type { SourceFacts } from "../../../metrics/source.js";
import type { Rule } from "../../rule.js";
import { byArtifact, inSystem, sourcePlace } from "../../source-text.js";

export const uncheckedSource: Rule = {
  id: "unchecked-source",
  part: "format",
  severity: "note",
  summary: "A metric that nobody could look up",
  why: `\`source\` names a metric, and the file in which it would be looked up is not there. dbt's target folder, for one,
is in no repository: a build has to write it before northstar runs. Until then nobody knows whether the metric exists.`,
  question: null,
  chapter: null,
  good: `
source: { dbt: weekly_learning_users }
`,
  bad: `
# There is no target/manifest.json yet.
source: { dbt: weekly_readers }
#              ^^^^^^^^^^^^^^ \`weekly_readers\` in dbt is not looked up, since target/manifest.json is not there; run \`dbt parse\` before, or say under \`artifacts\` in northstar.config.yaml where it is
`,
  lookedUp: { weekly_readers: { found: "no-artefact" } },
  *check({ sources }) {
    for (const { first, all } of byArtifact(sources.filter(({ found }) => found === "no-artefact"))) {
      const what =
        all.length > 1 ? `${inSystem(first)} and ${all.length - 1} more are` : `${inSystem(first)} is`;
      yield {
        ...sourcePlace(first),
        message: `${what} not looked up, since ${first.artifact} is not there; ${stepFor(first)}say under \`artifacts\` in northstar.config.yaml where it is`,
      };
    }
    for (const source of sources)
      if (source.found === "unknown")
        yield {
          ...sourcePlace(source),
          message: `nobody can tell whether ${systemNames[source.system]} has ${backticked(source.name)} (${source.artifact}), since ${source.reason}`,
        };
  },
};

function stepFor({ system }: SourceFacts): string {
  if (system === "dbt" || system === "lightdash") return "run `dbt parse` before, or ";
  return system === "cube" ? "save the answer of /cubejs-api/v1/meta there, or " : "";
}
