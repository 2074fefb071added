import { expect, test } from "vitest";
import { countsTheSame } from "../../src/diff/same-meaning.js";

const base = "Number of customers who received at least two orders on time in a week";

test.each([
  base,
  `${base}.`,
  "Number of customers, who received at least two orders on time, in a week",
  "number of customers who received at least 2 orders on time in a week",
  "The number of customers who received at least two orders on time in a week",
  "Number of custmers who recieved at least two orders on time in a week",
  "Number of customers who receive at least two orders on time in a week",
  "Count of customers who received at least two orders on time in a week",
  "Number of customers who received at least two orders on time per week",
  "Number of customers who, in a week, received at least two orders on time",
])("says the same: %s", (other) => {
  expect(countsTheSame(base, other, true)).toBe(true);
  expect(countsTheSame(other, base, true)).toBe(true);
});

test.each([
  "Number of customers who received at least three orders on time in a week",
  "Number of customers who received at least two orders on time in a month",
  "Number of customers who received at least two orders in a week",
  "Number of customers who received at least two orders late in a week",
  "Number of customers who did not receive at least two orders on time in a week",
  "Number of customers who placed at least two orders on time in a week",
  "Number of new customers who received at least two orders on time in a week",
  "Number of orders that customers received on time in a week",
  "Share of customers who received at least two orders on time in a week",
  "Average number of customers who received at least two orders on time in a week",
  "Number of customers who received at most two orders on time in a week",
  "Number of customers who received at least two orders on time in a week. Returns do not count.",
  "Number of costumes that received at least two orders on time in a week",
  "",
])("says something else: %s", (other) => {
  expect(countsTheSame(base, other, true)).toBe(false);
  expect(countsTheSame(other, base, true)).toBe(false);
});

test.each([
  ["Teams that organise a meeting", "Teams that organize a meeting", true],
  ["Share of orders above 5 %", "Share of orders above 5 percent", true],
  ["Share of orders above 5 %", "Share of orders below 5 %", false],
  ["Signed contacts in a week", "Signed contracts in a week", false],
  ["Typical orders in a week", "Atypical orders in a week", false],
  ["Orders of 13 items", "Orders of 30 items", false],
  ["Orders of thirty items", "Orders of thirteen items", false],
  ["Customers who include a note", "Customers who exclude a note", false],
  ["Users active in a week", "Users inactive in a week", false],
])("%j and %j: %s", (before, after, expected) => {
  expect(countsTheSame(before, after, true)).toBe(expected);
});

test.each([
  ["Anzahl der Kunden, die bestellen", "Anzahl der Kunden die bestellen.", true],
  ["Anzahl der Kunden, die bestellen", "Anzahl der Kundinnen, die bestellen", false],
  ["一週間に二人以上が読んだ学びの数", "一週間に三人以上が読んだ学びの数", false],
  ["一週間に二人以上が読んだ学びの数", "一週間に二人以上が読んだ学びの数。", true],
])("in another language: %j and %j: %s", (before, after, expected) => {
  expect(countsTheSame(before, after, false)).toBe(expected);
});
