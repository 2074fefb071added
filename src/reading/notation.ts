/** Definitions that are written as a formula: a query's or a spreadsheet's functions, and divisions. */
import type { Aggregation } from "./grammar.js";

/** What functions of queries and spreadsheets make of many rows. */
const functions: readonly (readonly [RegExp, Aggregation])[] = [
  [/\b(?:count|countd|countifs?|count_distinct|uniq|nunique)\s?\(/i, "count"],
  [/\b(?:sum|sumifs?)\s?\(/i, "sum"],
  [/\b(?:avg|average|averageifs?|median|percentile\w*)\s?\(/i, "average"],
];

/** Between what is divided stands a sign with room around it, or behind a bracket: "and/or" divides nothing. */
const division = /[^\s/]\s[/÷]\s[^\s/]|\)\s?[/÷]\s?[^\s\d/]/;
const product = /[^\s*]\s[*×]\s[^\s\d*]/;

/** How a formula makes one number; null of a text that is none. */
export function notationIn(text: string): Aggregation | null {
  if (!/[(/÷*×]/.test(text)) return null;
  if (division.test(text)) return "ratio";
  return functions.find(([pattern]) => pattern.test(text))?.[1] ?? (product.test(text) ? "sum" : null);
}

/** Words of a query language, which nobody has to know by heart to read a formula. */
export const queryWords: ReadonlySet<string> = new Set(
  "AND AS AVG BETWEEN BY CASE COUNT COUNTD COUNTIF COUNTIFS DATE DAY DISTINCT ELSE END FILTER FROM GROUP HAVING IF IN INTERVAL IS JOIN LIKE MAX MEDIAN MIN NOT NOW NULL ON OR OVER PARTITION SELECT SUM SUMIF SUMIFS THEN TRUE FALSE UNIQ WHEN WHERE".split(
    " ",
  ),
);
