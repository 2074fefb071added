/** Texts under labels, in columns beside one another. */
import { markdown } from "../../report/escape.js";
import { list } from "../../report/markdown-blocks.js";
import { fill, type Wording } from "../words/words.js";
import type { Paragraph, Shape, Slide } from "./slide.js";
import { area, type ColumnBlock, moreHeight, moreOf, moreShape, sizesFrom, slide, stack } from "./typeset.js";

const gap = 28;
const inset = { x: 28, y: 24 };

/** Texts as bullets below one label. */
export function bullets(label: string, texts: readonly string[]): ColumnBlock[] {
  return texts.map((text, index) => ({ text, bullet: true, ...(index === 0 && { label }) }));
}

/** As large as it fits; what does not fit goes on to the next slide, or is left to the notes. The notes of the first one say all of it. */
export function columnSlides(
  title: string,
  kicker: string,
  columns: readonly (readonly ColumnBlock[])[],
  words: Wording,
  sizes: readonly number[],
  isBrief = false,
): Slide[] {
  let sides = columns.filter((blocks) => blocks.length > 0).map((blocks) => [...blocks]);
  const notes = sides
    .flat()
    .map(({ label, text }) => (label ? fill(words.labels.labelled, { label, text }) : text));
  const slides: Slide[] = [];
  while (sides.length > 0 && !(isBrief && slides.length > 0)) {
    const set = best(sides, sizes, isBrief);
    const more = isBrief ? set.reduce((sum, { rest }) => sum + rest.length, 0) : 0;
    const height = area.height - (more > 0 ? moreHeight : 0);
    let x: number = area.x;
    const shapes = set.map(({ paragraphs, width }, index): Shape => {
      const box = { x, y: area.y, width, height };
      x += width + gap;
      const look =
        index === 0 ? ({ fill: "accentSoft" } as const) : ({ fill: "panel", outline: "line" } as const);
      return {
        kind: "text",
        name: "Reasons",
        ...box,
        paragraphs,
        anchor: "middle",
        round: 12,
        inset: inset.x,
        insetY: inset.y,
        ...look,
      };
    });
    const shown = set.map(({ rest }, index) => {
      const blocks = sides[index] ?? [];
      return blocks.slice(0, blocks.length - rest.length);
    });
    slides.push({
      ...slide(
        title,
        kicker,
        [...shapes, ...moreShape(more, words)],
        () => [list(shown.map(columnText), { loose: true }), ...(more > 0 ? [moreOf(more, words)] : [])],
        slides.length === 0 ? notes : [],
      ),
      arrangement: "columns",
      size: Math.min(...set.map(({ size }) => size)),
    });
    sides = set.map(({ rest }) => rest).filter((blocks) => blocks.length > 0);
  }
  return slides;
}

interface Side {
  width: number;
  /** Its width without the room at its sides. */
  inner: number;
  paragraphs: Paragraph[];
  rest: ColumnBlock[];
  size: number;
}

/** The shares of the width by which the smaller text is largest, and as little as possible is left. */
function best(sides: readonly ColumnBlock[][], sizes: readonly number[], isBrief: boolean): Side[] {
  const all = sides.length > 1 ? [0.5, 0.42, 0.58] : [1];
  const wide = area.width - gap * (sides.length - 1);
  const set = (share: number, room: number): Side[] =>
    sides.map((blocks, index) => {
      const width = wide * (index === 0 ? share : 1 - share);
      const inner = width - 2 * inset.x;
      const stacked = stack(blocks, { width: inner, height: room - 2 * inset.y }, sizes);
      return { width, inner, ...stacked, size: sizeOf(stacked.paragraphs) };
    });
  const left = (one: readonly Side[]) => one.reduce((sum, { rest }) => sum + rest.length, 0);
  const smallest = (one: readonly Side[]) => Math.min(...one.map(({ size }) => size));
  const better = (room: number) =>
    all
      .map((share) => set(share, room))
      .reduce((one, other) =>
        left(other) < left(one) || (left(other) === left(one) && smallest(other) > smallest(one))
          ? other
          : one,
      );
  const found = better(area.height);
  const chosen = isBrief && left(found) > 0 ? better(area.height - moreHeight) : found;
  // Texts beside one another are of about one size.
  const largest = sizesFrom(40).findLast((size) => size > smallest(chosen)) ?? 30;
  return chosen.map((side, index) => {
    if (side.size <= largest) return side;
    const room = { width: side.inner, height: area.height - 2 * inset.y };
    const stacked = stack(sides[index] ?? [], room, sizesFrom(largest));
    return { ...side, ...stacked, size: sizeOf(stacked.paragraphs) };
  });
}

function sizeOf(paragraphs: readonly Paragraph[]): number {
  const texts = paragraphs.flatMap(({ runs }) => runs.filter(({ bold }) => !bold));
  return Math.min(30, ...texts.map((run) => run.size));
}

/** A column as an item of a list, in which bullets are a list of their own. */
function columnText(blocks: readonly ColumnBlock[]): string {
  const parts: string[] = [];
  for (const { label, text, bullet } of blocks) {
    const shown = markdown(text);
    if (bullet && label) parts.push(`**${label}**`, list([shown]));
    else if (bullet && parts.at(-1)?.startsWith("- ")) parts.push(`${parts.pop()}\n${list([shown])}`);
    else if (bullet) parts.push(list([shown]));
    else parts.push(label ? `**${label}**\\\n${shown}` : shown);
  }
  return parts.join("\n\n");
}
