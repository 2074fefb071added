import { dayAfter, dayNumber } from "../../../file/calendar.js";
import { datesIn } from "../../dates.js";
import type { Rule } from "../../rule.js";

export const unchangedMetric: Rule = {
  id: "unchanged-metric",
  part: "review",
  severity: "note",
  summary: "The metric has been the same for three years",
  why: `A North Star says what a strategy bets on, and few strategies stay the same for three years. A metric that
outlives its strategy goes on being reported and stops deciding anything. It may well be right still: whoever has
answered a question under \`reviews\` within the last year is not asked.`,
  question: "Does the metric still predict your results, and would you choose it again?",
  chapter: 6,
  good: `
history:
  - date: 2020-03-01
    name: Monthly visitors
    reason: A visit says nothing of what was read.
reviews:
  - date: 2026-06-01
    question: What would make us look for another metric?
    answer: Renewals that fall while it rises.
`,
  bad: `
name: Articles read to the end
#     ^^^^^^^^^^^^^^^^^^^^^^^^ the metric has been the same since 2020-03-01: does it still say what your strategy bets on?
history:
  - date: 2020-03-01
    name: Monthly visitors
    reason: A visit says nothing of what was read.
`,
  *check({ star, today }) {
    const { status = "adopted", history = [], reviews = [] } = star;
    if (status !== "adopted") return;
    const changes = history.flatMap(({ date }) => date ?? []).sort();
    const past = [...datesIn(star)].flatMap(({ past, date }) => (past ? date : [])).sort();
    // Without an earlier metric, the file has told of this one from its first day on.
    const since = changes.at(-1) ?? past[0];
    if (since === undefined || dayNumber(since) === null || dayAfter(since, "3 years") > now(today)) return;
    const wasAsked = reviews.some(({ date = "" }) => dayNumber(date) !== null && isRecent(date, today));
    if (!wasAsked)
      yield {
        path: ["name"],
        message: `the metric has been the same since ${since}: does it still say what your strategy bets on?`,
      };
  },
};

function isRecent(date: string, today: string): boolean {
  return dayAfter(date, "1 year") >= now(today);
}

function now(today: string): number {
  return dayNumber(today) ?? 0;
}
