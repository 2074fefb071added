import { expect, test } from "vitest";
import { contrast, contrastProblems, defaultTheme, mix, themeOf } from "../../src/render/theme.js";

test("contrast is that of WCAG", () => {
  expect(contrast("#000000", "#ffffff")).toBe(21);
  expect(contrast("#777777", "#ffffff")).toBeCloseTo(4.48, 2);
  expect(mix("#000000", "#ffffff", 0.5)).toBe("#808080");
});

test("our own colours can be read in light and dark", () => {
  expect(contrastProblems(defaultTheme.light)).toEqual([]);
  expect(contrastProblems(defaultTheme.dark)).toEqual([]);
});

test("a team's colours take the place of ours", () => {
  expect(themeOf({ colors: { accent: "#7a1fa2" }, font: "Source Sans 3" })).toMatchObject({
    light: { accent: "#7a1fa2", ink: defaultTheme.light.ink },
    dark: defaultTheme.dark,
    font: "Source Sans 3",
  });
});

test("what could not be read, or is no colour or font, is said", () => {
  expect(themeOf({ colors: { accent: "#ffcc00" } })).toEqual([
    "theme.colors: accent (#ffcc00) on panel (#f7f7f8) has a contrast of 1.4 to 1; text needs 4.5",
  ]);
  expect(themeOf({ dark: { paper: "black" }, font: "x; } body { background: url(http://x)" })).toEqual([
    "theme.dark.paper is a colour like #2b51c9",
    "theme.font is the name of a font: letters, digits, spaces and hyphens, at most 60",
  ]);
});
