import type { Rule } from "../../rule.js";

export const severalMetrics: Rule = {
  id: "several-metrics",
  part: "statement",
  severity: "note",
  english: true,
  summary: "A definition that counts two things",
  why: `Two numbers in one definition rise and fall apart, and then everybody follows the one that looks better. One of them
is mostly an Input of the other, a result or a guardrail. Only customers and strategies that have little in common
need two North Stars, and those stand in two files.`,
  question: "If only one of them could rise, which would it have to be?",
  chapter: 5,
  good: `
name: Weekly Learning Users
definition: The number of users whose learnings two other people consume in a week.
`,
  bad: `
name: Learning and sharing
definition: The number of queries in a week, and the number of learnings that are shared.
#                                                ^^^^^^^^^^^^^^^^^^^^^^^ this counts a second thing: is it an Input, a result, a guardrail, or the metric itself?
`,
  *check({ star: { definition }, metric }) {
    const second = secondCount(definition);
    if (!second || metric.formula) return;
    yield {
      path: ["definition"],
      span: second,
      message: "this counts a second thing: is it an Input, a result, a guardrail, or the metric itself?",
    };
  },
};

const count = "(?:number|count|share|percentage|proportion|volume|amount) of";

/** Where another count begins, beside the one that a definition begins with: not in a ratio, a sum or a difference. */
function secondCount(definition: string): readonly [number, number] | undefined {
  const counting = new RegExp(`\\b${count}\\b`, "i");
  const first = counting.exec(definition);
  if (!first || /\b(?:ratio|sum|difference|divided|multiplied|between|product) /i.test(definition))
    return undefined;
  const from = first.index + first[0].length;
  const rest = definition.slice(from);
  // Making the pattern below takes longer than looking whether there is anything to find.
  if (!counting.test(rest)) return undefined;
  const another = new RegExp(
    `(?:;|\\b(?:and|plus|as well as))\\s+(?:also )?((?:the |a )?${count} [\\w-]+)`,
    "i",
  );
  const found = another.exec(rest);
  const [, words = ""] = found ?? [];
  if (!found) return undefined;
  const end = from + found.index + found[0].length;
  return [end - words.length, end];
}
