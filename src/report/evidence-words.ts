/** What numbers say of a bet, in sentences that a person who is no statistician can use. */

import type { BetEvidence, StarEvidence, TestedBet, ThingEvidence } from "../evidence/star-evidence.js";
import { fewestPairs, type Word } from "../evidence/verdict.js";
import { numberInWords } from "../file/message-text.js";
import type { Bet, Readout } from "../file/northstar.js";
import { thousands } from "../file/text.js";
import { valueText } from "./measure.js";
import { pluralize } from "./report.js";

/** What stands on every line: nobody may take it for more. */
export const caution = "association in time, not proof of cause";

/** How a text from the file is written in some language. */
export type Escape = (text: string) => string;

/** A bet in short: what moves, and what it should move. */
export function claimTitle({ claim: { bet, cause, effect } }: BetEvidence, say: Escape): string {
  const kind = bet.level === 0 ? "North Star bet" : "Input bet";
  return `${kind}: ${say(cause?.name ?? bet.for)} → ${say(effect?.name ?? bet.for)}`;
}

/** What each experiment showed, by itself: experiments differ in whom they asked, so none is averaged with another. */
export function readoutSentences({ claim: { bet } }: BetEvidence, say: Escape): string[] {
  return (bet.readout ?? []).map((readout) => {
    const { date, effect, low, high, unit, says, link } = readout;
    const amount = `${signedText(effect)}${unit === undefined ? "" : ` ${say(unit)}`}`;
    const more = [link, says].flatMap((text) => (text === undefined ? [] : [say(text)]));
    return [
      `${date}: ${amount} (${signedText(low)} to ${signedText(high)}), ${readoutWord(readout, bet)}`,
      ...more,
    ].join("; ");
  });
}

/** Whether an interval lies on the side that is expected. */
function readoutWord({ low, high }: Readout, { expect }: Bet): string {
  if (low <= 0 && high >= 0) return "which may be nothing";
  const rises = low > 0;
  if (!expect) return rises ? "a rise" : "a fall";
  return rises === (expect.direction === "up") ? "as expected" : "against what is expected";
}

function signedText(value: number): string {
  return value > 0 ? `+${valueText(value)}` : valueText(value);
}

/** What was tested and what came out, in one sentence. */
export function finding(test: TestedBet, say: Escape): string {
  const { lead, sign, verdict } = test;
  const { cause, effect } = namesOf(test, say);
  const [rises, falls] =
    sign === 1 ? ["the same way", "the opposite way"] : ["the opposite way", "the same way"];
  switch (verdict.word) {
    case "supported":
      return `When ${cause} moved, ${effect} moved ${rises} ${after(test)}, more clearly than by chance.`;
    case "contradicted":
      return verdict.against === "order"
        ? `The other way round: ${effect} moved first, and ${cause} ${lagText(test, -lead.strongest.behind.lag)} later.`
        : `When ${cause} moved, ${effect} moved ${falls} ${after(test)}, and the bet says ${rises}.`;
    case "inconclusive":
      return `Whether ${effect} moves ${rises} as ${cause} ${after(test)} cannot be told from chance.`;
    case "too short":
      return tooShort(test);
  }
}

function tooShort(test: TestedBet): string {
  const { pairing, lead, lag } = test;
  const missing = (fewestPairs - lead.declared.pairs) * pairing.stride;
  const what = pluralize(fewestPairs, `pair`);
  const when = `${thousands(missing)} more ${pairing.grain}${missing === 1 ? "" : "s"}`;
  const lost = lag > 8 ? `, of which the first ${lagText(test, lag)} only wait for their effect` : "";
  return `There are too few numbers: ${what} of changes are needed, which is ${when}${lost}.`;
}

/** The numbers behind it, each with what it is of: how many, among how many, how strong, and how strong it has to be. */
export function figures(test: TestedBet, checks: number): { n: string; link: string } {
  const { lead, verdict, from, to, sign } = test;
  const { r, low, high, pairs, error } = lead.declared;
  const checked =
    verdict.word === "too short" ? "not checked" : checks === 1 ? "1 check" : `1 of ${checks} checks`;
  const [least, most] = sign === 1 ? [low, high] : [-high, -low];
  const back =
    verdict.against === "order" ? `; the other way round ${linkText(lead.strongest.behind.r)}` : "";
  const found = `${linkText(r * sign)}, interval ${linkText(least)} to ${linkText(most)}${back}; `;
  const smallest =
    Number.isFinite(error) && verdict.smallest < 0.995
      ? `the smallest that would have shown: ${linkText(verdict.smallest)}`
      : "none could have shown";
  return {
    n: `${pairs} pairs of ${periodText(test)}, ${from} to ${to}; ${checked}`,
    link: `${verdict.word === "too short" ? "" : found}${smallest}; ${caution}`,
  };
}

/** What a reader should know beside the verdict, each in a sentence. */
export function asidesOf({ result, late }: BetEvidence, say: Escape): string[] {
  if ("reason" in result) return [];
  const { pairing, lead, clearer, bothWays, verdict } = result;
  const { cause, effect } = namesOf(result, say);
  return [
    ...late.map(
      (each) =>
        `Flagged: ${say(each)}. What may be the best of ${numberInWords(8)} times has to be as clear as the best of ${numberInWords(8)}.`,
    ),
    ...(pairing.stride > 1
      ? [
          `Values count over more than a ${pairing.grain}, so only every ${ordinal(pairing.stride)} is used: windows that overlap look linked when nothing is.`,
        ]
      : []),
    ...(lead.reach > 0
      ? [
          `What moves ${lagText(result, lead.reach)} earlier or later counts as well, since nobody can say it to the ${pairing.grain}.`,
        ]
      : []),
    ...(clearer === undefined
      ? []
      : [
          `It is clearer ${lagText(result, clearer)} later. Found by looking, this is an idea and no evidence: write it down as a new bet, and let the numbers to come decide.`,
        ]),
    ...(bothWays
      ? [`${effect} also moved before ${cause}: each may drive the other, or something else drives both.`]
      : []),
    ...(verdict.word === "too short" ? [] : [secondOpinion(result)]),
  ];
}

/** What Granger's test says, which looks at four periods at once. */
function secondOpinion({ lead, verdict }: TestedBet): string {
  const { forward, backward } = lead.granger;
  const { p } = verdict.against === "order" ? backward : forward;
  const isSeen = p < 0.05;
  const isSaid = verdict.word !== "inconclusive";
  const sees = isSeen ? (isSaid ? "sees it as well" : "sees a lead, and this one does not") : "";
  const misses = isSaid ? "does not see it" : "sees nothing either";
  return `A second test (Granger), of the last ${forward.lags} periods at once, ${sees || misses} (p ${chanceText(p)}).`;
}

/** What a series says of itself: how small a change can be seen, and whether it ever falls. */
export function seriesSentences(
  { thing, series, sensitivity, neverFalls }: ThingEvidence,
  say: Escape,
): string[] {
  const share = sensitivity?.share === undefined ? "" : ` (${percentText(sensitivity.share)})`;
  const weeks = sensitivity?.days === 28 ? "four weeks" : "a month";
  return [
    ...(sensitivity
      ? [
          `${say(thing.name)}: a change of less than ${roundText(sensitivity.change)}${share} within ${weeks} cannot be told from its usual ups and downs.`,
        ]
      : []),
    ...(neverFalls
      ? [
          `${say(thing.name)} behaves like a running total: in ${series.points.length} ${series.grain}s it never fell. If it counts everything since the start, it says nothing of today; count what happened in each ${series.grain}.`,
        ]
      : []),
  ];
}

/** Which Inputs move together, each pair once. */
export function inputSentences({ inputs, things }: StarEvidence, say: Escape): string[] {
  const nameOf = (id: string) => say(things.find(({ thing }) => thing.id === id)?.thing.name ?? id);
  const told = new Set<string>();
  return inputs
    .filter(({ isCarried }) => isCarried)
    .flatMap(({ id, closest, inflation }) => {
      const pair = [id, closest.id].sort().join("\0");
      if (told.has(pair)) return [];
      told.add(pair);
      return [
        `${nameOf(id)} and ${nameOf(closest.id)} move together (${linkText(closest.r)} where 1 is always; variance inflation ${inflation.toFixed(1)}): numbers alone cannot tell which of them matters.`,
      ];
    });
}

/** How many bets got which word: "1 supported, 2 inconclusive; 1 not tested". */
export function countsOf({ bets }: StarEvidence): string {
  const order: readonly Word[] = ["supported", "inconclusive", "contradicted", "too short"];
  const words = bets.flatMap(({ result }) => ("reason" in result ? [] : [result.verdict.word]));
  const said = order
    .map((word) => ({ word, count: words.filter((each) => each === word).length }))
    .filter(({ count }) => count > 0)
    .map(({ word, count }) => `${count} ${word}`);
  const untested = bets.length - words.length;
  return [...said, ...(untested > 0 ? [`${untested} not tested`] : [])].join(", ");
}

function namesOf({ cause, effect }: TestedBet, say: Escape): { cause: string; effect: string } {
  return { cause: say(cause.name), effect: say(effect.name) };
}

function after(test: TestedBet): string {
  return `${lagText(test, test.lag)} later`;
}

/** Some kept periods as a time: "3 weeks". */
function lagText({ pairing: { grain, stride } }: TestedBet, lag: number): string {
  return pluralize(lag * stride, grain);
}

function periodText({ pairing: { grain, stride } }: TestedBet): string {
  return stride === 1 ? `${grain}s` : `every ${ordinal(stride)} ${grain}`;
}

function ordinal(number: number): string {
  return number === 2 ? "second" : number === 3 ? "third" : `${number}th`;
}

/** A link as people read it: 0.44. */
function linkText(r: number): string {
  return r
    .toFixed(2)
    .replace("-", "−")
    .replace(/^−0\.00$/, "0.00");
}

function chanceText(p: number): string {
  return p < 0.001 ? "below 0.001" : p.toFixed(3);
}

function percentText(share: number): string {
  const percent = share * 100;
  return `${percent >= 10 ? thousands(Math.round(percent)) : Number(percent.toPrecision(2))} %`;
}

/** A number of which nobody needs to know more than two digits. */
function roundText(value: number): string {
  return valueText(Number(value.toPrecision(2)));
}
