/** Where in a definition the counted phrase stands, and where its verbs are. */
import type { Amount } from "./amount.js";
import type { Mark } from "./lexicon.js";
import { is, type Token } from "./token.js";
import { hasTrait } from "./word-form.js";

/** How single things become one number. */
export type Aggregation = "count" | "share" | "ratio" | "sum" | "average" | "time";

/** Token ranges [from, to) of the statement. */
export interface Phrases {
  aggregation: Aggregation | null;
  /** Whether the text says how it counts, rather than only naming a plural. */
  explicit: boolean;
  /** Whether it "tracks" or "monitors" instead of counting. */
  tracks: boolean;
  /** The counted phrase; empty when there is none. */
  from: number;
  to: number;
  /** Its main noun. */
  head: number;
  /** The last words of names for people. */
  audience: ReadonlySet<number>;
  /** What the number is divided by, without the "per". */
  per: readonly [number, number] | null;
}

const isVerbForm = (token: Token | undefined) => token?.verbForm === true;

/** Whether a token can't be part of a noun phrase. */
export function isBoundary(token: Token | undefined): boolean {
  return !token || (token.boundary && !token.joined);
}

/** What phrases are found in. */
interface Marked {
  tokens: readonly Token[];
  allMarks: readonly Mark[];
  traits: number;
  windows: readonly Amount[];
  thresholds: readonly Amount[];
}

/** The aggregation, the counted phrase and the divisor of a definition. */
export function phrasesOf(marked: Marked): Phrases {
  const { tokens, allMarks, windows, thresholds } = marked;
  const { aggregation, at } = openingOf(tokens, windows, thresholds);
  const audience = audienceWords(allMarks);
  const [from, to, head] = nounPhrase(tokens, at, audience);
  const mayDivide = hasTrait(marked, "divisor");
  const per = mayDivide ? divisorOf(tokens, windows) : null;
  const first = tokens[from];
  const later = aggregation ?? (hasTrait(marked, "aggregation") ? laterAggregation(tokens) : null);
  const implied: Aggregation | null =
    isTime(tokens[head]) || (to > from && first && isTime(first) && first.plural)
      ? "time"
      : to > from && (tokens[head]?.plural || first?.plural)
        ? "count"
        : null;
  const divided =
    mayDivide && tokens.some((token, i) => token.word === "divided" && tokens[i + 1]?.word === "by");
  return {
    tracks: is(tokens[0], "tracking"),
    explicit: divided || later !== null || implied === "time",
    aggregation: divided ? "ratio" : later === "sum" && implied === "time" ? "time" : (later ?? implied),
    from,
    to,
    head,
    audience,
    per,
  };
}

const nobody: ReadonlySet<number> = new Set();

function audienceWords(marks: readonly Mark[]): ReadonlySet<number> {
  if (!marks.some(({ group }) => group === "audience")) return nobody;
  const found = new Set<number>();
  for (const { group, to } of marks) if (group === "audience") found.add(to - 1);
  return found;
}

export function isTime(token: Token | undefined): boolean {
  return is(token, "time noun");
}

/** Reads over "Our North Star Metric is …" and "the number of …"; where the counted phrase begins. */
function openingOf(
  tokens: readonly Token[],
  windows: readonly Amount[],
  thresholds: readonly Amount[],
): { aggregation: Aggregation | null; at: number } {
  const windowsAt = byStart(windows);
  const thresholdsAt = byStart(thresholds);
  let aggregation: Aggregation | null = null;
  let at = 0;
  for (;;) {
    const window = windowsAt.get(at);
    const [token, after] = [tokens[at], tokens[at + 1]];
    const [word, next, third] = [token?.word ?? "", after?.word ?? "", tokens[at + 2]?.word ?? ""];
    const threshold = thresholdsAt.get(at);
    if (threshold) {
      at = threshold.to;
      // "> 90 % of visits", "at least 80 percent of orders"
      if (isShareOf(tokens, threshold)) {
        aggregation ??= "share";
        at += 1;
      }
    } else if (window && (tokens[window.to]?.word === "," || is(tokens[window.to], "rolling"))) {
      at = window.to + 1;
    } else if (window && is(tokens[window.to], "measured")) {
      at = window.to;
    } else if (word === "how" && is(after, "how much")) {
      aggregation = next === "many" ? "count" : next === "long" ? "time" : next === "much" ? "sum" : "share";
      at += 2;
    } else if (is(token, "count noun") && is(after, "after a count")) {
      if (aggregation !== "average" && aggregation !== "share") aggregation = "count";
      at += next === "of" ? 2 : 1;
    } else if (is(token, "exact count") && is(after, "measured")) {
      at += 1;
    } else if (word === "#") {
      aggregation ??= "count";
      at += next === "of" ? 2 : 1;
    } else if (
      is(token, "share noun") &&
      (next === "of" || (next === "at" && third === "which") || next === "that" || next === "between")
    ) {
      aggregation = word === "ratio" ? "ratio" : "share";
      at += next === "at" ? 3 : 2;
    } else if (is(token, "average word") || /^p\d\d\d?$/.test(word)) {
      aggregation = "average";
      at += next === "of" ? 2 : 1;
    } else if (token?.ordinal && next === "percentile") {
      at += 1;
    } else if (
      is(token, "sum word") &&
      (word !== "amount" || next === "of") &&
      !isBoundary(tokens[at + (next === "of" ? 2 : 1)])
    ) {
      aggregation ??= "sum";
      at += next === "of" ? 2 : 1;
    } else if (word === "times" && !isBoundary(tokens[at + 1])) {
      aggregation = "count";
      at += 1;
    } else if (is(token, "change noun") && (next === "in" || next === "of")) {
      aggregation ??= "share";
      at += 2;
    } else if (token?.unit && (next === "over" || next === "on") && third === word) {
      at += 3;
    } else if (is(token, "lead-in") && at + 1 < tokens.length) {
      at += 1;
    } else {
      return { aggregation, at };
    }
  }
}

const nowhere: ReadonlyMap<number, Amount> = new Map();

function byStart(amounts: readonly Amount[]): ReadonlyMap<number, Amount> {
  return amounts.length === 0 ? nowhere : new Map(amounts.map((amount) => [amount.from, amount]));
}

/** Whether an amount is a part of something: "90 % of". */
function isShareOf(tokens: readonly Token[], { from, to }: Amount): boolean {
  const part = tokens.slice(from, to).some((token) => is(token, "percent"));
  return part && tokens[to]?.word === "of";
}

/** "…, the share who", "in a day: share of accounts", "as a proportion of", "…, avg": an aggregation that comes after its subject. */
function laterAggregation(tokens: readonly Token[]): Aggregation | null {
  for (let i = 1; i < tokens.length; i++) {
    const token = tokens[i];
    const word = token?.word ?? "";
    const before = tokens[i - 1]?.word ?? "";
    const next = tokens[i + 1]?.word ?? "";
    const named = before === "the" || before === "a";
    if (named && is(token, "later share")) return "share";
    if (named && (word === "number" || word === "count") && next !== "") return "count";
    if (tokens[i - 1]?.sign && word === "share" && next === "of") return "share";
    if (before === "how" && word === "many") return "count";
    if (is(token, "sure share")) return "share";
    if (word === "averaged" || (tokens[i - 1]?.sign && is(token, "average word"))) return "average";
  }
  return null;
}

/** The noun phrase at a token, as [from, to, head]; "of" continues it after words like "pair" and "hours". */
function nounPhrase(
  tokens: readonly Token[],
  at: number,
  audience: ReadonlySet<number>,
): [number, number, number] {
  let from = at;
  while (
    tokens[from] &&
    (tokens[from]?.determiner ||
      tokens[from]?.word === "of" ||
      (tokens[from]?.number !== undefined && !tokens[from + 1]?.joined) ||
      tokens[from]?.sign) &&
    from - at < 4
  )
    from++;
  let to = from;
  let nouns = 0;
  for (let token = tokens[to]; token && to - from < 12; token = tokens[to]) {
    const previous = tokens[to - 1];
    if (token.word === "of" && previous && to > from && is(previous, "container")) {
      to++;
      while (tokens[to]?.determiner) to++;
      nouns = 0;
      continue;
    }
    if (isBoundary(token) && !(token.word === "to" && nouns === 0)) break;
    if (nouns > 0 && (token.determiner || token.word === "active" || token.word === "still" || token.ly))
      break;
    if (nouns > 0 && isVerbForm(token) && !token.joined) break;
    if (
      nouns > 0 &&
      previous &&
      token.plural &&
      audience.has(to) &&
      ((previous.plural && !previous.possessive) || isTime(previous) || is(previous, "mass noun"))
    )
      break;
    if (
      nouns > 0 &&
      previous &&
      previous.plural &&
      !previous.possessive &&
      !previous.adjective &&
      !is(previous, "plural that modifies")
    )
      break;
    if (!token.adjective || (to === from && isTime(token))) nouns++;
    to++;
  }
  while (to > from && tokens[to - 1]?.word === "of") to--;
  return [from, to, Math.max(from, to - 1)];
}

/** The divisor: "per user", "divided by sign-ups", but not "per week". */
function divisorOf(tokens: readonly Token[], windows: readonly Amount[]): readonly [number, number] | null {
  const inWindow = (i: number) => windows.some((window) => i >= window.from && i < window.to);
  for (let i = 0; i < tokens.length; i++) {
    const word = tokens[i]?.word;
    const by =
      (word === "divided" && tokens[i + 1]?.word === "by") ||
      (word === "out" && tokens[i + 1]?.word === "of");
    if (!by && !(word === "per" && !inWindow(i + 1))) continue;
    const from = i + (by ? 2 : 1);
    let to = from;
    while (
      to - from < 5 &&
      !isBoundary(tokens[to]) &&
      !inWindow(to) &&
      !(to > from && isVerbForm(tokens[to]))
    )
      to++;
    if (to > from && word !== "per") return [from, to];
    if (to > from && tokens[from]?.word !== "cent") return [from, to];
  }
  return null;
}

/** A token at which a verb stands, and how sure that is. */
export interface VerbPlace {
  at: number;
  /** Whether a word in this place is a verb even if no list knows it. */
  sure: boolean;
}

/** Every place outside the counted phrase where a verb can stand. */
export function verbPlaces(said: {
  tokens: readonly Token[];
  phrases: Phrases;
  traits: number;
}): VerbPlace[] {
  const { tokens, phrases } = said;
  const { audience } = phrases;
  const isAside = hasTrait(said, "background");
  const places = new Map<number, boolean>();
  const note = (start: number, sure: boolean) => {
    const at = skipAdverbs(tokens, start);
    const token = tokens[at];
    if (!token || token.sign || (at >= phrases.from && at < phrases.to)) return;
    if (phrases.per && at >= phrases.per[0] && at < phrases.per[1]) return;
    const getting = isGetting(tokens, at);
    if ((isBoundary(token) && !getting) || token.determiner || token.number !== undefined) return;
    places.set(at, sure || places.get(at) === true);
  };
  const noteAfter = (token: Token, i: number, next: Token | undefined) => {
    const previous = tokens[i - 1];
    const owned = token.word === "whose" && (isVerbForm(tokens[i + 2]) || isGetting(tokens, i + 2));
    if (token.word === "whose") note(i + 2, owned);
    if (is(token, "relative") && !owned)
      note(
        i + 1,
        token.word === "who" ||
          isVerbForm(next) ||
          isGetting(tokens, i + 1) ||
          (!audience.has(i + 1) && (isBoundary(tokens[i + 2]) || tokens[i + 2]?.determiner === true)),
      );
    if (is(token, "pronoun")) note(i + 1, true);
    if (is(token, "auxiliary")) note(i + 1, isVerbForm(tokens[skipAdverbs(tokens, i + 1)]));
    const listsNouns = i === phrases.to && next?.plural === true;
    if (is(token, "conjunction") || (token.word === "," && (places.size > 0 || isVerbForm(next))))
      if (!listsNouns) note(i + 1, places.size > 0 && isVerbForm(next) && isBoundary(tokens[i + 2]));
    if (token.word === "to" && previous && !is(previous, "preposition") && next && !next.determiner)
      note(i + 1, previous.word === "able");
    if (is(token, "before a gerund") && next?.word.endsWith("ing")) note(i + 1, is(token, "spending"));
  };
  tokens.forEach((token, i) => {
    if (isAside && (is(token, "background") || is(tokens[i - 1], "background"))) return;
    const next = tokens[i + 1];
    if (token.beforeVerb) noteAfter(token, i, next);
    if (next?.verbForm && !next.joined && token.noun && !isBoundary(token)) note(i + 1, true);
    const isAudience = audience.has(i);
    if (isAudience && !audience.has(i + 1) && isSubject(tokens, i)) note(i + 1, true);
    else if (token.plural && i >= phrases.to - 1 && !isAudience) note(i + 1, false);
    if (next?.word === "active") note(i + 1, false);
  });
  return [...places].map(([at, sure]) => ({ at, sure })).sort((a, b) => a.at - b.at);
}

/** "get into their room", "gets the last dose": the verb itself rather than an auxiliary. */
function isGetting(tokens: readonly Token[], at: number): boolean {
  return is(tokens[at], "get") && !isVerbForm(tokens[at + 1]);
}

/** A plural ("guests book"), or a singular after a determiner before a verb in -s ("a visitor stays"). */
function isSubject(tokens: readonly Token[], i: number): boolean {
  const [token, next] = [tokens[i], tokens[i + 1]];
  if (!token || !next) return false;
  if (token.plural) return !isBoundary(next);
  return (tokens[i - 1]?.determiner || tokens[i - 1]?.number !== undefined) && /[^s]s$/.test(next.word);
}

function skipAdverbs(tokens: readonly Token[], start: number): number {
  let at = start;
  while (at - start < 6) {
    const token = tokens[at];
    if (!token || !(is(token, "adverb") || token.ly || (is(token, "auxiliary") && at > start))) break;
    at++;
  }
  return at;
}

/** Whether a token is left out: "not logins", "leaving out answers by our staff". */
export function isNegated(tokens: readonly Token[], at: number): boolean {
  for (let i = at - 1; i >= 0 && at - i < 5; i--) {
    const token = tokens[i];
    if (!token || token.sign) return false;
    if (token.word === "out" && is(tokens[i - 1], "leave")) return true;
    if (is(token, "negation")) return !(token.word === "not" && tokens[i + 1]?.word === "only");
  }
  return false;
}

/** The object after a verb: up to six tokens, until the clause goes on. */
export function objectOf(tokens: readonly Token[], verbEnd: number): readonly Token[] {
  let end = verbEnd;
  while (end - verbEnd < 6) {
    const token = tokens[end];
    if (!token || (token.sign && token.word !== "#") || is(token, "relative") || is(token, "conjunction"))
      break;
    if (is(token, "preposition") && (is(token, "opens an adjunct") || end > verbEnd + 1)) break;
    end++;
  }
  return tokens.slice(verbEnd, end);
}

/** "with at least one order", "who have a project": where the thing that somebody has begins. */
export function possessions({ tokens, phrases, traits }: Marked & { phrases: Phrases }): number[] {
  const found: number[] = [];
  if (!hasTrait({ traits }, "having")) return found;
  for (let i = phrases.to; i < tokens.length; i++) {
    const has =
      (tokens[i]?.word === "with" && isCounted(tokens[i + 1])) ||
      (is(tokens[i], "have") && !isVerbForm(tokens[skipAdverbs(tokens, i + 1)]));
    if (has) found.push(i + 1);
  }
  return found;
}

function isCounted(token: Token | undefined): boolean {
  return token !== undefined && (is(token, "amount possessed") || token.number !== undefined || token.plural);
}
