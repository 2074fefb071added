/** The board on slides: opportunities, then interventions, each in its three columns. */

import { markdown } from "../../report/escape.js";
import { list } from "../../report/markdown-blocks.js";
import { boardOf, columnHead, columns } from "../board.js";
import { betSentence } from "../tree-nodes.js";
import type { BetView, ViewModel } from "../view-model.js";
import { dateText, fill, type Wording } from "../words/words.js";
import { type BetCard, betCard, leastHeight, placed } from "./cards.js";
import type { Box, Shape, Slide } from "./slide.js";
import { continued } from "./table.js";
import { area, sizesFrom, slide, textBox } from "./typeset.js";

const gap = 20;
const width = (area.width - gap * 2) / 3;
const headHeight = 40;
const limitHeight = 18;
const columnInset = 8;

/** A bet in its column. */
export interface Pinned {
  bet: BetView;
  input: string;
}

/** With its card. */
type Card = Pinned & { card: BetCard };

const lanes = [
  { level: 2, lane: "opportunities" },
  { level: 3, lane: "interventions" },
] as const;

/** A slide of both levels where they have room on one, else a slide or more for each level that has bets on the board. */
export function boardSlides(view: ViewModel, isBrief: boolean): Slide[] {
  const { words } = view;
  const { titles, kickers } = words;
  const { rows } = boardOf(view);
  const limit = limitLine(view);
  const told = lanes.flatMap(({ level, lane }) => {
    const all = columns.map((column) =>
      rows.flatMap((row) => row[lane][column].map((bet): Pinned => ({ bet, input: row.input }))),
    );
    return all.some(({ length }) => length > 0) ? [{ level, title: titles[lane], all }] : [];
  });
  const head = limit ? [limitShape(limit)] : [];
  const both = joined(told.map(({ all }) => all));
  if (both)
    return [
      {
        ...slide(
          titles.board,
          kickers.board,
          [
            ...head,
            ...both.pages.flatMap((page, index) =>
              laneShapes(told[index]?.level ?? 2, page, words, both.boxes[index] ?? whole),
            ),
          ],
          () => [
            ...(limit ? [limit.text] : []),
            both.pages
              .map((page, index) =>
                laneText(
                  told[index]?.level ?? 2,
                  page,
                  page.map(({ length }) => length),
                  words,
                ),
              )
              .join("\n"),
          ],
          told.flatMap(({ level, all }, index) => notesOf(level, all, index === 0 ? limit : null, words)),
        ),
        arrangement: "board",
        size: 16,
      },
    ];
  return told.flatMap(({ level, title, all }) => {
    const counts = all.map(({ length }) => length);
    const pages = isBrief ? briefly(all) : arranged(all);
    return pages.map(
      (page, index): Slide => ({
        ...slide(
          continued(title, index, pages.length, words),
          `${kickers.board}${words.labels.comma}${view.horizons[level]}`,
          [...head, ...laneShapes(level, page, words, whole, counts)],
          () => [...(limit ? [limit.text] : []), laneText(level, page, counts, words)],
          index === 0 ? notesOf(level, all, limit, words) : [],
        ),
        arrangement: "board",
        size: 16,
      }),
    );
  });
}

/** Where a lane stands. */
type Band = Pick<Box, "y" | "height">;

const whole: Band = { y: area.y + limitHeight, height: area.height - limitHeight };

/** Two lanes on one slide, each as high as its cards; null where they have no room there. */
function joined(
  all: readonly (readonly (readonly Pinned[])[])[],
): { pages: Card[][][]; boxes: Band[] } | null {
  if (all.length < 2) return null;
  const ways = [...sizesFrom(20).map((size) => ({ size, isShort: false })), { size: 16, isShort: true }];
  for (const { size, isShort } of ways) {
    const pages = all.map((lane) => lane.map((column) => column.map((each) => cardOf(each, size, isShort))));
    const heights = pages.map(
      (page) => headHeight + 2 * columnInset + Math.max(...page.map((column) => heightOf(column))),
    );
    const least = heights.reduce((sum, height) => sum + height + gap, -gap);
    if (least > whole.height) continue;
    const more = (whole.height - least) / heights.length;
    let y = whole.y;
    const boxes = heights.map((height) => {
      const box = { y, height: height + more };
      y += box.height + gap;
      return box;
    });
    return { pages, boxes };
  }
  return null;
}

function heightOf(cards: readonly Card[]): number {
  return Math.max(
    0,
    cards.reduce((sum, { card }) => sum + card.height + between, -between),
  );
}

function laneShapes(
  level: 2 | 3,
  page: readonly (readonly Card[])[],
  words: Wording,
  band: Band,
  counts: readonly number[] = page.map(({ length }) => length),
): Shape[] {
  return columns.flatMap((column, place) =>
    columnShapes(
      columnHead(level, column, words),
      counts[place] ?? 0,
      page[place] ?? [],
      place,
      column === "active",
      band,
    ),
  );
}

function limitShape({ text, broken }: { text: string; broken: boolean }): Shape {
  const box = { x: area.x, y: area.y - 10, width: area.width, height: 22 };
  return textBox("Limit", text, box, { sizes: [16], color: broken ? "bad" : "muted", bold: true });
}

/** Every limit in one line. */
function limitLine({ limits }: ViewModel): { text: string; broken: boolean } | null {
  if (limits.length === 0) return null;
  return {
    text: limits.map(({ text }) => text).join("; "),
    broken: limits.some(({ broken }) => broken),
  };
}

const room = area.height - limitHeight - headHeight - columnInset;
const between = 8;

/** On one slide as large as they can be there, or else small on as many as they need. */
export function arranged(all: readonly (readonly Pinned[])[]): Card[][][] {
  const most = Math.max(...all.map(({ length }) => length));
  if (most === 0) return [];
  for (const size of sizesFrom(20)) {
    // Where not even the least of them have room, nothing need be set to see it.
    if (most * (leastHeight(size) + between) - between > room) continue;
    const page = onOneSlide(all, size);
    if (page) return [page];
  }
  return pagesOf(all.map((column) => column.map((each) => cardOf(each, 16))));
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

/** On as many slides as what is worked on or reviewed needs; what comes next is left to the notes where there is no room. */
function briefly(all: readonly (readonly Pinned[])[]): Card[][][] {
  const short = all.map((column) => column.map((each) => cardOf(each, 16, true)));
  const { length } = pagesOf(short.map((column, place) => (columns[place] === "next" ? [] : column)));
  const most = Math.max(1, length);
  const pages = arranged(all);
  return pages.length <= most ? pages : pagesOf(short).slice(0, most);
}

function cardOf({ bet, input }: Pinned, size: number, isShort = false): Card {
  return {
    bet,
    input,
    card: betCard({ ...bet, stage: null }, width - 2 * columnInset, size, [input], isShort),
  };
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

/** A column of a board on its ground, with its name and how many bets there are in it. */
export function columnShapes(
  head: string,
  count: number,
  bets: readonly Card[],
  place: number,
  isActive: boolean,
  { y, height }: Band = whole,
): Shape[] {
  const x = area.x + place * (width + gap);
  const ground: Shape = {
    kind: "text",
    name: "Column",
    x,
    y,
    width,
    height,
    round: 10,
    inset: 14,
    insetY: 10,
    fill: isActive ? "accentSoft" : "quietSoft",
    paragraphs: [
      { runs: [{ text: `${head}  ${count}`, size: 16, bold: true, color: isActive ? "accent" : "muted" }] },
    ],
  };
  const shapes: Shape[] = [ground];
  let top = y + headHeight;
  for (const { card } of bets) {
    shapes.push(placed("Bet", card, { x: x + columnInset, y: top }, { fill: "paper" }));
    top += card.height + between;
  }
  return shapes;
}

/** The columns of a lane as items of a list, each with its cards. */
function laneText(
  level: 2 | 3,
  page: readonly (readonly Card[])[],
  counts: readonly number[],
  words: Wording,
): string {
  return list(
    columns.map((column, place) => {
      const cards = list((page[place] ?? []).map(cardText));
      const head = `${columnHead(level, column, words)} ${counts[place] ?? 0}`;
      return cards ? `${head}\n${cards}` : head;
    }),
  );
}

function cardText({ bet, card: { said }, input }: Card): string {
  const [change, effect] = said;
  return effect
    ? `**${markdown(change)}${bet.words.sentences.between}** ${markdown(effect)} (${markdown(input)})`
    : `**${markdown(change)}**`;
}

function notesOf(
  level: 2 | 3,
  all: readonly (readonly Pinned[])[],
  limit: { text: string } | null,
  words: Wording,
): string[] {
  return [
    ...(limit ? [limit.text] : []),
    ...columns.flatMap((column, index) =>
      (all[index] ?? []).map(({ bet, input }) => {
        const { labels } = words;
        const overdue =
          bet.review?.overdue && fill(labels.reviewOverdue, { text: dateText(bet.review.date, words) });
        const label = [columnHead(level, column, words), input, overdue].filter(Boolean).join(labels.comma);
        return fill(labels.labelled, { label, text: betSentence(bet) });
      }),
    ),
  ];
}
