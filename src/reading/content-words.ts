/** Compares texts by their content words. */
import { memoryOf } from "./remember.js";
import { is, type Token, tokenize } from "./token.js";

/** What a text speaks of: its words that say something, each without the endings of its forms. */
export function contentWords(text: string): ReadonlySet<string> {
  return contents(text, () => new Set(saidWords(text).keys()));
}

const contents = memoryOf<ReadonlySet<string>>();

/** The same, each with the word as the text has it first; of a long text the first so many tokens. */
export function saidWords(text: string, most?: number): ReadonlyMap<string, string> {
  const said = new Map<string, string>();
  for (const { stem, text: word } of contentTokens(text, most)) {
    const key = verbOf(stem);
    if (!said.has(key)) said.set(key, word);
  }
  return said;
}

function contentTokens(text: string, most?: number): Token[] {
  return tokenize(text, most).filter(
    (token) =>
      !token.sign &&
      !is(token, "small") &&
      !is(token, "measure") &&
      !is(token, "move") &&
      token.word !== "per",
  );
}

/** What a name or a definition counts: orders per customer are not customers per order, nor a rate of orders. */
export function countedWords(text: string): ReadonlySet<string> {
  const words = new Set<string>();
  let below = "";
  for (const token of tokenize(text)) {
    const { word, stem, sign } = token;
    if (word === "per" || word === "/") below = "per ";
    else if (!sign && !is(token, "small"))
      words.add(below + (is(token, "measure of a share") ? "share" : verbOf(stem)));
  }
  return words;
}

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
