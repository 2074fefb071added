/** A linear model in whole numbers, so that every machine says the same. */
import { points } from "../file/problem.js";
import { type Features, kinds } from "./features.js";

/** The weights of one question: of words, groups of letters and facts, a letter each. */
export interface LinearModel {
  bias: number;
  tables: readonly string[];
  /** What a step of a weight is worth in each table, in units of 2^-16 of a logit. */
  scales: readonly number[];
}

/** What is asked of a kind of statements: whether a coach objects, and to what. */
export interface Outputs<Fault extends string> {
  bad: LinearModel;
  objections: Readonly<Record<Fault, LinearModel>>;
  /** The score from which it is one percent sure, two, and so on. */
  percents: readonly number[];
}

/** What a coach may object to, by what is judged: the points of the checklist, or other faults. */
export const objections = {
  metric: points,
  input: ["task", "goal", "result", "repeats", "broad", "narrow", "vanity", "uncountable", "swapped"],
  opportunity: ["solution", "features", "goal", "metric"],
  intervention: ["wish", "need", "metric"],
  answer: ["denial", "empty", "restates", "unsure"],
} as const;

/** What is judged: a metric, an Input, the wording of a level-2 or level-3 bet, an answer to a point. */
export type StatementKind = keyof typeof objections;
export type Objection<Kind extends StatementKind> = (typeof objections)[Kind][number];

/** The weights of all questions. */
export type Weights = { [Kind in StatementKind]: Outputs<Objection<Kind>> };

/** The letter of a weight of nothing; the next one is one more. */
export const zero = 50;

/** The sum of the weights of all features, in units of 2^-16 of a logit. */
export function logitOf({ bias, tables, scales }: LinearModel, features: Features): number {
  let score = bias;
  for (const [index, kind] of kinds.entries()) {
    const table = tables[index] ?? "";
    const own = features[kind];
    let sum = 0;
    // The length of a table is a power of two.
    for (const feature of own) sum += table.charCodeAt(feature & (table.length - 1)) - zero;
    score += Math.floor((sum * (scales[index] ?? 0)) / lengthOf(own.length));
  }
  return score;
}

/** What the weights of so many features are divided by: the square root, in sixteenths. */
export function lengthOf(count: number): number {
  return Math.floor(Math.sqrt(Math.max(count, 1)) * 16);
}
