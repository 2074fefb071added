/** The palettes of documents of which nothing else is said: the build computes them, so that no run has to. */
import { darkColors, lightColors, paletteOf } from "./palette.js";

export const defaultPalettes = { light: paletteOf(lightColors), dark: paletteOf(darkColors) };
