/** Every rule, in the order of the checklist; test/rules.test.ts holds the list against the folder. */
import type { Rule } from "../rule.js";
import { betAtWrongLevel } from "./bets/bet-at-wrong-level.js";
import { closedWithoutOutcome } from "./bets/closed-without-outcome.js";
import { inputWithoutBet } from "./bets/input-without-bet.js";
import { tooManyActiveBets } from "./bets/too-many-active-bets.js";
import { unknownFor } from "./bets/unknown-for.js";
import { duplicateId } from "./format/duplicate-id.js";
import { unansweredPoint } from "./format/unanswered-point.js";
import { unfilledBlank } from "./format/unfilled-blank.js";
import { inputWithoutOwner } from "./inputs/input-without-owner.js";
import { oneFactorForAll } from "./inputs/one-factor-for-all.js";
import { tooFewInputs } from "./inputs/too-few-inputs.js";
import { tooManyInputs } from "./inputs/too-many-inputs.js";
import { futureDate } from "./review/future-date.js";
import { impossibleDate } from "./review/impossible-date.js";
import { overdueReview } from "./review/overdue-review.js";

export const rules: readonly Rule[] = [
  inputWithoutOwner,
  oneFactorForAll,
  tooFewInputs,
  tooManyInputs,

  betAtWrongLevel,
  closedWithoutOutcome,
  inputWithoutBet,
  tooManyActiveBets,
  unknownFor,

  futureDate,
  impossibleDate,
  overdueReview,

  duplicateId,
  unansweredPoint,
  unfilledBlank,
];
