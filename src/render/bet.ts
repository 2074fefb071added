/** A page for a bet that says what people can argue about: problem, opportunity, Input, metric, disproof (playbook, chapter 7). */
import { capitalized } from "../file/message-text.js";
import { lined, markFor } from "./direction.js";
import { markdownOf, type OutlinePart, pageOf } from "./outline.js";
import type { Theme } from "./theme.js";
import { betSentence } from "./tree-nodes.js";
import {
  type BetView,
  type InputView,
  type OutcomeView,
  type RenderData,
  type ViewModel,
  viewModelOf,
} from "./view-model.js";
import { around, aside, dateText, fill, type Wording } from "./words/words.js";

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
  const { level, kind, stage, owner, rank, review, expect, disproof, weights, links, readouts, outcome } =
    bet;
  const told = (label: string, texts: readonly (string | null | undefined | false)[]): Told[] => {
    const said = texts.filter((text) => typeof text === "string" && text !== "");
    return said.length > 0 ? [{ label, texts: said.map(String) }] : [];
  };
  const { words } = view;
  const { labels, page, bet: heads } = words;
  const labelled = (label: string, text: string) => fill(labels.labelled, { label, text });
  return {
    title: betSentence(bet),
    about: lined([
      capitalized(fill(heads.about, { kind, level })),
      stage &&
        [stage.words, ...(rank === null ? [] : [fill(labels.rank, { text: rank })])].join(labels.comma),
      owner,
    ]),
    why: [
      ...told(heads.problem, [bet.problem ?? above?.problem]),
      ...told(heads.opportunity, [above && betSentence(above)]),
      ...told(heads.tries, below.map(standingOf)),
      ...told(heads.input, [input && labelled(input.name, input.definition)]),
      ...told(level === 0 ? heads.metric : page.moves, [
        input?.moves,
        ...(input && level > 1 ? input.bets.map(betSentence) : []),
        labelled(view.name, view.definition),
      ]),
      ...told(heads.result, [result]),
    ],
    learning: [
      ...told(heads.expect, [expect, ...weights]),
      ...told(heads.disproof, [disproof]),
      ...told(
        heads.look,
        isOver(bet)
          ? []
          : [
              review ? lookOf(review, words) : heads.noDay,
              fill(heads.shows, { level, text: view.horizons[level] ?? "" }),
            ],
      ),
      ...told(heads.readouts, readouts),
      ...told(page.learned, [outcome && lessonText(outcome, words)]),
      ...told(heads.work, links),
    ],
  };
}

function lookOf({ date, overdue }: NonNullable<BetView["review"]>, words: Wording): string {
  const text = dateText(date, words);
  return overdue ? fill(words.bet.passed, { text }) : text;
}

/** How a bet ended, when, and what it taught. */
export function lessonText({ verdict, date, learned }: OutcomeView, words: Wording): string {
  const label = [words.verdicts[verdict], dateText(date, words)].join(words.labels.comma);
  return markFor([learned]) + fill(words.labels.labelled, { label, text: learned });
}

/** A bet in a sentence, and where it stands. */
function standingOf(bet: BetView): string {
  const { outcome, stage, words } = bet;
  const standing = outcome ? words.verdicts[outcome.verdict] : stage?.words;
  return standing ? aside(betSentence(bet), standing, words) : betSentence(bet);
}

/** The pages in GitHub-flavoured Markdown. */
export function betDocument(data: RenderData): string {
  return markdownOf(partsOf(viewModelOf(data), data.bet), data.bet === undefined ? ["MD024"] : []);
}

/** The pages as a web page. */
export function betPage(data: RenderData, theme: Theme): string {
  const view = viewModelOf(data);
  return pageOf(around(view.words.bet.of, view.name), partsOf(view, data.bet), theme, view.language);
}

function partsOf(view: ViewModel, number: number | undefined): OutlinePart[] {
  const stories = storiesOf(view, number);
  const [first] = stories;
  const { bet: heads, labels } = view.words;
  if (number !== undefined && first) return storyParts(first, 1);
  return [
    { heading: around(heads.of, view.name), level: 1 },
    ...(first ? [] : [{ text: fill(labels.sentence, { text: heads.none }) }]),
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
