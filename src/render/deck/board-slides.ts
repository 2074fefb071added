/** The board on slides: opportunities, then interventions, each in its three columns. */

import { table } from "../../report/blocks.js";
import { markdown } from "../../report/escape.js";
import { boardOf, columnHead, columns } from "../board.js";
import type { BetTold, Story } from "../story.js";
import { sentence } from "../tree.js";
import { card, cardHeight, cardParagraphs } from "./cards.js";
import { area, slide, textIn } from "./set.js";
import type { Shape, Slide } from "./slide.js";
import { continued } from "./table.js";

const gap = 20;
const width = (area.width - gap * 2) / 3;
const headHeight = 34;
const limitHeight = 20;

interface Placed {
  bet: BetTold;
  input: string;
}

/** A slide or more for each level that has bets on the board. */
export function boardSlides(story: Story): Slide[] {
  const { rows, limit } = boardOf(story);
  const lanes = [
    { level: 2, title: "Opportunities we focus on", lane: "opportunities" },
    { level: 3, title: "Interventions we try", lane: "interventions" },
  ] as const;
  return lanes.flatMap(({ level, title, lane }) => {
    const all = columns.map((column) =>
      rows.flatMap((row) => row[lane][column].map((bet): Placed => ({ bet, input: row.input }))),
    );
    const size = [16, 14, 13].find((each) => pagesOf(all, each).length === 1) ?? 12;
    const pages = pagesOf(all, size);
    return pages.map((page, index) =>
      slide(
        continued(title, index, pages.length),
        "The board",
        [
          ...(limit
            ? [
                textIn(
                  "Limit",
                  limit.text,
                  { x: area.x, y: area.y - 12, width: area.width, height: limitHeight },
                  { sizes: [14], color: limit.broken ? "bad" : "muted", bold: true },
                ),
              ]
            : []),
          ...columns.flatMap((column, place) =>
            columnShapes(
              size,
              columnHead(level, column),
              all[place]?.length ?? 0,
              page[place] ?? [],
              place,
              column === "active",
            ),
          ),
        ],
        [
          ...(limit ? [limit.text] : []),
          table(
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

/** Each column as far as it fits on a slide; what is left goes on to the next. */
function pagesOf(all: readonly (readonly Placed[])[], size: number): Placed[][][] {
  const pages: Placed[][][] = [];
  let rest = all.map((column) => [...column]);
  const room = area.height - limitHeight - headHeight;
  while (rest.some((column) => column.length > 0)) {
    const page = rest.map((column) => {
      let used = 0;
      const fits = column.findIndex((each, index) => {
        used += heightOf(each, size) + (index === 0 ? 0 : 8);
        return used > room && index > 0;
      });
      return fits < 0 ? column : column.slice(0, fits);
    });
    pages.push(page);
    rest = rest.map((column, index) => column.slice(page[index]?.length ?? 0));
  }
  return pages;
}

function paragraphs({ bet, input }: Placed, size: number) {
  return cardParagraphs({ ...bet, stage: null }, width, { facts: [input], size, lines: 4 });
}

function heightOf(placed: Placed, size: number): number {
  return cardHeight(paragraphs(placed, size), width);
}

function columnShapes(
  size: number,
  head: string,
  count: number,
  bets: readonly Placed[],
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
        { runs: [{ text: `${head}  ${count}`, size: 13, bold: true, color: isActive ? "paper" : "muted" }] },
      ],
    },
  ];
  y += headHeight;
  for (const each of bets) {
    const height = heightOf(each, size);
    shapes.push(
      card(
        "Bet",
        paragraphs(each, size),
        { x, y, width, height },
        isActive ? { fill: "accentSoft" } : { fill: "panel", outline: "line" },
      ),
    );
    y += height + 8;
  }
  return shapes;
}

function tableRows(page: readonly (readonly Placed[])[]): string[][] {
  const height = Math.max(...page.map((column) => column.length));
  return Array.from({ length: height }, (_, index) =>
    page.map((column) => {
      const each = column[index];
      return each ? `${markdown(sentence(each.bet))} (${markdown(each.input)})` : "";
    }),
  );
}

function notesOf(level: 2 | 3, all: readonly (readonly Placed[])[], limit: string | null): string[] {
  return [
    ...(limit ? [limit] : []),
    ...columns.flatMap((column, index) =>
      (all[index] ?? []).map(({ bet, input }) => {
        const overdue = bet.review?.overdue ? `, review overdue since ${bet.review.date}` : "";
        return `${columnHead(level, column)}, ${input}${overdue}: ${sentence(bet)}`;
      }),
    ),
  ];
}
