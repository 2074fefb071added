import { saysTheSame } from "../../../diff/same-meaning.js";
import type { FieldChange } from "../../../diff/star-changes.js";
import { valueAt } from "../../../file/change.js";
import { backticked, quoted } from "../../../file/message-text.js";
import { languageOf } from "../../../reading/language.js";
import type { Rule } from "../../rule.js";

export const betRewritten: Rule = {
  id: "bet-rewritten",
  part: "bets",
  severity: "warning",
  summary: "A bet says something else than when it was begun",
  why: `A bet is worth something because it was written down before anybody knew. When the change, its effect or what would
disprove it is rewritten while the work goes on, the bet can no longer be lost, and nobody learns from it. Another belief
is another bet: close this one with what it taught, and write a new one. What a bet did not say yet may be added, and
words may be mended. Only \`northstar lint --since REVISION\` knows what the file said before.`,
  question: "What have you seen since you began, and is it not worth writing down as what this bet taught?",
  chapter: 7,
  before: `
bets:
  - level: 1
    id: more-broadcasts
    for: broadcasts
    if: twice as many learnings are broadcast
    then: learning users rise within a month
    disproof: As many learning users after two months.
    stage: active
`,
  good: `
bets:
  - level: 1
    id: more-broadcasts
    for: broadcasts
    if: twice as many learnings are broadcast
    then: learning users rise within a month
    disproof: As many learning users after two months.
    stage: closed
    outcome: { date: 2026-11-02, verdict: lost, learned: What is broadcast to all is read by nobody. }
`,
  bad: `
bets:
  - level: 1
    id: more-broadcasts
    for: broadcasts
    # When the bet was begun, learning users were to rise.
    if: twice as many learnings are broadcast
    then: people say in a survey that they learn more
#         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ \`then\` was "learning users rise within a month" when this bet was begun: close it with what it taught and write a new bet, or say in a comment why it is the same one
    disproof: As many learning users after two months.
    stage: active
`,
  *check({ star, before, changes }) {
    if (!before) return;
    const english = languageOf(before) === "en" && languageOf(star) === "en";
    for (const change of changes) {
      if (change.kind !== "bet-rewritten" || !isUnderWay(change.before)) continue;
      const field = change.fields.find((each) => isOther(each, english));
      if (!field) continue;
      const path = [...change.path, ...field.key.split(".")];
      yield {
        path: valueAt(star, path) === undefined ? change.path : path,
        message: `${backticked(field.key)} was ${quoted(String(field.before))} when this bet was begun: close it with what it taught and write a new bet, or say in a comment why it is the same one`,
      };
    }
  },
};

function isUnderWay(bet: { stage?: string; outcome?: unknown } | undefined): boolean {
  return (bet?.stage === "active" || bet?.stage === "review") && bet.outcome === undefined;
}

/** Whether what was said is said otherwise, or no longer. */
function isOther({ before, after }: FieldChange, english: boolean): boolean {
  return before !== undefined && !saysTheSame(String(before), String(after ?? ""), english);
}
