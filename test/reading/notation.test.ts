import { expect, test } from "vitest";
import { notationIn } from "../../src/reading/notation.js";
import { read } from "../../src/reading/reading.js";

test.each([
  ["materials lent / population of the area", "ratio"],
  ["orders delivered ÷ orders placed", "ratio"],
  ["SUM(tests_run) / COUNT(DISTINCT customers)", "ratio"],
  ["count(distinct user_id) where plan = 'paid'", "count"],
  ['=COUNTIFS(status, "done")', "count"],
  ["avg(minutes) over all tickets", "average"],
  ["orders × basket value", "sum"],
])("%s is a formula that gives a %s", (text, aggregation) => {
  expect(notationIn(text)).toBe(aggregation);
  expect(read("", text)).toMatchObject({ aggregation, explicit: true });
});

test.each(["teams that read and/or write", "24/7 readers", "readers (and writers)", "pages read p/week"])(
  "%s is none",
  (text) => {
    expect(notationIn(text)).toBeNull();
  },
);

test("words of a query language are no abbreviations that somebody has to explain", () => {
  const { abbreviations } = read("Tests", "SUM(tests) / COUNT(DISTINCT customers) of the XKP team");
  expect(abbreviations.map(({ text }) => text)).toEqual(["XKP"]);
});

test.each([
  ["calls solved / calls answered × 100", null],
  ["100 × calls solved / calls answered", null],
  ["visits + 100 + refunds", "visits + 100 +"],
])("%s: arithmetic over several numbers is %s", (text, formula) => {
  expect(read("", text).formula?.text ?? null).toBe(formula);
});
