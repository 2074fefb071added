/** A text with its tokens and all marks that lexicon and grammar find in them. */
import { type Amount, thresholdsIn, type Window, windowsIn } from "./amount.js";
import { type Phrases, phrasesOf } from "./grammar.js";
import { type Lexicon, type Mark, marksIn } from "./lexicon.js";
import { is, type Token, tokenize } from "./token.js";
import { hasTrait, traitsOf } from "./word-form.js";
import type { GroupName } from "./words.js";

/** A part of a text, as UTF-16 offsets [start, end). */
export interface TextSpan {
  text: string;
  start: number;
  end: number;
}

export interface Parsed {
  text: string;
  tokens: readonly Token[];
  /** The marks that start at each token. */
  marks: readonly (readonly Mark[])[];
  /** All of them, in the order of the text. */
  allMarks: readonly Mark[];
  /** The traits of all words taken together, which `hasTrait` asks for. */
  traits: number;
  windows: readonly Window[];
  thresholds: readonly Amount[];
  phrases: Phrases;
}

export function parse(text: string, lexicon: Lexicon): Parsed {
  const tokens = tokenize(text);
  const traits = traitsOf(tokens);
  const said = { traits };
  const windows = hasTrait(said, "time") || hasTrait(said, "last") ? windowsIn(tokens) : [];
  const thresholds = hasTrait(said, "number") || hasTrait(said, "amount") ? thresholdsIn(tokens) : [];
  const opened = windows.filter((window) => isOpened(tokens, window));
  const found = marksIn(tokens, lexicon);
  const marks = opened.length === 0 ? found : uncut(found, tokens, opened);
  const allMarks = flat(marks);
  const phrases = phrasesOf({ tokens, allMarks, traits, windows, thresholds });
  return { text, tokens, marks, allMarks, traits, windows, thresholds, phrases };
}

/** The same as `marks.flat()`, in a part of its time. */
function flat(marks: readonly (readonly Mark[])[]): Mark[] {
  const all: Mark[] = [];
  for (const here of marks) for (const mark of here) all.push(mark);
  return all;
}

/** Marks without those whose end is the beginning of a window. */
function uncut(
  marks: readonly (readonly Mark[])[],
  tokens: readonly Token[],
  windows: readonly Window[],
): (readonly Mark[])[] {
  const starts = new Set(windows.map(({ from }) => from));
  const isWhole = (mark: Mark) => tokens[mark.from - 1]?.word === "who" || !isCut(mark, starts);
  return marks.map((here) => (here.every(isWhole) ? here : here.filter(isWhole)));
}

/** Whether the first word of a window belongs to it: "in a week", but not in "log in every week". */
function isOpened(tokens: readonly Token[], { from, to }: Window): boolean {
  return to > from + 1 && !is(tokens[from + 1], "every");
}

/** Whether the end of a phrase is the beginning of a window: to "log in a week" is no log-in. */
function isCut({ from, to }: Mark, windowStarts: ReadonlySet<number>): boolean {
  for (let at = from + 1; at < to; at += 1) if (windowStarts.has(at)) return true;
  return false;
}

/** The mark of a group that starts at a token, if any. */
export function markAt({ marks }: Pick<Parsed, "marks">, at: number, group: GroupName): Mark | undefined {
  return marks[at]?.find((mark) => mark.group === group);
}

/** The marks of a group that start and end within tokens [from, to). */
export function marksWithin(
  { marks }: Pick<Parsed, "marks">,
  from: number,
  to: number,
  ...groups: GroupName[]
): Mark[] {
  const found: Mark[] = [];
  for (let at = Math.max(0, from); at < to; at += 1)
    for (const mark of marks[at] ?? []) if (mark.to <= to && groups.includes(mark.group)) found.push(mark);
  return found;
}

/** Tokens [from, to) as a part of the text. */
export function partOf(
  { text, tokens }: Pick<Parsed, "text" | "tokens">,
  from: number,
  to: number,
): TextSpan {
  const start = tokens[from]?.start ?? 0;
  const end = tokens[to - 1]?.end ?? start;
  return { text: text.slice(start, end), start, end };
}
