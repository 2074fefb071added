/** A page for a bet that says what people can argue about: problem, opportunity, Input, metric, disproof (playbook, chapter 7). */
import { capitalized } from "../file/message-text.js";
import { led, lined } from "./direction.js";
import { markdownOf, type OutlinePart, pageOf } from "./outline.js";
import type { Theme } from "./theme.js";
import { betSentence } from "./tree-nodes.js";
import { type BetView, type InputView, type RenderData, type ViewModel, viewModelOf } from "./view-model.js";

/** What is said of a bet, in two halves: what it is about, and how we will know. */
export interface BetStory {
  title: string;
  /** What it is, where it stands, and whose it is. */
  about: string;
  why: readonly Told[];
  learning: readonly Told[];
}

export interface Told {
  label: string;
  texts: readonly string[];
}

/** A bet and what stands above and below it. */
interface Placed {
  bet: BetView;
  result?: string;
  input?: InputView;
  above?: BetView;
  below: readonly BetView[];
}

/** The stories of one bet, or of every bet that is open. */
export function storiesOf(view: ViewModel, number: number | undefined): BetStory[] {
  const all = placedIn(view);
  const chosen = all.filter(({ bet }) => (number === undefined ? !isOver(bet) : bet.number === number));
  return chosen.map((each) => storyOf(view, each));
}

function placedIn({ results, inputs, loose }: ViewModel): Placed[] {
  return [
    ...results.flatMap(({ name, bets }) => bets.map((bet): Placed => ({ bet, result: name, below: [] }))),
    ...inputs.flatMap((input) => [
      ...input.bets.map((bet): Placed => ({ bet, input, below: [] })),
      ...input.opportunities.flatMap((above): Placed[] => [
        { bet: above, input, below: above.interventions },
        ...above.interventions.map((bet): Placed => ({ bet, input, above, below: [] })),
      ]),
    ]),
    ...loose.map((bet): Placed => ({ bet, below: [] })),
  ];
}

function isOver({ stage, outcome }: BetView): boolean {
  return stage?.id === "closed" || outcome !== null;
}

function storyOf(view: ViewModel, { bet, result, input, above, below }: Placed): BetStory {
  const { level, kind, stage, owner, rank, review, expect, disproof, weights, links, outcome } = bet;
  const told = (label: string, texts: readonly (string | null | undefined | false)[]): Told[] => {
    const said = texts.filter((text) => typeof text === "string" && text !== "");
    return said.length > 0 ? [{ label, texts: said.map(String) }] : [];
  };
  const metric = `${view.name}: ${view.definition}`;
  return {
    title: betSentence(bet),
    about: lined([
      `${capitalized(kind)} (level ${level})`,
      stage && (rank === null ? stage.words : `${stage.words}, rank ${rank}`),
      owner,
    ]),
    why: [
      ...told("The problem", [bet.problem ?? above?.problem]),
      ...told("The opportunity", [above && betSentence(above)]),
      ...told("What we try", below.map(standingOf)),
      ...told("For which Input", [input && `${input.name}: ${input.definition}`]),
      ...told(level === 0 ? "The metric" : "How it moves the metric", [
        input?.moves,
        ...(input && level > 1 ? input.bets.map(betSentence) : []),
        metric,
      ]),
      ...told("For which result", [result]),
    ],
    learning: [
      ...told("What we expect", [expect, ...weights]),
      ...told("What would disprove it", [disproof]),
      ...told(
        "When we look",
        isOver(bet)
          ? []
          : [
              review ? `${review.date}${review.overdue ? ", which has passed" : ""}` : "No day is set.",
              `Bets of level ${level} show something after ${view.horizons[level]}.`,
            ],
      ),
      ...told("What we learned", [outcome && led(`${outcome.verdict}, ${outcome.date}: `, outcome.learned)]),
      ...told("Where the work is", links),
    ],
  };
}

/** A bet in a sentence, and where it stands. */
function standingOf(bet: BetView): string {
  const words = bet.outcome?.verdict ?? bet.stage?.words;
  return words ? `${betSentence(bet)} (${words})` : betSentence(bet);
}

/** The pages in GitHub-flavoured Markdown. */
export function betDocument(data: RenderData): string {
  return markdownOf(partsOf(viewModelOf(data), data.bet), data.bet === undefined ? ["MD024"] : []);
}

/** The pages as a web page. */
export function betPage(data: RenderData, theme: Theme): string {
  const view = viewModelOf(data);
  return pageOf(`Bets of ${view.name}`, partsOf(view, data.bet), theme, view.language);
}

function partsOf(view: ViewModel, number: number | undefined): OutlinePart[] {
  const stories = storiesOf(view, number);
  const [first] = stories;
  if (number !== undefined && first) return storyParts(first, 1);
  return [
    { heading: `Bets of ${view.name}`, level: 1 },
    ...(first ? [] : [{ text: "No bet is open." }]),
    ...stories.flatMap((story) => storyParts(story, 2)),
  ];
}

function storyParts({ title, about, why, learning }: BetStory, level: 1 | 2): OutlinePart[] {
  return [
    { heading: title, level },
    { text: about },
    ...[...why, ...learning].flatMap(({ label, texts }): OutlinePart[] => [
      { heading: label, level: level === 1 ? 2 : 3 },
      texts.length === 1 ? { text: texts[0] ?? "" } : { list: texts },
    ]),
  ];
}
