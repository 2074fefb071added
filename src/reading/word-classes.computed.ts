/** The words of function-words.ts without reasons, and with stems for those that stand for all their forms. The build computes it. */
import { functionWords } from "./function-words.js";
import { stemOf } from "./stem.js";

const all = Object.entries(functionWords);

export const wordClasses = {
  exactly: Object.fromEntries(
    all.flatMap(([name, { words, allForms }]) => (allForms ? [] : [[name, words]])),
  ) as Readonly<Record<string, string>>,
  /** By stem. */
  forms: Object.fromEntries(
    all.flatMap(([name, { words, allForms }]) =>
      allForms ? [[name, words.split(" ").map(stemOf).join(" ")]] : [],
    ),
  ) as Readonly<Record<string, string>>,
};
