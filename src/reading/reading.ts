/** What an English name and definition say, as data. */
import { type ActKind, actsOf } from "./acts.js";
import { companyAgents, earnerIn, isBySeveral } from "./agents.js";
import type { Amount } from "./amount.js";
import type { Aggregation } from "./grammar.js";
import {
  abbreviationsIn,
  factorsIn,
  formulaIn,
  goalOf,
  type LocatedSpan,
  qualifiersIn,
  sinceEverIn,
} from "./hints.js";
import { type Kind, kindOf } from "./kind.js";
import { englishLexicon, type Lexicon } from "./lexicon.js";
import { notationIn } from "./notation.js";
import { type Parsed, parse, partOf, type TextSpan } from "./parse.js";
import { type Memory, memoryOf } from "./remember.js";
import type { GroupName } from "./words.js";

/** What is done; `ours` when the company itself does it. */
export interface Act extends TextSpan {
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
  counted: (TextSpan & { kind: Kind }) | null;
  acts: readonly Act[];
  thresholds: readonly (TextSpan & { label: string })[];
  /** "on time", "without an issue", "completed". */
  qualifiers: readonly TextSpan[];
  /** The period that is counted again and again: "7 days", "week". */
  window: (TextSpan & { label: string }) | null;
  /** Any other time: a deadline, a length, a day ("within seven days of signing up", "in week 4"). */
  time: TextSpan | null;
  /** What the number is divided by: "per user". */
  per: TextSpan | null;
  /** The company itself as the one who acts: "our team", "by us". */
  company: TextSpan | null;
  /** Whether the money is that of the customers' own business. */
  customersMoney: boolean;
  /** Whether two or more people have to take part. */
  several: boolean;
  /** Whether the definition says how it counts ("number of"), rather than only naming a plural. */
  explicit: boolean;
  /** The same of the name. */
  namedExplicit: boolean;
  /** Whether it "tracks" something instead of counting it. */
  tracks: boolean;
  /** Weights or arithmetic: 0.3 of this plus 0.2 of that. */
  formula: TextSpan | null;
  /** Five or more conditions that have to be true at once. */
  factors: TextSpan | null;
  /** Abbreviations that not everybody knows. */
  abbreviations: readonly LocatedSpan[];
  /** A target or a date. */
  goal: LocatedSpan | null;
  /** "since the service began": a count of everything there ever was. */
  sinceEver: TextSpan | null;
  /** What the definition says, by group of words. */
  says: ReadonlyMap<GroupName, readonly TextSpan[]>;
  /** What the name says, by group of words. */
  named: ReadonlyMap<GroupName, readonly TextSpan[]>;
  /** The kind of thing that the name names. */
  namedKind: Kind | null;
}

/** The part of a reading that reports show. */
export type Understood = Pick<
  Reading,
  "definition" | "aggregation" | "counted" | "acts" | "thresholds" | "qualifiers" | "window" | "per"
>;

/** Reads a name and a definition. Total: any text gives a reading, at worst an empty one, in linear time. */
export function read(name: string, definition: string, lexicon: Lexicon = englishLexicon()): Reading {
  const known = readings.get(lexicon) ?? memoryOf(mostReadings);
  readings.set(lexicon, known);
  return known(`${name.length} ${name}${definition}`, () => readAnew(name, definition, lexicon));
}

/** The latest ones; nobody may change a reading. */
const readings = new WeakMap<Lexicon, Memory<Reading>>();
const mostReadings = 64;

function readAnew(name: string, definition: string, lexicon: Lexicon): Reading {
  const text = parse(definition, lexicon);
  const title = parse(name, lexicon);
  const { phrases } = text;
  const part = ({ from, to }: { from: number; to: number }) => partOf(text, from, to);
  const amount = ({ from, to, label }: Amount) => {
    const { text: said, start, end } = partOf(text, from, to);
    return { text: said, start, end, label };
  };
  const agents = companyAgents(text);
  const acts = actsOf(text, agents);
  const window = text.windows.find((each) => each.repeats);
  const time = text.windows.find((each) => !each.repeats);
  const [company] = agents;
  const earner = earnerIn(text);
  const factors = factorsIn(text, acts);
  const notation = notationIn(definition);
  return {
    name,
    definition,
    aggregation: notation ?? phrases.aggregation,
    counted: countedPart(text),
    acts: acts.map(({ from, to, kind, ours }) => {
      const { text: said, start, end } = partOf(text, from, to);
      const groups = (text.marks[from] ?? []).map((mark) => mark.group);
      return { text: said, start, end, kind, ours, groups };
    }),
    thresholds: text.thresholds.map(amount),
    qualifiers: qualifiersIn(text).map(part),
    window: window ? amount(window) : null,
    time: time ? part(time) : null,
    per: phrases.per && partOf(text, ...phrases.per),
    company: company ? part(company) : null,
    customersMoney: earner !== undefined || earnerIn(title) !== undefined,
    several: isBySeveral(text),
    explicit: phrases.explicit || notation !== null,
    namedExplicit: title.phrases.explicit || notationIn(name) !== null,
    tracks: phrases.tracks,
    formula: formulaIn(text),
    factors: factors && part(factors),
    abbreviations: [
      ...abbreviationsIn("name", title, lexicon.abbreviations),
      ...abbreviationsIn("definition", text, lexicon.abbreviations, notation !== null),
    ],
    goal: goalOf("name", title) ?? goalOf("definition", text),
    says: byGroup(text),
    sinceEver: sinceEverIn(text),
    named: byGroup(title),
    namedKind: title.phrases.to > title.phrases.from ? kindOf(title) : null,
  };
}

function countedPart(parsed: Parsed): Reading["counted"] {
  const { from, to } = parsed.phrases;
  if (to <= from) return null;
  const { text, start, end } = partOf(parsed, from, to);
  return { text, start, end, kind: kindOf(parsed) };
}

function byGroup(parsed: Parsed): Map<GroupName, TextSpan[]> {
  const groups = new Map<GroupName, TextSpan[]>();
  for (const { group, from, to } of parsed.allMarks) {
    const part = partOf(parsed, from, to);
    const parts = groups.get(group);
    if (parts) parts.push(part);
    else groups.set(group, [part]);
  }
  return groups;
}

export type { Aggregation, TextSpan };
