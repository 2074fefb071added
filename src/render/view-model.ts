/** What documents show of a North Star, and in which order: every renderer draws this, so that all show the same. */

import type { Horizons } from "../config/config.generated.js";
import { horizonOf } from "../config/horizons.js";
import type { Life } from "../diff/life.js";
import { dateOf, dayAfter, dayNumber } from "../file/calendar.js";
import { withoutLead } from "../file/message-text.js";
import {
  type Bet,
  betLevels,
  type ConsideredMetric,
  type FormerMetric,
  type Game,
  type Guardrail,
  gameOf,
  type Named,
  type NextMetric,
  type Northstar,
  type Readout,
  type ReviewAnswer,
  ranked,
  treeOf,
} from "../file/northstar.js";
import { type Point, points } from "../file/problem.js";
import type { PointState, State } from "../lint/check.js";
import { type Limit, limitsIn } from "../lint/limits.js";
import { systemNames, systems } from "../metrics/metric.js";
import { countsExchange } from "../reading/exchange.js";
import { languageOf } from "../reading/language.js";
import { read } from "../reading/reading.js";
import type { Series } from "../series/series.js";
import type { DeckOptions } from "./deck/parts.js";
import { type Direction, directionOf, led, lined } from "./direction.js";
import { type TrendView, trendOf } from "./trend.js";
import {
  aheadText,
  around,
  counted,
  dateText,
  durationText,
  englishWords,
  fill,
  numberText,
  type Wording,
} from "./words/words.js";

/** What a renderer is given. */
export interface RenderData {
  star: Northstar;
  /** The states of the seven points, as a check gave them. */
  points: readonly PointState[];
  /**
   * The day that the document is made for, as YYYY-MM-DD: which reviews are overdue. Null for a document that is kept,
   * which would be out of date by the calendar: nothing in it depends on the day.
   */
  today: string | null;
  /** How far the bets of some levels look ahead, where it is not as usual. */
  horizons?: Horizons | undefined;
  /** The number in the file of the one bet that is drawn, from 1; without it, every bet that is open. */
  bet?: number | undefined;
  /** What a one-pager is printed on. */
  sheet?: Sheet | undefined;
  /** What is asked of a deck. */
  deck?: DeckOptions | undefined;
  /** Its life, for the story; what the file alone tells of it when left out. */
  life?: Life | undefined;
  /** Series by what they are of: `metric`, or the id of an Input or result. Nothing is shown of those left out. */
  series?: ReadonlyMap<string, Series> | undefined;
  /** How numbers of series are shown: as they are, or as an index of which the first is 100. As they are when left out. */
  numbers?: "values" | "index" | undefined;
  /** The words of ours in it; English ones when left out. */
  words?: Wording | undefined;
}

/** Paper, and how many pages of it. */
export interface Sheet {
  paper: Paper;
  pages: 1 | 2;
}

/** Its name for the printer. */
export type Paper = "A4" | "letter";

/** A North Star in the order in which documents show it. What the file does not say is null or an empty list. */
export interface ViewModel {
  name: string;
  abbreviation: string | null;
  definition: string;
  trend: TrendView | null;
  product: string | null;
  /** Products with North Stars of their own that are parts of this one. */
  parts: readonly string[];
  owner: string | null;
  status: string | null;
  /** BCP 47 tag of the team's own text. */
  language: string;
  direction: Direction;
  /** The words in which it is told. */
  words: Wording;
  /** The precise parts of the definition: why its thresholds are so, what one unit is, the window, who can be counted, who is left out. */
  counting: readonly Fact[];
  vision: string | null;
  strategy: string | null;
  /** Work under way that moves none of the Inputs. */
  misfits: readonly string[];
  /** The metric as a function of its Inputs. */
  formula: string | null;
  beliefs: readonly string[];
  exchanges: readonly ExchangeView[];
  checklist: ChecklistView;
  game: { name: Game; about: string } | null;
  results: readonly ResultView[];
  inputs: readonly InputView[];
  /** Bets that stand under nothing the file names. */
  loose: readonly BetView[];
  /** After how long the bets of each level show something: "1 to 3 months". */
  horizons: readonly string[];
  /** Whether the active bets keep to each limit: "3 of at most 4 bets are active". */
  limits: readonly { text: string; broken: boolean }[];
  /** Bets with an outcome, the latest first. */
  learned: readonly (BetView & { outcome: OutcomeView })[];
  guardrails: readonly Guardrail[];
  /** What reviews said: the latest answer to each question, the latest first. */
  answers: readonly ReviewAnswer[];
  history: readonly FormerMetric[];
  considered: readonly ConsideredMetric[];
  /** The North Star of a later phase. */
  next: NextMetric | null;
  review: ReviewView | null;
  sources: readonly string[];
}

export interface Fact {
  label: string;
  text: string;
}

interface ExchangeView {
  text: string;
  /** Whether the metric counts it. */
  counted: boolean;
}

interface ChecklistView {
  points: readonly { number: number; id: Point; title: string; state: State; answer: string | null }[];
  /** "5 of 7 points met, 1 open, 1 broken". */
  summary: string;
}

export interface ResultView {
  name: string;
  definition: string | null;
  /** "business result" or "value for customers". */
  kind: string | null;
  trend: TrendView | null;
  bets: readonly BetView[];
}

export interface InputView {
  name: string;
  abbreviation: string | null;
  definition: string;
  trend: TrendView | null;
  /** How it is observed. */
  how: string | null;
  /** How it moves the metric. */
  moves: string | null;
  /** "7 ideas in two minutes". */
  ideas: string | null;
  /** "breadth: how many". */
  factor: string | null;
  owner: string | null;
  bets: readonly BetView[];
  opportunities: readonly OpportunityView[];
}

export interface BetView {
  /** Its place in the file, from 1. */
  number: number;
  level: Bet["level"];
  /** The playbook's word for the level. */
  kind: string;
  /** The words in which it is told. */
  words: Wording;
  /** What follows the word if. */
  change: string;
  /** What follows the word then. */
  effect: string;
  owner: string | null;
  /** What is hard for customers now. */
  problem: string | null;
  /** The place in the queue of its level and stage. */
  rank: number | null;
  /** How the team weighs it, in words: "value high", "confidence low, because nobody asked". */
  weights: readonly string[];
  stage: { id: Stage; words: string } | null;
  /** The day on which it is looked at again, and whether that day has passed while the bet is not closed. */
  review: { date: string; overdue: boolean } | null;
  /** "up by 10 % after 3 weeks". */
  expect: string | null;
  disproof: string | null;
  links: readonly string[];
  /** What each experiment showed: "experiment of 5 October 2026: 2.1 % (0.4 to 3.8)". */
  readouts: readonly string[];
  outcome: OutcomeView | null;
}

export type OutcomeView = NonNullable<Bet["outcome"]>;

export interface OpportunityView extends BetView {
  interventions: readonly BetView[];
}

interface ReviewView {
  last: string | null;
  every: string | null;
  next: string | null;
  overdue: boolean;
}

export type Stage = NonNullable<Bet["stage"]>;

/** The words of the playbook's board (chapter 7) for where a bet stands. */
export function stageWords(level: Bet["level"], stage: Stage, { stages }: Wording = englishWords): string {
  if (stage === "review" || stage === "closed") return stages[stage];
  if (level === 3) return stage === "next" ? stages.toTry : stages.trying;
  if (level === 2) return stage === "next" ? stages.focusNext : stages.focusing;
  return stages[stage];
}

/** The view model of a North Star. */
export function viewModelOf(data: RenderData): ViewModel {
  const { star, points: states, today, horizons, words } = data;
  const tree = treeOf(star);
  const { language = "en" } = star;
  const told = words ?? { ...englishWords, locale: language };
  const game = gameOf(star);
  const due = (date: string) =>
    today !== null && star.status !== "retired" && dayNumber(date) !== null && date < today;
  const bet = ({ value, path }: Named<Bet>) => betTold(value, Number(path[1]) + 1, due, told);
  const queued = <T extends Named<Bet>>(bets: readonly T[]) => ranked(bets, ({ value }) => value);
  const trend = (id: string, bets: readonly Pick<Bet, "outcome">[]) => {
    const series = data.series?.get(id);
    const closed = bets.flatMap(({ outcome }) => outcome?.date ?? []);
    return series ? trendOf(series, { words: told, closed, isIndex: data.numbers === "index" }) : null;
  };
  return {
    name: star.name,
    abbreviation: star.abbreviation ?? null,
    definition: star.definition,
    trend: trend("metric", star.bets ?? []),
    product: star.product ?? null,
    parts: star.parts ?? [],
    owner: star.owner ?? null,
    status: star.status ? told.statuses[star.status] : null,
    language,
    direction: directionOf(language),
    words: told,
    counting: countingOf(star, told),
    vision: star.vision ?? null,
    strategy: star.strategy ?? null,
    misfits: star.misfits ?? [],
    formula: star.formula ?? null,
    beliefs: star.beliefs ?? [],
    exchanges: exchangesOf(star),
    checklist: {
      points: points.map((id, index) => ({
        number: index + 1,
        id,
        title: told.points[id],
        state: states.find((each) => each.id === id)?.state ?? "open",
        answer: star.checklist?.[id] ?? null,
      })),
      summary: scoreIn(states, told),
    },
    game: game && { name: game, about: told.aboutGames[game] },
    results: tree.results.map(({ id, value, bets }) => ({
      name: value.name,
      trend: trend(
        id,
        bets.map((each) => each.value),
      ),
      definition: lined([value.definition, sourceTold(value)]) || null,
      kind: value.kind ? told.kinds[value.kind] : null,
      bets: queued(bets).map(bet),
    })),
    inputs: tree.inputs.map(({ id, value, bets, opportunities }) => ({
      name: value.name,
      trend: trend(
        id,
        opportunities.flatMap((each) => [each.value, ...each.interventions.map(({ value }) => value)]),
      ),
      abbreviation: value.abbreviation ?? null,
      definition: value.definition,
      how: lined([value.how, sourceTold(value)]) || null,
      moves: value.moves ?? null,
      ideas: value.ideas === undefined ? null : counted(told, told.counts.ideas, value.ideas),
      factor: value.factor ? told.factors[value.factor] : null,
      owner: value.owner ?? null,
      bets: queued(bets).map(bet),
      opportunities: queued(opportunities).map((opportunity) => ({
        ...bet(opportunity),
        interventions: queued(opportunity.interventions).map(bet),
      })),
    })),
    // What a closed bet stood under may be gone; what it taught is told elsewhere.
    loose: queued(
      tree.loose
        .flatMap((each) => ("interventions" in each ? [each, ...each.interventions] : [each]))
        .filter(({ value }) => !value.outcome),
    ).map(bet),
    horizons: betLevels.map((_, level) => aheadText(horizonOf(level, horizons) ?? { least: "" }, told)),
    limits: limitsIn(star).map((limit) => limitTold(limit, told)),
    learned: (star.bets ?? [])
      .flatMap((value, index) =>
        value.outcome ? [{ ...betTold(value, index + 1, due, told), outcome: value.outcome }] : [],
      )
      .sort((a, b) => compare(b.outcome.date, a.outcome.date)),
    guardrails: (star.guardrails ?? []).map(guardrailTold),
    answers: latestAnswers(star),
    history: star.history ?? [],
    considered: star.considered ?? [],
    next: star.next ?? null,
    review: reviewOf(star, due),
    sources: star.sources ?? [],
  };
}

/** The trends there are: of the metric, the Inputs and the results, each with what it is of. */
export function trendsIn({ name, trend, inputs, results }: ViewModel): { name: string; trend: TrendView }[] {
  return [{ name, trend }, ...inputs, ...results].flatMap(({ name, trend }) =>
    trend ? [{ name, trend }] : [],
  );
}

function exchangesOf(star: Northstar): ExchangeView[] {
  const { exchanges = [], name, definition } = star;
  const metric = exchanges.length > 0 && languageOf(star) === "en" ? read(name, definition) : null;
  return exchanges.map((text) => ({ text, counted: metric !== null && countsExchange(metric, text) }));
}

/** Where something is defined for machines: "dbt: weekly_learning_users", or an address. */
function sourceTold({ source }: Pick<Northstar, "source">): string | undefined {
  const system = systems.find((each) => source?.[each] !== undefined);
  return system ? `${systemNames[system]}: ${source?.[system]}` : source?.url;
}

function guardrailTold(guardrail: Guardrail): Guardrail {
  const definition = lined([guardrail.definition, sourceTold(guardrail)]);
  return { ...guardrail, ...(definition && { definition }) };
}

/** What stands beside the exchange that the metric counts. */
export const countedMark = "the metric counts this";

function countingOf(star: Northstar, { counting }: Wording): Fact[] {
  const reasons = star.thresholds?.map(({ says, because }) => led(`${says}: `, because));
  const facts: [string, string | undefined][] = [
    [counting.why, reasons?.join("; ")],
    [counting.unit, star.unit],
    [counting.window, star.window],
    [counting.population, star.population],
    [counting.excludes, star.excludes?.join(", ")],
    [counting.how, lined([star.how, sourceTold(star)])],
  ];
  return facts.flatMap(([label, text]) => (text ? [{ label, text }] : []));
}

/** "5 of 7 points met, 1 open, 1 broken" */
function scoreIn(points: readonly PointState[], words: Wording): string {
  const { counts, labels } = words;
  const count = (state: State) => points.filter((point) => point.state === state).length;
  const others = (["open", "doubtful", "broken"] as const)
    .filter((state) => count(state) > 0)
    .map((state) => counted(words, counts[state], count(state)));
  return [counted(words, counts.met, count("met"), { all: points.length }), ...others].join(labels.comma);
}

/** Whether the active bets keep to a limit: "3 of at most 4 bets are active". */
export function limitTold({ key, most, active }: Limit, words: Wording): ViewModel["limits"][number] {
  const { counts } = words;
  const over = active.length - most;
  const all = {
    active: counts.bets,
    opportunities: counts.opportunities,
    interventions: counts.interventions,
  };
  const things = counted(words, all[key], over > 0 ? active.length : most);
  const broken = over > 0;
  const text = counted(words, broken ? counts.exceeded : counts.kept, active.length, { most, over, things });
  return { text, broken };
}

function betTold(bet: Bet, number: number, due: (date: string) => boolean, words: Wording): BetView {
  const { level, stage, review, expect, outcome } = bet;
  return {
    number,
    level,
    kind: words.kinds[`bet${level}`],
    words,
    change: withoutLead(bet.if, leadOf(words.sentences.change)),
    effect: withoutLead(bet.then, leadOf(words.sentences.effect)),
    owner: bet.owner ?? null,
    problem: bet.problem ?? null,
    rank: bet.rank ?? null,
    weights: weightsOf(bet, words),
    stage: stage ? { id: stage, words: stageWords(level, stage, words) } : null,
    review: review ? { date: review, overdue: stage !== "closed" && due(review) } : null,
    expect: expect ? expectedIn(expect, words) : null,
    disproof: bet.disproof ?? null,
    links: bet.links ?? [],
    readouts: (bet.readout ?? []).map((readout) => readoutText(readout, words)),
    outcome: outcome ?? null,
  };
}

/** What stands before the text of the team in a text of ours. */
function leadOf(words: string): string {
  return words.slice(0, words.indexOf("{"));
}

/** What a bet expects: "up by 10 % after 3 weeks". */
export function expectedIn({ direction, by, after }: NonNullable<Bet["expect"]>, words: Wording): string {
  const { sentences } = words;
  const way = sentences[direction];
  const values = { way, by: by ?? "", after: after ? durationText(after, words) : "" };
  if (by === undefined) return after ? fill(sentences.after, values) : way;
  return fill(after ? sentences.byAfter : sentences.by, values);
}

/** What an experiment showed: "experiment of 2026-10-05: 2.1 % (0.4 to 3.8)". */
export function readoutText({ date, effect, low, high, unit, says, link }: Readout, words: Wording): string {
  const { labels } = words;
  const label = fill(labels.readout, { text: dateText(date, words) });
  const number = (value: number) => numberText(value, words);
  const shown = unit === undefined ? number(effect) : `${number(effect)} ${unit}`;
  const text = fill(labels.interval, { effect: shown, low: number(low), high: number(high) });
  return [fill(labels.labelled, { label, text }), link, says].filter(Boolean).join(labels.comma);
}

function weightsOf(
  { value, likelihood, confidence, because }: Bet,
  { sentences, amounts }: Wording,
): string[] {
  const weight = (text: string, much: keyof Wording["amounts"]) => fill(text, { much: amounts[much] });
  const reason = because && around(confidence ? sentences.andBecause : sentences.because, because);
  const sure = confidence ? weight(sentences.confidence, confidence) : "";
  return [
    ...(value ? [weight(sentences.value, value)] : []),
    ...(likelihood ? [weight(sentences.likelihood, likelihood)] : []),
    ...(sure || reason ? [`${sure}${reason ?? ""}`] : []),
  ];
}

function reviewOf({ review }: Northstar, due: (date: string) => boolean): ReviewView | null {
  if (!review?.last && !review?.every) return null;
  const { last = null, every = null } = review;
  const next = last && every && dayNumber(last) !== null ? dateOf(dayAfter(last, every)) : null;
  return { last, every, next, overdue: next !== null && due(next) };
}

/** "Weekly Learning Users (WLU)" */
export function nameWithAbbreviation({
  name,
  abbreviation,
}: Pick<InputView, "name" | "abbreviation">): string {
  return abbreviation ? `${name} (${abbreviation})` : name;
}

/** The Inputs of an earlier metric, by name. */
export function formerInputNames({ inputs = [] }: FormerMetric): string {
  return inputs.map(({ name }) => name).join(", ");
}

/** What reviews said: the latest answer to each question, the latest first. */
export function latestAnswers({ reviews = [] }: Northstar): ReviewAnswer[] {
  const latest = new Map<string, ReviewAnswer>();
  for (const each of reviews)
    if ((latest.get(each.question)?.date ?? "") <= (each.date ?? "")) latest.set(each.question, each);
  return [...latest.values()].sort((a, b) => compare(b.date ?? "", a.date ?? ""));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
