/** What the numbers of a North Star say of its bets, and of themselves. */
import { aboutDays } from "../config/horizons.js";
import { dateOf } from "../file/calendar.js";
import { backticked } from "../file/message-text.js";
import type { Northstar } from "../file/northstar.js";
import type { LockedBet } from "../series/lock-file.js";
import type { Series } from "../series/series.js";
import { type Thing, thingsOf } from "../series/things.js";
import { present, spreadOf } from "./changes.js";
import { type Claim, claimsOf } from "./claims.js";
import { type Independence, independenceOf } from "./independence.js";
import { type Lead, leadOf } from "./lead.js";
import { neverFalls, type Sensitivity, sensitivityOf } from "./noise.js";
import { type Measured, type Pairing, pairingOf } from "./pairing.js";
import { type BetVerdict, verdictsOf } from "./verdict.js";
import { windowDays } from "./window.js";

/** All of it. */
export interface StarEvidence {
  bets: BetEvidence[];
  /** How many bets were checked together. */
  checks: number;
  things: ThingEvidence[];
  /** How alone the Inputs move; empty where it cannot be told. */
  inputs: Independence[];
}

/** What is said of a bet: what was tested, or why nothing was. */
export interface BetEvidence {
  claim: Claim;
  /** Why the lag counts as picked from all: what was expected before, and since when. */
  late: readonly string[];
  result: TestedBet | { reason: string };
}

/** A test of a bet, and its verdict. */
export interface TestedBet {
  cause: Thing;
  effect: Thing;
  /** 1 where both should move the same way, -1 where they should move in opposite ways. */
  sign: 1 | -1;
  pairing: Pairing;
  /** In kept periods; one period is `pairing.days` long. */
  lag: number;
  lead: Lead;
  verdict: BetVerdict;
  /** The first day of the first period that both series have, and that of the last. */
  from: string;
  to: string;
  /** The lag, in kept periods, at which a change of the first comes before one of the second much more clearly. */
  clearer?: number;
  /** Whether the second seems to move before the first as well. */
  bothWays: boolean;
}

/** What a series says by itself. */
export interface ThingEvidence {
  thing: Thing;
  series: Series;
  sensitivity?: Sensitivity | undefined;
  /** Whether it never fell, as a total that is counted from the start. */
  neverFalls: boolean;
}

/** What is known of a bet beside the file as it is. */
export interface BetPast {
  /** What was expected when its evidence was first looked at. */
  looked?: LockedBet | undefined;
  /** What the history of the file says: that the time was set or changed when the numbers were there. */
  late?: readonly string[] | undefined;
}

/** Compares the series (by the id of their thing) of a North Star as its bets say; `pasts` is by the key of a claim. */
export function evidenceOfStar(
  star: Northstar,
  series: ReadonlyMap<string, Series>,
  pasts: ReadonlyMap<string, BetPast>,
): StarEvidence {
  const measured = new Map(
    thingsOf(star).flatMap((thing) => {
      const own = series.get(thing.id);
      return own ? [[thing.id, { thing, series: own, window: windowDays(thing.value) }] as const] : [];
    }),
  );
  const prepared = claimsOf(star).map((claim) => ({
    claim,
    late: lateIn(claim, pasts.get(claim.key)),
    test: testOf(claim, measured),
  }));
  const tests = prepared.flatMap(({ test, late }) => ("reason" in test ? [] : [{ ...test, late }]));
  const verdicts = verdictsOf(
    tests.map(({ lead, sign, late }) => ({ lead, sign, isChosenLate: late.length > 0 })),
  );
  let next = 0;
  const bets = prepared.map(({ claim, late, test }): BetEvidence => {
    if ("reason" in test) return { claim, late, result: test };
    const verdict = verdicts[next++] as BetVerdict;
    return { claim, late, result: { ...test, verdict, ...asides(test, verdict) } };
  });
  return {
    bets,
    checks: verdicts.filter(({ word }) => word !== "too short").length,
    things: [...measured.values()].map((each) => ({
      thing: each.thing,
      series: each.series,
      sensitivity: sensitivityOf(each),
      neverFalls: neverFalls(each),
    })),
    inputs: independenceOf(
      [...measured.values()].flatMap((each) =>
        each.thing.kind === "Input" ? [{ ...each, id: each.thing.id }] : [],
      ),
    ),
  };
}

type MeasuredThing = Measured & { thing: Thing };
type Test = Omit<TestedBet, "verdict" | "clearer" | "bothWays">;

/** What is computed for a claim, or why nothing is. */
function testOf(claim: Claim, measured: ReadonlyMap<string, MeasuredThing>): Test | { reason: string } {
  const { bet, cause, effect, causeFalls } = claim;
  const { expect } = bet;
  if (!cause || !effect)
    return { reason: `\`for: ${bet.for}\` names no ${bet.level === 0 ? "result" : "Input"} of this file` };
  const [x, y] = [measured.get(cause.id), measured.get(effect.id)];
  const missing = [...(x ? [] : [cause]), ...(y ? [] : [effect])];
  if (!x || !y)
    return { reason: `there are no numbers of ${missing.map(({ name }) => name).join(" and ")} yet` };
  if (!expect)
    return {
      reason: "it does not say what to expect: for example `expect: { direction: up, after: 6 weeks }`",
    };
  if (!expect.after) return { reason: "it does not say after how long: add `after: 6 weeks` to `expect`" };
  const pairing = pairingOf(x, y);
  if (!pairing)
    return {
      reason: `${cause.name} is counted by the ${x.series.grain} and ${effect.name} by the ${y.series.grain}: keep both by the ${longer(x, y)}`,
    };
  if (pairing.starts.length === 0) return { reason: "the two series have no period in common" };
  const still = [
    { name: cause.name, values: pairing.x },
    { name: effect.name, values: pairing.y },
  ].find(({ values }) => !(spreadOf(values) > 0) && present(values).length > 1);
  if (still) return { reason: `${still.name} is always the same, so nothing can move with it` };
  const lag = Math.max(1, Math.round(aboutDays(expect.after) / pairing.days));
  return {
    cause,
    effect,
    sign: causeFalls === (expect.direction === "down") ? 1 : -1,
    pairing,
    lag,
    lead: leadOf(pairing, lag),
    from: dateOf(pairing.starts[0] ?? 0),
    to: dateOf(pairing.starts.at(-1) ?? 0),
  };
}

/** The grain that both can be kept in. */
function longer(x: Measured, y: Measured): string {
  return [x, y].some(({ series }) => series.grain === "quarter") ? "quarter" : "month";
}

/** What a reader should know beside the verdict. */
function asides(
  { lead, lag, sign }: Test,
  { word, pBehind }: BetVerdict,
): Pick<TestedBet, "clearer" | "bothWays"> {
  const { ahead } = lead.strongest;
  const isClearer =
    word === "inconclusive" && ahead.p < 0.05 && ahead.r * sign > 0 && Math.abs(ahead.lag - lag) > lead.reach;
  return { ...(isClearer && { clearer: ahead.lag }), bothWays: word === "supported" && pBehind < 0.05 };
}

/** Why the lag of a bet counts as picked when the numbers could be seen. */
function lateIn({ bet }: Claim, { looked, late = [] }: BetPast = {}): string[] {
  const { direction, after } = bet.expect ?? {};
  if (!looked || !after || (looked.after === after && looked.direction === direction)) return [...late];
  const before =
    looked.after === undefined ? "no time" : `${looked.direction} after ${backticked(looked.after)}`;
  return [`when its evidence was first looked at, on ${looked.looked}, it said ${before}`, ...late];
}
