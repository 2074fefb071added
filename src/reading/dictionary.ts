/** Lays out the words of words.ts for looking up. */
import { rootsOf } from "./content-words.js";
import { stemsOf } from "./token.js";
import type { GroupName } from "./words.js";

/** What is laid out: words by group. */
export type Groups = Readonly<Record<GroupName, { words: readonly string[] }>>;

/** By first stem, what {@link phrasesIn} reads: the group and further stems of each word and phrase. */
export function phrasesByStem(groups: Groups): Record<string, string> {
  const found = new Map<string, string[]>();
  for (const group of Object.keys(groups) as GroupName[])
    for (const word of groups[group].words) {
      const [first = "", ...others] = stemsOf(word);
      found.set(first, [...(found.get(first) ?? []), [group, ...others].join(" ")]);
    }
  return Object.fromEntries([...found].map(([stem, phrases]) => [stem, phrases.join(",")]));
}

/** The first words of what people do when they work: a clause that starts with one is an order. */
export function ordersIn({ building, bettering, work }: Groups): string[] {
  return [building, bettering, work].flatMap((group) => group.words.map((word) => word.split(" ")[0] ?? ""));
}

/** The roots of words that would fit any company. */
export function genericRootsIn({ generic }: Groups): string[] {
  return [...rootsOf(generic.words.join(" "))];
}
