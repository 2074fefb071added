/** Texts under labels, in columns beside one another. */
import { markdown } from "../../report/escape.js";
import { list } from "../../report/markdown-blocks.js";
import type { Shape, Slide } from "./slide.js";
import { area, type ColumnBlock, slide, stack } from "./typeset.js";

/** As large as it fits; what does not fit goes on to the next slide. The notes of the first one say all of it. */
export function columnSlides(
  title: string,
  kicker: string,
  columns: readonly (readonly ColumnBlock[])[],
  sizes: readonly number[] = [28, 25, 22, 20, 18, 16, 14, 12],
): Slide[] {
  let sides = columns.map((blocks) => [...blocks]);
  const notes = sides.flat().map(({ label, text }) => (label ? `${label}: ${text}` : text));
  const slides: Slide[] = [];
  while (sides.some((blocks) => blocks.length > 0)) {
    const filled = sides.filter((blocks) => blocks.length > 0);
    const width = filled.length > 1 ? (area.width - 56) / 2 : area.width;
    const set = sides.map((blocks) => stack(blocks, { width, height: area.height }, sizes));
    const shapes: Shape[] = [];
    for (const { paragraphs } of set)
      if (paragraphs.length > 0)
        shapes.push({
          kind: "text",
          name: "Reasons",
          paragraphs,
          x: area.x + shapes.length * (width + 56),
          y: area.y,
          width,
          height: area.height,
        });
    const shown = sides.flatMap((blocks, index) =>
      blocks.slice(0, blocks.length - (set[index]?.rest.length ?? 0)),
    );
    slides.push(slide(title, kicker, shapes, () => shown.map(blockText), slides.length === 0 ? notes : []));
    sides = set.map(({ rest }) => rest);
  }
  return slides;
}

function blockText({ label, text, bullet }: ColumnBlock): string {
  const shown = bullet ? list([markdown(text)]) : markdown(text);
  return label ? `### ${label}\n\n${shown}` : shown;
}
