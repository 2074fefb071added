/** Checks of answers, and which rules they have reported. */
import type { Question } from "../../editing/questions.js";
import type { Problem } from "../../file/problem.js";

/** What was said so far, by the names of the questions. */
export type NamedAnswers = ReadonlyMap<string, string>;

/** What there is to think about in an answer that could be written. */
export type AnswerCheck = (question: Question, typed: string, said: NamedAnswers) => readonly Problem[];

/** A judgement that remembers which rules spoke against what the person kept all the same. */
export function rememberingCheck(judge: AnswerCheck): { judge: AnswerCheck; rules(): string[] } {
  const doubts = new Map<string, string[]>();
  return {
    judge(question, typed, said) {
      const problems = judge(question, typed, said);
      doubts.set(
        question.name,
        problems.map(({ rule }) => rule),
      );
      return problems;
    },
    rules: () => [...doubts.values()].flat(),
  };
}
