/** Text as words: the one place that knows about case, plural, endings, hyphens and apostrophes. */
import { isAscii } from "../file/text.js";

/** A word, number or sign of a text, with its place as UTF-16 offsets [start, end). */
export interface Token {
  text: string;
  /** Lower case, plain apostrophes, without a possessive ending. */
  word: string;
  /** What the word's forms share: share, shares, shared and sharing have one stem. */
  stem: string;
  start: number;
  end: number;
  /** A sign such as a comma or a percent sign, rather than a word or a number. */
  sign: boolean;
  /** Joined to the word before by a hyphen. */
  joined: boolean;
  /** In the possessive: seller's, sellers'. */
  possessive: boolean;
}

/** A number, a word, or a sign. */
const ascii = /\d+(?:[.,]\d+)*(?:st|nd|rd|th)?|[A-Za-z][A-Za-z\d]*(?:'[A-Za-z]+)*|([^\sA-Za-z\d])/g;
// Making this one takes as long as finding the words of three definitions, and few texts need it.
const unicode = () =>
  /\p{N}+(?:[.,]\p{N}+)*(?:st|nd|rd|th)?|\p{L}[\p{L}\p{M}\p{N}]*(?:['’][\p{L}\p{M}]+)*|([^\s\p{L}\p{N}])/gu;

const silent = new Set("\"'’‘“”*_`\u00AD‐‑–—-");
const hyphens = new Set("-‐‑");

/** The tokens of a text. Hyphens, apostrophes, quotes and marks of emphasis only separate. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(isAscii(text) ? ascii : unicode())) {
    const [raw, sign] = match;
    if (sign !== undefined && silent.has(sign)) continue;
    const { word, stem } = formsOf(raw);
    const start = match.index;
    const joined = hyphens.has(text[start - 1] ?? "") && tokens.at(-1)?.end === start - 1;
    tokens.push({
      text: raw,
      word,
      stem,
      start,
      end: start + raw.length,
      sign: sign !== undefined,
      joined,
      possessive: isPossessive(raw, text[start + raw.length]),
    });
  }
  return tokens;
}

/** Texts have most words in common, and finding a stem takes longer than finding a word. */
const forms = new Map<string, { word: string; stem: string }>();
const mostForms = 10_000;

function formsOf(raw: string): { word: string; stem: string } {
  const known = forms.get(raw);
  if (known) return known;
  const word = wordOf(raw);
  const found = { word, stem: stemOf(word) };
  if (forms.size < mostForms && raw.length < 40) forms.set(raw, found);
  return found;
}

function wordOf(raw: string): string {
  if (/^[a-z]+$/.test(raw)) return raw;
  return raw.normalize("NFKC").toLowerCase().replaceAll("’", "'").replace(/'s?$/, "");
}

function isPossessive(raw: string, next: string | undefined): boolean {
  return /['’]s$/.test(raw) || (raw.endsWith("s") && (next === "'" || next === "’"));
}

/** Forms that no ending explains. */
const irregular = new Map(
  Object.entries({
    ate: "eat",
    eaten: "eat",
    began: "begin",
    begun: "begin",
    bought: "buy",
    brought: "bring",
    built: "build",
    came: "come",
    children: "child",
    chose: "choose",
    chosen: "choose",
    did: "do",
    does: "do",
    done: "do",
    drawn: "draw",
    drew: "draw",
    drove: "drive",
    driven: "drive",
    felt: "feel",
    flew: "fly",
    flown: "fly",
    found: "find",
    gave: "give",
    given: "give",
    goes: "go",
    gone: "go",
    got: "get",
    gotten: "get",
    grew: "grow",
    grown: "grow",
    has: "have",
    had: "have",
    heard: "hear",
    held: "hold",
    kept: "keep",
    knew: "know",
    known: "know",
    learnt: "learn",
    led: "lead",
    left: "leave",
    lent: "lend",
    lives: "life",
    ups: "up",
    ins: "in",
    logins: "login",
    lost: "lose",
    made: "make",
    men: "man",
    met: "meet",
    paid: "pay",
    people: "person",
    persons: "person",
    ran: "run",
    said: "say",
    saw: "see",
    seen: "see",
    sent: "send",
    shown: "show",
    slept: "sleep",
    sold: "sell",
    solved: "solve",
    spent: "spend",
    spoke: "speak",
    spoken: "speak",
    swum: "swim",
    taken: "take",
    took: "take",
    taught: "teach",
    thought: "think",
    told: "tell",
    understood: "understand",
    women: "woman",
    won: "win",
    went: "go",
    wrote: "write",
    written: "write",
  }),
);

/** The stems of a word or of the words of a phrase. */
export function stemsOf(phrase: string): string[] {
  return tokenize(phrase).map(({ stem }) => stem);
}

/** What the forms of an English word share; not always a word itself. */
export function stemOf(word: string): string {
  const known = irregular.get(word);
  if (known) return stemOf(known);
  if (word.length <= 3 || !/^[a-z]+$/.test(word)) return word;
  // Endings are looked at before patterns are tried: there are thousands of words to stem at start-up.
  let stem = word;
  if (stem.endsWith("s")) stem = singularOf(stem);
  else if (stem.endsWith("ied") && /[^aeiou]ied$/.test(stem)) return `${stem.slice(0, -3)}y`;
  if (stem.endsWith("ing") && /[aeiouy].*ing$/.test(stem)) stem = atLeastThree(stem.slice(0, -3));
  else if (stem.endsWith("ed") && /[aeiouy].*[^e]ed$/.test(stem)) stem = atLeastThree(stem.slice(0, -2));
  if (stem.length > 3 && stem.endsWith("e")) stem = stem.slice(0, -1);
  const doubled = stem.length > 3 && stem.at(-1) === stem.at(-2) && /[^aeiou]$/.test(stem);
  return doubled ? stem.slice(0, -1) : stem;
}

function singularOf(word: string): string {
  if (/[^aeiou]ies$/.test(word)) return `${word.slice(0, -3)}y`;
  return /[^sui]s$/.test(word) ? word.slice(0, -1) : word;
}

function atLeastThree(stem: string): string {
  return stem.length < 3 ? `${stem}e` : stem;
}

/** Whether a token is written as a plural. */
export function isPlural(token: Token): boolean {
  return (
    token.stem !== token.word &&
    (/[^s]s$/.test(token.word) || token.word === "people" || token.word === "children")
  );
}

const small = "zero one two three four five six seven eight nine ten eleven twelve".split(" ");
const tens = new Map(
  Object.entries({
    fifteen: 15,
    twenty: 20,
    thirty: 30,
    forty: 40,
    fifty: 50,
    sixty: 60,
    ninety: 90,
    hundred: 100,
    thousand: 1000,
    once: 1,
    twice: 2,
    half: 0.5,
    million: 1e6,
    billion: 1e9,
  }),
);

/** The number that a token stands for, in digits or words, or undefined. */
export function numberOf(token: Token | undefined): number | undefined {
  if (!token) return undefined;
  if (isOrdinal(token)) return undefined;
  const first = token.text.charCodeAt(0);
  const digits = first < 128 ? first >= 48 && first <= 57 : /^\p{N}/u.test(token.text);
  if (digits) return Number.parseFloat(token.word.replaceAll(",", "").normalize("NFKC"));
  const index = small.indexOf(token.word);
  return index >= 0 ? index : tens.get(token.word);
}

/** Whether a token is a place in an order, written with digits: 4th, 95th. */
export function isOrdinal(token: Token | undefined): boolean {
  return token !== undefined && /^\d.*(?:st|nd|rd|th)$/.test(token.word);
}
