/** What the numbers did: a card for each series, with its last value, how it changed and its line. */
import { markdown } from "../../report/escape.js";
import { fitText } from "../fit-text.js";
import { alignedTable } from "../markdown.js";
import type { TrendView } from "../trend.js";
import { trendsIn, type ViewModel } from "../view-model.js";
import { fill } from "../words/words.js";
import type { Paragraph, Shape, Slide } from "./slide.js";
import { continued, evenPages } from "./table.js";
import { area, columnHeight, sizesFrom, slide } from "./typeset.js";

interface Moved {
  name: string;
  trend: TrendView;
}

const gap = 16;
/** How many cards a slide has room for. */
const most = 6;

/** The metric first, then Inputs and results. */
export function movedSlides(view: ViewModel): Slide[] {
  const { words } = view;
  const all = trendsIn(view);
  if (all.length === 0) return [];
  const pages = evenPages(all, () => 1, most);
  const title = titleOf(view);
  const isTicked = all.some(({ trend }) => trend.closed.length > 0);
  return pages.map((page, index) => ({
    ...slide(
      continued(title, index, pages.length, words),
      words.kickers.moved,
      page.flatMap((each, place) => card(each, place, page.length, words.labels.comma)),
      () => [
        alignedTable(
          [words.trend.of, words.trend.last, words.trend.since],
          page.map(({ name, trend: { last, period, changes } }) => [
            `**${markdown(name)}**`,
            markdown([last, period].join(words.labels.comma)),
            markdown(changes.join(words.labels.comma)),
          ]),
        ),
      ],
      [...page.map(({ name, trend }) => `${name}: ${trend.told}`), ...(isTicked ? [words.trend.ticks] : [])],
    ),
    arrangement: "table",
    size: 20,
  }));
}

/** How the metric changed, where its numbers say it in a line. */
function titleOf({ name, trend, words }: ViewModel): string {
  const change = trend?.changes.at(-1);
  if (!change) return words.titles.moved;
  const title = fill(words.labels.labelled, { label: name, text: change });
  const { shortened } = fitText(title, { width: area.width, lines: 1, sizes: [26], bold: true });
  return shortened ? words.titles.moved : title;
}

/** A card with text above, and the line in what is left of it. */
function card({ name, trend }: Moved, place: number, count: number, comma: string): Shape[] {
  const across = count <= 3 ? count : count === 4 ? 2 : 3;
  const rows = Math.ceil(count / across);
  const row = Math.floor(place / across);
  // The last row has the whole width, too.
  const beside = Math.min(across, count - row * across);
  const width = (area.width - gap * (beside - 1)) / beside;
  const height = (area.height - gap * (rows - 1)) / rows;
  const x = area.x + (place % across) * (width + gap);
  const y = area.y + row * (height + gap);
  const [inset, insetY] = [20, 12];
  const room = width - 2 * inset;
  const said = fitText(name, { width: room, lines: 1, sizes: sizesFrom(rows === 1 ? 26 : 20), bold: true });
  const inOneLine = (text: string) => fitText(text, { width: room, lines: 1, sizes: [18, 16] });
  // Both changes, or where they have no room the latest one.
  const both = inOneLine(trend.changes.join(comma) || trend.period);
  const change = both.shortened ? inOneLine(trend.changes[0] ?? trend.period) : both;
  const last = fitText(trend.last, {
    width: room,
    lines: 1,
    sizes: sizesFrom(rows === 1 ? 48 : 30),
    bold: true,
  });
  const paragraphs: Paragraph[] = [
    { runs: [{ text: said.text, size: said.size, color: "ink", bold: true }] },
    { runs: [{ text: last.text, size: last.size, color: "accent", bold: true }] },
    { runs: [{ text: change.text, size: change.size, color: "muted" }] },
  ];
  const top = y + insetY + columnHeight(paragraphs, room) + 8;
  return [
    {
      kind: "text",
      name: "Card",
      x,
      y,
      width,
      height,
      inset,
      insetY,
      round: 12,
      fill: "panel",
      outline: "line",
      paragraphs,
    },
    { kind: "chart", name, trend, x: x + inset, y: top, width: room, height: y + height - insetY - top },
  ];
}
