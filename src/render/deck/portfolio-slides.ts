/** The portfolio on slides: all North Stars, how they relate, and a slide for each. */
import { capitalized } from "../../file/message-text.js";
import { lined } from "../direction.js";
import { disputes, type Entry, type Relation, type Row, relationsOf, rowsOf, wordsOf } from "../portfolio.js";
import type { Theme } from "../theme.js";
import { fill, inSentences, listed, type Wording } from "../words/words.js";
import { bullets, columnSlides } from "./columns.js";
import { gridSlides } from "./grid.js";
import { presentationOf } from "./pptx.js";
import type { Slide } from "./slide.js";
import { finished } from "./slides.js";
import { tableSlides } from "./table.js";
import { sizesFrom } from "./typeset.js";

/** The index of several North Stars as a presentation. */
export function portfolioSlides(entries: readonly Entry[], theme: Theme): Uint8Array {
  const words = wordsOf(entries);
  const slides = finished(slidesOfPortfolio(entries), theme, { direction: "ltr" });
  return presentationOf(slides, { name: words.portfolio.title, words }, theme);
}

/** What all of them come to stands before each of them. */
export function slidesOfPortfolio(entries: readonly Entry[]): Slide[] {
  const rows = rowsOf(entries);
  const words = wordsOf(entries);
  return [
    ...overview(rows, disputes(entries), words),
    ...related(relationsOf(rows), words),
    ...rows.flatMap(oneStar),
  ];
}

function overview(rows: readonly Row[], disputed: readonly string[], words: Wording): Slide[] {
  const { portfolio: texts, page, labels, games, trend } = words;
  const withNumbers = rows.some(({ view }) => view.trend);
  return tableSlides(
    texts.title,
    disputed[0] ?? null,
    [
      { head: page.product, share: 3 },
      { head: labels.metric, share: 5, bold: true },
      ...(withNumbers ? [{ head: trend.last, share: 3 }] : []),
      { head: page.game, share: 2 },
      { head: texts.met, share: 1.7 },
      { head: texts.overdue, share: 1.4 },
    ],
    rows.map(({ view, met, overdue }) => [
      { text: view.product ?? "" },
      { text: view.name },
      ...(withNumbers ? [{ text: view.trend?.brief ?? "" }] : []),
      { text: view.game ? games[view.game.name] : "" },
      { text: met },
      { text: overdue > 0 ? String(overdue) : "", color: "bad" },
    ]),
    [
      ...disputed,
      ...rows.map(({ view }) => fill(labels.labelled, { label: view.name, text: view.definition })),
    ],
    words,
  );
}

/** Each result that several lead to, and each whole, with the North Stars behind it. */
function related(relations: readonly Relation[], words: Wording): Slide[] {
  const { portfolio: texts, labels } = words;
  const said = ({ kind }: Relation) => capitalized(texts[kind]);
  return gridSlides(
    texts.relate,
    texts.sum,
    relations.map((each) => ({
      kicker: { text: said(each), color: "accentText" },
      title: each.name,
      texts: [{ text: listed(words, each.from) }],
    })),
    relations.map((each) =>
      inSentences(
        [each.name, fill(labels.labelled, { label: said(each), text: each.from.join("; ") })],
        words,
      ),
    ),
    words,
  );
}

function oneStar({ view }: Row): Slide[] {
  const { name, product, definition, owner, game, words } = view;
  const { portfolio: texts, labels, games, columns } = words;
  const facts = lined([game && fill(games.played, { game: games[game.name] }), owner]);
  return columnSlides(
    name,
    product ?? labels.metric,
    [
      [{ label: texts.defined, text: definition }, ...(facts ? [{ text: facts }] : [])],
      [
        ...bullets(
          columns.input,
          view.inputs.map(({ name: input }) => input),
        ),
        ...bullets(
          columns.result,
          view.results.map(({ name: result }) => result),
        ),
      ],
    ],
    words,
    sizesFrom(26),
  );
}
