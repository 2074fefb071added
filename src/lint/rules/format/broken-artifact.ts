import type { System } from "../../../metrics/metric.js";
import type { Rule } from "../../rule.js";
import { byArtifact, sourcePlace } from "../../source-text.js";

/** How the file comes to be what it should be. */
const steps: Partial<Record<System, string>> = {
  dbt: "write it anew with `dbt parse`",
  lightdash: "write it anew with `dbt parse`",
  cube: "save the answer of /cubejs-api/v1/meta again",
};

export const brokenArtifact: Rule = {
  id: "broken-artifact",
  part: "format",
  severity: "error",
  summary: "The file of a semantic layer is not what it should be",
  why: `Nothing can be looked up in it, and nothing is said of the metrics that it should hold. A program that could not
answer often leaves an error or a web page where its answer should be.`,
  question: null,
  chapter: null,
  good: `
source: { cube: Learnings.weekly_users }
`,
  bad: `
# cube-meta.json holds {"error": "Authorization header isn't set"}
source: { cube: Learnings.weekly_reads }
#               ^^^^^^^^^^^^^^^^^^^^^^ cube-meta.json is Cube's error answer (Authorization header isn't set), so nothing can be looked up in it; save the answer of /cubejs-api/v1/meta again
`,
  lookedUp: {
    "Learnings.weekly_reads": {
      found: "not-an-artefact",
      artifact: "cube-meta.json",
      reason: "Cube's error answer (Authorization header isn't set)",
    },
  },
  *check({ sources, lockFault }) {
    const [first] = sources;
    if (first && lockFault !== null) yield { ...sourcePlace(first), message: lockFault, point: null };
    for (const { first: source } of byArtifact(sources.filter(({ found }) => found === "not-an-artefact"))) {
      const step =
        steps[source.system] ?? "mend it, or name another file under `artifacts` in northstar.config.yaml";
      yield {
        ...sourcePlace(source),
        message: `${source.artifact} is ${source.reason}, so nothing can be looked up in it; ${step}`,
      };
    }
  },
};
