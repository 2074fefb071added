/** Tables on slides: real ones, over as many slides as they need. */

import { markdown } from "../../report/escape.js";
import { fitText, isWide, textWidth } from "../fit-text.js";
import { alignedTable as markdownTable } from "../markdown.js";
import type { Palette } from "../palette.js";
import { fill, type Wording } from "../words/words.js";
import type { Slide, SlideCell, TableShape } from "./slide.js";
import { area, sizesFrom, slide } from "./typeset.js";

export interface Column {
  head: string;
  /** Its share of the width. All but the one with the largest share may be narrower, where their texts are short. */
  share: number;
  bold?: boolean;
}

export interface CellText {
  text: string;
  color?: keyof Palette;
  bold?: boolean;
}

/** Room between the sides of a cell and its text, and above and below it. */
export const cellPadding = { x: 8, y: 4 };
const lineHeight = 1.25;

const headSize = 16;
const headHeight = 34;
const room = area.height - headHeight;

/** A table with its head on every slide; columns of which no row says anything are left out. */
export function tableSlides(
  title: string,
  kicker: string | null,
  columns: readonly Column[],
  rows: readonly (readonly CellText[])[],
  notes: readonly string[],
  words: Wording,
): Slide[] {
  if (rows.length === 0) return [];
  const kept = columns.map((_, index) => index).filter((index) => rows.some((row) => row[index]?.text));
  const shown = kept.flatMap((index) => columns[index] ?? []);
  const texts = rows.map((row) => kept.map((index) => row[index] ?? { text: "" }));
  const { size, heads, pages } = pagesOf(texts, shown);
  return pages.map((page, index) => {
    const table: TableShape = {
      kind: "table",
      name: title,
      x: area.x,
      y: area.y,
      width: area.width,
      height: headHeight + heightOf(page),
      columns: heads.map(({ head, width }) => ({ head, width })),
      rows: page,
      headSize,
      headHeight,
    };
    return {
      ...slide(
        continued(title, index, pages.length, words),
        kicker,
        [table],
        () => [markdownOf(table)],
        index === 0 ? notes : [],
      ),
      arrangement: "table",
      size,
    };
  });
}

function markdownOf({ columns, rows }: TableShape): string {
  return markdownTable(
    columns.map(({ head }) => head),
    rows.map(({ cells }) =>
      cells.map(({ text, bold }) => (text && bold ? `**${markdown(text)}**` : markdown(text))),
    ),
  );
}

/** The title of a slide that goes on from the one before. */
export function continued(title: string, index: number, count: number, { titles }: Wording): string {
  return count > 1 ? fill(titles.continued, { title, number: index + 1, count }) : title;
}

type Row = TableShape["rows"][number];

interface Head {
  head: string;
  bold: boolean;
  width: number;
}

/** Columns as wide as their shares, or as their texts in one line where that is less; the widest has what is left. */
function headsFor(columns: readonly Column[], rows: readonly CellText[][], size: number): Head[] {
  const total = columns.reduce((sum, { share }) => sum + share, 0);
  const widest = columns.findIndex(({ share }) => share === Math.max(...columns.map((each) => each.share)));
  const heads = columns.map(({ head, share, bold = false }, index): Head => {
    const style = (cell?: CellText) => ({ size, bold: cell?.bold ?? bold });
    const texts = rows.map((row) => textWidth(row[index]?.text ?? "", style(row[index])));
    const needed = Math.max(textWidth(head, { size: headSize, bold: true }), ...texts);
    // Every program sets type a little wider or narrower.
    const width = Math.min((share / total) * area.width, needed * 1.06 + 2 * cellPadding.x);
    return { head, bold, width };
  });
  const others = heads.reduce((sum, { width }, index) => (index === widest ? sum : sum + width), 0);
  return heads.map((each, index) => (index === widest ? { ...each, width: area.width - others } : each));
}

/** On one slide as large as they can be there, or else small on as many as they need. */
function pagesOf(
  rows: readonly CellText[][],
  columns: readonly Column[],
): { size: number; heads: Head[]; pages: Row[][] } {
  for (const size of sizesFrom(26)) {
    const heads = headsFor(columns, rows, size);
    const set = rows.map((row) => rowOf(row, heads, size, 4));
    if (set.every(({ isWhole }) => isWhole) && heightOf(set.map((each) => each.row)) <= room)
      return { size, heads, pages: [roomy(set.map((each) => each.row))] };
  }
  const size = sizesFrom(16)[0] ?? 16;
  const heads = headsFor(columns, rows, size);
  const all = rows.map((row) => rowOf(row, heads, size, 10).row);
  return { size, heads, pages: evenPages(all, ({ height }) => height, room).map(roomy) };
}

/** Rows with air between them, where they would leave much of the slide empty. */
function roomy(rows: Row[]): Row[] {
  const more = Math.max(0, Math.min(room * 0.85 - heightOf(rows), heightOf(rows) * 1.25));
  return rows.map((row) => ({ ...row, height: row.height + more / rows.length }));
}

/** Things on as few slides as have room for them, about as much on each. */
export function evenPages<T>(all: readonly T[], heightOfOne: (one: T) => number, most: number): T[][] {
  const filled = (limit: number) => {
    const pages: T[][] = [[]];
    let used = 0;
    for (const each of all) {
      const height = heightOfOne(each);
      if (used > 0 && used + height > limit) {
        pages.push([]);
        used = 0;
      }
      pages.at(-1)?.push(each);
      used += height;
    }
    return pages;
  };
  const greedy = filled(most);
  const total = all.reduce((sum, each) => sum + heightOfOne(each), 0);
  for (const share of [1, 1.1, 1.25, 1.5]) {
    const limit = (total / greedy.length) * share;
    const even = limit < most ? filled(limit) : greedy;
    if (even.length === greedy.length) return even;
  }
  return greedy;
}

function heightOf(rows: readonly Row[]): number {
  return rows.reduce((sum, row) => sum + row.height, 0);
}

function rowOf(
  texts: readonly CellText[],
  heads: readonly { width: number; bold: boolean }[],
  size: number,
  lines: number,
): { row: Row; isWhole: boolean } {
  const set = texts.map(({ text, color = "ink", bold }, index) => {
    const isBold = bold ?? heads[index]?.bold ?? false;
    const width = (heads[index]?.width ?? 0) - 2 * cellPadding.x;
    const fitted = fitText(text, { width, lines, sizes: [size], bold: isBold });
    const cell: SlideCell = { text: fitted.text, size, color, ...(isBold && { bold: true }) };
    return { cell, fitted };
  });
  const most = Math.max(1, ...set.map(({ fitted }) => fitted.lines.length));
  return {
    row: {
      height:
        most * size * (isWide(texts.map(({ text }) => text).join("")) ? 1.5 : lineHeight) + 2 * cellPadding.y,
      cells: set.map(({ cell }) => cell),
    },
    isWhole: set.every(({ fitted }) => !fitted.shortened && !fitted.broken),
  };
}
