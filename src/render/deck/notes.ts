/** Bets as sentences in the speaker's notes. */
import { capitalized } from "../../file/message-text.js";
import { led } from "../direction.js";
import { betSentence, betStatus } from "../tree-nodes.js";
import type { BetView } from "../view-model.js";

/** A bet with all that is known of it: "Intervention: If …, then … (trying; Sharing pod; review 2026-12-15)". */
export function betNote(bet: BetView): string {
  const facts = [
    betStatus(bet),
    bet.owner,
    bet.review && `review ${bet.review.date}`,
    bet.expect && `expected ${bet.expect}`,
    bet.rank !== null && `rank ${bet.rank}`,
    bet.problem && `problem: ${bet.problem}`,
    ...bet.weights,
    bet.disproof && `lost if ${bet.disproof}`,
    ...bet.links,
  ].filter(Boolean);
  return led(
    `${capitalized(bet.kind)}: `,
    `${betSentence(bet)}${facts.length > 0 ? ` (${facts.join("; ")})` : ""}`,
  );
}
