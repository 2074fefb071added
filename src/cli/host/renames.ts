/** Matches texts with what they were before a rename, by how much they have in common. */
import { posix } from "node:path";

interface Text {
  name: string;
  text: string;
}

/** How much of two texts has to be the same, of 1, for one to be the other: as much as git wants. */
const enough = 0.5;

/** Each text now with the one that it was before, most alike first; none is taken twice. */
export function matchRenames<N extends Text, B extends Text>(
  now: readonly N[],
  before: readonly B[],
): [N, B][] {
  const lines = new Map([...now, ...before].map((each) => [each, linesOf(each.text)] as const));
  const candidates = now
    .flatMap((each) =>
      before.map((other) => ({ each, other, share: shareOf(lines.get(each), lines.get(other)) })),
    )
    .filter(({ share }) => share >= enough)
    .sort((a, b) => b.share - a.share || Number(isNamesake(b)) - Number(isNamesake(a)));
  const taken = new Set<Text>();
  const pairs: [N, B][] = [];
  for (const { each, other } of candidates) {
    if (taken.has(each) || taken.has(other)) continue;
    taken.add(each).add(other);
    pairs.push([each, other]);
  }
  return pairs;
}

function isNamesake({ each, other }: { each: Text; other: Text }): boolean {
  return posix.basename(each.name) === posix.basename(other.name);
}

/** How often each line occurs, without line ends and empty lines. */
function linesOf(text: string): Map<string, number> {
  const lines = new Map<string, number>();
  for (const line of text.split("\n").map((each) => each.trimEnd()))
    if (line !== "") lines.set(line, (lines.get(line) ?? 0) + 1);
  return lines;
}

/** The share of lines that two texts have in common. */
function shareOf(
  one: ReadonlyMap<string, number> = new Map(),
  other: ReadonlyMap<string, number> = new Map(),
): number {
  const all = sum(one.values()) + sum(other.values());
  const common = sum([...one].map(([line, times]) => Math.min(times, other.get(line) ?? 0)));
  return all === 0 ? 0 : (2 * common) / all;
}

function sum(numbers: Iterable<number>): number {
  let total = 0;
  for (const number of numbers) total += number;
  return total;
}
