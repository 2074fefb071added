/** Marks of a goal: a target or a date in place of something to read off. */
import { numberOf, type Token } from "./token.js";

const always = new Set(
  "double triple quadruple increase grow boost maximise maximize minimise minimize become attain".split(" "),
);
const withNumber = new Set("reach achieve hit raise reduce cut lower get win add gain sell sign".split(" "));
const dates = new Set(
  "q1 q2 q3 q4 h1 h2 january february march april june july august september october november december spring summer autumn fall winter christmas eoy fy".split(
    " ",
  ),
);

/** Tokens [from, to) of the goal in a name or a definition, or null. */
export function goalIn(tokens: readonly Token[]): [number, number] | null {
  return imperative(tokens) ?? deadline(tokens) ?? target(tokens);
}

function imperative(tokens: readonly Token[]): [number, number] | null {
  const at = tokens[0]?.word === "to" ? 1 : 0;
  const word = tokens[at]?.word ?? "";
  const hasNumber = tokens.slice(at + 1, at + 8).some((token) => (numberOf(token) ?? 0) > 1);
  return (always.has(word) && tokens.length > at + 1) || (withNumber.has(word) && hasNumber)
    ? [0, tokens.length]
    : null;
}

/** "with a goal of fifty", "against a target of 30 %". */
function target(tokens: readonly Token[]): [number, number] | null {
  const at = tokens.findIndex(
    (token, i) =>
      /^(?:goal|target)$/.test(token.word) &&
      tokens[i + 1]?.word === "of" &&
      numberOf(tokens[i + 2]) !== undefined,
  );
  return at < 0 ? null : [at, at + 3];
}

/** "by 2027", "by the end of the year", "in Q3", "after 1 June"; a year alone counts as well. */
function deadline(tokens: readonly Token[]): [number, number] | null {
  for (let i = 0; i < tokens.length; i++) {
    if (!/^(?:by|until|before|in|for|after|this)$/.test(tokens[i]?.word ?? "")) continue;
    for (let to = i + 1; to < Math.min(i + 6, tokens.length); to++) {
      const token = tokens[to];
      if (!token || token.sign) break;
      const due =
        isYear(token) ||
        dates.has(token.word) ||
        (token.word === "may" && numberOf(tokens[to + 1] ?? tokens[to - 1]) !== undefined);
      if (due) return [i, to + 1];
      if (
        token.word === "end" &&
        /^(?:by|until|before)$/.test(tokens[i]?.word ?? "") &&
        /^(?:year|quarter|month|decade|fiscal)$/.test(tokens[to + 3]?.word ?? tokens[to + 2]?.word ?? "")
      )
        return [i, to + 4];
      if (
        !/^(?:the|end|of|early|late|mid|close|a|next|year|fiscal|start)$/.test(token.word) &&
        numberOf(token) === undefined
      )
        break;
    }
  }
  return null;
}

function isYear(token: Token): boolean {
  return /^20[2-9]\d$/.test(token.text);
}
