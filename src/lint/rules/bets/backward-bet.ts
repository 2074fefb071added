import { quoted } from "../../../file/message-text.js";
import { type Bet, isOpen, type Named } from "../../../file/northstar.js";
import { rootsOf } from "../../../reading/content-words.js";
import type { Rule } from "../../rule.js";

export const backwardBet: Rule = {
  id: "backward-bet",
  part: "bets",
  severity: "warning",
  english: true,
  certain: true,
  summary: "A bet has cause and effect the wrong way round",
  why: `An Input bet says that the Input moves the metric, and a North Star bet that the metric moves a result.
An output that was taken for an Input shows when the bet is read aloud. If the bet is right as it stands, the metric and the Input should change
places.`,
  question: "Which of the two moves first?",
  chapter: 7,
  good: `
name: Happy Deliveries
inputs:
  - id: on-time
    name: Orders on time
    definition: Share of orders that arrive by the promised time.
bets:
  - level: 1
    for: on-time
    if: more orders are on time
    then: happy deliveries rise
`,
  bad: `
name: Happy Deliveries
inputs:
  - id: on-time
    name: Orders on time
    definition: Share of orders that arrive by the promised time.
bets:
  - level: 1
    for: on-time
    if: there are more happy deliveries
#       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ here the metric moves "Orders on time": turn the bet round, or let the two change places
    then: more orders are on time
`,
  *check({ star, tree }) {
    const metric = rootsOf(star.name);
    for (const input of tree.inputs) {
      const cause = rootsOf(input.value.name);
      for (const bet of input.bets)
        if (isBackward(bet, cause, metric))
          yield {
            path: [...bet.path, "if"],
            message: `here the metric moves ${quoted(input.value.name)}: turn the bet round, or let the two change places`,
          };
    }
    for (const result of tree.results) {
      const effect = rootsOf(result.value.name);
      for (const bet of result.bets)
        if (isBackward(bet, metric, effect))
          yield {
            path: [...bet.path, "if"],
            message: `here ${quoted(result.value.name)} moves the metric: turn the bet round`,
          };
    }
  },
};

/** Whether the `if` speaks of the effect and not of the cause, and the `then` of the cause and not of the effect. */
function isBackward({ value }: Named<Bet>, cause: ReadonlySet<string>, effect: ReadonlySet<string>): boolean {
  if (!isOpen(value)) return false;
  const [first, second] = [rootsOf(value.if), rootsOf(value.then)];
  const speaksOnly = (words: ReadonlySet<string>, of: ReadonlySet<string>, notOf: ReadonlySet<string>) => {
    const own = [...words].filter((word) => of.has(word) !== notOf.has(word));
    return own.length > 0 && own.every((word) => of.has(word));
  };
  return speaksOnly(first, effect, cause) && speaksOnly(second, cause, effect);
}
