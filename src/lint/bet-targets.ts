/** What a bet's `for` names, and what its level can stand under (playbook, chapter 7). */
import { betLevels, type Northstar, named, slug } from "../file/northstar.js";
import type { Path } from "../file/problem.js";

/** Something that an id names, in the words of the playbook. */
export interface BetTarget {
  id: string;
  name: string;
  kind: "result" | "Input" | (typeof betLevels)[number];
  path: Path;
}

/** What a bet of each level stands under. */
export const kindAbove = ["result", "Input", "Input", "opportunity"] as const;

/** Everything that an id can name: results, then Inputs, then bets. */
export function betTargets(star: Northstar): BetTarget[] {
  const { results, inputs, bets } = named(star);
  return [
    ...results.map(({ id, value, path }) => ({ id, name: value.name, kind: "result" as const, path })),
    ...inputs.map(({ id, value, path }) => ({ id, name: value.name, kind: "Input" as const, path })),
    ...bets.map(({ id, value, path }) => ({ id, name: value.if, kind: betLevels[value.level], path })),
  ];
}

/** Finds what a text could mean, by id or by name. */
export function targetFinder(all: readonly BetTarget[]): (text: string) => readonly BetTarget[] {
  const found = new Map<string, BetTarget[]>();
  for (const each of all)
    for (const key of new Set([each.id, slug(each.name)])) {
      const others = found.get(key);
      if (others) others.push(each);
      else found.set(key, [each]);
    }
  return (text) => [...new Set([text, slug(text)].filter(Boolean).flatMap((key) => found.get(key) ?? []))];
}
