/** Durations as people say them, in the one form that the format has. */
import { expect, test } from "vitest";
import { readDuration } from "../../src/file/reformat.js";

test.each([
  ["three weeks", "3 weeks"],
  ["ten days", "10 days"],
  ["one month", "1 month"],
  ["every two weeks", "2 weeks"],
  ["3 mon", "3 months"],
  ["6 mths", "6 months"],
  ["2w", "2 weeks"],
  ["half a year", "6 months"],
  ["a quarter", "1 quarter"],
  ["quarterly", "1 quarter"],
  ["today", undefined],
  ["some weeks", undefined],
  ["0 weeks", undefined],
  ["no weeks", undefined],
  ["soon", undefined],
])("%j is %j", (text, duration) => {
  expect(readDuration(text)).toBe(duration);
});
