/** The words of words.ts laid out for looking up. The build computes it: that takes longer than reading a file. */
import { genericRootsIn, ordersIn, phrasesByStem } from "./dictionary.js";
import { commonAbbreviations, words } from "./words.js";

export const phraseDictionary: Readonly<Record<string, string>> = phrasesByStem(words);
export const orders: readonly string[] = ordersIn(words);
export const genericRoots: readonly string[] = genericRootsIn(words);

/** Abbreviations that need no explanation, in capitals. */
export const abbreviations: readonly string[] = [...commonAbbreviations];
