/** Compares texts by their content words. */
import { tokenize } from "./token.js";

const list = (text: string) => new Set(text.trim().split(/\s+/));

/** Words that hold sentences together: texts that share only these share nothing. */
const small = list(`
  a an the this that these those there here it its they their them he she his her we our us you your one ones
  who which whom whose what when where while how why if then so than as and or nor but not no only also just
  even still already of in on at by for from to into onto with without within during over under between among
  across through after before about up out off every each any all some both either neither other another such
  same own is are was were be been being am do does did done has have had having can could will would shall
  should may might must get gets got number numbers count counts total sum amount quantity volume
  day daily week weeks weekly month months monthly quarter quarters quarterly year years yearly annual annually`);

/** Ways of measuring: they tell one thing counted from another, and say nothing of what a bet is about. */
const measures = list(`
  rate share percentage percent proportion ratio average mean median days hour hours hourly minutes time times`);

/** Going up and down: what every bet speaks of, so that it says nothing of this one. */
const moves = list(`
  more less fewer most least many much few several rise rises rising rose increase increases increased
  increasing grow grows growing grew improve improves improved improving go goes higher lower better faster
  fall falls drop drops decrease decreases reduce reduces reduced`);

/** What a text speaks of: its words that say something, each without the endings of its forms. */
export function contentWords(text: string): ReadonlySet<string> {
  const words = tokenize(text).filter(({ word, sign }) => !sign && !small.has(word) && !measures.has(word));
  return new Set(
    words.filter(({ word }) => !moves.has(word) && word !== "per").map(({ stem }) => verbOf(stem)),
  );
}

/** What a name or a definition counts: orders per customer are not customers per order, nor a rate of orders. */
export function countedWords(text: string): ReadonlySet<string> {
  const words = new Set<string>();
  let below = "";
  for (const { word, stem, sign } of tokenize(text)) {
    if (word === "per" || word === "/") below = "per ";
    else if (!sign && !small.has(word)) words.add(below + (synonyms.get(word) ?? verbOf(stem)));
  }
  return words;
}

/** Ways of measuring that are one. */
const synonyms = new Map(
  [...list("rate percentage percent proportion ratio")].map((word) => [word, "share"] as const),
);

/** Stems of nouns whose verb no ending explains. */
const verbs = new Map([
  ["choic", "choos"],
  ["delivery", "deliver"],
  ["retention", "retain"],
  ["sal", "sel"],
]);

/** Completion and complete, delivery and deliver: a noun made from a verb is the verb. */
function verbOf(stem: string): string {
  return verbs.get(stem) ?? (stem.length > 7 ? stem.replace(/ion$/, "") : stem);
}

/** How alike two sets of words are: 1 for the same words, 0 for none in common or none at all. */
export function similarity(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const common = [...a].filter((word) => b.has(word)).length;
  return common === 0 ? 0 : common / (a.size + b.size - common);
}

/** The beginnings of the words that a text speaks of, which renew and renewals share. */
export function rootsOf(text: string): ReadonlySet<string> {
  return new Set([...contentWords(text)].map((word) => word.slice(0, 4)));
}

/** Whether two texts speak of one thing, as far as their roots tell: more generous than similarity. */
export function shareRoot(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return [...a].some((root) => b.has(root));
}
