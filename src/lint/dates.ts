/** The days that a file names. */
import type { Northstar } from "../file/northstar.js";
import type { Path } from "../file/problem.js";

export interface Dated {
  date: string;
  path: Path;
  /** Tells of something that has happened, rather than of something planned. */
  past: boolean;
}

/** Every date in the file, in no particular order. */
export function* datesIn({
  bets = [],
  history = [],
  considered = [],
  review,
  reviews = [],
}: Northstar): Iterable<Dated> {
  for (const [index, bet] of bets.entries()) {
    if (bet.review !== undefined) yield { date: bet.review, path: ["bets", index, "review"], past: false };
    for (const [place, { date }] of (bet.readout ?? []).entries())
      yield { date, path: ["bets", index, "readout", place, "date"], past: true };
    if (bet.outcome) yield { date: bet.outcome.date, path: ["bets", index, "outcome", "date"], past: true };
  }
  if (review?.last !== undefined) yield { date: review.last, path: ["review", "last"], past: true };
  for (const [index, { date }] of reviews.entries())
    if (date !== undefined) yield { date, path: ["reviews", index, "date"], past: true };
  for (const [index, { date }] of history.entries())
    if (date !== undefined) yield { date, path: ["history", index, "date"], past: true };
  for (const [index, { date }] of considered.entries())
    if (date !== undefined) yield { date, path: ["considered", index, "date"], past: true };
}
