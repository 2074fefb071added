/** How the metric came to be, as a short deck: one metric after another, what changed on the way, what was learned. */
import { type Life, lifeOf } from "../../diff/life.js";
import { capitalized } from "../../file/message-text.js";
import { closedBets, said, type ToldChapter, type ToldThing, tellLife } from "../life.js";
import type { Theme } from "../theme.js";
import { betSentence } from "../tree-nodes.js";
import { type RenderData, type ViewModel, viewModelOf } from "../view-model.js";
import { around, dayText, fill, inSentences } from "../words/words.js";
import { columnSlides } from "./columns.js";
import { type GridCard, gridSlides } from "./grid.js";
import { htmlSlides } from "./html.js";
import { marpSlides } from "./marp.js";
import { presentationOf } from "./pptx.js";
import type { Slide } from "./slide.js";
import { finished, learnedSlides, partSlides, poster } from "./slides.js";
import { type ColumnBlock, sizesFrom } from "./typeset.js";

/** The story for Marp. */
export function marpStory(data: RenderData, theme: Theme): string {
  return marpSlides(storySlides(data, theme), viewModelOf(data), theme);
}

/** The story as a web page. */
export function htmlStory(data: RenderData, theme: Theme): string {
  const view = viewModelOf(data);
  return htmlSlides(storySlides(data, theme), around(view.words.life.began, view.name), view, theme);
}

/** The story as a presentation. */
export function pptxStory(data: RenderData, theme: Theme): Uint8Array {
  return presentationOf(storySlides(data, theme), viewModelOf(data), theme);
}

/** Each slide of the story; what did not happen has none. */
function storySlides(data: RenderData, theme: Theme): Slide[] {
  const view = { ...viewModelOf({ ...data, today: null }), limits: [] };
  const life = data.life ?? lifeOf([], data.star);
  const told = tellLife(life, view.words, dayText);
  const slides = [
    cover(told.summary, told.chapters, view, theme),
    ...metrics(told.chapters, view),
    ...told.chapters.flatMap((chapter, index) => turn(told.chapters[index - 1], chapter, view)),
    ...changes(told.chapters, view),
    ...lessons(life, view),
    ...partSlides("next", { ...data, today: null }, theme),
  ];
  return finished(slides, theme, view);
}

function cover(
  summary: string,
  chapters: readonly ToldChapter[],
  { product, name, definition, words }: ViewModel,
  theme: Theme,
): Slide {
  const title = around(words.life.began, name);
  const kicker = [product, words.life.story].filter(Boolean).join(" · ");
  return {
    ...poster({ kicker, title, text: definition, foot: summary }, theme),
    notes: [
      inSentences([summary], words),
      ...chapters.map(({ title: metric, span, definition: was, reason }) =>
        inSentences([[metric, span].filter(Boolean).join(words.labels.comma), was, reason], words),
      ),
    ],
  };
}

/** One metric after another, where there was more than one. */
function metrics(chapters: readonly ToldChapter[], { words }: ViewModel): Slide[] {
  if (chapters.length < 2) return [];
  const cards = chapters.map(
    ({ title, span, definition, reason }): GridCard => ({
      kicker: span ? { text: capitalized(span), color: "accent" } : undefined,
      title,
      texts: [
        ...(definition ? [{ text: definition }] : []),
        ...(reason
          ? [
              {
                text: fill(words.labels.labelled, { label: words.page.left, text: reason }),
                color: "muted",
              } as const,
            ]
          : []),
      ],
    }),
  );
  return gridSlides(words.life.metrics, words.life.story, cards, [], words, "all");
}

/** From one metric to the next: how it was counted and why it was left, and how it was counted then. */
function turn(
  before: ToldChapter | undefined,
  { name, definition, opening }: ToldChapter,
  view: ViewModel,
): Slide[] {
  if (!before) return [];
  const { words } = view;
  const { page, life } = words;
  const block = (label: string, text: string | null): ColumnBlock[] => (text ? [{ label, text }] : []);
  const isSame = before.name === name;
  const title = isSame ? words.changes.redefined : fill(life.turn, { before: before.name, after: name });
  const news = opening?.told ?? [];
  const isGone = ({ label }: ToldThing) => label === words.changes.inputsLeft;
  const shown = news.filter((each) => each.text !== "" && each.about === "metric" && !isGone(each));
  const slides = columnSlides(
    title,
    before.until ?? life.story,
    [
      [...block(page.was, before.definition), ...block(page.left, before.reason)],
      [...block(page.counted, definition), ...shown.flatMap(({ label, text }) => block(label, text))],
    ],
    words,
    sizesFrom(26),
    true,
  );
  const others = news.filter((each) => each.about === "bet" || isGone(each));
  return slides.map((slide) => ({
    ...slide,
    notes: [...slide.notes, ...others.map(({ label, text }) => said(label, text, words))],
  }));
}

/** What changed under a metric, bets aside. */
function changes(chapters: readonly ToldChapter[], { words }: ViewModel): Slide[] {
  const cards = chapters.flatMap(({ events }) =>
    events.flatMap(({ day, told }) =>
      told
        .filter(({ about }) => about === "metric")
        .map(
          ({ label, text, more }): GridCard => ({
            kicker: { text: [day, label].filter(Boolean).join(words.labels.comma), color: "accent" },
            title: text,
            texts: more.map((each) => ({ text: each, color: "muted" })),
          }),
        ),
    ),
  );
  const notes = cards.map(({ kicker, title, texts }) =>
    inSentences([said(kicker?.text ?? "", title ?? "", words), ...texts.map(({ text }) => text)], words),
  );
  return gridSlides(words.life.changed, words.life.story, cards, notes, words, "whole");
}

function lessons(life: Life, { words }: ViewModel): Slide[] {
  const closed = closedBets(life).flatMap(({ if: change, then: effect, outcome }) =>
    outcome ? [{ outcome, sentence: betSentence({ change, effect, words }) }] : [],
  );
  return learnedSlides(closed, words, "whole");
}
