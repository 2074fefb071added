import { rootsOf, shareRoot } from "../../../reading/content-words.js";
import { englishLexicon } from "../../../reading/lexicon.js";
import type { Rule } from "../../rule.js";

export const genericMetric: Rule = {
  id: "generic-metric",
  part: "strategy",
  severity: "note",
  english: true,
  summary: "Would fit any company",
  why: `The strategy should be readable in the metric: from "Weekly Learning Users" one can tell that learning in teams
matters. A metric that shares no word with the team's vision or strategy may be right all the same, where
execution is the strategy. It is worth asking.`,
  question: "What in this metric could only be yours?",
  chapter: 2,
  good: `
name: Weekly Learning Users
definition: Number of users who share a learning that at least two other people consume in a week.
strategy: Spread what one person learns to the people who decide.
`,
  bad: `
name: Tasks done
#     ^^^^^^^^^^ can the strategy be read in this metric? They have no word in common
definition: Number of tasks completed in a week.
strategy: Be the place where small shops find a fair loan.
`,
  *check({ star, metric }) {
    const sentences = [star.vision, star.strategy].filter((text) => text !== undefined);
    if (sentences.length === 0 || metric.definition === "") return;
    const own = telling(`${star.name} ${star.definition}`);
    if (sentences.some((text) => shareRoot(telling(text), own))) return;
    const key = star.strategy === undefined ? "vision" : "strategy";
    yield {
      path: ["name"],
      message: `can the ${key} be read in this metric? They have no word in common`,
      related: [{ path: [key], message: `the ${key}` }],
    };
  },
};

/** The roots that would not fit any company. */
function telling(text: string): ReadonlySet<string> {
  const { genericRoots } = englishLexicon();
  return new Set([...rootsOf(text)].filter((root) => !genericRoots.has(root)));
}
