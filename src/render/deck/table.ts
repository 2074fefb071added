/** Tables on slides: real ones, over as many slides as they need. */

import { markdown } from "../../report/escape.js";
import { fitText, isWide } from "../fit-text.js";
import { alignedTable as markdownTable } from "../markdown.js";
import type { Palette } from "../theme.js";
import type { Slide, SlideCell, TableShape } from "./slide.js";
import { area, slide } from "./typeset.js";

export interface Column {
  head: string;
  /** Its share of the width. */
  share: number;
  bold?: boolean;
}

export interface CellText {
  text: string;
  color?: keyof Palette;
  bold?: boolean;
}

const padding = { x: 8, y: 6 };
const lineHeight = 1.25;

/** The heads of a table stand back from its text. */
function headFor(size: number): { size: number; height: number } {
  return size < 20 ? { size: 11, height: 26 } : { size: 13, height: 29 };
}

/** A table with its head on every slide; columns of which no row says anything are left out. */
export function tableSlides(
  title: string,
  kicker: string | null,
  columns: readonly Column[],
  rows: readonly (readonly CellText[])[],
  notes: readonly string[],
): Slide[] {
  if (rows.length === 0) return [];
  const kept = columns.map((_, index) => index).filter((index) => rows.some((row) => row[index]?.text));
  const total = kept.reduce((sum, index) => sum + (columns[index]?.share ?? 0), 0);
  const heads = kept.map((index) => ({
    head: columns[index]?.head ?? "",
    bold: columns[index]?.bold ?? false,
    width: ((columns[index]?.share ?? 0) / total) * area.width,
  }));
  const texts = rows.map((row) => kept.map((index) => row[index] ?? { text: "" }));
  const { size, pages } = pagesOf(texts, heads);
  const top = headFor(size);
  return pages.map((page, index) => {
    const table: TableShape = {
      kind: "table",
      name: title,
      x: area.x,
      y: area.y,
      width: area.width,
      height: top.height + page.reduce((sum, row) => sum + row.height, 0),
      columns: heads.map(({ head, width }) => ({ head, width })),
      rows: page,
      headSize: top.size,
      headHeight: top.height,
    };
    return slide(
      continued(title, index, pages.length),
      kicker,
      [table],
      () => [markdownOf(table)],
      index === 0 ? notes : [],
    );
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
export function continued(title: string, index: number, count: number): string {
  return count > 1 ? `${title} (${index + 1} of ${count})` : title;
}

type Row = TableShape["rows"][number];

/** On one slide as large as they can be there, or else small on as many as they need. */
function pagesOf(
  rows: readonly CellText[][],
  heads: readonly { width: number; bold: boolean }[],
): { size: number; pages: Row[][] } {
  for (const size of [26, 23, 20, 18, 16, 15, 14, 13, 12]) {
    const set = rows.map((row) => rowOf(row, heads, size, 4));
    const room = area.height - headFor(size).height;
    if (set.every(({ isWhole }) => isWhole) && heightOf(set.map((each) => each.row)) <= room)
      return { size, pages: [set.map((each) => each.row)] };
  }
  const size = 12;
  const room = area.height - headFor(size).height;
  const pages: Row[][] = [[]];
  for (const row of rows) {
    const set = rowOf(row, heads, size, 10).row;
    const page = pages.at(-1) ?? [];
    if (page.length > 0 && heightOf([...page, set]) > room) pages.push([set]);
    else page.push(set);
  }
  return { size, pages };
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
    const width = (heads[index]?.width ?? 0) - 2 * padding.x;
    const fitted = fitText(text, { width, lines, sizes: [size], bold: isBold });
    const cell: SlideCell = { text: fitted.text, size, color, ...(isBold && { bold: true }) };
    return { cell, fitted };
  });
  const most = Math.max(1, ...set.map(({ fitted }) => fitted.lines.length));
  return {
    row: {
      height:
        most * size * (isWide(texts.map(({ text }) => text).join("")) ? 1.5 : lineHeight) + 2 * padding.y,
      cells: set.map(({ cell }) => cell),
    },
    isWhole: set.every(({ fitted }) => !fitted.shortened && !fitted.broken),
  };
}
