/** The roadmap on slides: now, next and later beside one another. */
import { groundOf, lessonsOf, paceOf, roadmapOf, titleOf } from "../roadmap.js";
import type { Theme } from "../theme.js";
import { betSentence } from "../tree-nodes.js";
import { type RenderData, viewModelOf } from "../view-model.js";
import { fill } from "../words/words.js";
import { arranged, columnShapes, type Pinned } from "./board-slides.js";
import { bullets, columnSlides } from "./columns.js";
import { presentationOf } from "./pptx.js";
import { finished } from "./slides.js";
import { continued } from "./table.js";
import { sizesFrom, slide } from "./typeset.js";

/** The roadmap as a presentation. */
export function roadmapSlides(data: RenderData, theme: Theme): Uint8Array {
  const view = viewModelOf(data);
  const { roadmap: texts, page: titles, labels } = view.words;
  const { now, next, later } = roadmapOf(view);
  const columns = [now, next, later];
  const pages = arranged(columns.map((items) => items.map(({ bet, input }): Pinned => ({ bet, input }))));
  const notes = columns.flatMap((items) =>
    items.flatMap(({ bet, input, interventions }) => [
      fill(labels.labelled, { label: input, text: betSentence(bet) }),
      ...interventions.map((each) => fill(texts.weTry, { text: betSentence(each) })),
    ]),
  );
  const names = [texts.now, texts.next, texts.later];
  const slides = pages.map((page, index) =>
    slide(
      continued(titleOf(view), index, pages.length, view.words),
      paceOf(view),
      names.flatMap((name, place) =>
        columnShapes(name, columns[place]?.length ?? 0, page[place] ?? [], place, place === 0),
      ),
      () => [],
      index === 0 ? [view.definition, ...notes] : [],
    ),
  );
  const ends = columnSlides(
    titleOf(view),
    texts.behind,
    [bullets(texts.ground, groundOf(view)), bullets(titles.learned, lessonsOf(view))],
    view.words,
    sizesFrom(18),
  );
  const all = [...slides, ...ends];
  const empty = slide(texts.none, view.name, [], () => [], []);
  return presentationOf(finished(all.length > 0 ? all : [empty], theme, view), view, theme);
}
