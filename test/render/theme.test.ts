import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { contrast, mix, type Palette } from "../../src/render/palette.js";
import { adjustedColors, defaultTheme, type Theme, themeOf } from "../../src/render/theme.js";

/** Text, and every ground on which documents set it. */
const grounds: Partial<Record<keyof Palette, (keyof Palette)[]>> = {
  ink: ["paper", "panel", "accentSoft", "quietSoft"],
  muted: ["paper", "panel", "accentSoft", "quietSoft"],
  accentText: ["paper", "panel", "accentSoft", "quietSoft"],
  onAccent: ["accent"],
  onDeep: ["deep"],
  onDeepMuted: ["deep"],
  starText: ["deep"],
  good: ["paper", "panel", "accentSoft", "goodSoft"],
  warn: ["paper", "panel", "accentSoft", "warnSoft"],
  bad: ["paper", "panel", "accentSoft", "badSoft"],
};

/** Where text would be hard to read: less than WCAG 2.2 asks for at level AA. */
function faintIn(palette: Palette): string[] {
  return Object.entries(grounds).flatMap(([text, all]) =>
    all.flatMap((ground) => {
      const ratio = contrast(palette[text as keyof Palette], palette[ground]);
      return ratio < 4.5 ? [`${text} on ${ground}: ${ratio.toFixed(2)}`] : [];
    }),
  );
}

function made(settings: Parameters<typeof themeOf>[0]): Theme {
  const theme = themeOf(settings);
  if (Array.isArray(theme)) throw new Error(theme.join("; "));
  return theme;
}

const color = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, "0")}`);

test("contrast is that of WCAG", () => {
  expect(contrast("#000000", "#ffffff")).toBe(21);
  expect(contrast("#777777", "#ffffff")).toBeCloseTo(4.48, 2);
  expect(mix("#000000", "#ffffff", 0.5)).toBe("#808080");
});

test("our own colours can be read in light and dark, and none of them is changed", () => {
  expect(faintIn(defaultTheme.light)).toEqual([]);
  expect(faintIn(defaultTheme.dark)).toEqual([]);
  expect(adjustedColors(defaultTheme)).toBeNull();
});

test("a team's colours take the place of ours, and a brand is the same by night where it can be seen", () => {
  const theme = made({ colors: { accent: "#7a1fa2", star: "#ff8800" }, font: "Source Sans 3" });
  expect(theme.light).toMatchObject({ accent: "#7a1fa2", accentText: "#7a1fa2", star: "#ff8800" });
  expect(theme.light.ink).toBe(defaultTheme.light.ink);
  expect(theme.dark).toMatchObject({ star: "#ff8800", paper: defaultTheme.dark.paper });
  expect(contrast(theme.dark.accent, theme.dark.paper)).toBeGreaterThanOrEqual(3);
  expect(made({ colors: { accent: "#7a1fa2" }, dark: { accent: "#00ff00" } }).dark.accent).toBe("#00ff00");
  expect(theme.font).toBe("Source Sans 3");
});

describe("any brand colour works", () => {
  test("200 of them as one colour, and as all that are no text", () => {
    fc.assert(
      fc.property(color, color, color, color, (accent, deep, star, paper) => {
        for (const colors of [{ accent }, { accent, deep, star, paper }])
          for (const theme of [made({ colors }), made({ dark: colors })]) {
            expect(theme.light, JSON.stringify(colors)).toSatisfy((each: Palette) => !faintIn(each)[0]);
            expect(theme.dark, JSON.stringify(colors)).toSatisfy((each: Palette) => !faintIn(each)[0]);
          }
        // A card is seen on paper, however light the brand is.
        const { accentSoft, paper: white } = made({ colors: { accent } }).light;
        expect(contrast(accentSoft, white), accent).toBeGreaterThan(1.14);
        expect(made({ colors: { accent, deep, star, paper } }).light).toMatchObject({
          accent,
          deep,
          star,
          paper,
        });
      }),
      { numRuns: 200, seed: 11 },
    );
  });

  test("what carries text is of the same hue, and one line says so", () => {
    expect(adjustedColors(made({ colors: { accent: "#ff6600" } }))).toBe(
      "accent #ff6600 carries text as #b94800 on light ground; surfaces and lines keep the colour",
    );
    expect(adjustedColors(made({ colors: { accent: "#fff200" } }))).toBe(
      "accent #fff200 carries text as #746e00 on light ground; surfaces and lines keep the colour",
    );
    expect(adjustedColors(made({ colors: { star: "#141f46" } }))).toMatch(
      /^star #141f46 carries text as #7\w+ on light ground and #8\w+ on dark ground; surfaces and lines/,
    );
    expect(adjustedColors(made({ colors: { accent: "#7a1fa2" }, dark: { accent: "#ccaaff" } }))).toBeNull();
  });
});

test("only text that a team has chosen can be too faint, and the nearest that passes is named", () => {
  expect(themeOf({ colors: { ink: "#ffcc00" } })).toEqual([
    "theme.colors: ink (#ffcc00) on paper (#ffffff) has a contrast of 1.5 to 1; text needs 4.5, and the nearest ink that has it is #917300",
  ]);
  fc.assert(
    fc.property(color, color, (ink, paper) => {
      const theme = themeOf({ dark: { ink, paper } });
      expect(Array.isArray(theme)).toBe(contrast(ink, paper) < 4.5);
      if (!Array.isArray(theme)) return faintIn(theme.dark).length === 0;
      const nearest = /nearest ink that has it is (#\w+)$/.exec(theme[0] ?? "")?.[1] ?? "";
      return !Array.isArray(themeOf({ dark: { ink: nearest, paper } }));
    }),
    { numRuns: 200, seed: 12 },
  );
});

test("what is no colour or font is said", () => {
  expect(themeOf({ dark: { paper: "black" }, font: "x; } body { background: url(http://x)" })).toEqual([
    "theme.dark.paper is a colour like #2b51c9",
    "theme.font is the name of a font: letters, digits, spaces and hyphens, at most 60",
  ]);
});
