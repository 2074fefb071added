/** Typesets text on slides: as large as it fits, in boxes that stay editable. */
import {
  type Fitted,
  fitText,
  hasWiderWord,
  isWide,
  type TextStyle,
  textWidth,
  wrapText,
} from "../fit-text.js";
import type { Palette } from "../palette.js";
import { counted, type Wording } from "../words/words.js";
import {
  type Box,
  canvas,
  type Paragraph,
  type Run,
  type Shape,
  type Slide,
  type TextShape,
} from "./slide.js";

/** The part of the canvas that slides write on. */
export const area = { x: 56, y: 128, width: canvas.width - 112, height: 368 } as const;

/** Every size of type on slides, in points: the last row of a room reads the smallest. Labels of a tree may be smaller. */
export const typeScale = [72, 60, 48, 40, 34, 30, 26, 22, 20, 18, 16] as const;
/** The smallest size of labels in a tree, in points. */
export const treeLabel = 14;

/** The sizes from one down to another, the largest first. */
export function sizesFrom(largest: number, smallest = 16): number[] {
  return typeScale.filter((size) => size <= largest && size >= smallest);
}

/** The next smaller size, for what stands back. */
export function below(size: number): number {
  return typeScale.find((each) => each < size) ?? 16;
}

/** Room at the foot of a slide for how many things it leaves to the notes. */
export const moreHeight = 26;

/** How many things are in the notes alone; nothing where all are shown. */
export function moreShape(count: number, words: Wording): Shape[] {
  if (count === 0) return [];
  const box = { x: area.x, y: area.y + area.height - 18, width: area.width, height: 22 };
  return [textBox("More", moreOf(count, words), box, { sizes: [16], color: "muted" })];
}

/** How many things are left to the notes, in words. */
export function moreOf(count: number, words: Wording): string {
  return counted(words, words.counts.more, count);
}

/** How much higher a line is than its text. */
function lineHeightOf(text: string): number {
  return isWide(text) ? 1.5 : 1.25;
}

/** One text in a box, in the largest of `sizes` in which it has room. */
export function textBox(
  name: string,
  text: string,
  box: Box,
  { sizes, color = "ink", bold = false, ...look }: TextLook,
): TextShape {
  const width = box.width - 2 * (look.inset ?? 0);
  const lines = (size: number) =>
    Math.max(1, linesIn(box.height, size, text) - spareLines(text, width / 2, { size, bold }));
  const fitted = fitText(text, { width, lines, sizes, bold });
  const run: Run = { text: fitted.text, size: fitted.size, color, ...(bold && { bold }) };
  return { kind: "text", name, ...box, ...look, paragraphs: [{ runs: [run] }] };
}

/** Lines to leave free: every program breaks long words in its own way. */
export function spareLines(text: string, width: number, style: TextStyle): number {
  return hasWiderWord(text, width, style) ? 1 : 0;
}

interface TextLook extends Pick<TextShape, "anchor" | "fill" | "isTitle" | "round" | "inset" | "id"> {
  sizes: readonly number[];
  color?: keyof Palette;
  bold?: boolean;
}

function linesIn(height: number, size: number, text: string): number {
  return Math.max(1, Math.floor((height + 0.01) / (size * lineHeightOf(text))));
}

/** How high a text that has been set stands. */
export function heightOfText({ lines, size, text }: Fitted): number {
  return Math.max(1, lines.length) * size * lineHeightOf(text);
}

/** How high paragraphs stand in a column. */
export function columnHeight(paragraphs: readonly Paragraph[], width: number): number {
  return paragraphs.reduce((sum, { runs, bullet, before = 0 }) => {
    const size = Math.max(...runs.map((run) => run.size));
    const bold = runs.some((run) => run.bold);
    const room = width - (bullet ? bulletIndent(size) : 0);
    const text = runs.map((run) => run.text).join("");
    const lines = wrapText(text, room, { size, bold });
    return sum + before + Math.max(1, lines.length) * size * lineHeightOf(text);
  }, 0);
}

/** How far the text of a bullet stands in. */
export function bulletIndent(size: number): number {
  return size * 1.1;
}

/** Something said in a column: under a label, or as one of several bullets. */
export interface ColumnBlock {
  label?: string;
  text: string;
  bullet?: boolean;
}

/** Blocks as paragraphs of one column, and those that are left for the next slide. */
export function stack(
  blocks: readonly ColumnBlock[],
  { width, height }: { width: number; height: number },
  sizes: readonly number[],
): { paragraphs: Paragraph[]; rest: ColumnBlock[] } {
  // Words longer than a line are broken by every program in its own way: there must be room to spare.
  const isBroken = (size: number) =>
    blocks.some(({ text }) => text.split(/\s+/).some((word) => textWidth(word, { size }) > width - size));
  for (const size of sizes) {
    const paragraphs = blocks.flatMap((block, index) => paragraphsOf(block, size, index === 0));
    const room = columnHeight(paragraphs, width);
    if (room <= height && (room <= height * 0.7 || !isBroken(size))) return { paragraphs, rest: [] };
  }
  const size = sizes.at(-1) ?? 16;
  const paragraphs: Paragraph[] = [];
  for (const [index, block] of blocks.entries()) {
    const next = paragraphsOf(block, size, index === 0);
    const used = columnHeight(paragraphs, width);
    if (used + columnHeight(next, width) <= height) paragraphs.push(...next);
    else if (index > 0) return { paragraphs, rest: blocks.slice(index) };
    else {
      const room = height - columnHeight(paragraphsOf({ ...block, text: "x" }, size, true), width);
      const lines = linesIn(room, size, block.text);
      const { text } = fitText(block.text, { width: width - bulletIndent(size), lines, sizes: [size] });
      paragraphs.push(...paragraphsOf({ ...block, text }, size, true));
    }
  }
  return { paragraphs, rest: [] };
}

function paragraphsOf(
  { label, text, bullet = false }: ColumnBlock,
  size: number,
  first: boolean,
): Paragraph[] {
  const before = first ? 0 : bullet && !label ? size * 0.4 : size * 0.9;
  return [
    ...(label ? [{ runs: [{ text: label, size: 16, color: "accent", bold: true } as const], before }] : []),
    { runs: [{ text, size, color: "ink" }], bullet, before: label ? size * 0.2 : before },
  ];
}

/** The head of a slide: a few words about what it is, and its title. */
function head(title: string, kicker: string | null): Shape[] {
  return [
    ...(kicker
      ? [
          textBox(
            "Part",
            kicker,
            { x: area.x, y: 32, width: area.width, height: 22 },
            { sizes: [16], color: "accent", bold: true },
          ),
        ]
      : []),
    textBox(
      "Title",
      title,
      { x: area.x, y: 56, width: area.width, height: 60 },
      { sizes: sizesFrom(40, 20), bold: true, isTitle: true },
    ),
  ];
}

/** A slide on paper, with a head. */
export function slide(
  title: string,
  kicker: string | null,
  shapes: readonly Shape[],
  markdown: () => readonly string[],
  notes: readonly string[],
): Slide {
  return {
    title,
    ...(kicker && { kicker }),
    ground: "paper",
    shapes: [...head(title, kicker), ...shapes],
    markdown: () => markdown().filter(Boolean),
    notes: [...notes],
  };
}
