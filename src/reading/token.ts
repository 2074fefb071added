/** Text as words: the one place that knows about case, plural, endings, hyphens and apostrophes. */
import { isAscii } from "../file/text.js";
import type { WordClass } from "./function-words.js";
import { stemOf } from "./stem.js";
import { wordClasses } from "./word-classes.computed.js";

/** A word, number or sign of a text, with its place as UTF-16 offsets [start, end). */
export interface Token {
  text: string;
  /** Lower case, plain apostrophes, without a possessive ending. */
  word: string;
  /** What the word's forms share: share, shares, shared and sharing have one stem. */
  stem: string;
  /** The groups of function-words.ts that it is in; {@link is} asks. */
  classes: ReadonlySet<WordClass>;
  start: number;
  end: number;
  /** A sign such as a comma or a percent sign, rather than a word or a number. */
  sign: boolean;
  /** Joined to the word before by a hyphen. */
  joined: boolean;
  /** In the possessive: seller's, sellers'. */
  possessive: boolean;
}

// Making this one takes as long as finding the words of three definitions, and few texts need it.
const unicode = () =>
  /\p{N}+(?:[.,]\p{N}+)*(?:st|nd|rd|th)?|\p{L}[\p{L}\p{M}\p{N}]*(?:['’][\p{L}\p{M}]+)*|([^\s\p{L}\p{N}])/gu;
const number = /\d+(?:[.,]\d+)*(?:st|nd|rd|th)?/y;

const silent = new Set("\"'’‘“”*_`\u00AD‐‑–—-");
const hyphens = new Set("-‐‑");

/** The first tokens of a text. Hyphens, apostrophes, quotes and marks of emphasis only separate. */
export function tokenize(text: string, most = Number.POSITIVE_INFINITY): Token[] {
  const tokens: Token[] = [];
  if (isAscii(text))
    for (let at = 0; at < text.length && tokens.length < most; ) {
      const start = at;
      const code = text.charCodeAt(at);
      at = isLetter(code) ? wordEnd(text, at) : isDigit(code) ? numberEnd(text, at) : at + 1;
      const isSpace = code === 0x20 || (code >= 0x09 && code <= 0x0d);
      if (!isSpace) add(tokens, text, start, text.slice(start, at), !isLetter(code) && !isDigit(code));
    }
  else
    for (const { 0: raw, 1: sign, index } of text.matchAll(unicode())) {
      if (tokens.length === most) break;
      add(tokens, text, index, raw, sign !== undefined);
    }
  return tokens;
}

function add(tokens: Token[], text: string, start: number, raw: string, sign: boolean): void {
  if (sign && silent.has(raw)) return;
  const { word, stem, classes } = formsOf(raw);
  const end = start + raw.length;
  const joined = tokens.at(-1)?.end === start - 1 && hyphens.has(text.charAt(start - 1));
  const possessive = raw.endsWith("s") && (isApostrophe(raw.at(-2)) || isApostrophe(text[end]));
  tokens.push({ text: raw, word, stem, classes, start, end, sign, joined, possessive });
}

/** Where a word ends: a letter, then letters and digits, then parts after apostrophes. */
function wordEnd(text: string, start: number): number {
  let at = start;
  while (isLetter(text.charCodeAt(at)) || isDigit(text.charCodeAt(at))) at += 1;
  while (text[at] === "'" && isLetter(text.charCodeAt(at + 1))) {
    at += 1;
    while (isLetter(text.charCodeAt(at))) at += 1;
  }
  return at;
}

function numberEnd(text: string, start: number): number {
  number.lastIndex = start;
  number.test(text);
  return number.lastIndex;
}

function isLetter(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

function isApostrophe(sign: string | undefined): boolean {
  return sign === "'" || sign === "’";
}

/** Texts have most words in common, and finding a stem takes longer than finding a word. */
const forms = new Map<string, Forms>();
const mostForms = 10_000;

type Forms = Pick<Token, "word" | "stem" | "classes">;

function formsOf(raw: string): Forms {
  const known = forms.get(raw);
  if (known) return known;
  const word = wordOf(raw);
  const stem = stemOf(word);
  const found = { word, stem, classes: classesOf(word, stem) };
  if (forms.size < mostForms && raw.length < 40) forms.set(raw, found);
  return found;
}

function wordOf(raw: string): string {
  if (/^[a-z]+$/.test(raw)) return raw;
  return raw.normalize("NFKC").toLowerCase().replaceAll("’", "'").replace(/'s?$/, "");
}

/** Whether a token is one of the words of a group. */
export function is(token: Token | undefined, name: WordClass): boolean {
  return token?.classes.has(name) === true;
}

const none: ReadonlySet<WordClass> = new Set();
const byWord = new Map<string, Set<WordClass>>();
const byStem = new Map<string, Set<WordClass>>();
/** Of words that are in groups by themselves and by their stem. */
const byBoth = new Map<string, ReadonlySet<WordClass>>();

function classesOf(word: string, stem: string): ReadonlySet<WordClass> {
  if (byWord.size === 0) layOut();
  const own = byWord.get(word);
  const shared = byStem.get(stem);
  if (!own || !shared) return own ?? shared ?? none;
  const both = byBoth.get(word) ?? new Set([...own, ...shared]);
  byBoth.set(word, both);
  return both;
}

/** Lays out the groups by word, when the first text is read. */
function layOut(): void {
  add(wordClasses.exactly, byWord);
  add(wordClasses.forms, byStem);

  function add(groups: Readonly<Record<string, string>>, to: Map<string, Set<WordClass>>): void {
    for (const name of Object.keys(groups) as WordClass[])
      for (const word of (groups[name] ?? "").split(" ")) {
        const classes = to.get(word);
        if (classes) classes.add(name);
        else to.set(word, new Set([name]));
      }
  }
}

/** The stems of a word or of the words of a phrase. */
export function stemsOf(phrase: string): string[] {
  return tokenize(phrase).map(({ stem }) => stem);
}

/** Whether a token is written as a plural. */
export function isPlural(token: Token): boolean {
  return (
    token.stem !== token.word &&
    ((token.word.length > 1 && token.word.endsWith("s") && !token.word.endsWith("ss")) ||
      token.word === "people" ||
      token.word === "children")
  );
}

const numbers = new Map(
  Object.entries({
    zero: 0,
    one: 1,
    two: 2,
    three: 3,
    four: 4,
    five: 5,
    six: 6,
    seven: 7,
    eight: 8,
    nine: 9,
    ten: 10,
    eleven: 11,
    twelve: 12,
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
  const first = token.text.charCodeAt(0);
  const digits = first < 128 ? isDigit(first) : /^\p{N}/u.test(token.text);
  if (digits && isOrdinal(token)) return undefined;
  if (digits) return Number.parseFloat(token.word.replaceAll(",", "").normalize("NFKC"));
  return numbers.get(token.word);
}

/** Whether a token is a place in an order, written with digits: 4th, 95th. */
export function isOrdinal(token: Token | undefined): boolean {
  return token !== undefined && isDigit(token.word.charCodeAt(0)) && /(?:st|nd|rd|th)$/.test(token.word);
}
