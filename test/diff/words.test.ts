import fc from "fast-check";
import { expect, test } from "vitest";
import { wordBudget, wordChanges } from "../../src/diff/words.js";

const shown = (before: string, after: string) =>
  wordChanges(before, after)
    .map(({ text, change }) => (change ? `[${change === "gone" ? "-" : "+"}${text}]` : text))
    .join("");

test.each([
  ["Number of users", "Number of users", "Number of users"],
  ["Number of users", "Number of  active users", "Number of [+active ]users"],
  [
    "who run a query in a week",
    "who share a report in 7 days",
    "who [-run][+share] a [-query][+report] in [-a week][+7 days]",
  ],
  ["a week.", "a week, twice", "a week[-.][+, twice]"],
  ["orders", "visits", "[-orders][+visits]"],
  ["one two", "three four", "[-one two][+three four]"],
  ["", "visits", "[+visits]"],
  ["customer's orders", "customers' orders", "[-customer's][+customers'] orders"],
  ["2026-09-01 or 1.5 %", "2026-11-24 or 1.7 %", "[-2026-09-01][+2026-11-24] or [-1.5][+1.7] %"],
  ["@acme/a", "@grace", "[-@acme/a][+@grace]"],
  [
    "as in https://a.example/1.",
    "as in https://a.example/2.",
    "as in [-https://a.example/1.][+https://a.example/2.]",
  ],
  ["一週間に二人", "一週間に三人", "[-一週間に二人][+一週間に三人]"],
])("%j → %j", (before, after, expected) => {
  expect(shown(before, after)).toBe(expected);
});

test("the pieces give both texts back", () => {
  const text = fc
    .array(fc.constantFrom("a", "b", "users", "who", ",", "é", "🎧", " ", "\n", "x'", "1.", "2-", "@"), {
      maxLength: 30,
    })
    .map((parts) => parts.join(""));
  fc.assert(
    fc.property(text, text, (before, after) => {
      const pieces = wordChanges(before, after);
      const side = (left: "added" | "gone") =>
        pieces.flatMap(({ text, change }) => (change === left ? [] : text)).join("");
      const line = (each: string) => each.trim().replace(/\s+/g, " ");
      expect(side("added")).toBe(line(before));
      expect(side("gone")).toBe(line(after));
    }),
  );
});

test("a text in ASCII is cut as any other is", () => {
  const text = fc.string({ unit: fc.constantFrom(..."ab1.,:/-'@ \n", "https://a"), maxLength: 30 });
  fc.assert(
    fc.property(text, text, (before, after) => {
      const foreign = (each: string) => each.replaceAll("a", "é");
      expect(shown(foreign(before), foreign(after))).toBe(foreign(shown(before, after)));
    }),
  );
});

test("texts without anything in common cost no more than a glance", () => {
  const many = (word: string) => Array.from({ length: 3000 }, (_, at) => `${word}${at}`).join(" ");
  const started = performance.now();
  expect(wordChanges(many("a"), many("b"))).toHaveLength(2);
  expect(wordChanges("a ".repeat(1e6), "b ".repeat(1e6))).toHaveLength(2);
  const budget = wordBudget();
  for (let text = 0; text < 300; text += 1)
    wordChanges(many("a").slice(0, 9000), many("b").slice(0, 9000), budget);
  expect(performance.now() - started).toBeLessThan(10_000);
});
