/** The roadmap: opportunities now, next and later, instead of features with dates (playbook, chapter 7). */
import { lessonText } from "./bet.js";
import { lined } from "./direction.js";
import { markdownOf, type OutlinePart, pageOf, tableOf } from "./outline.js";
import type { Theme } from "./theme.js";
import { betSentence } from "./tree-nodes.js";
import {
  type BetView,
  type OpportunityView,
  type RenderData,
  type ViewModel,
  viewModelOf,
} from "./view-model.js";
import { around, aside, dateText, fill, type Wording } from "./words/words.js";

/** How near a bet is, by its stage: what is in review is not done yet. */
const horizons = ["now", "next", "later"] as const;
export type Nearness = (typeof horizons)[number];

/** An opportunity on the roadmap, or an intervention that stands under none. */
export interface RoadmapItem {
  bet: BetView;
  input: string;
  interventions: readonly BetView[];
}

/** By how near they are: an opportunity is as near as the nearest of what is tried for it. */
export function roadmapOf(view: ViewModel): Readonly<Record<Nearness, readonly RoadmapItem[]>> {
  const loose = view.loose.filter((bet) => bet.level >= 2);
  const { nothing } = view.words.labels;
  const items = [
    ...view.inputs.flatMap(({ name, opportunities }) =>
      opportunities.map((bet): RoadmapItem => ({ bet, input: name, interventions: openOf(bet) })),
    ),
    ...loose.map((bet): RoadmapItem => ({ bet, input: nothing, interventions: [] })),
  ].filter(({ bet }) => isOpen(bet));
  const at = (wanted: Nearness) =>
    items.filter((item) => nearnessOf(item) === wanted).toSorted((a, b) => rankOf(a) - rankOf(b));
  return { now: at("now"), next: at("next"), later: at("later") };
}

function openOf({ interventions }: OpportunityView): readonly BetView[] {
  return interventions.filter(isOpen);
}

function isOpen({ stage, outcome }: BetView): boolean {
  return stage?.id !== "closed" && !outcome;
}

function nearnessOf({ bet, interventions }: RoadmapItem): Nearness {
  const stages = [bet, ...interventions].map(({ stage }) => stage?.id);
  if (stages.includes("active") || stages.includes("review")) return "now";
  return stages.includes("next") ? "next" : "later";
}

/** One queue over all Inputs; what nobody has ranked keeps the order of the file, behind the others. */
function rankOf({ bet }: RoadmapItem): number {
  return bet.rank ?? Number.MAX_SAFE_INTEGER;
}

/** A head of the roadmap, and what it means. */
function headOf(nearness: Nearness, { roadmap: texts, labels }: Wording): string {
  return fill(labels.labelled, { label: texts[nearness], text: texts[`${nearness}Is`] });
}

/** The bets of levels 0 and 1, which the roadmap rests on. */
export function groundOf({ results, inputs }: ViewModel): string[] {
  return [...results, ...inputs].flatMap(({ bets }) => bets.filter(isOpen).map(betSentence));
}

/** What was learned from opportunities and interventions, the latest first. */
export function lessonsOf({ learned, words }: ViewModel): string[] {
  return learned
    .filter(({ level }) => level >= 2)
    .map((bet) => aside(lessonText(bet.outcome, words), betSentence(bet), words));
}

/** The roadmap in GitHub-flavoured Markdown. */
export function roadmap(data: RenderData): string {
  return markdownOf(partsOf(viewModelOf(data)), ["MD033"]);
}

/** The roadmap as a web page. */
export function roadmapPage(data: RenderData, theme: Theme): string {
  const view = viewModelOf(data);
  return pageOf(titleOf(view), partsOf(view), theme, view.language);
}

export function titleOf({ name, words }: ViewModel): string {
  return around(words.roadmap.to, name);
}

function partsOf(view: ViewModel): OutlinePart[] {
  const items = roadmapOf(view);
  const ground = groundOf(view);
  const lessons = lessonsOf(view);
  const { roadmap: texts, bet: heads, shapes, labels, page } = view.words;
  return [
    { heading: titleOf(view), level: 1 },
    { text: view.definition },
    { text: paceOf(view) },
    ...horizons.flatMap((each): OutlinePart[] =>
      items[each].length > 0
        ? [
            { heading: headOf(each, view.words), level: 2 },
            tableOf([shapes.Opportunity, shapes.Input, heads.tries, texts.look], items[each].map(rowOf)),
          ]
        : [],
    ),
    ...(horizons.every((each) => items[each].length === 0)
      ? [{ text: fill(labels.sentence, { text: texts.none }) }]
      : []),
    ...listed(texts.ground, ground),
    ...listed(page.learned, lessons),
  ];
}

/** After how long something is to be seen. */
export function paceOf({ horizons: ahead, words: { page } }: ViewModel): string {
  return fill(page.pace, { opportunities: ahead[2] ?? "", interventions: ahead[3] ?? "" });
}

function listed(title: string, texts: readonly string[]): OutlinePart[] {
  return texts.length > 0 ? [{ heading: title, level: 2 }, { list: texts }] : [];
}

function rowOf({ bet, input, interventions }: RoadmapItem): (string | string[])[] {
  const { review, words } = bet;
  const { labels } = words;
  const look =
    review &&
    fill(review.overdue ? labels.reviewOverdue : labels.review, { text: dateText(review.date, words) });
  return [betSentence(bet), input, interventions.map(betSentence), lined([bet.owner, look])];
}
