/** The words of words.ts laid out for looking up. The build computes it: that takes longer than reading a file. */
import { genericRootsIn, ordersIn, phrasesByStem } from "./dictionary.js";
import { commonAbbreviations, words } from "./words.js";

export const dictionary = {
  phraseDictionary: phrasesByStem(words) as Readonly<Record<string, string>>,
  orders: ordersIn(words) as readonly string[],
  genericRoots: genericRootsIn(words) as readonly string[],
  /** Abbreviations that need no explanation, in capitals. */
  abbreviations: [...commonAbbreviations] as readonly string[],
};
