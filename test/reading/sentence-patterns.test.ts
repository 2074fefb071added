/**
 * Every row of sentence-patterns.ts earns its place: sentence-patterns.json has a definition for it, with what it is
 * read as (reads), and what it would be read as without the row (not).
 */
import { expect, test } from "vitest";
import { read } from "../../src/reading/reading.js";
import { sentence } from "../../src/reading/sentence.js";
import { type SentencePattern, sentencePatterns } from "../../src/reading/sentence-patterns.js";
import rows from "./sentence-patterns.json" with { type: "json" };

const names = Object.keys(sentencePatterns) as SentencePattern[];

test("every row has an example, and every example a row", () => {
  expect(Object.keys(rows)).toEqual(names);
});

test.each(names)("a definition is said otherwise without the row: %s", (name) => {
  const { text, reads, not } = rows[name];
  const reading = read("", text);
  expect(sentence(reading)).toBe(reads);
  const row = sentencePatterns[name];
  sentencePatterns[name] = /(?!)/g;
  const without = sentence(reading);
  sentencePatterns[name] = row;
  expect(without).toBe(not);
  expect(not).not.toBe(reads);
});
