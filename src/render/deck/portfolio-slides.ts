/** The portfolio on slides: all North Stars, how they relate, and a slide for each. */
import { joinWords } from "../../file/message-text.js";
import { lined } from "../direction.js";
import { disputes, type Entry, type Relation, type Row, relationsOf, rowsOf } from "../portfolio.js";
import type { Theme } from "../theme.js";
import { englishWords } from "../words/words.js";
import { bullets, columnSlides } from "./columns.js";
import { gridSlides } from "./grid.js";
import { presentationOf } from "./pptx.js";
import type { Slide } from "./slide.js";
import { finished } from "./slides.js";
import { tableSlides } from "./table.js";
import { sizesFrom } from "./typeset.js";

const title = "North Stars";

/** The index of several North Stars as a presentation. */
export function portfolioSlides(entries: readonly Entry[], theme: Theme): Uint8Array {
  const slides = slidesOfPortfolio(entries);
  return presentationOf(
    finished(slides, theme, { direction: "ltr" }),
    { name: title, words: englishWords },
    theme,
  );
}

/** What all of them come to stands before each of them. */
export function slidesOfPortfolio(entries: readonly Entry[]): Slide[] {
  const rows = rowsOf(entries);
  return [...overview(rows, disputes(entries)), ...related(relationsOf(rows)), ...rows.flatMap(oneStar)];
}

function overview(rows: readonly Row[], disputed: readonly string[]): Slide[] {
  return tableSlides(
    title,
    disputed[0] ?? null,
    [
      { head: "Product", share: 3 },
      { head: "North Star Metric", share: 5, bold: true },
      { head: "Game", share: 2 },
      { head: "Points met", share: 1.7 },
      { head: "Overdue", share: 1.4 },
    ],
    rows.map(({ view, met, overdue }) => [
      { text: view.product ?? "" },
      { text: view.name },
      { text: view.game?.name ?? "" },
      { text: met },
      { text: overdue > 0 ? String(overdue) : "", color: "bad" },
    ]),
    [...disputed, ...rows.map(({ view }) => `${view.name}: ${view.definition}`)],
    englishWords,
  );
}

const kinds: Readonly<Record<Relation["kind"], string>> = { whole: "Is made of", result: "Follows from" };

/** Each result that several lead to, and each whole, with the North Stars behind it. */
function related(relations: readonly Relation[]): Slide[] {
  return gridSlides(
    "How they relate",
    "What several North Stars add up to",
    relations.map(({ kind, name, from }) => ({
      kicker: { text: kinds[kind], color: "accentText" },
      title: name,
      texts: [{ text: joinWords(from, "and") }],
    })),
    relations.map(({ kind, name, from }) => `${name}. ${kinds[kind]}: ${from.join("; ")}`),
    englishWords,
  );
}

function oneStar({ view }: Row): Slide[] {
  const { name, product, definition, owner, game, words } = view;
  const facts = lined([game && `${game.name} game`, owner]);
  return columnSlides(
    name,
    product ?? "North Star Metric",
    [
      [{ label: "How it is defined", text: definition }, ...(facts ? [{ text: facts }] : [])],
      [
        ...bullets(
          "Inputs",
          view.inputs.map(({ name: input }) => input),
        ),
        ...bullets(
          "Results",
          view.results.map(({ name: result }) => result),
        ),
      ],
    ],
    words,
    sizesFrom(26),
  );
}
