/** Finds the words of words.ts in tokens. */
import { dictionary } from "./dictionary.computed.js";
import { stemsOf, type Token } from "./token.js";
import type { GroupName } from "./words.js";

/** Tokens [from, to) that are a word or phrase of a group. */
export interface Mark {
  group: GroupName;
  from: number;
  to: number;
}

const none: readonly never[] = [];

interface Phrase {
  group: GroupName;
  stems: readonly string[];
}

export interface Lexicon {
  /** The words and phrases that start with a stem, the longest first. */
  phrasesFrom(stem: string): readonly Phrase[];
  /** Abbreviations that need no explanation, in capitals. */
  abbreviations: ReadonlySet<string>;
  /** The first words of what people do when they work: a clause that starts with one is an order. */
  orders: ReadonlySet<string>;
  /** The roots of words that would fit any company. */
  genericRoots: ReadonlySet<string>;
}

/** The groups of words.ts in which a team may put words of its own, by their keys in the configuration. */
const ownGroups = {
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

/** Groups that say something for or against a metric; a word that a team puts into one is taken out of the others. */
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
export function lexiconOf(own: OwnWords = {}, known: typeof dictionary = dictionary): Lexicon {
  const { phraseDictionary } = known;
  const names = Object.keys(ownGroups) as (keyof typeof ownGroups)[];
  const taken = new Set(names.flatMap((name) => own[name] ?? []).map(stemsAsKey));
  const neutral = new Set((own.neutral ?? []).map(stemsAsKey));
  const added = names.flatMap((name) =>
    (own[name] ?? []).map((word) => ({ group: ownGroups[name], stems: stemsOf(word) })),
  );
  const ownAbbreviations = (own.abbreviations ?? []).map((each) => each.toUpperCase());
  const isOwn = added.length > 0 || neutral.size > 0;
  const found = new Map<string, readonly Phrase[]>();
  return {
    phrasesFrom,
    abbreviations: new Set([...known.abbreviations, ...ownAbbreviations]),
    orders: new Set(known.orders),
    genericRoots: new Set(known.genericRoots),
  };

  function phrasesFrom(stem: string): readonly Phrase[] {
    const before = found.get(stem);
    if (before) return before;
    if (added.length === 0 && !Object.hasOwn(phraseDictionary, stem)) return none;
    const phrases = isOwn ? ownPhrases(stem) : phrasesIn(phraseDictionary, stem);
    if (phrases.length > 1) phrases.sort((a, b) => b.stems.length - a.stems.length);
    // What is in no list is not kept: there is no end of such words.
    if (phrases.length > 0) found.set(stem, phrases);
    return phrases;
  }

  function ownPhrases(stem: string): Phrase[] {
    return [
      ...phrasesIn(phraseDictionary, stem).filter(({ group, stems }) => {
        const key = stems.join(" ");
        return !neutral.has(key) && !(taken.has(key) && judging.has(group));
      }),
      ...added.filter(({ stems }) => stems[0] === stem),
    ];
  }
}

/** What a dictionary has under a stem. */
function phrasesIn(phraseDictionary: Readonly<Record<string, string>>, stem: string): Phrase[] {
  if (!Object.hasOwn(phraseDictionary, stem)) return [];
  return (phraseDictionary[stem] ?? "").split(",").map((phrase) => {
    const [group = "", ...others] = phrase.split(" ");
    return { group: group as GroupName, stems: [stem, ...others] };
  });
}

function stemsAsKey(word: string): string {
  return stemsOf(word).join(" ");
}

let english: Lexicon | undefined;

/** The lexicon of words.ts, made when first asked for. */
export function englishLexicon(): Lexicon {
  english ??= lexiconOf();
  return english;
}

/** For each token the words and phrases of the lexicon that start there; of one group, only the longest. */
export function marksIn(tokens: readonly Token[], lexicon: Lexicon): (readonly Mark[])[] {
  return tokens.map((token, from) => {
    const phrases = lexicon.phrasesFrom(token.stem);
    if (phrases.length === 0) return none;
    const found: Mark[] = [];
    for (const { group, stems } of phrases)
      if (isAt(stems, tokens, from) && !found.some((mark) => mark.group === group))
        found.push({ group, from, to: from + stems.length });
    return found;
  });
}

function isAt(stems: readonly string[], tokens: readonly Token[], from: number): boolean {
  for (let at = 1; at < stems.length; at += 1) if (tokens[from + at]?.stem !== stems[at]) return false;
  return true;
}
