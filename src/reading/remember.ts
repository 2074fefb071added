/** Gives the answer that is known for a key, or finds it. */
export type Memory<Answer> = (key: string, find: () => Answer) => Answer;

/** More than the texts of one kind in a file of 10,000 lines. */
const mostAnswers = 4096;

const memories: Map<string, unknown>[] = [];

/** Lets {@link forgetAnswers} forget what is kept in a map, too. */
export function forgetWith(memory: Map<string, unknown>): void {
  memories.push(memory);
}

/** Remembers the latest answers: an editor asks for the same at each keystroke. With `most` of them it forgets them all. */
export function memoryOf<Answer>(most = mostAnswers): Memory<Answer> {
  const known = new Map<string, Answer>();
  forgetWith(known);
  return (key, find) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const found = find();
    if (known.size >= most) known.clear();
    known.set(key, found);
    return found;
  };
}

/** Forgets all answers, for who changes what words mean. */
export function forgetAnswers(): void {
  for (const each of memories) each.clear();
}
