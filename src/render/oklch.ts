/** A colour as eyes see it: OKLCH keeps its hue while it becomes lighter or darker. */
import { convertLabToLch, convertLchToLab, convertOklabToRgb, convertRgbToOklab } from "culori/fn";

/** How light (0 to 1), how colourful, and of which hue in degrees; a grey has none. */
export interface Oklch {
  l: number;
  c: number;
  h?: number;
}

/** Of a colour as `#rrggbb`. */
export function oklchOf(color: string): Oklch {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map(
    (start) => Number.parseInt(color.slice(start, start + 2), 16) / 255,
  );
  const { l, c, h } = convertLabToLch(convertRgbToOklab({ r, g, b }), "oklch");
  return { l, c, ...(h !== undefined && { h }) };
}

/** What a screen shows of it, as `#rrggbb`: as colourful as it can be at this lightness and hue. */
export function hexOf({ l, c, h = 0 }: Oklch): string {
  let [shown, most] = [0, c];
  if (isShown({ l, c, h })) shown = c;
  else
    for (let step = 0; step < 12; step += 1) {
      const middle = (shown + most) / 2;
      if (isShown({ l, c: middle, h })) shown = middle;
      else most = middle;
    }
  const parts = rgbOf({ l, c: shown, h }).map((part) => Math.round(Math.min(Math.max(part, 0), 1) * 255));
  return `#${parts.map((part) => part.toString(16).padStart(2, "0")).join("")}`;
}

/** Rounding puts white and the purest colours a little outside. */
function isShown(color: Required<Oklch>): boolean {
  return rgbOf(color).every((part) => part > -0.001 && part < 1.001);
}

function rgbOf(color: Required<Oklch>): number[] {
  const { l, a, b } = convertLchToLab(color);
  const { r, g, b: blue } = convertOklabToRgb({ l, a: a ?? 0, b: b ?? 0 });
  return [r, g, blue];
}
