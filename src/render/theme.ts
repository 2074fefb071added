/** The theme of documents: colours for light and dark, a font, a logo. */
import { defaultPalettes } from "./default-palettes.computed.js";
import {
  type Color,
  contrast,
  darkColors,
  leastContrast,
  lightColors,
  type Palette,
  paletteOf,
  readable,
  type ThemeColors,
} from "./palette.js";

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

/** How it looks when nothing else is said. */
export const defaultTheme: Theme = {
  ...defaultPalettes,
  font: null,
  logo: null,
};

/** The theme that a team has set, or what is wrong with it, one line for each fault. */
export function themeOf(settings: ThemeSettings): Theme | string[] {
  const { colors = {}, dark = {} } = settings;
  const problems = [
    ...colorProblems("colors", colors),
    ...colorProblems("dark", dark),
    ...(settings.font === undefined || fontName.test(settings.font)
      ? []
      : ["theme.font is the name of a font: letters, digits, spaces and hyphens, at most 60"]),
  ];
  if (problems.length > 0) return problems;
  const light = completed(colors, lightColors);
  const night = completed({ ...brandAtNight(colors, dark), ...dark }, darkColors);
  const faint = [...inkProblems("colors", light), ...inkProblems("dark", night)];
  if (faint.length > 0) return faint;
  return {
    light: paletteOf(light),
    dark: paletteOf(night),
    font: settings.font ?? null,
    logo: settings.logo ?? null,
  };
}

/** Says which colours of a team carry text as another, lighter or darker, one; null where all do as they are. */
export function adjustedColors({ light, dark }: Theme): string | null {
  const parts = [
    ...changed("accent", [light.accent, light.accentText], [dark.accent, dark.accentText]),
    ...changed("star", [light.star, light.starText], [dark.star, dark.starText]),
  ];
  return parts.length > 0 ? `${parts.join(", ")}; surfaces and lines keep the colour` : null;
}

type Change = readonly [from: Color, to: Color];

function changed(name: string, light: Change, dark: Change): string[] {
  const ways = [
    ...(light[0] === light[1] ? [] : [`${light[1]} on light ground`]),
    ...(dark[0] === dark[1] ? [] : [`${dark[1]} on dark ground`]),
  ];
  return ways.length > 0 ? [`${name} ${light[0]} carries text as ${ways.join(" and ")}`] : [];
}

/** A brand is the same by night, where it can be seen there. */
function brandAtNight(colors: Partial<ThemeColors>, { paper = darkColors.paper }: Partial<ThemeColors>) {
  const { accent, deep, star } = colors;
  return {
    ...(accent && { accent: readable(accent, [paper], 3) }),
    ...(deep && { deep: readable(deep, [paper], 1.3) }),
    ...(star && { star: readable(star, [paper], 3) }),
  };
}

/** The colours of a team, and for the rest ours; ours of text fits the ground. */
function completed(own: Partial<ThemeColors>, ours: ThemeColors): ThemeColors {
  const all = { ...ours, ...own };
  return own.ink === undefined ? { ...all, ink: readable(all.ink, [all.paper]) } : all;
}

const fontName = /^[\p{L}\p{N}][\p{L}\p{N} -]{0,59}$/u;

/** The fonts of a drawing as CSS has them: the team's own, then those whose widths are known here. */
export function fontFamily({ font }: Pick<Theme, "font">): string {
  return `${font ? `'${font}', ` : ""}'Segoe UI', 'Helvetica Neue', Helvetica, Arial, 'Liberation Sans', sans-serif`;
}

function colorProblems(place: string, colors: Partial<ThemeColors>): string[] {
  return Object.entries(colors).flatMap(([name, color]) =>
    /^#[0-9a-f]{6}$/i.test(color) ? [] : [`theme.${place}.${name} is a colour like #2b51c9`],
  );
}

/** Text is the one colour of a team that is drawn as it is, whatever it stands on. */
function inkProblems(place: string, { ink, paper }: ThemeColors): string[] {
  const ratio = contrast(ink, paper);
  if (ratio >= leastContrast) return [];
  return [
    `theme.${place}: ink (${ink}) on paper (${paper}) has a contrast of ${ratio.toFixed(1)} to 1; text needs 4.5, and the nearest ink that has it is ${readable(ink, [paper])}`,
  ];
}
