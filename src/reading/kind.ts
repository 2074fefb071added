/** What kind of thing a counted phrase names. */
import { isTime } from "./grammar.js";
import type { Mark } from "./lexicon.js";
import { marksWithin, type Parsed } from "./parse.js";
import { hasBareStreak } from "./streak.js";
import { is, type Token } from "./token.js";

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

/** The kind of the counted phrase: that of the word at its end, or of money and the like anywhere in it. */
export function kindOf(parsed: Parsed): Kind {
  const { tokens, phrases } = parsed;
  const { from, head } = phrases;
  const inside = marksWithin(parsed, from, tokens.length, ...kinds).filter((mark) => mark.from <= head);
  let end = head + 1;
  while (end > from + 1 && is(tokens[end - 1], "transparent") && !inside.some((mark) => mark.to === end))
    end--;
  const counts = (mark: Mark, kind: Kind) =>
    mark.group === kind && (mark.to === end || mark.to >= head + 1 || spreads(kind, mark, tokens));
  const found = kinds.find((kind) => inside.some((mark) => counts(mark, kind)));
  if (isSales(parsed)) return "money";
  if (!found && hasBareStreak(parsed, from, head + 1)) return "exposure";
  if (isTime(tokens[from]) || isTime(tokens[head])) return found === "money" ? "money" : "time";
  return found ?? "thing";
}

/** A kind goes on after "of": conversion of trials. */
function spreads(kind: Kind, mark: Mark, tokens: readonly Token[]): boolean {
  return tokens[mark.to]?.word === "of" && kind !== "audience";
}

/** "total retail sales" is money, "number of sales" and "ticket sales" are things sold. */
function isSales({ tokens, phrases: { from, head, explicit, aggregation } }: Parsed): boolean {
  if (tokens[head]?.word !== "sales" || (explicit && aggregation === "count")) return false;
  return tokens.slice(from, head).every((token) => is(token, "any sales"));
}
