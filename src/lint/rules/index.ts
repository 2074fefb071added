/** Every rule, in the order of the checklist; test/rules.test.ts holds the list against the folder. */
import { type AnyRule, isSetRule, type Rule } from "../rule.js";
import { manyFactors } from "./actionable/many-factors.js";
import { marketCondition } from "./actionable/market-condition.js";
import { backwardBet } from "./bets/backward-bet.js";
import { betAtWrongLevel } from "./bets/bet-at-wrong-level.js";
import { betOnFormerGround } from "./bets/bet-on-former-ground.js";
import { betRepeatsItself } from "./bets/bet-repeats-itself.js";
import { betRewritten } from "./bets/bet-rewritten.js";
import { betsUnderOneInput } from "./bets/bets-under-one-input.js";
import { closedWithoutOutcome } from "./bets/closed-without-outcome.js";
import { doubtfulBet } from "./bets/doubtful-bet.js";
import { effectOutsideInterval } from "./bets/effect-outside-interval.js";
import { featureList } from "./bets/feature-list.js";
import { implicitId } from "./bets/implicit-id.js";
import { inputWithoutBet } from "./bets/input-without-bet.js";
import { noLostBets } from "./bets/no-lost-bets.js";
import { repeatedBet } from "./bets/repeated-bet.js";
import { sharedRank } from "./bets/shared-rank.js";
import { solutionAsOpportunity } from "./bets/solution-as-opportunity.js";
import { tooManyActiveBets } from "./bets/too-many-active-bets.js";
import { unknownFor } from "./bets/unknown-for.js";
import { unusualHorizon } from "./bets/unusual-horizon.js";
import { vagueThen } from "./bets/vague-then.js";
import { wishAsIntervention } from "./bets/wish-as-intervention.js";
import { brokenArtifact } from "./format/broken-artifact.js";
import { curlyQuotes } from "./format/curly-quotes.js";
import { deniedPoint } from "./format/denied-point.js";
import { doubtfulAnswer } from "./format/doubtful-answer.js";
import { duplicateId } from "./format/duplicate-id.js";
import { otherLanguage } from "./format/other-language.js";
import { queryWithoutSeries } from "./format/query-without-series.js";
import { unansweredPoint } from "./format/unanswered-point.js";
import { uncheckedSource } from "./format/unchecked-source.js";
import { unfilledBlank } from "./format/unfilled-blank.js";
import { unknownOwner } from "./format/unknown-owner.js";
import { arithmeticInput } from "./inputs/arithmetic-input.js";
import { broadInput } from "./inputs/broad-input.js";
import { doubtfulInput } from "./inputs/doubtful-input.js";
import { goalAsInput } from "./inputs/goal-as-input.js";
import { inputAsResult } from "./inputs/input-as-result.js";
import { inputAsTask } from "./inputs/input-as-task.js";
import { inputRepeatsMetric } from "./inputs/input-repeats-metric.js";
import { inputWithoutOwner } from "./inputs/input-without-owner.js";
import { inputsOfOneSource } from "./inputs/inputs-of-one-source.js";
import { narrowInput } from "./inputs/narrow-input.js";
import { oneFactorForAll } from "./inputs/one-factor-for-all.js";
import { repeatedInput } from "./inputs/repeated-input.js";
import { swappedInput } from "./inputs/swapped-input.js";
import { tooFewInputs } from "./inputs/too-few-inputs.js";
import { tooManyInputs } from "./inputs/too-many-inputs.js";
import { arithmeticResult } from "./leading/arithmetic-result.js";
import { beliefInResults } from "./leading/belief-in-results.js";
import { laggingMetric } from "./leading/lagging-metric.js";
import { noResults } from "./leading/no-results.js";
import { goalAsMetric } from "./measurable/goal-as-metric.js";
import { hiddenSource } from "./measurable/hidden-source.js";
import { lossySource } from "./measurable/lossy-source.js";
import { missingSource } from "./measurable/missing-source.js";
import { nothingCountable } from "./measurable/nothing-countable.js";
import { stateOfMind } from "./measurable/state-of-mind.js";
import { vagueAmount } from "./measurable/vague-amount.js";
import { changedWithoutHistory } from "./review/changed-without-history.js";
import { driftedSource } from "./review/drifted-source.js";
import { futureDate } from "./review/future-date.js";
import { impossibleDate } from "./review/impossible-date.js";
import { overdueReview } from "./review/overdue-review.js";
import { unchangedInputs } from "./review/unchanged-inputs.js";
import { unchangedMetric } from "./review/unchanged-metric.js";
import { doubtfulMetric } from "./statement/doubtful-metric.js";
import { duplicateProduct } from "./statement/duplicate-product.js";
import { noWindow } from "./statement/no-window.js";
import { overlappingStars } from "./statement/overlapping-stars.js";
import { severalMetrics } from "./statement/several-metrics.js";
import { staleThreshold } from "./statement/stale-threshold.js";
import { genericMetric } from "./strategy/generic-metric.js";
import { compositeScore } from "./understandable/composite-score.js";
import { statisticalJargon } from "./understandable/statistical-jargon.js";
import { tangledDefinition } from "./understandable/tangled-definition.js";
import { unexplainedAbbreviation } from "./understandable/unexplained-abbreviation.js";
import { bareAudience } from "./value/bare-audience.js";
import { companyActivity } from "./value/company-activity.js";
import { countedBeforeExchange } from "./value/counted-before-exchange.js";
import { countsBeginnings } from "./value/counts-beginnings.js";
import { countsTrouble } from "./value/counts-trouble.js";
import { exchangeWithoutValue } from "./value/exchange-without-value.js";
import { ownFunnel } from "./value/own-funnel.js";
import { singleExchange } from "./value/single-exchange.js";
import { tooManyExchanges } from "./value/too-many-exchanges.js";
import { allTimeTotal } from "./vanity/all-time-total.js";
import { knownVanityMetric } from "./vanity/known-vanity-metric.js";
import { merePresence } from "./vanity/mere-presence.js";
import { runningTotal } from "./vanity/running-total.js";
import { timeInProduct } from "./vanity/time-in-product.js";
import { vanityName } from "./vanity/vanity-name.js";

export const rules: readonly AnyRule[] = [
  bareAudience,
  companyActivity,
  countedBeforeExchange,
  countsBeginnings,
  countsTrouble,
  exchangeWithoutValue,
  ownFunnel,
  singleExchange,
  tooManyExchanges,

  genericMetric,

  arithmeticResult,
  beliefInResults,
  laggingMetric,
  noResults,

  manyFactors,
  marketCondition,

  compositeScore,
  statisticalJargon,
  tangledDefinition,
  unexplainedAbbreviation,

  goalAsMetric,
  hiddenSource,
  lossySource,
  missingSource,
  nothingCountable,
  stateOfMind,
  vagueAmount,

  allTimeTotal,
  knownVanityMetric,
  merePresence,
  runningTotal,
  timeInProduct,
  vanityName,

  doubtfulMetric,
  duplicateProduct,
  noWindow,
  overlappingStars,
  severalMetrics,
  staleThreshold,

  arithmeticInput,
  broadInput,
  doubtfulInput,
  goalAsInput,
  inputAsResult,
  inputAsTask,
  inputRepeatsMetric,
  inputWithoutOwner,
  inputsOfOneSource,
  narrowInput,
  oneFactorForAll,
  repeatedInput,
  swappedInput,
  tooFewInputs,
  tooManyInputs,

  backwardBet,
  betAtWrongLevel,
  betOnFormerGround,
  betRepeatsItself,
  betRewritten,
  betsUnderOneInput,
  closedWithoutOutcome,
  doubtfulBet,
  effectOutsideInterval,
  featureList,
  implicitId,
  inputWithoutBet,
  noLostBets,
  repeatedBet,
  sharedRank,
  solutionAsOpportunity,
  tooManyActiveBets,
  unknownFor,
  unusualHorizon,
  vagueThen,
  wishAsIntervention,

  changedWithoutHistory,
  driftedSource,
  futureDate,
  impossibleDate,
  overdueReview,
  unchangedInputs,
  unchangedMetric,

  brokenArtifact,
  curlyQuotes,
  deniedPoint,
  doubtfulAnswer,
  duplicateId,
  otherLanguage,
  queryWithoutSeries,
  unansweredPoint,
  uncheckedSource,
  unfilledBlank,
  unknownOwner,
];

/** Those that look at one North Star by itself. */
export const starRules: readonly Rule[] = rules.filter((rule): rule is Rule => !isSetRule(rule));
