/** Things beside one another on slides, each on a card of its own: few large ones, many over several slides. */
import { markdown } from "../../report/escape.js";
import { list } from "../../report/markdown-blocks.js";
import { type Fitted, fitText } from "../fit-text.js";
import type { Palette } from "../palette.js";
import type { Wording } from "../words/words.js";
import { connect } from "./cards.js";
import type { Paragraph, Shape, Slide, TextShape } from "./slide.js";
import { continued } from "./table.js";
import {
  area,
  below,
  heightOfText,
  moreHeight,
  moreOf,
  moreShape,
  sizesFrom,
  slide,
  spareLines,
} from "./typeset.js";

/** What a card says, from above. */
export interface GridCard {
  /** In small letters above its title. */
  kicker?: { text: string; color: keyof Palette } | undefined;
  title?: string | undefined;
  texts: readonly { text: string; color?: keyof Palette }[];
  /** In small letters at its end. */
  foot?: string | undefined;
}

const gap = 18;
const inset = { x: 20, y: 18 };
const most = 6;

interface SetCard {
  /** As much as it shows. */
  shown: GridCard;
  paragraphs: Paragraph[];
  height: number;
  isWhole: boolean;
}

interface Page {
  size: number;
  across: number;
  rows: { set: SetCard }[][];
}

/** Cards in rows of at most three, in the largest type in which they have room; brief ones on one slide. */
export function gridSlides(
  title: string,
  kicker: string,
  cards: readonly GridCard[],
  notes: readonly string[],
  words: Wording,
  isBrief = false,
): Slide[] {
  const pages = isBrief ? onePage(cards) : pagesOf(cards);
  const more = cards.length - pages.flatMap(({ rows }) => rows.flat()).length;
  return pages.map((page, index) => ({
    ...slide(
      continued(title, index, pages.length, words),
      kicker,
      [...shapesOf(page, roomWith(more)), ...moreShape(more, words)],
      () => [
        list(page.rows.flat().map(({ set }) => cardText(set.shown))),
        ...(more > 0 ? [moreOf(more, words)] : []),
      ],
      index === 0 ? notes : [],
    ),
    arrangement: "cards",
    size: page.size,
    across: page.across,
  }));
}

/** As few slides as show every text in full, and as evenly filled as can be. */
function pagesOf(cards: readonly GridCard[]): Page[] {
  if (cards.length === 0) return [];
  for (let perPage = most; perPage > 1; perPage--) {
    const count = Math.ceil(cards.length / perPage);
    const pages: Page[] = [];
    for (const each of evenly(cards, count)) {
      const page = pageOf(each);
      if (!page) break;
      pages.push(page);
    }
    if (pages.length === count) return pages;
  }
  return cards.map((card) => pageOf([card]) ?? shortened(card));
}

/** What has room on one slide; texts are shortened before things are left out. */
function onePage(cards: readonly GridCard[]): Page[] {
  if (cards.length === 0) return [];
  for (let count = Math.min(most, cards.length); count > 0; count--) {
    const shown = cards.slice(0, count);
    const page = pageOf(shown, roomWith(cards.length - count));
    if (page) return [page];
    for (const lines of lineLimits) {
      const counts = rowsFor[count] ?? [count];
      const rows = setRows(shown, counts, 16, lines);
      if (heightOf(rows) <= roomWith(cards.length - count))
        return [{ size: 16, across: counts[0] ?? 1, rows }];
    }
  }
  return cards.slice(0, 1).map(shortened);
}

/** How many lines of a card's title and of each of its texts are shown at most; a title is shortened last. */
interface Lines {
  title: number;
  text: number;
}

/** More than any slide has room for: what is cut to so many is too high. */
const tooMany = Math.ceil(area.height / 16 / 1.25) + 1;
const allLines: Lines = { title: tooMany, text: tooMany };
const lineLimits: readonly Lines[] = [
  { title: 4, text: 4 },
  { title: 3, text: 3 },
  { title: 2, text: 2 },
  { title: 2, text: 1 },
  { title: 1, text: 1 },
];

function roomWith(more: number): number {
  return area.height - (more > 0 ? moreHeight : 0);
}

function evenly<T>(all: readonly T[], count: number): T[][] {
  return Array.from({ length: count }, (_, index) =>
    all.slice(Math.round((index * all.length) / count), Math.round(((index + 1) * all.length) / count)),
  );
}

/** How many cards stand in each row. */
const rowsFor: Readonly<Record<number, readonly number[]>> = {
  1: [1],
  2: [2],
  3: [3],
  4: [2, 2],
  5: [3, 2],
  6: [3, 3],
};

/** Null where not all of their texts have room. */
function pageOf(cards: readonly GridCard[], room: number = area.height): Page | null {
  const counts = rowsFor[cards.length] ?? [cards.length];
  for (const size of sizesFrom(cards.length === 1 ? 34 : 26)) {
    const rows = setRows(cards, counts, size, allLines);
    if (!rows.flat().every(({ set }) => set.isWhole) || heightOf(rows) > room) continue;
    return { size, across: counts[0] ?? 1, rows };
  }
  // Long words may be broken where nothing else helps.
  const rows = setRows(cards, counts, 16, allLines);
  const isBroken = heightOf(rows) <= room;
  return isBroken ? { size: 16, across: counts[0] ?? 1, rows } : null;
}

function shortened(card: GridCard): Page {
  const lines = Math.floor(12 / (card.texts.length + 1));
  return { size: 16, across: 1, rows: setRows([card], [1], 16, { title: lines, text: lines }) };
}

function setRows(
  cards: readonly GridCard[],
  counts: readonly number[],
  size: number,
  lines: Lines,
): Page["rows"] {
  let from = 0;
  return counts.map((count) => {
    const row = cards.slice(from, from + count);
    from += count;
    return row.map((card) => ({ set: setCard(card, widthOf(count), size, lines) }));
  });
}

function widthOf(count: number): number {
  return (area.width - gap * (count - 1)) / count;
}

function heightOf(rows: Page["rows"]): number {
  return rows.reduce((sum, row) => sum + rowHeight(row) + gap, -gap);
}

function rowHeight(row: Page["rows"][number]): number {
  return Math.max(...row.map(({ set }) => set.height));
}

function setCard(
  { kicker, title, texts, foot }: GridCard,
  width: number,
  size: number,
  lines: Lines,
): SetCard {
  const inner = width - 2 * inset.x;
  const fits: Fitted[] = [];
  const paragraphs: Paragraph[] = [];
  let height = 2 * inset.y;
  const add = (
    text: string,
    of: number,
    look: { color: keyof Palette; bold?: boolean },
    before: number,
    limit = lines.text,
  ) => {
    const fitted = fitText(text, { width: inner, lines: limit, sizes: [of], bold: look.bold ?? false });
    const room = paragraphs.length === 0 ? 0 : before;
    fits.push(fitted);
    paragraphs.push({ runs: [{ text: fitted.text, size: of, ...look }], before: room });
    const spare = spareLines(fitted.text, inner, { size: of, bold: look.bold ?? false });
    height += room + heightOfText(fitted) + spare * of * 1.25;
    return fitted.text;
  };
  const body = title === undefined ? size : below(size);
  const shown: GridCard = {
    kicker: kicker && {
      ...kicker,
      text: add(kicker.text, below(body), { color: kicker.color, bold: true }, 0, 2),
    },
    title: title === undefined ? title : add(title, size, { color: "ink", bold: true }, 2, lines.title),
    texts: texts.map(({ text, color = "ink" }, index) => ({
      text: add(text, index === 0 ? body : below(body), { color }, size * 0.35),
    })),
    foot: foot && add(foot, below(body), { color: "muted" }, size * 0.5, 2),
  };
  const isWhole = fits.every((each) => !each.shortened && !each.broken);
  return { shown, paragraphs, height, isWhole };
}

/** Rows grow to fill most of the slide, and are never much higher than their text. */
function shapesOf({ rows }: Page, room: number): Shape[] {
  const least = heightOf(rows);
  const all = Math.max(least, Math.min(room, Math.max(least * 1.3, room * 0.66)));
  const more = (all - least) / rows.length;
  let y = area.y;
  return rows.flatMap((row) => {
    const width = widthOf(row.length);
    const height = rowHeight(row) + more;
    const shapes = row.map(
      ({ set }, index): TextShape => ({
        kind: "text",
        name: "Card",
        x: area.x + index * (width + gap),
        y,
        width,
        height,
        paragraphs: set.paragraphs,
        anchor: row.length === 1 ? "middle" : "top",
        round: 12,
        inset: inset.x,
        insetY: inset.y,
        fill: "accentSoft",
      }),
    );
    y += height + gap;
    return shapes;
  });
}

/** A card as an item of a list: what stands back is a list of its own. */
function cardText({ kicker, title, texts, foot }: GridCard): string {
  const [first, ...others] = texts.map(({ text }) => markdown(text));
  const head = [
    ...(kicker ? [`_${markdown(kicker.text)}_`] : []),
    ...(title === undefined ? [] : [`**${markdown(title)}**`]),
    ...(first ? [first] : []),
  ].join("\\\n");
  const rest = [...others, ...(foot ? [markdown(foot)] : [])];
  return rest.length > 0 ? `${head}\n${list(rest)}` : head;
}

const metricWidth = 250;
const toMetric = 56;

/** Cards below one another, and at their side the metric, which drives them; null where they have no room. */
export function drivenSlide(
  title: string,
  kicker: string,
  cards: readonly GridCard[],
  metric: string,
  notes: readonly string[],
): Slide | null {
  if (cards.length === 0 || cards.length > 4) return null;
  const width = area.width - metricWidth - toMetric;
  const found = sizesFrom(30)
    .map((size) => ({ size, sets: cards.map((card) => setCard(card, width, size, allLines)) }))
    .find(({ sets }) => sets.every(({ isWhole }) => isWhole) && total(sets) <= area.height);
  if (!found) return null;
  const { size, sets } = found;
  const height = Math.min(area.height, Math.max(total(sets) * 1.3, area.height * 0.72));
  const more = (height - total(sets)) / sets.length;
  let y = area.y;
  const shapes = sets.map((set, index): TextShape => {
    const box = { x: area.x, y, width, height: set.height + more };
    y += box.height + gap;
    return {
      kind: "text",
      name: "Result",
      id: `result-${index}`,
      ...box,
      paragraphs: set.paragraphs,
      anchor: "middle",
      round: 12,
      inset: inset.x,
      insetY: inset.y,
      fill: "paper",
      outline: "star",
    };
  });
  const inner = { width: metricWidth - 2 * inset.x, height: height - 2 * inset.y };
  const name = fitText(metric, { width: inner.width, lines: 6, sizes: sizesFrom(30), bold: true });
  const driver: TextShape = {
    kind: "text",
    name: "North Star Metric",
    id: "metric",
    x: area.x + width + toMetric,
    y: area.y,
    width: metricWidth,
    height,
    paragraphs: [{ runs: [{ text: name.text, size: name.size, color: "onDeep", bold: true }] }],
    anchor: "middle",
    round: 12,
    inset: inset.x,
    insetY: inset.y,
    fill: "deep",
  };
  return {
    ...slide(
      title,
      kicker,
      [...shapes.map((shape) => connect(driver, shape)), ...shapes, driver],
      () => [list(sets.map(({ shown }) => cardText(shown)))],
      notes,
    ),
    arrangement: "cards",
    size,
    across: cards.length > 3 ? 2 : cards.length,
  };
}

function total(sets: readonly SetCard[]): number {
  return sets.reduce((sum, { height }) => sum + height + gap, -gap);
}
