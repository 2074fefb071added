/** A slide or more for each bet. */
import { storiesOf, type Told } from "../bet.js";
import type { Theme } from "../theme.js";
import { type RenderData, viewModelOf } from "../view-model.js";
import { columnSlides } from "./columns.js";
import { presentationOf } from "./pptx.js";
import { finished } from "./slides.js";
import { type ColumnBlock, sizesFrom, slide } from "./typeset.js";

/** One bet, or every bet that is open, as a presentation. */
export function betSlides(data: RenderData, theme: Theme): Uint8Array {
  const view = viewModelOf(data);
  const slides = storiesOf(view, data.bet).flatMap(({ title, about, why, learning }) =>
    columnSlides(title, about, [blocksOf(why), blocksOf(learning)], view.words, sizesFrom(20)),
  );
  const shown = slides.length > 0 ? slides : [slide(view.words.bet.none, view.name, [], () => [], [])];
  return presentationOf(finished(shown, theme, view), view, theme);
}

function blocksOf(told: readonly Told[]): ColumnBlock[] {
  return told.flatMap(({ label, texts }) =>
    texts.map((text, index) => ({ text, bullet: texts.length > 1, ...(index === 0 && { label }) })),
  );
}
