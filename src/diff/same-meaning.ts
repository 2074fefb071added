/** Whether two texts mean the same in other words: punctuation, spelling, another way to say how it is counted. */
import { contentWords } from "../reading/content-words.js";
import { englishLexicon } from "../reading/lexicon.js";
import { read } from "../reading/reading.js";
import { sentence } from "../reading/sentence.js";
import { type Token, tokenize } from "../reading/token.js";

/** Texts that are longer are the same only when they are the same to the letter. */
const longest = 5000;

/**
 * Whether two texts say the same word by word: case, punctuation, articles, forms of a word and misspellings change
 * nothing, and a number is the same in words and in digits. In another language than English forms and articles count.
 */
export function saysTheSame(before: string, after: string, english: boolean): boolean {
  if (before === after) return true;
  if (before.length > longest || after.length > longest) return false;
  const [were, are] = [said(before, english), said(after, english)];
  return (
    were.length === are.length &&
    were.every((token, index) => isSameWord(token, are[index] as Token, english))
  );
}

/**
 * Whether two definitions count the same: they say the same, or they read as the same count, speak of the same, and go
 * on in the same way after their first sentence.
 */
export function countsTheSame(before: string, after: string, english: boolean): boolean {
  if (saysTheSame(before, after, english)) return true;
  if (!english || before.length > longest || after.length > longest) return false;
  const [was, now] = [sentence(read("", before)), sentence(read("", after))];
  return (
    was !== null &&
    now !== null &&
    saysTheSame(was, now, english) &&
    saysTheSame(restOf(before), restOf(after), english) &&
    sameWords(contentWords(before), contentWords(after))
  );
}

function restOf(text: string): string {
  return /[.!?;]\s+(?=["“(]?\p{Lu})(.*)$/su.exec(text)?.[1] ?? "";
}

function sameWords(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((word) => b.has(word));
}

/** The words that count, in their order. */
function said(text: string, english: boolean): Token[] {
  return tokenize(text).filter(
    (token) => (!token.sign || meaningful.has(token.text)) && !(english && articles.has(token.word)),
  );
}

/** Signs that say something. */
const meaningful = new Set([..."%<>≤≥=+/×*$€£"]);
const articles = new Set(["a", "an", "the"]);

function isSameWord(a: Token, b: Token, english: boolean): boolean {
  if (a.word === b.word || isPercent(a, b) || isPercent(b, a)) return true;
  if (english && a.stem === b.stem) return true;
  const [one, other] = [a.number, b.number];
  if (one !== undefined || other !== undefined) return one === other;
  return isMisspelt(a, b);
}

function isPercent(a: Token, b: Token): boolean {
  return a.text === "%" && b.word === "percent";
}

/**
 * Whether one of two words is the other with a slip: letters that changed places, one letter too many or too few, or s
 * for z. Two words that are known, or that begin otherwise, are two words: contact and contract, typical and atypical.
 */
function isMisspelt(a: Token, b: Token): boolean {
  const [short, long] = a.word.length <= b.word.length ? [a.word, b.word] : [b.word, a.word];
  if (short.length < 4 || short[0] !== long[0]) return false;
  if (short.replaceAll("z", "s") === long.replaceAll("z", "s")) return true;
  if (isKnown(a) && isKnown(b)) return false;
  const at = [...short].findIndex((letter, index) => letter !== long[index]);
  const from = at < 0 ? short.length : at;
  if (short.length === long.length)
    return long === short.slice(0, from) + (short[from + 1] ?? "") + short[from] + short.slice(from + 2);
  return short.length >= 5 && long.slice(0, from) + long.slice(from + 1) === short;
}

/** Whether readings know a word. */
function isKnown(token: Token): boolean {
  return token.classes.size > 0 || englishLexicon().phrasesFrom(token.stem).length > 0;
}
