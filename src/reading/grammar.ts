/** Where in a definition the counted phrase stands, and where its verbs are. */
import { type Amount, timeUnit } from "./amount.js";
import { type Mark, stems } from "./lexicon.js";
import { isOrdinal, isPlural, numberOf, type Token } from "./token.js";

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
  /** What the number is divided by, without the "per". */
  per: readonly [number, number] | null;
}

const set = (text: string): ReadonlySet<string> => new Set(text.split(" "));

const relatives = set("who that which whose whom where when whenever whereby if once while");
const prepositions = set(
  "in on at with within without per by from for during over under across through throughout to into onto after before between among against until till since as than because of off out around about despite via toward towards upon inside outside beyond excluding except including like plus minus using divided",
);
const determiners = set(
  "anyone someone everyone nobody somebody anybody everybody the a an this that these those their our its his her your my each every any all both some no another other such same",
);
const auxiliaries = set(
  "is are was were be been being has have had do does did can could will would may might must shall should get gets got having am",
);
const conjunctions = set("and or but nor then so yet /");
const adverbs = set(
  "not never also then only just actively actually ever always usually regularly successfully themselves together at least still already later first again directly fully once twice really currently both either neither even first-time soon quickly easily silently thereby either together recently explicitly independently jointly voluntarily organically manually automatically correctly safely",
);
const adjectives = set(
  "new active unique distinct total overall individual different weekly monthly daily quarterly annual yearly average mean median net gross first second third last open paid paying free premium verified real own eligible local global main core key qualified high low top big small large long short short-term recent current existing valid single double full whole half non multi self inactive hourly",
);
const participles = set(
  "sent made read held sold bought shown built given heard paid won taken done met kept written spent run left lost found seen begun chosen driven drawn taught brought caught led fed put set cut lit hit drunk eaten worn grown flown sung",
);
const containers = stems(
  "pair group set hour minute second day time amount value total kilometre kilometer mile kilogram tonne ton litre liter gram dollar piece cup unit gigabyte copy night week worth length sum number bushel stream round quantity volume size page click thousand million billion trillion",
);
const massNouns = stems(
  "time money content revenue value amount data work music food energy power water share",
);

const isVerbForm = (token: Token | undefined) =>
  token !== undefined &&
  !token.sign &&
  (hasVerbEnding(token.word) || participles.has(token.word)) &&
  !/^(?:rating|ranking|listing|booking|training|pricing|onboarding|marketing|engineering|funding|housing|banking|shipping|messaging|gaming|advertising|saving|earning|trailing|need|feed|speed|seed|during|thing|morning|evening|something|anything|everything|nothing|hundred|red|bed|wedding|building|meeting|string|spring|king|ring)s?$/.test(
    token.word,
  );

// Endings are looked at before patterns are tried.
const hasVerbEnding = (word: string) =>
  (word.endsWith("ed") || word.endsWith("ing")) && /[a-z]{2}(?:ed|ing)$/.test(word);

const isLy = (token: Token | undefined) =>
  token?.word.endsWith("ly") === true &&
  /[a-z]{2}ly$/.test(token.word) &&
  !timeUnit(token) &&
  token.word !== "reply" &&
  token.word !== "apply";

export function isAuxiliary(token: Token): boolean {
  return auxiliaries.has(token.word);
}

/** Whether a token can't be part of a noun phrase. */
export function isBoundary(token: Token | undefined): boolean {
  if (token?.joined) return false;
  return (
    !token ||
    token.sign ||
    relatives.has(token.word) ||
    prepositions.has(token.word) ||
    auxiliaries.has(token.word) ||
    conjunctions.has(token.word)
  );
}

/** The aggregation, the counted phrase and the divisor of a definition. */
export function phrasesOf(
  tokens: readonly Token[],
  marks: readonly (readonly Mark[])[],
  windows: readonly Amount[],
  thresholds: readonly Amount[],
): Phrases {
  const { aggregation, at } = openingOf(tokens, windows, thresholds);
  const [from, to, head] = nounPhrase(tokens, at, audienceWords(marks));
  const per = divisorOf(tokens, windows);
  const first = tokens[from];
  const later = aggregation ?? laterAggregation(tokens);
  const implied: Aggregation | null =
    isTime(tokens[head]) || (to > from && first && isTime(first) && isPlural(first))
      ? "time"
      : to > from && (isPlural(tokens[head] ?? missing) || isPlural(first ?? missing))
        ? "count"
        : null;
  const divided = tokens.some((token, i) => token.word === "divided" && tokens[i + 1]?.word === "by");
  return {
    tracks: /^(?:tracks?|monitors?|shows?|watches|follows|looks|captures|reflects|indicates|describes)$/.test(
      tokens[0]?.word ?? "",
    ),
    explicit: divided || later !== null || implied === "time",
    aggregation: divided ? "ratio" : later === "sum" && implied === "time" ? "time" : (later ?? implied),
    from,
    to,
    head,
    per,
  };
}

const missing: Token = {
  text: "",
  word: "",
  stem: "",
  start: 0,
  end: 0,
  sign: true,
  joined: false,
  possessive: false,
};

function audienceWords(marks: readonly (readonly Mark[])[]): ReadonlySet<number> {
  const found = new Set<number>();
  for (const here of marks) for (const { group, to } of here) if (group === "audience") found.add(to - 1);
  return found;
}

const times = set("time hour hours minute minutes second seconds duration days");

export function isTime(token: Token | undefined): boolean {
  return token !== undefined && times.has(token.word);
}

const leads = set(
  "our north star metric we us it this is are was called named which as defined tracks track tracking measures measure measuring counts counting shows showing the a an all those any define means monitors monitor report reports how count",
);

const measured = set("number count share percentage proportion average mean median sum total");

/** Reads over "Our North Star Metric is …" and "the number of …"; where the counted phrase begins. */
function openingOf(
  tokens: readonly Token[],
  windows: readonly Amount[],
  thresholds: readonly Amount[],
): { aggregation: Aggregation | null; at: number } {
  const windowsAt = new Map(windows.map((window) => [window.from, window]));
  const thresholdsAt = new Map(thresholds.map((threshold) => [threshold.from, threshold]));
  let aggregation: Aggregation | null = null;
  let at = 0;
  for (;;) {
    const window = windowsAt.get(at);
    const [word, next, third] = [
      tokens[at]?.word ?? "",
      tokens[at + 1]?.word ?? "",
      tokens[at + 2]?.word ?? "",
    ];
    const threshold = thresholdsAt.get(at);
    if (threshold) {
      at = threshold.to;
      // "> 90 % of visits", "at least 80 percent of orders"
      if (isShareOf(tokens, threshold)) {
        aggregation ??= "share";
        at += 1;
      }
    } else if (window && /^(?:,|rolling|trailing|moving)$/.test(tokens[window.to]?.word ?? "")) {
      at = window.to + 1;
    } else if (window && measured.has(tokens[window.to]?.word ?? "")) {
      at = window.to;
    } else if (word === "how" && /^(?:many|much|often|long|far|quickly|fast)$/.test(next)) {
      aggregation = next === "many" ? "count" : next === "long" ? "time" : next === "much" ? "sum" : "share";
      at += 2;
    } else if (
      /^(?:number|count|quantity|tally|numbers|counts|volume)$/.test(word) &&
      /^(?:of|the|a|all)$/.test(next)
    ) {
      if (aggregation !== "average" && aggregation !== "share") aggregation = "count";
      at += next === "of" ? 2 : 1;
    } else if (/^(?:net|gross|unique|distinct|actual)$/.test(word) && measured.has(next)) {
      at += 1;
    } else if (word === "#") {
      aggregation ??= "count";
      at += next === "of" ? 2 : 1;
    } else if (
      /^(?:percentage|percent|%|share|proportion|fraction|portion|rate|ratio|odds|probability)$/.test(word) &&
      (next === "of" || (next === "at" && third === "which") || next === "that" || next === "between")
    ) {
      aggregation = word === "ratio" ? "ratio" : "share";
      at += next === "at" ? 3 : 2;
    } else if (
      /^(?:average|mean|median|avg|typical|percentile|highest|lowest|longest|shortest|peak|maximum|minimum|p\d\d\d?)$/.test(
        word,
      )
    ) {
      aggregation = "average";
      at += next === "of" ? 2 : 1;
    } else if (isOrdinal(tokens[at]) && next === "percentile") {
      at += 1;
    } else if (
      /^(?:total|overall|aggregate|combined|sum|amount|cumulative)$/.test(word) &&
      (word !== "amount" || next === "of") &&
      !isBoundary(tokens[at + (next === "of" ? 2 : 1)])
    ) {
      aggregation ??= "sum";
      at += next === "of" ? 2 : 1;
    } else if (word === "times" && !isBoundary(tokens[at + 1])) {
      aggregation = "count";
      at += 1;
    } else if (
      /^(?:growth|increase|change|rise|decline|reduction|decrease|improvement)$/.test(word) &&
      /^(?:in|of)$/.test(next)
    ) {
      aggregation ??= "share";
      at += 2;
    } else if (timeUnit(tokens[at]) && /^(?:over|on)$/.test(next) && third === word) {
      at += 3;
    } else if (leads.has(word) && at + 1 < tokens.length) {
      at += 1;
    } else {
      return { aggregation, at };
    }
  }
}

/** Whether an amount is a part of something: "90 % of". */
function isShareOf(tokens: readonly Token[], { from, to }: Amount): boolean {
  const part = tokens.slice(from, to).some(({ word }) => /^(?:%|percent|percentage)$/.test(word));
  return part && tokens[to]?.word === "of";
}

const aggregations = set("share percentage proportion fraction portion rate ratio number count many");

/** "…, the share who", "in a day: share of accounts", "as a proportion of": an aggregation that comes after its subject. */
function laterAggregation(tokens: readonly Token[]): Aggregation | null {
  for (let i = 1; i < tokens.length; i++) {
    const word = tokens[i]?.word ?? "";
    if (!aggregations.has(word)) continue;
    const before = tokens[i - 1]?.word ?? "";
    const next = tokens[i + 1]?.word ?? "";
    if (/^(?:the|a)$/.test(before) && /^(?:share|percentage|proportion|fraction|portion|rate)$/.test(word))
      return "share";
    if (/^(?:the|a)$/.test(before) && /^(?:number|count)$/.test(word) && next !== "") return "count";
    if (tokens[i - 1]?.sign && word === "share" && next === "of") return "share";
    if (before === "how" && word === "many") return "count";
    if (/^(?:percentage|rate|ratio|proportion)$/.test(word)) return "share";
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
    (determiners.has(tokens[from]?.word ?? "") ||
      tokens[from]?.word === "of" ||
      (numberOf(tokens[from]) !== undefined && !tokens[from + 1]?.joined) ||
      tokens[from]?.sign) &&
    from - at < 4
  )
    from++;
  let to = from;
  let nouns = 0;
  for (let token = tokens[to]; token && to - from < 12; token = tokens[to]) {
    const previous = tokens[to - 1];
    if (token.word === "of" && previous && to > from && containers.has(previous.stem)) {
      to++;
      while (determiners.has(tokens[to]?.word ?? "")) to++;
      nouns = 0;
      continue;
    }
    if (isBoundary(token) && !(token.word === "to" && nouns === 0)) break;
    if (
      nouns > 0 &&
      (determiners.has(token.word) || token.word === "active" || token.word === "still" || isLy(token))
    )
      break;
    if (nouns > 0 && isVerbForm(token) && !token.joined) break;
    if (
      nouns > 0 &&
      previous &&
      isPlural(token) &&
      audience.has(to) &&
      ((isPlural(previous) && !previous.possessive) || isTime(previous) || massNouns.has(previous.stem))
    )
      break;
    if (
      nouns > 0 &&
      previous &&
      isPlural(previous) &&
      !previous.possessive &&
      !isAdjective(previous) &&
      !modifying.has(previous.word)
    )
      break;
    if (!isAdjective(token) || (to === from && isTime(token))) nouns++;
    to++;
  }
  while (to > from && tokens[to - 1]?.word === "of") to--;
  return [from, to, Math.max(from, to - 1)];
}

/** Words with the ending of a plural that say what kind of thing the next word names: sales calls. */
const modifying = set("sales operations logistics analytics sports customs systems electronics earnings");

/** Units of time that are counted for themselves: "shifts filled", "seasons finished". */
const occasions = set("shifts seasons semesters terms sprints");

function isAdjective(token: Token): boolean {
  return (
    adjectives.has(token.word) ||
    isVerbForm(token) ||
    isLy(token) ||
    (timeUnit(token) !== undefined && !occasions.has(token.word)) ||
    numberOf(token) !== undefined
  );
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
export function verbPlaces(
  tokens: readonly Token[],
  phrases: Phrases,
  marks: readonly (readonly Mark[])[],
): VerbPlace[] {
  const audience = audienceWords(marks);
  const places = new Map<number, boolean>();
  const note = (start: number, sure: boolean) => {
    const at = skipAdverbs(tokens, start);
    const token = tokens[at];
    if (!token || token.sign || (at >= phrases.from && at < phrases.to)) return;
    if (phrases.per && at >= phrases.per[0] && at < phrases.per[1]) return;
    const getting = isGetting(tokens, at);
    if ((isBoundary(token) && !getting) || determiners.has(token.word) || numberOf(token) !== undefined)
      return;
    places.set(at, sure || places.get(at) === true);
  };
  tokens.forEach((token, i) => {
    const previous = tokens[i - 1];
    const next = tokens[i + 1];
    if (background.has(token.word) || background.has(previous?.word ?? "")) return;
    const owned = token.word === "whose" && (isVerbForm(tokens[i + 2]) || isGetting(tokens, i + 2));
    if (token.word === "whose") note(i + 2, owned);
    if (relatives.has(token.word) && !owned)
      note(
        i + 1,
        token.word === "who" ||
          isVerbForm(next) ||
          isGetting(tokens, i + 1) ||
          (!audience.has(i + 1) && (isBoundary(tokens[i + 2]) || determiners.has(tokens[i + 2]?.word ?? ""))),
      );
    if (pronouns.has(token.word)) note(i + 1, true);
    if (auxiliaries.has(token.word)) note(i + 1, isVerbForm(tokens[skipAdverbs(tokens, i + 1)]));
    const listsNouns = i === phrases.to && next !== undefined && isPlural(next);
    if (conjunctions.has(token.word) || (token.word === "," && (places.size > 0 || isVerbForm(next))))
      if (!listsNouns) note(i + 1, places.size > 0 && isVerbForm(next) && isBoundary(tokens[i + 2]));
    if (
      token.word === "to" &&
      previous &&
      !prepositions.has(previous.word) &&
      next &&
      !determiners.has(next.word)
    )
      note(i + 1, previous.word === "able");
    if (beforeGerunds.has(token.word) && next?.word.endsWith("ing"))
      note(i + 1, /^(?:spen|mean)/.test(token.word));
    if (isNounEnd(tokens, i) && isVerbForm(next) && !next?.joined) note(i + 1, true);
    if (audience.has(i) && !audience.has(i + 1) && isSubject(tokens, i)) note(i + 1, true);
    else if (isPlural(token) && i >= phrases.to - 1 && !audience.has(i)) note(i + 1, false);
    if (next?.word === "active") note(i + 1, false);
  });
  return [...places].map(([at, sure]) => ({ at, sure })).sort((a, b) => a.at - b.at);
}

const pronouns = set("they it he she we you i");
const beforeGerunds = set(
  "by after before while without through mean means meaning spend spends spent spending",
);

/** Begin what happens at the same time, which is not what is counted: "while reading", "as they lie in bed". */
const background = new Set(["while", "as"]);

/** "get into their room", "gets the last dose": the verb itself rather than an auxiliary. */
function isGetting(tokens: readonly Token[], at: number): boolean {
  const word = tokens[at]?.word;
  return (word === "get" || word === "gets" || word === "got") && !isVerbForm(tokens[at + 1]);
}

function isNounEnd(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i];
  return (
    token !== undefined &&
    !isBoundary(token) &&
    !determiners.has(token.word) &&
    !isAdjective(token) &&
    !isLy(token)
  );
}

/** A plural ("guests book"), or a singular after a determiner before a verb in -s ("a visitor stays"). */
function isSubject(tokens: readonly Token[], i: number): boolean {
  const [token, next] = [tokens[i], tokens[i + 1]];
  if (!token || !next) return false;
  if (isPlural(token)) return !isBoundary(next);
  return (
    (determiners.has(tokens[i - 1]?.word ?? "") || numberOf(tokens[i - 1]) !== undefined) &&
    /[^s]s$/.test(next.word)
  );
}

function skipAdverbs(tokens: readonly Token[], start: number): number {
  let at = start;
  while (at - start < 6) {
    const token = tokens[at];
    if (!token || !(adverbs.has(token.word) || isLy(token) || (auxiliaries.has(token.word) && at > start)))
      break;
    at++;
  }
  return at;
}

const negations = set("excluding except exclude excludes excluded not never rather ignoring besides");

/** Whether a token is left out: "not logins", "leaving out answers by our staff". */
export function isNegated(tokens: readonly Token[], at: number): boolean {
  for (let i = at - 1; i >= 0 && at - i < 5; i--) {
    const token = tokens[i];
    if (!token || token.sign) return false;
    if (token.word === "out" && /^(?:leave|leaves|leaving|left)$/.test(tokens[i - 1]?.word ?? ""))
      return true;
    if (negations.has(token.word)) return !(token.word === "not" && tokens[i + 1]?.word === "only");
  }
  return false;
}

/** The object after a verb: up to six tokens, until the clause goes on. */
export function objectOf(tokens: readonly Token[], verbEnd: number): readonly Token[] {
  let end = verbEnd;
  while (end - verbEnd < 6) {
    const token = tokens[end];
    if (
      !token ||
      (token.sign && token.word !== "#") ||
      relatives.has(token.word) ||
      conjunctions.has(token.word)
    )
      break;
    const opens = /^(?:per|in|on|during|within|by|for|from)$/.test(token.word);
    if (prepositions.has(token.word) && (opens || end > verbEnd + 1)) break;
    end++;
  }
  return tokens.slice(verbEnd, end);
}

/** "with at least one order", "who have a project": where the thing that somebody has begins. */
export function possessions(tokens: readonly Token[], phrases: Phrases): number[] {
  const found: number[] = [];
  for (let i = phrases.to; i < tokens.length; i++) {
    const word = tokens[i]?.word;
    const has =
      (word === "with" && isCounted(tokens[i + 1])) ||
      ((word === "have" || word === "has" || word === "had" || word === "having") &&
        !isVerbForm(tokens[skipAdverbs(tokens, i + 1)]));
    if (has) found.push(i + 1);
  }
  return found;
}

const amounts = set("at a an one more over no several multiple any some active fewer less exactly");

function isCounted(token: Token | undefined): boolean {
  return token !== undefined && (amounts.has(token.word) || numberOf(token) !== undefined || isPlural(token));
}
