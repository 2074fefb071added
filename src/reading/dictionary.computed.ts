/** The words of words.ts laid out for looking up. The build computes it: that takes longer than reading a file. */
import { rootsOf } from "./content-words.js";
import { stemsOf } from "./token.js";
import { commonAbbreviations, type GroupName, words } from "./words.js";

/** By first stem, what {@link phrasesIn} reads: the group and further stems of each word and phrase. */
export const phraseDictionary: Readonly<Record<string, string>> = phrasesByStem();

/** The first words of what people do when they work: a clause that starts with one is an order. */
export const orders: readonly string[] = [words.building, words.bettering, words.work].flatMap((group) =>
  group.words.map((word) => word.split(" ")[0] ?? ""),
);

/** The roots of words that would fit any company. */
export const genericRoots: readonly string[] = [...rootsOf(words.generic.words.join(" "))];

/** Abbreviations that need no explanation, in capitals. */
export const abbreviations: readonly string[] = [...commonAbbreviations];

function phrasesByStem(): Record<string, string> {
  const found = new Map<string, string[]>();
  for (const group of Object.keys(words) as GroupName[])
    for (const word of words[group].words) {
      const [first = "", ...others] = stemsOf(word);
      found.set(first, [...(found.get(first) ?? []), [group, ...others].join(" ")]);
    }
  return Object.fromEntries([...found].map(([stem, phrases]) => [stem, phrases.join(",")]));
}
