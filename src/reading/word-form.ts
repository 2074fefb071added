/**
 * What a word is by itself, whatever stands beside it. Texts have most words in common, and finding this takes longer
 * than finding the word, so that it is found once for each.
 */
import type { WordClass } from "./function-words.js";
import { forgetWith } from "./remember.js";
import { stemOf } from "./stem.js";
import { wordClasses } from "./word-classes.computed.js";

/** A word, number or sign as it is written. */
export interface WordForm {
  text: string;
  /** Lower case, plain apostrophes, without a possessive ending. */
  word: string;
  /** What the word's forms share: share, shares, shared and sharing have one stem. */
  stem: string;
  /** The groups of function-words.ts that it is in; `is` in token.ts asks. */
  classes: ReadonlySet<WordClass>;
  /** A sign such as a comma or a percent sign, rather than a word or a number. */
  sign: boolean;
  /** The number that it stands for, in digits or words. */
  number: number | undefined;
  /** A place in an order, written with digits: 4th, 95th. */
  ordinal: boolean;
  /** The unit of time that it names: "week" for weekly. */
  unit: string | undefined;
  /** After how long such a day comes again: "week" for Mondays. */
  recurs: string | undefined;
  /** Written as a plural. */
  plural: boolean;
  /** Has the ending of a past or a participle, or is one: shared, sharing, sent. */
  verbForm: boolean;
  /** Has the ending of an adverb: quickly. */
  ly: boolean;
  /** Says what kind of noun follows, and is none itself. */
  adjective: boolean;
  /** Opens a noun phrase. */
  determiner: boolean;
  /** Can be the last word of a noun phrase. */
  noun: boolean;
  /** After it a verb may follow: who, they, and, to. */
  beforeVerb: boolean;
  /** Can't be part of a noun phrase, unless it is joined to another word. */
  boundary: boolean;
  /** The {@link Trait}s that it has, as bits. */
  traits: number;
}

/** By these a text is known to have no such word at all, so that nobody looks for one in vain. */
const traits = {
  number: {},
  time: {},
  abbreviation: {},
  date: { classes: ["due", "stage"], words: "may end" },
  amount: { classes: ["open number", "set amount"] },
  last: { classes: ["the last"] },
  aggregation: {
    classes: ["later share", "sure share", "average word"],
    words: "number count share many averaged",
  },
  divisor: { words: "per divided out" },
  formula: { classes: ["arithmetic"], words: "%" },
  comma: { words: "," },
  factor: { classes: ["factor"] },
  goal: { classes: ["goal"] },
  moving: { classes: ["moving"] },
  comparison: { classes: ["comparison"] },
  ever: { words: "ever since from" },
  having: { classes: ["have"], words: "with" },
  company: { classes: ["role"], words: "we our" },
  background: { classes: ["background"] },
  earning: { classes: ["earning"] },
  possessive: { classes: ["possessive"] },
} as const satisfies Record<string, { classes?: readonly WordClass[]; words?: string }>;

export type Trait = keyof typeof traits;

const names = Object.keys(traits) as Trait[];
const bits = Object.fromEntries(names.map((name, index) => [name, 1 << index])) as Record<Trait, number>;

/** Whether a word, or the words of a text taken together, have a trait. */
export function hasTrait(word: { traits: number }, trait: Trait): boolean {
  return (word.traits & bits[trait]) !== 0;
}

/** The traits of some words, taken together. */
export function traitsOf(words: readonly { traits: number }[]): number {
  let all = 0;
  for (const { traits } of words) all |= traits;
  return all;
}

const known = new Map<string, WordForm>();
const mostKnown = 10_000;
forgetWith(known);

/** What is written as `text`: a word, a number or one sign. */
export function wordFormOf(text: string): WordForm {
  const before = known.get(text);
  if (before) return before;
  const found = wordAnew(text);
  if (known.size < mostKnown && text.length < 40) known.set(text, found);
  return found;
}

function wordAnew(text: string): WordForm {
  const isLetters = /^[A-Za-z]+$/.test(text);
  const word = isLetters ? text.toLowerCase() : plain(text);
  const stem = stemOf(word);
  const classes = classesOf(word, stem);
  const sign = !isLetters && isSign(text);
  const ordinal = !isLetters && isDigit(word.charCodeAt(0)) && /(?:st|nd|rd|th)$/.test(word);
  const number = isLetters ? numbers.get(word) : numberIn(text, word, ordinal);
  const one = singular(word);
  const unit = units.get(word) ?? units.get(one);
  const recurs = unit === undefined ? recurring.get(one) : undefined;
  const verbForm =
    !sign && (hasVerbEnding(word) || classes.has("participle")) && !classes.has("noun like a verb");
  const ly =
    unit === undefined && word.endsWith("ly") && /[a-z]{2}ly$/.test(word) && !classes.has("no adverb");
  const isUnit = unit !== undefined && !classes.has("occasion");
  const adjective = classes.has("adjective") || verbForm || ly || isUnit || number !== undefined;
  const determiner = classes.has("determiner");
  // One shape for all of them: what reads them is made for it.
  return {
    text,
    word,
    stem,
    classes,
    sign,
    number,
    ordinal,
    unit,
    recurs,
    plural: isPluralForm(word, stem),
    verbForm,
    ly,
    adjective,
    determiner,
    noun: !determiner && !adjective,
    beforeVerb:
      word === "," || word === "to" || (classes.size > 0 && beforeVerbs.some((name) => classes.has(name))),
    boundary: sign || classes.has("boundary"),
    traits: traitsBy(text, word, classes, number, unit ?? recurs),
  };
}

const beforeVerbs: readonly WordClass[] = [
  "relative",
  "pronoun",
  "auxiliary",
  "conjunction",
  "before a gerund",
];

// Endings are looked at before patterns are tried.
function hasVerbEnding(word: string): boolean {
  return (word.endsWith("ed") || word.endsWith("ing")) && /[a-z]{2}(?:ed|ing)$/.test(word);
}

/** Small letters, plain apostrophes, no possessive ending. */
function plain(text: string): string {
  return text.normalize("NFKC").toLowerCase().replaceAll("’", "'").replace(/'s?$/, "");
}

function isSign(text: string): boolean {
  const first = text.charCodeAt(0);
  return first < 128 ? !isLetter(first) && !isDigit(first) : !/^[\p{L}\p{N}]/u.test(text);
}

function isLetter(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
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

function numberIn(text: string, word: string, ordinal: boolean): number | undefined {
  if (startsWithNumber(text))
    return ordinal ? undefined : Number.parseFloat(word.replaceAll(",", "").normalize("NFKC"));
  return numbers.get(word);
}

function startsWithNumber(text: string): boolean {
  const first = text.charCodeAt(0);
  return first < 128 ? isDigit(first) : /^\p{N}/u.test(text);
}

const units = new Map(
  Object.entries({
    hour: "hour",
    hourly: "hour",
    day: "day",
    daily: "day",
    week: "week",
    weekly: "week",
    fortnight: "2 weeks",
    fortnightly: "2 weeks",
    month: "month",
    monthly: "month",
    quarter: "quarter",
    quarterly: "quarter",
    year: "year",
    yearly: "year",
    annual: "year",
    annually: "year",
    semester: "semester",
    term: "term",
    season: "season",
    weekend: "weekend",
    workweek: "week",
    working: "working",
    shift: "shift",
    sprint: "sprint",
  }),
);

const recurring = new Map(
  Object.entries({
    monday: "week",
    tuesday: "week",
    wednesday: "week",
    thursday: "week",
    friday: "week",
    saturday: "week",
    sunday: "week",
    morning: "day",
    evening: "day",
    night: "day",
    weekday: "day",
    workday: "day",
  }),
);

function singular(word: string): string {
  return word.endsWith("s") ? word.slice(0, -1) : word;
}

function isPluralForm(word: string, stem: string): boolean {
  if (stem === word) return false;
  return (
    (word.length > 1 && word.endsWith("s") && !word.endsWith("ss")) ||
    word === "people" ||
    word === "children"
  );
}

/** The traits that a class or a word gives. */
const given = new Map<string, number>();

function traitsBy(
  text: string,
  word: string,
  classes: ReadonlySet<WordClass>,
  number: number | undefined,
  time: string | undefined,
): number {
  if (given.size === 0) layOutTraits();
  let found = given.get(` ${word}`) ?? 0;
  for (const name of classes) found |= given.get(name) ?? 0;
  if (number !== undefined) found |= bits.number;
  if (time !== undefined) found |= bits.time;
  if (text !== word && isAbbreviation(text)) found |= bits.abbreviation;
  if (number !== undefined && /^20[2-9]\d$/.test(text)) found |= bits.date;
  return found;
}

/** With a space before a word, which no class has. */
function layOutTraits(): void {
  const give = (key: string, name: Trait) => given.set(key, (given.get(key) ?? 0) | bits[name]);
  for (const name of names) {
    const { classes = [], words }: { classes?: readonly string[]; words?: string } = traits[name];
    for (const each of classes) give(each, name);
    for (const word of words?.split(" ") ?? []) give(` ${word}`, name);
  }
}

/** Whether a word is written as an abbreviation: NPS, DAUs, B2B; a longer one in capitals is a word. */
function isAbbreviation(text: string): boolean {
  return /^[A-Z]{2,6}s?$|^(?![A-Z]+s?$)[A-Z0-9]*[A-Z][a-z]?[A-Z][A-Z0-9]*s?$/.test(text);
}
