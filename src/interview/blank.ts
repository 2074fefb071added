/** Texts with blanks, and filling them in. */

/** The words around the blanks of a text: one more than it has blanks. */
export function aroundBlanks(text: string): string[] {
  return text.split(/_{3,}/);
}

/** The text with what is known in place of its blanks; the others stay. */
export function fillIn(text: string, answers: readonly (string | undefined)[]): string {
  return aroundBlanks(text).reduce((before, after, index) => before + (answers[index - 1] ?? "____") + after);
}

/** What stands in the blanks of a text that was filled in, or undefined when it is another text. */
export function answersIn(pattern: string, text: string): (string | undefined)[] | undefined {
  const [first = "", ...others] = aroundBlanks(pattern);
  if (!text.startsWith(first)) return undefined;
  const answers: (string | undefined)[] = [];
  let from = first.length;
  for (const [index, words] of others.entries()) {
    const isLast = index === others.length - 1;
    const to = isLast ? text.length - words.length : text.indexOf(words, from);
    if (to < from || !text.startsWith(words, to)) return undefined;
    const answer = text.slice(from, to);
    answers.push(/^_{3,}$/.test(answer) ? undefined : answer);
    from = to + words.length;
  }
  return answers;
}
