/** The theme of documents: colours for light and dark, a font, a logo. */

/** A colour as `#rrggbb`. */
export type Color = string;

/** The colours that a team may choose. */
export interface ThemeColors {
  /** The ground of a page. */
  paper: Color;
  /** Text. */
  ink: Color;
  /** Links, Inputs and what is being worked on. */
  accent: Color;
  /** The ground of the metric itself. */
  deep: Color;
  /** The star. */
  star: Color;
}

/** All colours that are drawn with, by what they mean. `…Soft` is the ground for text in the colour before it. */
export interface Palette extends ThemeColors {
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

/** A picture in the corner of documents. */
export interface Logo {
  type: "image/png" | "image/jpeg";
  bytes: Uint8Array;
  /** In pixels. */
  width: number;
  height: number;
}

export interface Theme {
  light: Palette;
  dark: Palette;
  /** The name of a font that is on the reader's machine, before the fonts that stand in for it. */
  font: string | null;
  logo: Logo | null;
}

/** What a team may set; the rest stays as it is. */
export interface ThemeSettings {
  colors?: Partial<ThemeColors>;
  dark?: Partial<ThemeColors>;
  font?: string;
  logo?: Logo;
}

const lightColors: ThemeColors = {
  paper: "#ffffff",
  ink: "#17203a",
  accent: "#2b51c9",
  deep: "#141f45",
  star: "#f5b82e",
};
const darkColors: ThemeColors = {
  paper: "#0e1426",
  ink: "#e9edf8",
  accent: "#8fb0ff",
  deep: "#22326b",
  star: "#f5b82e",
};

/** How much of the second colour is in the mix. */
const shares = { panel: 0.035, line: 0.16, edge: 0.34, muted: 0.28, onDeepMuted: 0.25, quietSoft: 0.07 };

/** How it looks when nothing else is said. */
export const defaultTheme: Theme = {
  light: paletteOf(lightColors),
  dark: paletteOf(darkColors),
  font: null,
  logo: null,
};

/** The theme that a team has set, or what is wrong with it, one line for each fault. */
export function themeOf(settings: ThemeSettings): Theme | string[] {
  const light = { ...lightColors, ...settings.colors };
  const dark = { ...darkColors, ...settings.dark };
  const problems = [
    ...colorProblems("colors", light),
    ...colorProblems("dark", dark),
    ...(settings.font === undefined || fontName.test(settings.font)
      ? []
      : ["theme.font is the name of a font: letters, digits, spaces and hyphens, at most 60"]),
  ];
  if (problems.length > 0) return problems;
  return {
    light: paletteOf(light),
    dark: paletteOf(dark),
    font: settings.font ?? null,
    logo: settings.logo ?? null,
  };
}

const fontName = /^[\p{L}\p{N}][\p{L}\p{N} -]{0,59}$/u;

/** The fonts of a drawing as CSS has them: the team's own, then those whose widths are known here. */
export function fontFamily({ font }: Pick<Theme, "font">): string {
  return `${font ? `'${font}', ` : ""}'Segoe UI', 'Helvetica Neue', Helvetica, Arial, 'Liberation Sans', sans-serif`;
}

function colorProblems(place: string, colors: ThemeColors): string[] {
  const names = Object.keys(colors) as (keyof ThemeColors)[];
  const odd = names.filter((name) => !/^#[0-9a-f]{6}$/i.test(colors[name]));
  if (odd.length > 0) return odd.map((name) => `theme.${place}.${name} is a colour like #2b51c9`);
  return contrastProblems(paletteOf(colors)).map((problem) => `theme.${place}: ${problem}`);
}

/** Text and the grounds on which it stands. */
const pairs: readonly (readonly [text: keyof Palette, ground: keyof Palette])[] = [
  ["ink", "paper"],
  ["ink", "panel"],
  ["ink", "accentSoft"],
  ["muted", "paper"],
  ["muted", "panel"],
  ["muted", "accentSoft"],
  ["muted", "quietSoft"],
  ["accent", "paper"],
  ["accent", "panel"],
  ["accent", "accentSoft"],
  ["onDeep", "deep"],
  ["onDeepMuted", "deep"],
  ["star", "deep"],
  ["good", "goodSoft"],
  ["good", "panel"],
  ["warn", "warnSoft"],
  ["warn", "panel"],
  ["bad", "badSoft"],
  ["bad", "panel"],
];

/** Where text would be hard to read: less than WCAG 2.2 asks for at level AA (4.5 to 1), at its worst ground. */
export function contrastProblems(palette: Palette): string[] {
  const worst = new Map<keyof Palette, { ground: keyof Palette; ratio: number }>();
  for (const [text, ground] of pairs) {
    const ratio = contrast(palette[text], palette[ground]);
    if (ratio < (worst.get(text)?.ratio ?? 4.5)) worst.set(text, { ground, ratio });
  }
  return [...worst].map(
    ([text, { ground, ratio }]) =>
      `${text} (${palette[text]}) on ${ground} (${palette[ground]}) has a contrast of ${ratio.toFixed(1)} to 1; text needs 4.5`,
  );
}

/** Colours that are so much of one over another: what can mix them itself follows when either changes. */
export function mixesOf({
  paper,
  ink,
  onDeep,
}: Pick<Palette, "paper" | "ink" | "onDeep">): Partial<
  Record<keyof Palette, { of: keyof Palette; share: number }>
> {
  const soft = softShare({ paper, ink });
  return {
    line: { of: "ink", share: shares.line },
    edge: { of: "ink", share: shares.edge },
    quietSoft: { of: "ink", share: shares.quietSoft },
    accentSoft: { of: "accent", share: soft },
    goodSoft: { of: "good", share: soft },
    warnSoft: { of: "warn", share: soft },
    badSoft: { of: "bad", share: soft },
    ...(onDeep === paper && {
      onDeep: { of: "paper", share: 1 } as const,
      onDeepMuted: { of: "paper", share: 1 - shares.onDeepMuted } as const,
    }),
    ...(onDeep === ink && {
      onDeep: { of: "ink", share: 1 } as const,
      onDeepMuted: { of: "ink", share: 1 - shares.onDeepMuted } as const,
    }),
  };
}

function isLight({ paper, ink }: Pick<ThemeColors, "paper" | "ink">): boolean {
  return luminance(paper) > luminance(ink);
}

function softShare(colors: Pick<ThemeColors, "paper" | "ink">): number {
  return isLight(colors) ? 0.1 : 0.16;
}

function paletteOf(colors: ThemeColors): Palette {
  const { paper, ink, accent, deep } = colors;
  const light = isLight(colors);
  const [good, warn, bad] = light ? ["#17683f", "#7d5200", "#a8221b"] : ["#6fd39b", "#f2c25b", "#ff9b93"];
  const soft = (color: Color) => mix(paper, color, softShare(colors));
  const onDeep = contrast("#ffffff", deep) >= 4.5 ? "#ffffff" : ink;
  return {
    ...colors,
    panel: mix(paper, ink, shares.panel),
    line: mix(paper, ink, shares.line),
    edge: mix(paper, ink, shares.edge),
    muted: mix(ink, paper, shares.muted),
    accentSoft: soft(accent),
    onDeep,
    onDeepMuted: mix(onDeep, deep, shares.onDeepMuted),
    good,
    goodSoft: soft(good),
    warn,
    warnSoft: soft(warn),
    bad,
    badSoft: soft(bad),
    quietSoft: mix(paper, ink, shares.quietSoft),
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
