/** Marks of a goal: a target or a date in place of something to read off. */
import { timeUnit } from "./amount.js";
import type { Parsed } from "./parse.js";
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
export function goalIn({ tokens, phrases }: Pick<Parsed, "tokens" | "phrases">): [number, number] | null {
  return (
    imperative(tokens) ??
    deadline(tokens) ??
    target(tokens) ??
    claim(tokens) ??
    change(tokens) ??
    bound(tokens, phrases)
  );
}

/** What limits the things counted rather than the number: "orders that take less than an hour". */
const limiting =
  /^(?:who|that|which|whose|where|when|if|with|having|whom|after|before|without|while|once|until|than)$/;

const isLimited = (tokens: readonly Token[], at: number) =>
  tokens.slice(0, at).some(({ word }) => limiting.test(word));

/** "95 % of orders arrive on the promised day": said of all of them, there is nothing to read off. */
function claim(tokens: readonly Token[]): [number, number] | null {
  const at = /^[<>≥≤]$/.test(tokens[0]?.word ?? "") ? 1 : 0;
  const percent = /^(?:%|percent)$/.test(tokens[at + 1]?.word ?? "");
  const isPart = percent && tokens[at + 2]?.word === "of";
  return isPart && numberOf(tokens[at]) !== undefined && !isLimited(tokens, at + 6) ? [0, at + 2] : null;
}

/** "improves by 15 %", "grow to 500": how far the number should move. */
function change(tokens: readonly Token[]): [number, number] | null {
  const at = tokens.findIndex(
    (token, i) =>
      /^(?:improv|grow|ris|increas|declin|decreas|fall|drop|reduc|doubl|shrink)(?:e|es|ed|s|ing)?$/.test(
        token.word,
      ) &&
      /^(?:by|to)$/.test(tokens[i + 1]?.word ?? "") &&
      numberOf(tokens[i + 2]) !== undefined,
  );
  return at < 1 || isLimited(tokens, at) ? null : [at, Math.min(tokens.length, at + 4)];
}

const comparisons = /^(?:under|below|over|above|less|fewer|more|at|exceeding|<|>|≤|≥)$/;

/** "is under 5 minutes", ", under 96 hours", "of more than 40 %": a bound of the number itself. */
function bound(tokens: readonly Token[], { aggregation, head }: Parsed["phrases"]): [number, number] | null {
  if (!aggregation || aggregation === "count" || aggregation === "sum") return null;
  for (let at = head + 1; at < tokens.length; at += 1) {
    if (limiting.test(tokens[at]?.word ?? "")) return null;
    if (!comparisons.test(tokens[at]?.word ?? "")) continue;
    let number = at + 1;
    while (/^(?:than|least|most|=)$/.test(tokens[number]?.word ?? "")) number += 1;
    if (numberOf(tokens[number]) === undefined) continue;
    const unit = tokens[number + 1];
    const before = tokens[at - 1]?.word ?? "";
    const said = /^(?:is|are|be|stays?|remains?|,|:)$/.test(before);
    const percent = /^(?:%|percent)$/.test(unit?.word ?? "");
    const time = timeUnit(unit) !== undefined || /^(?:minute|second|ms)s?$/.test(unit?.word ?? "");
    const ofAll =
      before === "of" &&
      (percent
        ? aggregation === "share"
        : time && /^(?:time|duration|delay|latency|wait)$/.test(tokens[at - 2]?.word ?? ""));
    if (said ? percent || time : ofAll) return [at, number + 2];
  }
  return null;
}

function imperative(tokens: readonly Token[]): [number, number] | null {
  const at = tokens[0]?.word === "to" ? 1 : 0;
  const word = tokens[at]?.word ?? "";
  const hasNumber = tokens.slice(at + 1, at + 8).some((token) => (numberOf(token) ?? 0) > 1);
  // "increase in orders" is a noun.
  const isOrder = always.has(word) && !/^(?:in|of|from)$/.test(tokens[at + 1]?.word ?? "in");
  return isOrder || (withNumber.has(word) && hasNumber) ? [0, tokens.length] : null;
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
        (/^(?:version|phase|release|milestone)$/.test(token.word) &&
          numberOf(tokens[to + 1]) !== undefined) ||
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
