/** The four words for a claim that one thing moves before another. */
import { bestOf, type Lead, longestLag, smallestShown } from "./lead.js";

/** What numbers say of a claim. */
export type Word = "supported" | "inconclusive" | "contradicted" | "too short";

/** A claim with what is known of its series. */
export interface Tested {
  lead: Lead;
  /** 1 where both should move the same way, -1 where they should move in opposite ways. */
  sign: 1 | -1;
  /** Whether the lag was chosen when the series could be seen already: it may be the best of all. */
  isChosenLate: boolean;
}

/** A verdict, and what decided it. */
export interface BetVerdict {
  word: Word;
  /** How likely the link at the declared lag is by chance, among all claims that were checked. */
  p: number;
  /** What contradicts: the link goes the other way, or the second moves first. */
  against?: "direction" | "order";
  /** The smallest link that these series could have shown. */
  smallest: number;
  /** How likely the strongest link at which the second leads is by chance, among all claims that were checked. */
  pBehind: number;
}

/** How many pairs of changes there have to be: with fewer, only what explains a quarter of all change would show. */
export const fewestPairs = 30;

/** How often, at most, chance may have the word. */
const mostChance = 0.05;

/** The verdict of each of some claims, which are checked together: the more there are, the stronger each has to be. */
export function verdictsOf(claims: readonly Tested[]): BetVerdict[] {
  const counted = claims.filter(({ lead }) => lead.declared.pairs >= fewestPairs);
  const ahead = holm(
    counted.map(({ lead, isChosenLate }) => bestOf(lead.declared.p, isChosenLate ? longestLag : 1)),
  );
  const behind = holm(counted.map(({ lead }) => Math.max(lead.strongest.behind.p, lead.granger.backward.p)));
  return claims.map((claim) => {
    const at = counted.indexOf(claim);
    const chances = Math.max(1, counted.length) * (claim.isChosenLate ? longestLag : 1);
    const smallest = smallestShown(claim.lead.declared.error, chances);
    const [p = 1, pBehind = 1] = [ahead[at], behind[at]];
    if (at < 0) return { word: "too short", p, pBehind, smallest };
    return { ...wordFor(claim, p, pBehind), p, pBehind, smallest };
  });
}

function wordFor({ lead, sign }: Tested, p: number, pBehind: number): Pick<BetVerdict, "word" | "against"> {
  if (p < mostChance)
    return lead.declared.r * sign > 0
      ? { word: "supported" }
      : { word: "contradicted", against: "direction" };
  if (pBehind < mostChance / 2) return { word: "contradicted", against: "order" };
  return { word: "inconclusive" };
}

/** Chances that several things happened, made so much larger that one of all is called wrong as rarely as one alone (Holm). */
function holm(chances: readonly number[]): number[] {
  const order = chances.map((_, at) => at).sort((a, b) => (chances[a] ?? 1) - (chances[b] ?? 1));
  const adjusted = chances.map(() => 1);
  let largest = 0;
  order.forEach((at, rank) => {
    largest = Math.max(largest, Math.min(1, (chances[at] ?? 1) * (order.length - rank)));
    adjusted[at] = largest;
  });
  return adjusted;
}
