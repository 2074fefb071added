/** Marks of a goal: a target or a date in place of something to read off. */
import type { Parsed } from "./parse.js";
import { is, type Token } from "./token.js";
import { hasTrait } from "./word-form.js";

/** Tokens [from, to) of the goal in a name or a definition, or null. */
export function goalIn(parsed: Pick<Parsed, "tokens" | "phrases" | "traits">): [number, number] | null {
  const { tokens, phrases } = parsed;
  return (
    imperative(tokens) ??
    (hasTrait(parsed, "date") ? deadline(tokens) : null) ??
    (hasTrait(parsed, "goal") ? target(tokens) : null) ??
    claim(tokens) ??
    (hasTrait(parsed, "moving") ? change(tokens) : null) ??
    (hasTrait(parsed, "comparison") ? bound(tokens, phrases) : null)
  );
}

/** Whether the things counted are limited, rather than the number: "orders that take less than an hour". */
const isLimited = (tokens: readonly Token[], at: number) =>
  tokens.slice(0, at).some((token) => is(token, "limits what is counted"));

/** "95 % of orders arrive on the promised day": said of all of them, there is nothing to read off. */
function claim(tokens: readonly Token[]): [number, number] | null {
  const at = is(tokens[0], "comparison sign") ? 1 : 0;
  const percent = is(tokens[at + 1], "percent");
  const isPart = percent && tokens[at + 2]?.word === "of";
  return isPart && tokens[at]?.number !== undefined && !isLimited(tokens, at + 6) ? [0, at + 2] : null;
}

/** "improves by 15 %", "grow to 500": how far the number should move. */
function change(tokens: readonly Token[]): [number, number] | null {
  const at = tokens.findIndex(
    (token, i) =>
      is(token, "moving") &&
      ["by", "to"].includes(tokens[i + 1]?.word ?? "") &&
      tokens[i + 2]?.number !== undefined,
  );
  return at < 1 || isLimited(tokens, at) ? null : [at, Math.min(tokens.length, at + 4)];
}

/** "is under 5 minutes", ", under 96 hours", "of more than 40 %": a bound of the number itself. */
function bound(tokens: readonly Token[], { aggregation, head }: Parsed["phrases"]): [number, number] | null {
  if (!aggregation || aggregation === "count" || aggregation === "sum") return null;
  for (let at = head + 1; at < tokens.length; at += 1) {
    if (is(tokens[at], "limits what is counted")) return null;
    if (!is(tokens[at], "comparison")) continue;
    let number = at + 1;
    while (is(tokens[number], "in a comparison")) number += 1;
    if (tokens[number]?.number === undefined) continue;
    const unit = tokens[number + 1];
    const before = tokens[at - 1];
    const said = is(before, "says of a number");
    const percent = is(unit, "percent");
    const time = unit?.unit !== undefined || is(unit, "small time");
    const ofAll =
      before?.word === "of" && (percent ? aggregation === "share" : time && is(tokens[at - 2], "how long"));
    if (said ? percent || time : ofAll) return [at, number + 2];
  }
  return null;
}

function imperative(tokens: readonly Token[]): [number, number] | null {
  const at = tokens[0]?.word === "to" ? 1 : 0;
  const hasNumber = tokens.slice(at + 1, at + 8).some((token) => (token.number ?? 0) > 1);
  // "increase in orders" is a noun.
  const isOrder = is(tokens[at], "raise") && at + 1 < tokens.length && !is(tokens[at + 1], "no order");
  return isOrder || (is(tokens[at], "raise to") && hasNumber) ? [0, tokens.length] : null;
}

/** "with a goal of fifty", "against a target of 30 %". */
function target(tokens: readonly Token[]): [number, number] | null {
  const at = tokens.findIndex(
    (token, i) => is(token, "goal") && tokens[i + 1]?.word === "of" && tokens[i + 2]?.number !== undefined,
  );
  return at < 0 ? null : [at, at + 3];
}

/** "by 2027", "by the end of the year", "in Q3", "after 1 June"; a year alone counts as well. */
function deadline(tokens: readonly Token[]): [number, number] | null {
  for (let i = 0; i < tokens.length; i++) {
    if (!is(tokens[i], "before a date")) continue;
    for (let to = i + 1; to < Math.min(i + 6, tokens.length); to++) {
      const token = tokens[to];
      if (!token || token.sign) break;
      const due =
        isYear(token) ||
        is(token, "due") ||
        (is(token, "stage") && tokens[to + 1]?.number !== undefined) ||
        (token.word === "may" && (tokens[to + 1] ?? tokens[to - 1])?.number !== undefined);
      if (due) return [i, to + 1];
      if (
        token.word === "end" &&
        is(tokens[i], "until") &&
        is(tokens[to + 3] ?? tokens[to + 2], "long period")
      )
        return [i, to + 4];
      if (!is(token, "in a date") && token.number === undefined) break;
    }
  }
  return null;
}

function isYear(token: Token): boolean {
  return /^20[2-9]\d$/.test(token.text);
}
