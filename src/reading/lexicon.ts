/** Finds the words of words.ts in tokens. */
import { stemOf, type Token, tokenize } from "./token.js";
import { type GroupName, words } from "./words.js";

/** Tokens [from, to) that are a word or phrase of a group. */
export interface Mark {
  group: GroupName;
  from: number;
  to: number;
}

interface Phrase {
  group: GroupName;
  stems: readonly string[];
}

/** Phrases by their first stem, the longest first. */
export type Lexicon = ReadonlyMap<string, readonly Phrase[]>;

/** Words of a team's own, by group. */
export type ExtraWords = Partial<Record<GroupName, readonly string[]>>;

/** The lexicon of words.ts with a team's own words. */
export function lexiconOf(extra: ExtraWords = {}): Lexicon {
  const lexicon = new Map<string, Phrase[]>();
  for (const group of Object.keys(words) as GroupName[])
    for (const word of [...words[group].words, ...(extra[group] ?? [])]) add(lexicon, group, word);
  for (const phrases of lexicon.values()) phrases.sort((a, b) => b.stems.length - a.stems.length);
  return lexicon;
}

function add(lexicon: Map<string, Phrase[]>, group: GroupName, word: string): void {
  // Nearly all are plain words, and tokenizing 1,600 of them would be felt at start-up.
  const plain = /^[a-z ]+$/.test(word);
  const stems = plain ? word.split(" ").map(stemOf) : tokenize(word).map((token) => token.stem);
  const [first] = stems;
  if (first === undefined) return;
  const phrases = lexicon.get(first);
  if (phrases) phrases.push({ group, stems });
  else lexicon.set(first, [{ group, stems }]);
}

let english: Lexicon | undefined;

/** The lexicon of words.ts, made when first asked for. */
export function englishLexicon(): Lexicon {
  english ??= lexiconOf();
  return english;
}

/** For each token the words and phrases of the lexicon that start there; of one group, only the longest. */
export function marksIn(tokens: readonly Token[], lexicon: Lexicon): Mark[][] {
  return tokens.map((token, from) => {
    const found = new Map<GroupName, Mark>();
    for (const { group, stems } of lexicon.get(token.stem) ?? [])
      if (!found.has(group) && stems.every((stem, i) => tokens[from + i]?.stem === stem))
        found.set(group, { group, from, to: from + stems.length });
    return [...found.values()];
  });
}

/** Whether a token is one of these words, in any form. */
export function isAny(token: Token | undefined, stems: ReadonlySet<string>): boolean {
  return token !== undefined && stems.has(token.stem);
}

/** The stems of words, for {@link isAny}. */
export function stems(text: string): ReadonlySet<string> {
  return new Set(text.split(" ").map(stemOf));
}
