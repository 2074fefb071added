/** Bets as sentences in the speaker's notes. */
import { capitalized } from "../../file/message-text.js";
import { markFor } from "../direction.js";
import { betSentence, betStatus } from "../tree-nodes.js";
import type { BetView } from "../view-model.js";
import { dateText, fill } from "../words/words.js";

/** A bet with all that is known of it: "Intervention: If …, then … (trying; Sharing pod; review 2026-12-15)". */
export function betNote(bet: BetView): string {
  const { labels } = bet.words;
  const facts = [
    betStatus(bet),
    bet.owner,
    bet.review && fill(labels.review, { text: dateText(bet.review.date, bet.words) }),
    bet.expect && fill(labels.expected, { text: bet.expect }),
    bet.rank !== null && fill(labels.rank, { text: bet.rank }),
    bet.problem && fill(labels.problem, { text: bet.problem }),
    ...bet.weights,
    bet.disproof && fill(labels.lostIf, { text: bet.disproof }),
    ...bet.readouts,
    ...bet.links,
  ].filter(Boolean);
  const text = `${betSentence(bet)}${facts.length > 0 ? ` (${facts.join("; ")})` : ""}`;
  return markFor([text]) + fill(labels.labelled, { label: capitalized(bet.kind), text });
}
