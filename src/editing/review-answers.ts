/** Which questions of a review are open, and keeping the answers. */

import { dateOf, dayAfter, dayNumber, isDay } from "../file/calendar.js";
import type { Change } from "../file/change.js";
import {
  convergingQuestions,
  presentQuestions,
  questionRhythm,
  type ReviewQuestion,
} from "../lint/review-questions.js";
import { recordReview } from "./due.js";
import { entitiesIn } from "./entities.js";

/** A question, and what was said to it the last time. */
export interface OpenQuestion extends ReviewQuestion {
  before?: { date: string; answer: string };
}

/** The questions that were not answered in the last quarter. */
export function openQuestions(value: unknown, today: string): OpenQuestion[] {
  const answers = answersIn(value);
  return [...convergingQuestions, ...presentQuestions].flatMap((each) => {
    const before = answers.findLast(({ question }) => question === each.question);
    if (before && isFresh(before.date, today)) return [];
    return [before ? { ...each, before } : each];
  });
}

/** When the first of the questions comes up again; undefined where none was answered. */
export function nextRound(value: unknown): string | undefined {
  const [first] = answersIn(value);
  return first && dateOf(dayAfter(first.date, questionRhythm));
}

/** The latest answer to each question, in the order of their days. */
function answersIn(value: unknown): { question: string; date: string; answer: string }[] {
  const asked = [...convergingQuestions, ...presentQuestions].map(({ question }) => question);
  const latest = new Map<string, { question: string; date: string; answer: string }>();
  for (const { value: said } of entitiesIn(value, "reviews")) {
    const [question, date, answer] = [String(said.question), String(said.date), String(said.answer)];
    if (!asked.includes(question) || !isDay(date)) continue;
    if ((latest.get(question)?.date ?? "") <= date) latest.set(question, { question, date, answer });
  }
  return [...latest.values()].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

function isFresh(date: string, today: string): boolean {
  return dayAfter(date, questionRhythm) > (dayNumber(today) ?? 0);
}

/** Keeps answers; whoever gave them has looked at the North Star. */
export function recordAnswers(
  said: readonly { question: string; answer: string }[],
  today: string,
): Change[] {
  return [
    ...said.map(({ question, answer }) => ({
      append: ["reviews"],
      value: { date: today, question, answer },
    })),
    ...recordReview(today),
  ];
}
