import { Terminal } from "@xterm/headless";
import fc from "fast-check";
import { expect, test } from "vitest";
import { codeFrame, splitLines } from "../../src/report/code-frame.js";
import { visible, widthOf } from "../../src/report/terminal-text.js";

const at = (line: number, from: number, to: number, lastLine = line) => ({
  start: { line, column: from + 1 },
  end: { line: lastLine, column: to + 1 },
});

/** Angle brackets instead of colours, so that a test sees what is marked. */
const style = {
  width: 60,
  digits: 2,
  gutter: (text: string) => text,
  main: (text: string) => `<${text}>`,
  other: (text: string) => `(${text})`,
};
const plain = { ...style, main: style.gutter, other: style.gutter };

test("shows the line before, the line and a caret under each sign", () => {
  expect(codeFrame(["name: A", "game: fun"], [{ range: at(2, 6, 9) }], style)).toEqual([
    " 1 │ name: A",
    " 2 │ game: <fun>",
    "   │ <      ^^^>",
  ]);
});

test("an empty span is one caret, also behind the last sign", () => {
  expect(codeFrame(["name:"], [{ range: at(1, 5, 5) }], plain)).toEqual([" 1 │ name:", "   │      ^"]);
});

test("leaves out an empty line before", () => {
  expect(codeFrame(["", "a"], [{ range: at(2, 0, 1) }], plain)).toEqual([" 2 │ a", "   │ ^"]);
});

test("marks several lines at their side, and leaves out the middle of many", () => {
  const lines = Array.from({ length: 12 }, (_, index) => `line ${index + 1}`);
  expect(codeFrame(lines, [{ range: at(2, 0, 6, 3) }], plain)).toEqual([
    " 1 │ line 1",
    " 2 ┃ line 2",
    " 3 ┃ line 3",
  ]);
  expect(codeFrame(lines, [{ range: at(2, 0, 7, 11) }], plain)).toEqual([
    " 1 │ line 1",
    " 2 ┃ line 2",
    " 3 ┃ line 3",
    " 4 ┃ line 4",
    "   ⋮",
    "11 ┃ line 11",
  ]);
});

test("a span that ends at the start of a line does not mark it", () => {
  expect(codeFrame(["a", "b"], [{ range: at(1, 0, 0, 2) }], plain)).toEqual([" 1 │ a", "   │ ^"]);
});

test("a related place is a second frame with its reason beside it, or below where there is no room", () => {
  const lines = ["id: a", "id: a"];
  const marks = (label: string) => [{ range: at(2, 4, 5) }, { range: at(1, 4, 5), label }];
  expect(codeFrame(lines, marks("taken here first"), style).slice(3)).toEqual(
    ["   ⋮ ", " 1 │ id: (a)", "   │ (    - taken here first)"].map((line) => line.trimEnd()),
  );
  expect(codeFrame(lines, marks("a reason that goes on ".repeat(4)), plain).slice(5)).toEqual([
    "   │     -",
    "   │     a reason that goes on a reason that goes on a",
    "   │     reason that goes on a reason that goes on",
  ]);
});

test("cuts a long line around the span", () => {
  const line = `${"before ".repeat(20)}HERE${" after".repeat(20)}`;
  const [code, carets] = codeFrame([line], [{ range: at(1, 140, 144) }], plain);
  expect(code).toMatch(/^ 1 │ ….*before HERE after.*…$/);
  expect(widthOf(code ?? "")).toBeLessThanOrEqual(60);
  expect(carets?.indexOf("^")).toBe(code?.indexOf("HERE"));
  expect(carets?.trimEnd()).toMatch(/ \^{4}$/);
});

test("a short span is shown whole wherever it stands", () => {
  for (let before = 0; before < 130; before++) {
    const line = `${"x".repeat(before)}HERE${"y".repeat(130 - before)}`;
    const [code = "", carets = ""] = codeFrame([line], [{ range: at(1, before, before + 4) }], plain);
    expect(carets.indexOf("^^^^")).toBe(code.indexOf("HERE"));
    expect(widthOf(code)).toBeLessThanOrEqual(60);
  }
});

test("tabs go to the next stop", () => {
  expect(codeFrame(["\ta\tb"], [{ range: at(1, 3, 4) }], plain)).toEqual([
    " 1 │     a   b",
    "   │         ^",
  ]);
});

test("a span that is too long is cut itself", () => {
  const [code, carets] = codeFrame(["x".repeat(500)], [{ range: at(1, 5, 450) }], plain);
  expect(code).toMatch(/^ 1 │ x{5}x+…$/);
  expect(carets).toMatch(/^ {3}│ {6}\^+$/);
  expect(widthOf(carets ?? "")).toBeLessThanOrEqual(60);
});

test("a line of a million signs is shown at once", () => {
  const line = `${"日".repeat(500_000)}HERE${"日".repeat(500_000)}`;
  const [code, carets] = codeFrame([line], [{ range: at(1, 500_000, 500_004) }], plain);
  expect(code).toMatch(/^ 1 │ …日+HERE日+…$/);
  expect(widthOf((carets ?? "").replace(/\^+$/, ""))).toBe(widthOf((code ?? "").replace(/HERE.*$/, "")));
});

test("lines are counted as the file counts them", () => {
  expect(splitLines("\uFEFFa\r\nb\n")).toEqual(["a", "b", ""]);
});

const sign = fc.constantFrom(
  "a",
  " ",
  "\t",
  "é",
  "e\u0301",
  "日",
  "ｱ",
  "한",
  "🎉",
  "👨‍👩‍👧",
  "🇩🇪",
  "\u202E",
  "\u0007",
  "…",
  ":",
);

test("carets stand under the span, whatever stands before it, and nothing overruns the width", () => {
  fc.assert(
    fc.property(
      fc.array(sign, { maxLength: 90 }),
      fc.array(sign, { minLength: 1, maxLength: 20 }),
      fc.array(sign),
      (before, inside, after) => {
        // The neighbours are kept apart, so that signs do not join across the ends of the span.
        const texts = [`${before.join("")}|`, `|${inside.join("")}|`, `|${after.join("")}`];
        const [from, to] = [texts[0]?.length ?? 0, (texts[0]?.length ?? 0) + (texts[1]?.length ?? 0)];
        const [code = "", carets = ""] = codeFrame([texts.join("")], [{ range: at(1, from, to) }], style);
        const shown = /^(.*?)<(\|.*)>/.exec(code);
        const marked = /<( *)(\^+)>/.exec(carets);
        expect(widthOf(shown?.[1] ?? "") - " 1 │ ".length).toBe(marked?.[1]?.length);
        expect(widthOf(shown?.[2] ?? "")).toBe(marked?.[2]?.length);
        expect(widthOf(code.replace(/[<>]/g, ""))).toBeLessThanOrEqual(style.width);
        expect(code).not.toMatch(/[\p{Cc}\u202E]/u);
      },
    ),
  );
});

test("a terminal shows the carets under the very signs", async () => {
  const line = "then: 日本語 é e\u0301 ｱ\t한국어 ‮ HERE";
  const from = line.indexOf("HERE");
  const rows = codeFrame([line], [{ range: at(1, from, from + 4) }], plain);
  const terminal = new Terminal({ cols: 80, rows: 5, allowProposedApi: true });
  await new Promise<void>((done) => terminal.write(rows.join("\r\n"), done));
  const column = (row: number, sign: string) => {
    const cells = terminal.buffer.active.getLine(row);
    return Array.from({ length: 80 }, (_, index) => cells?.getCell(index)?.getChars()).indexOf(sign);
  };
  expect(column(1, "^")).toBe(column(0, "H"));
  expect(column(0, "H")).toBeGreaterThan(0);
});

test("nothing is hidden", () => {
  expect(visible("a\u001b[31m\u202Eb\u200Bc\u{E0041}")).toBe("a‹U+001B›[31m‹U+202E›b‹U+200B›c‹U+E0041›");
  expect(visible("👨‍👩‍👧 é 日本")).toBe("👨‍👩‍👧 é 日本");
});
