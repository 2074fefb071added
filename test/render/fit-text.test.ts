import { expect, test } from "vitest";
import { fitText, shorten, textWidth, wrapText } from "../../src/render/fit-text.js";

test("what is shortened ends with an ellipsis, between words where it can", () => {
  expect(shorten("short enough", 12)).toBe("short enough");
  expect(shorten("one two three four", 9)).toBe("one two…");
  expect(shorten("Lebensmittelverschwendung", 12)).toBe("Lebensmittel…");
  expect(shorten("ab👨‍👩‍👧", 4)).toBe("ab👨…");
});

test("widths are those of the font, and full for wide characters", () => {
  expect(textWidth("Will", { size: 100 })).toBeCloseTo((944 + 222 * 3) * 0.105, 5);
  expect(textWidth("é", { size: 10 })).toBe(textWidth("e", { size: 10 }));
  expect(textWidth("日本", { size: 10 })).toBeCloseTo(21, 5);
  expect(textWidth("👨‍👩‍👧‍👦", { size: 10 })).toBeCloseTo(13.65, 5);
  expect(textWidth("bold", { size: 10, bold: true })).toBeGreaterThan(textWidth("bold", { size: 10 }));
});

test("lines break between words, between wide characters, and in words that are too long", () => {
  expect(wrapText("the count of users", 60, { size: 12 })).toEqual(["the count", "of users"]);
  expect(wrapText("一緒に作った。", 52, { size: 12 })).toEqual(["一緒に", "作った。"]);
  expect(wrapText("Woche (一緒に)", 52, { size: 12 })).toEqual(["Woche", "(一緒に)"]);
  expect(wrapText("一緒（作った）", 39, { size: 12 })).toEqual(["一緒", "（作っ", "た）"]);
  expect(wrapText("Verschwendungsquote", 60, { size: 12 })).toEqual(["Verschwe-", "ndungsqu-", "ote"]);
  expect(wrapText("chart/dashboard", 60, { size: 12 })).toEqual(["chart/", "dashboard"]);
  for (const line of wrapText("x".repeat(5000), 90, { size: 12 }))
    expect(textWidth(line, { size: 12 })).toBeLessThanOrEqual(90);
});

test("a smaller size spares a word from being broken, or a syllable from standing alone", () => {
  const room = { width: 60, lines: 3, sizes: [14, 12, 10, 5] };
  expect(fitText("Verschwendungsquote", { ...room, sizes: [14, 12, 10] })).toMatchObject({
    lines: ["Verschwen-", "dungsquote"],
    size: 10,
    broken: true,
  });
  expect(fitText("Verschwendungsquote", room)).toMatchObject({ size: 5, broken: false });
  expect(fitText("2017-12-31", room)).toMatchObject({ size: 10, broken: false });
  expect(fitText("the count", room)).toMatchObject({ size: 14 });
});

test("text is set as large as it fits, and shortened only at the smallest size", () => {
  const room = { width: 100, lines: 2, sizes: [20, 10] };
  expect(fitText(" Users ", room)).toEqual({
    lines: ["Users"],
    text: "Users",
    size: 20,
    shortened: false,
    broken: false,
  });
  expect(fitText("the count of active users", room)).toMatchObject({ size: 10, shortened: false });
  const fitted = fitText("word ".repeat(40), room);
  expect(fitted).toMatchObject({ size: 10, shortened: true });
  expect(fitted.lines).toHaveLength(2);
  expect(fitted.text).toBe("word word word word word word word…");
  expect(fitText("Verschwendungsquote".repeat(3), { width: 60, lines: 2, sizes: [12] })).toEqual({
    lines: ["Verschwe-", "ndungs…"],
    text: "Verschwendungs…",
    size: 12,
    shortened: true,
    broken: true,
  });
});
