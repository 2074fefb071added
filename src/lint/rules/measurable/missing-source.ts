import { backticked, joinWords } from "../../../file/message-text.js";
import type { Path, Suggestion } from "../../../file/problem.js";
import { systemNames } from "../../../metrics/metric.js";
import type { SourceFacts } from "../../../metrics/source.js";
import type { Rule } from "../../rule.js";
import { inSystem, sourcePlace } from "../../source-text.js";

export const missingSource: Rule = {
  id: "missing-source",
  part: "measurable",
  severity: "error",
  summary: "A metric that the semantic layer does not have",
  why: `\`source\` says whose definition counts when a number is asked for. A metric that was renamed, disabled or left out
there gives no number any more, and the North Star goes on as if it did. The files that the semantic layer writes are
read for this, and nothing else: docs/sources.md says which.`,
  question: "What is it called today where the numbers come from?",
  chapter: 2,
  good: `
source: { dbt: weekly_learning_users }
`,
  bad: `
# dbt calls it weekly_learning_users.
source: { dbt: weekly_lerning_users }
#              ^^^^^^^^^^^^^^^^^^^^ there is no metric \`weekly_lerning_users\` in dbt (target/manifest.json); did you mean \`weekly_learning_users\`?
`,
  lookedUp: { weekly_lerning_users: { found: "no", meant: ["weekly_learning_users"] } },
  *check({ sources }) {
    for (const source of sources) {
      const message = messageFor(source);
      // What dbt left out of its document of Ossie is told otherwise.
      const place = sourcePlace(source);
      const fix = fixFor(source, place.path);
      if (message && !source.manifest?.has) yield { ...place, message, ...(fix && { fix }) };
    }
  },
};

/** Writes the one name that is near. */
function fixFor({ found, meant: [guess, another] }: SourceFacts, path: Path): Suggestion | undefined {
  if (found !== "no" || guess === undefined || another !== undefined) return undefined;
  return { title: `write ${backticked(guess)}`, safe: false, changes: [{ set: path, to: guess }] };
}

function messageFor(source: SourceFacts): string | undefined {
  const { found, artifact, reason, meant, name, system } = source;
  const [guess, another] = meant;
  const there = `there is no metric ${inSystem(source)} (${artifact})`;
  if (found === "empty-artefact")
    return `${there}, nor any other: the file, a ${reason}, has no metrics; write it anew, or see \`artifacts\` in northstar.config.yaml`;
  if (found === "disabled")
    return `${inSystem(source)} is disabled (${artifact}), and gives no number; enable it there, or name another`;
  if (found === "skipped")
    return `${inSystem(source)} is not there, since ${reason} (${artifact}); change that there, or name another`;
  if (found !== "no") return undefined;
  if (another !== undefined)
    return `${backticked(name)} is the name of several metrics in ${systemNames[system]} (${artifact}); write ${joinWords(meant.slice(0, 4).map(backticked), "or")}`;
  return guess === undefined
    ? `${there}; correct the name, or add the metric there`
    : `${there}; did you mean ${backticked(guess)}?`;
}
