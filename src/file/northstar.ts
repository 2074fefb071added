/** A valid northstar.yaml as a value, and the tree of what stands under what (playbook, chapters 1 and 7). */

import type { Bet, Input, Northstar, Result } from "./format.generated.js";
import { groupBy } from "./group-by.js";
import type { Path } from "./problem.js";
import { isAscii } from "./text.js";

export type * from "./format.generated.js";

/** One of the three games (playbook, chapter 3). */
export type Game = Exclude<Northstar["game"], "____">;

/** The game that the product plays; null while a blank stands in its place. */
export function gameOf({ game }: Pick<Northstar, "game">): Game | null {
  return game === "____" ? null : game;
}

/** Something named in the file, with its place and the id that bets call it by. */
export interface Named<T> {
  id: string;
  value: T;
  path: Path;
}

/** results ← metric ← Inputs ← opportunities ← interventions; every bet stands in exactly one place. */
export interface Tree {
  results: ResultNode[];
  inputs: InputNode[];
  /** Bets whose `for` names nothing they can stand under. */
  loose: (Named<Bet> | OpportunityNode)[];
}

export interface ResultNode extends Named<Result> {
  bets: Named<Bet>[];
}

export interface InputNode extends Named<Input> {
  bets: Named<Bet>[];
  opportunities: OpportunityNode[];
}

export interface OpportunityNode extends Named<Bet> {
  interventions: Named<Bet>[];
}

/** The level names of the playbook's chapter 7. */
export const betLevels = ["North Star bet", "Input bet", "opportunity", "intervention"] as const;

/** Whether a bet is still on: neither closed, nor known how it went. */
export function isOpen({ stage, outcome }: { stage?: unknown; outcome?: unknown }): boolean {
  return stage !== "closed" && outcome === undefined;
}

/** What the place of a bet in its queue depends on. */
type Queued = Partial<Record<"level" | "stage" | "rank", unknown>>;

/** Bets by rank: those of a level and stage keep the places that they have among the others, ranked ones first. */
export function ranked<T>(bets: readonly T[], queuedAs: (bet: T) => Queued): T[] {
  const queueOf = (bet: T) => `${queuedAs(bet).level} ${queuedAs(bet).stage}`;
  const rankOf = (bet: T) => Number(queuedAs(bet).rank ?? Number.POSITIVE_INFINITY);
  const queues = groupBy(bets, queueOf);
  for (const queue of queues.values())
    queue.sort((a, b) => (rankOf(a) < rankOf(b) ? -1 : rankOf(a) > rankOf(b) ? 1 : 0));
  return bets.map((bet) => queues.get(queueOf(bet))?.shift() ?? bet);
}

/** A name as an id: letters and digits of any script, lower case, joined by hyphens. */
export function slug(name: string): string {
  if (isAscii(name))
    return (
      name
        .toLowerCase()
        .match(/[a-z\d]+/g)
        ?.join("-") ?? ""
    );
  const words = name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu);
  return words?.join("-").normalize("NFC") ?? "";
}

/** Everything with a name or an id, placed. A bet without an id has the empty one. */
export function named(star: Northstar): {
  results: Named<Result>[];
  inputs: Named<Input>[];
  bets: Named<Bet>[];
} {
  const place =
    <T extends { id?: string; name?: string }>(key: string) =>
    (value: T, index: number): Named<T> => ({
      id: value.id ?? slug(value.name ?? ""),
      value,
      path: [key, index],
    });
  return {
    results: (star.results ?? []).map(place<Result>("results")),
    inputs: star.inputs.map(place<Input>("inputs")),
    bets: (star.bets ?? []).map(place<Bet>("bets")),
  };
}

/**
 * What stands under what. The first of several things with the same id is meant. Where the file lists no
 * results at all, the results are those that level-0 bets name, as long as nothing else is called so.
 */
export function treeOf(star: Northstar): Tree {
  const { results, inputs, bets } = named(star);
  const tree: Tree = {
    results: results.map((result) => ({ ...result, bets: [] })),
    inputs: inputs.map((input) => ({ ...input, bets: [], opportunities: [] })),
    loose: [],
  };
  const opportunities = new Map<string, OpportunityNode>();
  const find = <T extends { id: string }>(list: T[], id: string) => list.find((each) => each.id === id);
  const others = new Set([
    ...inputs.flatMap(({ id, value }) => [id, slug(value.name)]),
    ...bets.filter(({ value }) => value.level > 0).map(({ id }) => id),
  ]);

  for (const bet of bets.filter((bet) => bet.value.level < 3)) {
    const { level, for: target } = bet.value;
    if (level === 0) {
      const isNew = results.length === 0 && !others.has(target) && !others.has(slug(target));
      if (isNew && !find(tree.results, slug(target)))
        tree.results.push({
          id: slug(target),
          value: { name: target },
          path: [...bet.path, "for"],
          bets: [],
        });
      (find(tree.results, results.length === 0 ? slug(target) : target)?.bets ?? tree.loose).push(bet);
    } else if (level === 1) {
      (find(tree.inputs, target)?.bets ?? tree.loose).push(bet);
    } else {
      const node = { ...bet, interventions: [] };
      if (bet.id && !opportunities.has(bet.id)) opportunities.set(bet.id, node);
      (find(tree.inputs, target)?.opportunities ?? tree.loose).push(node);
    }
  }
  for (const bet of bets.filter((bet) => bet.value.level === 3))
    (opportunities.get(bet.value.for)?.interventions ?? tree.loose).push(bet);
  return tree;
}
