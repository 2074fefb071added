/** Text as words: the one place that knows about hyphens, apostrophes and where a word ends. */
import { isAscii } from "../file/text.js";
import type { WordClass } from "./function-words.js";
import { type WordForm, wordFormOf } from "./word-form.js";

/** A word, number or sign of a text, with its place as UTF-16 offsets [start, end). */
export interface Token extends WordForm {
  start: number;
  end: number;
  /** Joined to the word before by a hyphen. */
  joined: boolean;
  /** In the possessive: seller's, sellers'. */
  possessive: boolean;
}

/** A word, that is a letter, then letters and digits, then parts after apostrophes; a number; or a sign that is not silent. */
const ascii = /[A-Za-z][A-Za-z\d]*(?:'[A-Za-z]+)*|\d+(?:[.,]\d+)*(?:st|nd|rd|th)?|[^\sA-Za-z\d"'*_`-]/g;
// Making this one takes as long as finding the words of three definitions, and few texts need it.
const unicode = () =>
  /\p{N}+(?:[.,]\p{N}+)*(?:st|nd|rd|th)?|\p{L}[\p{L}\p{M}\p{N}]*(?:['’][\p{L}\p{M}]+)*|[^\s\p{L}\p{N}"'‘’“”*_`\u00AD‐‑–—-]/gu;

const hyphens = "-‐‑";

/** The first tokens of a text. Hyphens, apostrophes, quotes and marks of emphasis only separate. */
export function tokenize(text: string, most = Number.POSITIVE_INFINITY): Token[] {
  const found = text.match(isAscii(text) ? ascii : unicode()) ?? [];
  const tokens: Token[] = [];
  let at = 0;
  for (const raw of found) {
    if (tokens.length === most) break;
    // Nothing between two of them has their letters or signs.
    const start = text.indexOf(raw, at);
    const joined = start === at + 1 && at > 0 && hyphens.includes(text.charAt(at));
    at = start + raw.length;
    const possessive = raw.endsWith("s") && (isApostrophe(raw.at(-2)) || isApostrophe(text[at]));
    const form = wordFormOf(raw);
    // Written out: copying an object takes longer than all else that is done for a token.
    tokens.push({
      text: raw,
      word: form.word,
      stem: form.stem,
      classes: form.classes,
      sign: form.sign,
      number: form.number,
      ordinal: form.ordinal,
      unit: form.unit,
      recurs: form.recurs,
      plural: form.plural,
      verbForm: form.verbForm,
      ly: form.ly,
      adjective: form.adjective,
      determiner: form.determiner,
      noun: form.noun,
      beforeVerb: form.beforeVerb,
      boundary: form.boundary,
      traits: form.traits,
      start,
      end: at,
      joined,
      possessive,
    });
  }
  return tokens;
}

function isApostrophe(sign: string | undefined): boolean {
  return sign === "'" || sign === "’";
}

/** Whether a token is one of the words of a group. */
export function is(token: Token | undefined, name: WordClass): boolean {
  return token?.classes.has(name) === true;
}

/** The stems of a word or of the words of a phrase. */
export function stemsOf(phrase: string): string[] {
  return tokenize(phrase).map(({ stem }) => stem);
}
