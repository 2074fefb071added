/** The board on slides: opportunities, then interventions, each in its three columns. */

import { markdown } from "../../report/escape.js";
import { boardOf, columnHead, columns } from "../board.js";
import { alignedTable } from "../markdown.js";
import { betSentence } from "../tree-nodes.js";
import type { BetView, ViewModel } from "../view-model.js";
import { type BetCard, betCard, leastHeight, placed } from "./cards.js";
import type { Shape, Slide } from "./slide.js";
import { continued } from "./table.js";
import { area, slide, textBox } from "./typeset.js";

const gap = 20;
const width = (area.width - gap * 2) / 3;
const headHeight = 34;
const limitHeight = 20;

/** A bet in its column. */
export interface Pinned {
  bet: BetView;
  input: string;
}

/** With its card. */
type Card = Pinned & { card: BetCard };

/** A slide or more for each level that has bets on the board. */
export function boardSlides(view: ViewModel): Slide[] {
  const { rows } = boardOf(view);
  const limit = limitLine(view);
  const lanes = [
    { level: 2, title: "Opportunities we focus on", lane: "opportunities" },
    { level: 3, title: "Interventions we try", lane: "interventions" },
  ] as const;
  return lanes.flatMap(({ level, title, lane }) => {
    const all = columns.map((column) =>
      rows.flatMap((row) => row[lane][column].map((bet): Pinned => ({ bet, input: row.input }))),
    );
    const pages = arranged(all);
    return pages.map((page, index) =>
      slide(
        continued(title, index, pages.length),
        `The board, ${view.horizons[level]}`,
        [
          ...(limit
            ? [
                textBox(
                  "Limit",
                  limit.text,
                  { x: area.x, y: area.y - 12, width: area.width, height: limitHeight },
                  { sizes: [14], color: limit.broken ? "bad" : "muted", bold: true },
                ),
              ]
            : []),
          ...columns.flatMap((column, place) =>
            columnShapes(
              columnHead(level, column),
              all[place]?.length ?? 0,
              page[place] ?? [],
              place,
              column === "active",
            ),
          ),
        ],
        () => [
          ...(limit ? [limit.text] : []),
          alignedTable(
            columns.map((column) => columnHead(level, column)),
            tableRows(page),
            { keep: true },
          ),
        ],
        index === 0 ? notesOf(level, all, limit?.text ?? null) : [],
      ),
    );
  });
}

/** Every limit in one line. */
function limitLine({ limits }: ViewModel): { text: string; broken: boolean } | null {
  if (limits.length === 0) return null;
  return {
    text: limits.map(({ text }) => text).join("; "),
    broken: limits.some(({ broken }) => broken),
  };
}

const room = area.height - limitHeight - headHeight;
const between = 8;

/** On one slide as large as they can be there, or else small on as many as they need. */
export function arranged(all: readonly (readonly Pinned[])[]): Card[][][] {
  const most = Math.max(...all.map(({ length }) => length));
  if (most === 0) return [];
  for (const size of [20, 18, 16, 14, 13]) {
    // Where not even the least of them have room, nothing need be set to see it.
    if (most * (leastHeight(size) + between) - between > room) continue;
    const page = onOneSlide(all, size);
    if (page) return [page];
  }
  return pagesOf(all.map((column) => column.map((each) => cardOf(each, 12))));
}

/** Null where a column has no room; what comes behind the end is not set. */
function onOneSlide(all: readonly (readonly Pinned[])[], size: number): Card[][] | null {
  const columns: Card[][] = [];
  for (const column of all) {
    const cards: Card[] = [];
    let top = 0;
    for (const each of column) {
      const card = cardOf(each, size);
      cards.push(card);
      top += card.card.height;
      if (top > room && cards.length > 1) return null;
      top += between;
    }
    columns.push(cards);
  }
  return columns;
}

function cardOf({ bet, input }: Pinned, size: number): Card {
  return { bet, input, card: betCard({ ...bet, stage: null }, width, size, [input]) };
}

/** Each column as far as it fits on a slide; what is left goes on to the next. */
function pagesOf(all: readonly (readonly Card[])[]): Card[][][] {
  const pages: Card[][][] = [];
  let rest = all.map((column) => [...column]);
  while (rest.some((column) => column.length > 0)) {
    const page = rest.map((column) => {
      let used = 0;
      const fits = column.findIndex(({ card }, index) => {
        used += card.height + (index === 0 ? 0 : between);
        return used > room && index > 0;
      });
      return fits < 0 ? column : column.slice(0, fits);
    });
    pages.push(page);
    rest = rest.map((column, index) => column.slice(page[index]?.length ?? 0));
  }
  return pages;
}

export function columnShapes(
  head: string,
  count: number,
  bets: readonly Card[],
  place: number,
  isActive: boolean,
): Shape[] {
  const x = area.x + place * (width + gap);
  let y = area.y + limitHeight;
  const shapes: Shape[] = [
    {
      kind: "text",
      name: "Column",
      x,
      y,
      width,
      height: headHeight - 10,
      round: 6,
      inset: 10,
      insetY: 0,
      anchor: "middle",
      fill: isActive ? "accent" : "quietSoft",
      paragraphs: [
        {
          runs: [{ text: `${head}  ${count}`, size: 13, bold: true, color: isActive ? "onAccent" : "muted" }],
        },
      ],
    },
  ];
  y += headHeight;
  for (const { card } of bets) {
    const look = isActive
      ? { fill: "accentSoft" as const }
      : { fill: "panel" as const, outline: "line" as const };
    shapes.push(placed("Bet", card, { x, y }, look));
    y += card.height + between;
  }
  return shapes;
}

function tableRows(page: readonly (readonly Pinned[])[]): string[][] {
  const height = Math.max(...page.map((column) => column.length));
  return Array.from({ length: height }, (_, index) =>
    page.map((column) => {
      const each = column[index];
      return each ? `${markdown(betSentence(each.bet))} (${markdown(each.input)})` : "";
    }),
  );
}

function notesOf(level: 2 | 3, all: readonly (readonly Pinned[])[], limit: string | null): string[] {
  return [
    ...(limit ? [limit] : []),
    ...columns.flatMap((column, index) =>
      (all[index] ?? []).map(({ bet, input }) => {
        const overdue = bet.review?.overdue ? `, review overdue since ${bet.review.date}` : "";
        return `${columnHead(level, column)}, ${input}${overdue}: ${betSentence(bet)}`;
      }),
    ),
  ];
}
