import type { Bet } from "../../../file/northstar.js";
import { type BetTarget, betTargets, kindAbove, targetFinder } from "../../bet-targets.js";
import type { Rule } from "../../rule.js";

export const betAtWrongLevel: Rule = {
  id: "bet-at-wrong-level",
  part: "bets",
  severity: "error",
  summary: "A bet stands under something that its level does not belong to",
  why: `The levels tell a story from the result of the business down to this week's work, and no step can be
left out. The step that is easily skipped is the opportunity: a feature is tied directly to an Input, and
nobody says which problem of the customer it solves, or which other feature might solve it better.`,
  question: "Which opportunity does this pursue, and what else could pursue it?",
  chapter: 7,
  good: `
inputs:
  - id: broadcasts
    name: Broadcasted Learnings
    definition: Charts and dashboards consumed by two or more people in seven days.
bets:
  - level: 2
    id: starting-points
    for: broadcasts
    if: new users did not face an empty page
    then: they would broadcast their first learning in week one
  - level: 3
    for: starting-points
    if: we ship chart templates
    then: newcomers start from one instead of an empty page
`,
  bad: `
inputs:
  - id: broadcasts
    name: Broadcasted Learnings
    definition: Charts and dashboards consumed by two or more people in seven days.
bets:
  - level: 3
    for: broadcasts
#        ^^^^^^^^^^ a level-3 bet pursues an opportunity, and this is an Input: write the level-2 bet between the two, and name that
    if: we ship chart templates
    then: newcomers start from one instead of an empty page
`,
  *check({ star, tree }) {
    if (tree.loose.length === 0) return;
    const find = targetFinder(betTargets(star));
    for (const { value: bet, path } of tree.loose) {
      const found = find(bet.for);
      const [other] = found;
      if (!other || found.some(({ kind }) => kind === kindAbove[bet.level])) continue;
      yield {
        path: [...path, "for"],
        message: `${belongs[bet.level]}, and this is ${article(other)} ${other.kind}: ${nextStep(bet, other)}`,
        related: [{ path: other.path, message: `the ${other.kind} it names` }],
      };
    }
  },
};

const belongs = [
  "a level-0 bet stands under a result",
  "a level-1 bet stands under an Input",
  "a level-2 bet stands under an Input",
  "a level-3 bet pursues an opportunity",
] as const;

function article({ kind }: BetTarget): string {
  return /^[aeio]/i.test(kind) ? "an" : "a";
}

const steps = ["name a result", "name an Input", "name an Input", "name a level-2 bet"] as const;

/** What to do: take the level that fits, or name what this level belongs to. */
function nextStep({ level }: Bet, { kind }: BetTarget): string {
  if (level === 3 && kind === "Input") return "write the level-2 bet between the two, and name that";
  const step = steps[level];
  const fitting = levelUnder[kind];
  return fitting === undefined ? step : `make it level ${fitting}, or ${step}`;
}

/** The level of a bet that could stand under something; under an Input, the first of two. */
const levelUnder: Partial<Record<BetTarget["kind"], number>> = { result: 0, Input: 1, opportunity: 3 };
