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
