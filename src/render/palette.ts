/** The colours of documents: what a team chooses, and all that is derived from it by what it means. */
import { hexOf, oklchOf } from "./oklch.js";

/** A colour as `#rrggbb`. */
export type Color = string;

/** The colours that a team may choose. */
export interface ThemeColors {
  /** The ground of a page. */
  paper: Color;
  /** Text. */
  ink: Color;
  /** Links, Inputs and what is being worked on: the colour of a brand. */
  accent: Color;
  /** The ground of the metric itself. */
  deep: Color;
  /** The star. */
  star: Color;
}

/**
 * All colours that are drawn with, by what they mean. `…Soft` is the ground for text in the colour before it, `…Text`
 * is that colour where it carries text, and `on…` is text on it.
 */
export interface Palette extends ThemeColors {
  accentText: Color;
  onAccent: Color;
  /** On the ground of the metric. */
  starText: Color;
  panel: Color;
  line: Color;
  /** A line that has to be followed. */
  edge: Color;
  muted: Color;
  accentSoft: Color;
  onDeep: Color;
  onDeepMuted: Color;
  good: Color;
  goodSoft: Color;
  warn: Color;
  warnSoft: Color;
  bad: Color;
  badSoft: Color;
  quietSoft: Color;
}

/** The colours of documents of which nothing else is said. */
export const lightColors: ThemeColors = {
  paper: "#ffffff",
  ink: "#17203a",
  accent: "#2b51c9",
  deep: "#141f45",
  star: "#f5b82e",
};
export const darkColors: ThemeColors = {
  paper: "#0e1426",
  ink: "#e9edf8",
  accent: "#8fb0ff",
  deep: "#22326b",
  star: "#f5b82e",
};

/** How much of the second colour is in the mix. */
const shares = { panel: 0.035, line: 0.16, edge: 0.34, muted: 0.28, onDeepMuted: 0.25, quietSoft: 0.07 };

/** What WCAG 2.2 asks of text at level AA. */
export const leastContrast = 4.5;

/** The colour itself where it stands out from its grounds, else the nearest that does: lighter or darker of the same hue. */
export function readable(
  color: Color,
  grounds: readonly Color[] | ((color: Color) => readonly Color[]),
  least = leastContrast,
): Color {
  const groundsOf = typeof grounds === "function" ? grounds : () => grounds;
  const worst = (each: Color) => Math.min(...groundsOf(each).map((ground) => contrast(each, ground)));
  if (worst(color) >= least) return color;
  const { l, ...hue } = oklchOf(color);
  const end = worst("#ffffff") > worst("#000000") ? 1 : 0;
  let found = end === 1 ? "#ffffff" : "#000000";
  let [near, far] = [l, end as number];
  for (let step = 0; step < 9; step += 1) {
    const middle = (near + far) / 2;
    const next = hexOf({ ...hue, l: middle });
    if (worst(next) >= least) [found, far] = [next, middle];
    else near = middle;
  }
  return found;
}

/** Text on a ground: paper, else white, ink or black, of which one always can be read. */
export function readableOn(ground: Color, { paper, ink }: Pick<ThemeColors, "paper" | "ink">): Color {
  const all = [paper, "#ffffff", ink];
  return all.find((color) => contrast(color, ground) >= leastContrast) ?? "#000000";
}

/** The colour in which a text is drawn whose colour is said by what it means. */
export function textRole(role: keyof Palette): keyof Palette {
  return role === "accent" ? "accentText" : role === "star" ? "starText" : role;
}

/** How much of a colour is over a ground, at most `share`, so that text can still be read there. */
function shareOver(ground: Color, color: Color, share: number, text: Color): number {
  for (let part = share; part > 0.004; part *= 0.8)
    if (contrast(text, mix(ground, color, part)) >= leastContrast) return part;
  return 0;
}

/** How much of a ground is in text on it, at most `share`, so that it can be read there. */
function fadeOf(text: Color, ground: Color, share: number, grounds: readonly Color[]): number {
  for (let part = share; part > 0.004; part *= 0.8) {
    const faded = mix(text, ground, part);
    if (grounds.every((each) => contrast(faded, each) >= leastContrast)) return part;
  }
  return 0;
}

/** Colours that are so much of one over another: what can mix them itself follows when either changes. */
export function mixesOf(
  palette: Palette,
): Partial<Record<keyof Palette, { of: keyof Palette; share: number }>> {
  const { paper, ink, deep, onDeep, onAccent } = palette;
  const soft = (of: "accent" | "good" | "warn" | "bad") => ({ of, share: softShare(palette, palette[of]) });
  const same = (color: Color) =>
    color === paper ? ("paper" as const) : color === ink ? ("ink" as const) : null;
  const [deepText, accentText] = [same(onDeep), same(onAccent)];
  const faded = 1 - fadeOf(onDeep, deep, shares.onDeepMuted, [deep]);
  return {
    line: { of: "ink", share: shares.line },
    edge: { of: "ink", share: shares.edge },
    quietSoft: { of: "ink", share: shareOver(paper, ink, shares.quietSoft, ink) },
    ...(tintOf(palette, palette.accent) === palette.accent && { accentSoft: soft("accent") }),
    goodSoft: soft("good"),
    warnSoft: soft("warn"),
    badSoft: soft("bad"),
    ...(deepText && { onDeep: { of: deepText, share: 1 }, onDeepMuted: { of: deepText, share: faded } }),
    ...(accentText && { onAccent: { of: accentText, share: 1 } }),
    // A star that cannot be read on its ground stays a star, and the words beside it are as the others there.
    ...(palette.starText === palette.star
      ? { starText: { of: "star", share: 1 } }
      : deepText && { starText: { of: deepText, share: 1 } }),
  };
}

function isLight({ paper, ink }: Pick<ThemeColors, "paper" | "ink">): boolean {
  return luminance(paper) > luminance(ink);
}

/** A tint has a contrast to paper of so much, so that a card in it is seen as one. */
const leastTint = 1.16;

/** How much of a colour a tint has: more of a faint one than of a strong one. */
function softShare({ paper, ink }: Pick<ThemeColors, "paper" | "ink">, color: Color): number {
  let share = isLight({ paper, ink }) ? 0.1 : 0.16;
  while (share < 1 && contrast(mix(paper, color, share), paper) < leastTint) share += 0.02;
  return shareOver(paper, color, Math.min(share, 1), ink);
}

/** What paper is tinted with: a brand that is nearly as light or as dark as paper is seen nowhere on it. */
function tintOf({ paper }: Pick<ThemeColors, "paper">, color: Color): Color {
  return readable(color, [paper], leastTint);
}

/** Ink can be read on paper: all other text and its grounds follow from them, each readable where it stands. */
export function paletteOf(colors: ThemeColors): Palette {
  const { paper, ink, accent, deep, star } = colors;
  const over = (share: number) => mix(paper, ink, shareOver(paper, ink, share, ink));
  const soft = (color: Color) => mix(paper, tintOf(colors, color), softShare(colors, tintOf(colors, color)));
  const [panel, quietSoft, accentSoft] = [over(shares.panel), over(shares.quietSoft), soft(accent)];
  const grounds = [paper, panel, quietSoft, accentSoft];
  const state = (color: Color) => readable(color, (each) => [paper, panel, accentSoft, soft(each)]);
  const states = isLight(colors) ? ["#17683f", "#7d5200", "#a8221b"] : ["#6fd39b", "#f2c25b", "#ff9b93"];
  const [good = ink, warn = ink, bad = ink] = states.map(state);
  const onDeep = readableOn(deep, colors);
  return {
    ...colors,
    accentText: readable(accent, grounds),
    onAccent: readableOn(accent, colors),
    starText: readable(star, [deep]),
    panel,
    line: mix(paper, ink, shares.line),
    edge: mix(paper, ink, shares.edge),
    muted: mix(ink, paper, fadeOf(ink, paper, shares.muted, grounds)),
    accentSoft,
    onDeep,
    onDeepMuted: mix(onDeep, deep, fadeOf(onDeep, deep, shares.onDeepMuted, [deep])),
    good,
    goodSoft: soft(good),
    warn,
    warnSoft: soft(warn),
    bad,
    badSoft: soft(bad),
    quietSoft,
  };
}

/** `from` with a share of `to` in it. */
export function mix(from: Color, to: Color, share: number): Color {
  const other = channels(to);
  const mixed = channels(from).map((value, index) => value + ((other[index] ?? 0) - value) * share);
  return `#${mixed.map((value) => Math.round(value).toString(16).padStart(2, "0")).join("")}`;
}

/** From 1 (none) to 21 (black on white), as WCAG defines it. */
export function contrast(a: Color, b: Color): number {
  const [bright = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (bright + 0.05) / (dark + 0.05);
}

/** From 0 (black) to 1 (white), as HSL has it. */
export function lightness(color: Color): number {
  const all = channels(color);
  return (Math.max(...all) + Math.min(...all)) / 510;
}

function luminance(color: Color): number {
  const [red = 0, green = 0, blue = 0] = channels(color).map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function channels(color: Color): number[] {
  return [1, 3, 5].map((start) => Number.parseInt(color.slice(start, start + 2), 16));
}
