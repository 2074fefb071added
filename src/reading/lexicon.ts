/** Finds the words of words.ts in tokens. */
import { stemOf, type Token, tokenize } from "./token.js";
import { commonAbbreviations, type GroupName, words } from "./words.js";

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

export interface Lexicon {
  /** Phrases by their first stem, the longest first. */
  phrases: ReadonlyMap<string, readonly Phrase[]>;
  /** Abbreviations that need no explanation, in capitals. */
  abbreviations: ReadonlySet<string>;
}

/** What the groups are called in which a team may put words of its own. */
export const ownGroups = {
  value: "value",
  presence: "presence",
  vanity: "exposure",
  results: "result",
  audience: "audience",
} as const satisfies Record<string, GroupName>;

/** Words of a team's own: each counts only as what it is put into, and neutral ones speak neither for nor against. */
export type OwnWords = Partial<
  Record<keyof typeof ownGroups | "neutral" | "abbreviations", readonly string[]>
>;

/** Groups that say something for or against a metric; a word of the team's own is taken out of all of them. */
const judging: ReadonlySet<GroupName> = new Set([
  "value",
  "presence",
  "exposure",
  "start",
  "stay",
  "funnel",
  "output",
  "money",
  "result",
  "mind",
  "trouble",
  "market",
  "audience",
  "gesture",
]);

/** The lexicon of words.ts with a team's own words. */
export function lexiconOf(own: OwnWords = {}): Lexicon {
  const phrases = new Map<string, Phrase[]>();
  const names = Object.keys(ownGroups) as (keyof typeof ownGroups)[];
  const taken = new Set([...names, "neutral" as const].flatMap((name) => own[name] ?? []).map(keyOf));
  for (const group of Object.keys(words) as GroupName[])
    for (const word of words[group].words)
      if (taken.size === 0 || !judging.has(group) || !taken.has(keyOf(word))) add(phrases, group, word);
  for (const name of names) for (const word of own[name] ?? []) add(phrases, ownGroups[name], word);
  for (const each of phrases.values()) each.sort((a, b) => b.stems.length - a.stems.length);
  const ownAbbreviations = (own.abbreviations ?? []).map((each) => each.toUpperCase());
  return { phrases, abbreviations: new Set([...commonAbbreviations, ...ownAbbreviations]) };
}

function keyOf(word: string): string {
  return stemsOf(word).join(" ");
}

function add(lexicon: Map<string, Phrase[]>, group: GroupName, word: string): void {
  const stems = stemsOf(word);
  const [first] = stems;
  if (first === undefined) return;
  const phrases = lexicon.get(first);
  if (phrases) phrases.push({ group, stems });
  else lexicon.set(first, [{ group, stems }]);
}

function stemsOf(word: string): string[] {
  // Nearly all are plain words, and tokenizing 1,600 of them would be felt at start-up.
  const plain = /^[a-z ]+$/.test(word);
  return plain ? word.split(" ").map(stemOf) : tokenize(word).map((token) => token.stem);
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
    for (const { group, stems } of lexicon.phrases.get(token.stem) ?? [])
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
