/** Marks in a definition besides what is counted and done: qualifiers, formulas, abbreviations, goals. */
import type { FoundAct } from "./acts.js";
import { goalIn } from "./goal.js";
import type { Mark } from "./lexicon.js";
import { type Parsed, partOf, type TextSpan } from "./parse.js";
import { is, type Token } from "./token.js";
import { hasTrait } from "./word-form.js";

/** A part of the name or of the definition. */
export interface LocatedSpan extends TextSpan {
  in: "name" | "definition";
}

/** Qualifiers, but for those that are said not to matter: "accepted or not". */
export function qualifiersIn({ allMarks, tokens }: Parsed): Mark[] {
  const summed = (at: number) =>
    tokens[at]?.word === "together" && (tokens[at - 1]?.word === "taken" || tokens[at - 2]?.word === "all");
  return allMarks.filter(
    ({ group, from, to }) =>
      group === "completion" &&
      !summed(from) &&
      !(tokens[to]?.word === "or" && tokens[to + 1]?.word === "not"),
  );
}

function isFactor(token: Token | undefined): boolean {
  return token !== undefined && is(token, "factor") && (token.plural || token.word === "criteria");
}

/** Four or more named factors, five or more conditions joined by "and", or a list of six. */
export function factorsIn(parsed: Parsed, acts: readonly FoundAct[]): { from: number; to: number } | null {
  const { tokens } = parsed;
  const named = hasTrait(parsed, "factor")
    ? tokens.findIndex(
        (token, i) => (token.number ?? 0) >= 4 && [1, 2].some((next) => isFactor(tokens[i + next])),
      )
    : -1;
  if (named >= 0) return { from: named, to: isFactor(tokens[named + 1]) ? named + 2 : named + 3 };
  if (!hasTrait(parsed, "comma")) return null;
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

/** Three or more weights in percent, or two or more arithmetic signs. */
export function formulaIn(parsed: Parsed): TextSpan | null {
  const { tokens } = parsed;
  if (!hasTrait(parsed, "formula")) return null;
  const at = (fits: (token: Token, i: number) => boolean) =>
    tokens.flatMap((token, i) => (fits(token, i) ? [i] : []));
  const weights = at((token, i) => token.word === "%" && tokens[i - 1]?.number !== undefined);
  // What is multiplied by a hundred is a share in percent.
  const isPercent = (i: number) =>
    tokens[i]?.word === "×" && [tokens[i - 1], tokens[i + 1]].some((token) => token?.number === 100);
  const signs = at((token, i) => is(token, "arithmetic") && i > 0 && i < tokens.length - 1 && !isPercent(i));
  const [first, last] =
    weights.length >= 3 ? [weights[0], weights.at(-1)] : signs.length >= 2 ? [signs[0], signs.at(-1)] : [];
  return first === undefined || last === undefined ? null : partOf(parsed, Math.max(0, first - 1), last + 1);
}

/** Abbreviations that not everybody knows; none among capitals that only stress words, nor among the words of a formula. */
export function abbreviationsIn(
  place: LocatedSpan["in"],
  { text, tokens, traits }: Parsed,
  known: ReadonlySet<string>,
  isFormula = false,
): LocatedSpan[] {
  if (!hasTrait({ traits }, "abbreviation") || text === text.toUpperCase()) return [];
  return tokens
    .filter(
      (token, i) =>
        hasTrait(token, "abbreviation") &&
        !isStressed(tokens, i) &&
        !known.has(token.text.replace(/s$/, "").toUpperCase()) &&
        !(isFormula && is(token, "query word")),
    )
    .map(({ text, start, end }) => ({ in: place, text, start, end }));
}

/** Whether a token is one of three or more in a row that are written in capitals: "TIME TO CONNECTION". */
function isStressed(tokens: readonly Token[], at: number): boolean {
  const isCapital = (i: number) => /^[A-Z]{2,}$/.test(tokens[i]?.text ?? "");
  let [from, to] = [at, at + 1];
  while (isCapital(from - 1)) from -= 1;
  while (isCapital(to)) to += 1;
  return to - from >= 3;
}

/** "ever created", "since the service began", "from the founding": but not "since the start of the month". */
export function sinceEverIn(parsed: Parsed): TextSpan | null {
  const { tokens } = parsed;
  if (!hasTrait(parsed, "ever")) return null;
  const ever = tokens.findIndex((token, i) => token.word === "ever" && !is(tokens[i - 1], "not ever"));
  if (ever >= 0) return partOf(parsed, ever, ever + 1);
  for (let i = 0; i < tokens.length; i++) {
    if (tokens[i]?.word !== "since" && tokens[i]?.word !== "from") continue;
    for (let to = i + 1; to < Math.min(i + 5, tokens.length); to++) {
      const token = tokens[to];
      if (!token || token.sign) break;
      const year = tokens[i]?.word === "since" && /^(?:19|20)\d\d$/.test(token.text);
      const start =
        is(token, "beginning") &&
        (token.word !== "day" || tokens[to + 1]?.word === "one") &&
        tokens[to + 1]?.word !== "of" &&
        !(tokens[i]?.word === "from" && token.word !== "founding" && token.word !== "day");
      if (year || start) return partOf(parsed, i, to + 1);
    }
  }
  return null;
}

/** A target or a date. */
export function goalOf(place: LocatedSpan["in"], parsed: Parsed): LocatedSpan | null {
  const goal = goalIn(parsed);
  return goal && { in: place, ...partOf(parsed, ...goal) };
}
