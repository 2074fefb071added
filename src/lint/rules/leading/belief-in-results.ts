import { quoted } from "../../../file/message-text.js";
import { hasBlank } from "../../../reading/blank.js";
import { exposureOnly, ownResult } from "../../../reading/predicates.js";
import { read } from "../../../reading/reading.js";
import { whatMoves } from "../../../reading/rise.js";
import type { Rule } from "../../rule.js";

export const beliefInResults: Rule = {
  id: "belief-in-results",
  part: "leading",
  severity: "note",
  english: true,
  summary: "A belief that waits for a result",
  why: `"We would be more confident if we saw more …" is the raw form of a North Star Metric: a change in what
customers do that tells early that the strategy works. Revenue and renewals tell it late, and views and sign-ups
tell it of any strategy.`,
  question: "What would customers do differently, long before this number moves?",
  chapter: 3,
  good: `
beliefs:
  - >-
    We would be more confident that our strategy works if we saw more customers thinking about the films they saw,
    measured by reflections posted after a film.
`,
  bad: `
beliefs:
  - We would be more confident that our strategy works if we saw more revenue, measured by page views.
#                                                                     ^^^^^^^ "revenue" tells late that the strategy works: what do customers do before?
#                                                                                          ^^^^^^^^^^ "page views" can rise without anybody being better off: what shows that customers got something?
`,
  *check({ star: { beliefs = [] } }) {
    for (const [index, belief] of beliefs.entries())
      for (const [part, at] of evidenceIn(belief)) {
        const message = hasBlank(part) ? undefined : doubtOf(part);
        if (message) yield { path: ["beliefs", index], span: [at, at + part.length], message };
      }
  },
};

/** What somebody wants to see more of, and what it is measured by, each with its offset. */
function evidenceIn(belief: string): [string, number][] {
  const match = /\b(?:saw|see) more (.+?)(?:, measured by (.+?))?\.?$/d.exec(belief);
  return [1, 2].flatMap((group) => {
    const [text, range] = [match?.[group], match?.indices?.[group]];
    return text && range ? [[text, range[0]] as [string, number]] : [];
  });
}

function doubtOf(part: string): string | undefined {
  const what = whatMoves(part);
  const counted = read("", what);
  if (ownResult(counted) || ownResult(read(what, "")))
    return `${quoted(what)} tells late that the strategy works: what do customers do before?`;
  if (exposureOnly(counted))
    return `${quoted(what)} can rise without anybody being better off: what shows that customers got something?`;
  return undefined;
}
