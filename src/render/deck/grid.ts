/** Things on slides, each on a card of its own, beside one another or where they say much below: few large ones, many over several slides. */
import { markdown } from "../../report/escape.js";
import { list } from "../../report/markdown-blocks.js";
import { lined } from "../direction.js";
import { type Fitted, fitText } from "../fit-text.js";
import type { Palette } from "../palette.js";
import type { Wording } from "../words/words.js";
import { connect } from "./cards.js";
import type { Paragraph, Run, Shape, Slide, TextShape } from "./slide.js";
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
  /** In small letters above its title; in a list of many one that is minor stands at the end. */
  kicker?: { text: string; color: keyof Palette; isMinor?: true } | undefined;
  title?: string | undefined;
  texts: readonly { text: string; color?: keyof Palette }[];
  /** In small letters at its end. */
  foot?: string | undefined;
}

/** Room between cards and inside of them. */
interface Spacing {
  gap: number;
  x: number;
  y: number;
}

const ofCards: Spacing = { gap: 18, x: 20, y: 18 };
/** Of cards that have the whole width: what they are called stands at the side of what they say. */
const ofLists: Spacing = { gap: 10, x: 20, y: 8 };
/** Of cards beside what drives them. */
const ofDriven: Spacing = { gap: 14, x: 20, y: 12 };
const between = 6;
const sideWidth = 310;
const most = 6;
const fewest = 3;
/** So few stand below one another: beside one another they would be narrow, and empty below what they say. */
const fewInList = 3;

interface SetCard {
  /** As much as it shows. */
  shown: GridCard;
  paragraphs: Paragraph[];
  /** What stands at the side of it, in a list. */
  beside?: Paragraph[];
  height: number;
  isWhole: boolean;
}

interface Page {
  size: number;
  across: number;
  rows: SetCard[][];
  isList?: true;
}

/** What matters more where one slide has no room for everything: that all are there, or that what is there is in full. */
export type Brief = "all" | "whole" | null;

/** Cards in rows of at most three, or in a list, in the largest type in which they have room; brief ones on one slide. */
export function gridSlides(
  title: string,
  kicker: string,
  cards: readonly GridCard[],
  notes: readonly string[],
  words: Wording,
  brief: Brief = null,
): Slide[] {
  const pages = brief ? onePage(cards, brief) : pagesOf(cards);
  const more = cards.length - pages.flatMap(({ rows }) => rows.flat()).length;
  return pages.map((page, index) => ({
    ...slide(
      continued(title, index, pages.length, words),
      kicker,
      [...shapesOf(page, roomWith(more)), ...moreShape(more, words)],
      () => [
        list(page.rows.flat().map(({ shown }) => cardText(shown))),
        ...(more > 0 ? [moreOf(more, words)] : []),
      ],
      index === 0 ? notes : [],
    ),
    ...(page.isList
      ? ({ arrangement: "list", size: page.size } as const)
      : ({ arrangement: "cards", size: page.size, across: page.across } as const)),
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

/** What has room on one slide. */
function onePage(cards: readonly GridCard[], brief: "all" | "whole"): Page[] {
  if (cards.length === 0) return [];
  const all = Math.min(most, cards.length);
  const least = brief === "whole" ? Math.min(fewest, all) : all;
  for (let count = all; count >= least; count--) {
    const page = pageOf(cards.slice(0, count), roomWith(cards.length - count));
    if (page) return [page];
  }
  for (let count = all; count > 0; count--)
    for (const lines of lineLimits)
      for (const page of [
        pageIn(cards.slice(0, count), 16, lines),
        listIn(cards.slice(0, count), 16, lines, true),
      ])
        if (page && heightOf(page) <= roomWith(cards.length - count)) return [page];
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
  { title: 4, text: 5 },
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

/** In the largest type in which all of their texts have room; null where they have none. */
function pageOf(cards: readonly GridCard[], room: number = area.height): Page | null {
  const grid = (size: number) => () => pageIn(cards, size, allLines);
  const inList = (size: number) => () => listIn(cards, size, allLines);
  const ways = [
    ...(cards.length <= fewInList ? sizesFrom(26, 20).map(inList) : []),
    ...sizesFrom(cards.length === 1 ? 40 : 26, 20).map(grid),
    ...sizesFrom(20, 18).map(inList),
    ...sizesFrom(18).map(grid),
    inList(16),
    ...sizesFrom(20).map((size) => () => listIn(cards, size, allLines, true)),
  ];
  for (const way of ways) {
    const page = way();
    if (page && isWhole(page) && heightOf(page) <= room) return page;
  }
  // Long words may be broken where nothing else helps.
  const broken = pageIn(cards, 16, allLines);
  return heightOf(broken) <= room ? broken : null;
}

function isWhole({ rows }: Page): boolean {
  return rows.flat().every((set) => set.isWhole);
}

function shortened(card: GridCard): Page {
  const lines = Math.floor(12 / (card.texts.length + 1));
  return pageIn([card], 16, { title: lines, text: lines });
}

/** Cards beside one another. */
function pageIn(cards: readonly GridCard[], size: number, lines: Lines): Page {
  const counts = rowsFor[cards.length] ?? [cards.length];
  let from = 0;
  const rows = counts.map((count) => {
    const row = cards.slice(from, from + count);
    from += count;
    return row.map((card) => setCard(card, widthOf(count), size, lines));
  });
  return { size, across: counts[0] ?? 1, rows };
}

/** Cards below one another, if they are several and have something to stand at the side; bare ones without what is minor. */
function listIn(cards: readonly GridCard[], size: number, lines: Lines, isBare = false): Page | null {
  if (cards.length < 2 || cards.some(({ title, texts }) => title === undefined || texts.length === 0))
    return null;
  const isMany = cards.length > fewInList;
  const rows = cards.map((card) => {
    const { kicker, foot, ...rest } = card;
    const isLast = kicker?.isMinor && (isMany || isBare);
    const minor = lined([isLast && kicker?.text, foot]);
    const shown: GridCard = {
      ...rest,
      kicker: isLast ? undefined : kicker,
      foot: isBare || !minor ? undefined : minor,
    };
    return [setInList(shown, size, lines)];
  });
  return { size, across: 1, rows, isList: true };
}

function widthOf(count: number): number {
  return (area.width - ofCards.gap * (count - 1)) / count;
}

function heightOf({ rows, isList }: Page): number {
  const { gap } = isList ? ofLists : ofCards;
  return rows.reduce((sum, row) => sum + rowHeight(row) + gap, -gap);
}

function rowHeight(row: readonly SetCard[]): number {
  return Math.max(...row.map(({ height }) => height));
}

/** Paragraphs below one another, as they are added. */
class Column {
  readonly paragraphs: Paragraph[] = [];
  height = 0;
  isWhole = true;
  readonly width: number;

  constructor(width: number) {
    this.width = width;
  }

  /** Gives as much of the text as `lines` lines say. */
  add(text: string, look: Omit<Run, "text">, { before, lines }: { before: number; lines: number }): string {
    const style = { size: look.size, bold: look.bold ?? false };
    const fitted = fitText(text, { width: this.width, lines, sizes: [look.size], bold: style.bold });
    const room = this.paragraphs.length === 0 ? 0 : before;
    this.paragraphs.push({ runs: [{ text: fitted.text, ...look }], before: room });
    const spare = spareLines(fitted.text, this.width, style);
    this.height += room + heightOfText(fitted) + spare * look.size * 1.25;
    this.isWhole &&= !fitted.shortened && !fitted.broken;
    return fitted.text;
  }
}

/** Sets what a card says into columns, and gives as much as it shows. */
function setInto(
  { kicker, title, texts, foot }: GridCard,
  size: number,
  lines: Lines,
  { head, body }: { head: Column; body: Column },
): GridCard {
  const text = title === undefined ? size : below(size);
  const small = below(text);
  return {
    kicker: kicker && {
      ...kicker,
      text: head.add(
        kicker.text,
        { size: small, color: kicker.color, bold: true },
        { before: 0, lines: Math.min(lines.text, 2) },
      ),
    },
    title:
      title === undefined
        ? title
        : head.add(title, { size, color: "ink", bold: true }, { before: 2, lines: lines.title }),
    texts: texts.map(({ text: said, color = "ink" }, index) => ({
      text: body.add(
        said,
        { size: index === 0 ? text : small, color },
        { before: size * 0.35, lines: lines.text },
      ),
    })),
    foot:
      foot &&
      body.add(
        foot,
        { size: small, color: "muted" },
        { before: size * (body === head ? 0.5 : 0.1), lines: Math.min(lines.text, 2) },
      ),
  };
}

function setCard(
  card: GridCard,
  width: number,
  size: number,
  lines: Lines,
  { x, y }: Spacing = ofCards,
): SetCard {
  const column = new Column(width - 2 * x);
  const shown = setInto(card, size, lines, { head: column, body: column });
  const { paragraphs, height, isWhole } = column;
  return { shown, paragraphs, height: height + 2 * y, isWhole };
}

function setInList(card: GridCard, size: number, lines: Lines): SetCard {
  const head = new Column(sideWidth - 2 * ofLists.x);
  const body = new Column(area.width - sideWidth - between - 2 * ofLists.x);
  const shown = setInto(card, size, lines, { head, body });
  return {
    shown,
    paragraphs: head.paragraphs,
    beside: body.paragraphs,
    height: Math.max(head.height, body.height) + 2 * ofLists.y,
    isWhole: head.isWhole && body.isWhole,
  };
}

/** Rows grow to fill the slide, or where their cards stand beside one another most of it. */
function shapesOf(page: Page, room: number): Shape[] {
  const { rows, isList } = page;
  const { gap, x, y: insetY } = isList ? ofLists : ofCards;
  const least = heightOf(page);
  const all = isList ? room : Math.min(room, Math.max(least * 1.3, room * 0.78));
  const more = Math.max(0, all - least) / rows.length;
  let y = area.y;
  return rows.flatMap((row) => {
    const width = widthOf(row.length);
    const height = rowHeight(row) + more;
    const top = y;
    y += height + gap;
    return row.flatMap(({ paragraphs, beside }, index): TextShape[] => {
      const box = { kind: "text", name: "Card", y: top, height, round: 12, inset: x, insetY } as const;
      if (!beside)
        return [
          {
            ...box,
            x: area.x + index * (width + gap),
            width,
            paragraphs,
            anchor: row.length === 1 ? "middle" : "top",
            fill: "accentSoft",
          },
        ];
      return [
        { ...box, x: area.x, width: sideWidth, paragraphs, anchor: "middle", fill: "accentSoft" },
        {
          ...box,
          x: area.x + sideWidth + between,
          width: area.width - sideWidth - between,
          paragraphs: beside,
          anchor: "middle",
          fill: "panel",
          outline: "line",
        },
      ];
    });
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

/** How wide the metric may stand at the side: wider where its words are long. */
const metricWidths = [250, 300, 340];
const toMetric = 56;

interface Driven {
  size: number;
  sets: SetCard[];
  height: number;
  name: Fitted;
  metricWidth: number;
}

/** Cards below one another, and at their side the metric, which drives them; null where they have no room. */
export function drivenSlide(
  title: string,
  kicker: string,
  cards: readonly GridCard[],
  metric: string,
  notes: readonly string[],
): Slide | null {
  if (cards.length === 0 || cards.length > 4) return null;
  const all = metricWidths.map((width) => drivenBy(metric, cards, width)).filter((each) => each !== null);
  const isLarge = ({ name, size }: Driven) => name.size >= Math.min(22, size) && !name.broken;
  const found = all.find(isLarge) ?? all.find(({ name }) => !name.broken) ?? all[0];
  if (!found) return null;
  const { size, sets, height, name, metricWidth } = found;
  const width = area.width - metricWidth - toMetric;
  const more = (height - total(sets)) / sets.length;
  const look = { anchor: "middle", round: 12, inset: ofDriven.x, insetY: ofDriven.y } as const;
  let y = area.y;
  const shapes = sets.map((set, index): TextShape => {
    const box = { x: area.x, y, width, height: set.height + more };
    y += box.height + ofDriven.gap;
    const { paragraphs } = set;
    const outline = { fill: "paper", outline: "star" } as const;
    return { kind: "text", name: "Result", id: `result-${index}`, ...box, ...look, ...outline, paragraphs };
  });
  const driver: TextShape = {
    kind: "text",
    name: "North Star Metric",
    id: "metric",
    x: area.x + width + toMetric,
    y: area.y,
    width: metricWidth,
    height,
    paragraphs: [{ runs: [{ text: name.text, size: name.size, color: "onDeep", bold: true }] }],
    ...look,
    fill: "deep",
  };
  return {
    ...slide(
      title,
      kicker,
      [...shapes.map((shape) => connect(driver, shape)), ...shapes, driver],
      () => [list(sets.map(({ shown }) => cardText(shown))), markdown(name.text)],
      notes,
    ),
    arrangement: "driven",
    size,
    sideSize: name.size,
  };
}

function drivenBy(metric: string, cards: readonly GridCard[], metricWidth: number): Driven | null {
  const width = area.width - metricWidth - toMetric;
  for (const size of sizesFrom(30)) {
    const sets = cards.map((card) => setCard(card, width, size, allLines, ofDriven));
    if (!sets.every(({ isWhole }) => isWhole) || total(sets) > area.height) continue;
    const { height } = area;
    const inner = { width: metricWidth - 2 * ofDriven.x, height: height - 2 * ofDriven.y };
    const name = fitText(metric, {
      width: inner.width,
      lines: (each) => Math.max(1, Math.floor(inner.height / (each * 1.5))),
      sizes: sizesFrom(34),
      bold: true,
    });
    return { size, sets, height, name, metricWidth };
  }
  return null;
}

function total(sets: readonly SetCard[]): number {
  return sets.reduce((sum, { height }) => sum + height + ofDriven.gap, -ofDriven.gap);
}
