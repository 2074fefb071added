/** The queues of bets: one for each level and stage, force-ranked (playbook, chapter 7). */
import { isOpen, ranked } from "../file/northstar.js";
import { betsIn } from "./bets.js";
import { type Entity, labelOf } from "./entities.js";
import type { Plan, Refusal } from "./plan.js";

/** Bets of one level in one stage, the first one first. */
export interface Queue {
  level: number;
  stage: string | undefined;
  bets: Entity[];
}

/** Every queue with a bet in it that is still on: by level, and in each by stage. */
export function queuesIn(value: unknown): Queue[] {
  const open = betsIn(value).filter((bet) => isOpen(bet.value));
  const stages = ["active", "review", "next", undefined];
  return [0, 1, 2, 3].flatMap((level) =>
    stages.flatMap((stage) => {
      const bets = open.filter((bet) => bet.value.level === level && bet.value.stage === stage);
      return bets.length > 0 ? [{ level, stage, bets: ranked(bets, (bet) => bet.value) }] : [];
    }),
  );
}

/** Puts a bet before another one of its queue, or at an end of it; then every bet of the queue has a rank. */
export function rankBet(value: unknown, bet: Entity, place: Entity | "first" | "last"): Plan | Refusal {
  const queue = queuesIn(value).find(({ bets }) => bets.some(({ number }) => number === bet.number));
  const others = (queue?.bets ?? []).filter(({ number }) => number !== bet.number);
  const index =
    place === "first"
      ? 0
      : place === "last"
        ? others.length
        : others.findIndex(({ number }) => number === place.number);
  if (index < 0)
    return typeof place === "object" && place.number === bet.number
      ? { reason: `${labelOf(bet, "bets")} cannot stand before itself` }
      : { reason: whyApart(bet, place as Entity) };
  const order = [...others.slice(0, index), bet, ...others.slice(index)];
  return {
    changes: order.map(({ path }, at) => ({ set: [...path, "rank"], to: at + 1 })),
    aside: `the order is ${order.map((each) => labelOf(each, "bets")).join(", ")}`,
  };
}

function whyApart(bet: Entity, other: Entity): string {
  const say = ({ value }: Entity) => `level ${value.level}, ${value.stage ?? "without a stage"}`;
  const [one, two] = [bet, other].map((each) => `${labelOf(each, "bets")} (${say(each)})`);
  return `${one} and ${two} stand in different queues: a rank orders the bets of one level in one stage`;
}
