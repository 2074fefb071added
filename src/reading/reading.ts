/** What an English name and definition say, as data. */
import { type ActKind, actsOf, type FoundAct } from "./acts.js";
import type { Amount } from "./amount.js";
import { goalIn } from "./goal.js";
import { type Aggregation, isTime } from "./grammar.js";
import { englishLexicon, isAny, type Lexicon, type Mark, stems } from "./lexicon.js";
import { marksWithin, type Parsed, type Part, parse, partOf } from "./parse.js";
import { companyAgents, earnerIn, isBySeveral } from "./parties.js";
import { numberOf, type Token } from "./token.js";
import { commonAbbreviations, type GroupName } from "./words.js";

/** A part of the name or of the definition. */
export interface Spoken extends Part {
  in: "name" | "definition";
}

const kinds = [
  "money",
  "result",
  "market",
  "trouble",
  "funnel",
  "output",
  "exposure",
  "mind",
  "audience",
] as const;

/** What kind of thing is counted. */
export type Kind = (typeof kinds)[number] | "time" | "thing";

/** What is done; `ours` when the company itself does it. */
export interface Act extends Part {
  kind: ActKind;
  ours: boolean;
  /** All groups of words that its verb is in. */
  groups: readonly GroupName[];
}

/** A reading; every part may be missing, since any text has one. */
export interface Reading {
  name: string;
  definition: string;
  aggregation: Aggregation | null;
  counted: (Part & { kind: Kind }) | null;
  acts: readonly Act[];
  thresholds: readonly (Part & { label: string })[];
  /** "on time", "without an issue", "completed". */
  qualifiers: readonly Part[];
  /** The period that is counted again and again: "7 days", "week". */
  window: (Part & { label: string }) | null;
  /** A time that something has to happen in: "within seven days of signing up". */
  deadline: Part | null;
  /** What the number is divided by: "per user". */
  per: Part | null;
  /** The company itself as the one who acts: "our team", "by us". */
  company: Part | null;
  /** Whether the money is that of the customers' own business. */
  customersMoney: boolean;
  /** Whether two or more people have to take part. */
  several: boolean;
  /** Whether the definition says how it counts ("number of"), rather than only naming a plural. */
  explicit: boolean;
  /** Whether it "tracks" something instead of counting it. */
  tracks: boolean;
  /** Weights or arithmetic: 0.3 of this plus 0.2 of that. */
  formula: Part | null;
  /** Five or more conditions that have to be true at once. */
  factors: Part | null;
  /** Abbreviations that not everybody knows. */
  abbreviations: readonly Spoken[];
  /** A target or a date. */
  goal: Spoken | null;
  /** "since the service began": a count of everything there ever was. */
  sinceEver: Part | null;
  /** What the definition says, by group of words. */
  says: ReadonlyMap<GroupName, readonly Part[]>;
  /** What the name says, by group of words. */
  named: ReadonlyMap<GroupName, readonly Part[]>;
  /** The kind of thing that the name names. */
  namedKind: Kind | null;
}

/** Reads a name and a definition. Total: any text gives a reading, at worst an empty one, in linear time. */
export function read(name: string, definition: string, lexicon: Lexicon = englishLexicon()): Reading {
  const text = parse(definition, lexicon);
  const title = parse(name, lexicon);
  const { phrases } = text;
  const part = ({ from, to }: { from: number; to: number }) => partOf(text, from, to);
  const amount = (each: Amount) => ({ ...part(each), label: each.label });
  const acts = actsOf(text);
  const window = text.windows.find((each) => !each.deadline);
  const deadline = text.windows.find((each) => each.deadline);
  const [company] = companyAgents(text);
  const earner = earnerIn(text);
  const factors = factorsIn(text, acts);
  return {
    name,
    definition,
    aggregation: phrases.aggregation,
    counted: phrases.to > phrases.from ? { ...part(phrases), kind: kindOf(text) } : null,
    acts: acts.map((act) => ({
      ...part(act),
      kind: act.kind,
      ours: act.ours,
      groups: (text.marks[act.from] ?? []).map((mark) => mark.group),
    })),
    thresholds: text.thresholds.map(amount),
    qualifiers: qualifiersIn(text).map(part),
    window: window ? amount(window) : null,
    deadline: deadline ? part(deadline) : null,
    per: phrases.per && partOf(text, ...phrases.per),
    company: company ? part(company) : null,
    customersMoney: earner !== undefined || earnerIn(title) !== undefined,
    several: isBySeveral(text),
    explicit: phrases.explicit,
    tracks: phrases.tracks,
    formula: formulaIn(text),
    factors: factors && part(factors),
    abbreviations: [...abbreviationsIn("name", title), ...abbreviationsIn("definition", text)],
    goal: goalOf("name", title) ?? goalOf("definition", text),
    says: byGroup(text),
    sinceEver: sinceEverIn(text),
    named: byGroup(title),
    namedKind: title.phrases.to > title.phrases.from ? kindOf(title) : null,
  };
}

function byGroup(parsed: Parsed): Map<GroupName, Part[]> {
  const groups = new Map<GroupName, Part[]>();
  for (const { group, from, to } of parsed.marks.flat()) {
    const parts = groups.get(group) ?? [];
    parts.push(partOf(parsed, from, to));
    groups.set(group, parts);
  }
  return groups;
}

/** Nouns that leave the kind to the word before them: revenue growth, retention rate. */
const transparent = new Set(
  "growth rate ratio change increase level volume figure total percentage number share count".split(" "),
);

/** The kind of the counted phrase: that of the word at its end, or of money and the like anywhere in it. */
function kindOf(parsed: Parsed): Kind {
  const { tokens, phrases } = parsed;
  const { from, head } = phrases;
  const inside = marksWithin(parsed, from, tokens.length, ...kinds).filter((mark) => mark.from <= head);
  let end = head + 1;
  while (
    end > from + 1 &&
    transparent.has(tokens[end - 1]?.word ?? "") &&
    !inside.some((mark) => mark.to === end)
  )
    end--;
  const counts = (mark: Mark, kind: Kind) =>
    mark.group === kind && (mark.to === end || mark.to >= head + 1 || spreads(kind, mark, tokens));
  const found = kinds.find((kind) => inside.some((mark) => counts(mark, kind)));
  if (isTime(tokens[from]) || isTime(tokens[head])) return found === "money" ? "money" : "time";
  return found ?? "thing";
}

/** Money stays money whatever noun comes after it: revenue run rate; other kinds go on after "of". */
function spreads(kind: Kind, mark: Mark, tokens: readonly Token[]): boolean {
  return kind === "money" || (tokens[mark.to]?.word === "of" && kind !== "audience");
}

/** Qualifiers, but for those that are said not to matter: "accepted or not". */
function qualifiersIn({ marks, tokens }: Parsed): Mark[] {
  const summed = (at: number) =>
    tokens[at]?.word === "together" && (tokens[at - 1]?.word === "taken" || tokens[at - 2]?.word === "all");
  return marks
    .flat()
    .filter(
      ({ group, from, to }) =>
        group === "completion" &&
        !summed(from) &&
        !(tokens[to]?.word === "or" && tokens[to + 1]?.word === "not"),
    );
}

const factorWords = stems(
  "factor criterion criteria condition signal metric dimension component indicator kpi requirement check variable attribute",
);

function factorsIn({ tokens }: Parsed, acts: readonly FoundAct[]): { from: number; to: number } | null {
  const named = tokens.findIndex(
    (token, i) => (numberOf(token) ?? 0) >= 4 && [1, 2].some((next) => isAny(tokens[i + next], factorWords)),
  );
  if (named >= 0) return { from: named, to: isAny(tokens[named + 1], factorWords) ? named + 2 : named + 3 };
  const commas = tokens.filter((token) => token.word === ",").length;
  const some = tokens.some((token) => token.word === "or");
  if (commas >= 5 && !some) return { from: 0, to: tokens.length };
  const [first] = acts;
  const last = acts.at(-1);
  if (acts.length < 5 || commas < 3 || !first || !last) return null;
  return tokens.slice(first.from).some((token) => token.word === "and") && !some
    ? { from: first.from, to: last.to }
    : null;
}

const arithmetic = new Set("+ - − – × * ÷ plus minus times multiplied divided".split(" "));

/** Three or more weights in percent, or two or more arithmetic signs. */
function formulaIn(parsed: Parsed): Part | null {
  const { tokens } = parsed;
  const at = (is: (token: Token, i: number) => boolean) =>
    tokens.flatMap((token, i) => (is(token, i) ? [i] : []));
  const weights = at((token, i) => token.word === "%" && numberOf(tokens[i - 1]) !== undefined);
  const signs = at((token, i) => arithmetic.has(token.word) && i > 0 && i < tokens.length - 1);
  const [first, last] =
    weights.length >= 3 ? [weights[0], weights.at(-1)] : signs.length >= 2 ? [signs[0], signs.at(-1)] : [];
  return first === undefined || last === undefined ? null : partOf(parsed, Math.max(0, first - 1), last + 1);
}

function abbreviationsIn(place: Spoken["in"], { text, tokens }: Parsed): Spoken[] {
  if (text === text.toUpperCase()) return [];
  return tokens
    .filter(
      (token) =>
        /^[A-Z]{2,6}s?$|^[A-Z0-9]*[A-Z][a-z]?[A-Z][A-Z0-9]*s?$/.test(token.text) &&
        !commonAbbreviations.has(token.text.replace(/s$/, "").toUpperCase()),
    )
    .map(({ text, start, end }) => ({ in: place, text, start, end }));
}

const beginnings = stems("begin start launch found founding inception creation release open day");

/** "since the service began", "from the founding": but not "since the start of the month". */
function sinceEverIn(parsed: Parsed): Part | null {
  const { tokens } = parsed;
  for (let i = 0; i < tokens.length; i++) {
    if (!/^(?:since|from)$/.test(tokens[i]?.word ?? "")) continue;
    for (let to = i + 1; to < Math.min(i + 5, tokens.length); to++) {
      const token = tokens[to];
      if (!token || token.sign) break;
      const year = tokens[i]?.word === "since" && /^(?:19|20)\d\d$/.test(token.text);
      const start =
        isAny(token, beginnings) &&
        (token.word !== "day" || tokens[to + 1]?.word === "one") &&
        tokens[to + 1]?.word !== "of" &&
        !(tokens[i]?.word === "from" && token.word !== "founding" && token.word !== "day");
      if (year || start) return partOf(parsed, i, to + 1);
    }
  }
  return null;
}

function goalOf(place: Spoken["in"], parsed: Parsed): Spoken | null {
  const goal = goalIn(parsed.tokens);
  return goal && { in: place, ...partOf(parsed, ...goal) };
}

export type { Aggregation, Part };
