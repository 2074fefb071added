/** How large pictures are. Each length is drawn with two pixels. */
import { Failure } from "../../host/exit.js";
import type { ChoiceParser } from "./options.js";

/** A picture without a height is as high as what it shows. */
export interface Size {
  width: number;
  height?: number;
}

/** What others show without cutting or shrinking: what Slack unfolds of a link, and the column of a page in Notion. */
const sizes: Readonly<Record<string, Size>> = {
  slack: { width: 1200, height: 630 },
  notion: { width: 708 },
};

/** Reads the option that says how large a picture is. */
export const sizeNamed: ChoiceParser<Size> = Object.assign(
  (word: string): Size => {
    const named = sizes[word];
    if (named) return named;
    const width = /^\d{3,4}$/.test(word) ? Number(word) : 0;
    if (width >= 200 && width <= 4000) return { width };
    throw new Failure(
      `--size takes ${Object.keys(sizes).join(", ")} or a width from 200 to 4000, not '${word}'`,
    );
  },
  { names: Object.keys(sizes) },
);

/** A drawing in the middle of a picture of some size, on the ground of the page; as large as it is where none is asked for. */
export function placedIn(
  svg: string,
  size: Size | undefined,
  paper: string,
): { svg: string; width: number; height: number } {
  const own = svg.replace(/^<\?xml[^>]*>\s*/, "");
  const [, wide, high] = own.match(/ width="(\d+)" height="(\d+)"/)?.map(Number) ?? [];
  if (!wide || !high) throw new Failure("this drawing has no size of its own");
  const width = size?.width ?? wide;
  const height = size?.height ?? Math.round((high * width) / wide);
  const scale = Math.min(width / wide, height / high);
  const [drawnWidth, drawnHeight] = [wide * scale, high * scale];
  const place = `x="${(width - drawnWidth) / 2}" y="${(height - drawnHeight) / 2}" width="${drawnWidth}" height="${drawnHeight}"`;
  const inner = own.replace(/ width="\d+" height="\d+"/, ` ${place}`).replace(/^<!--.*?-->\s*/s, "");
  return {
    svg: `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><rect width="100%" height="100%" fill="${paper}"/>${inner}</svg>`,
    width,
    height,
  };
}
