/** What to ask of somebody who adds something and has not said all of it. */
import { betLevels } from "../file/northstar.js";
import type { Path } from "../file/problem.js";
import { kindAbove } from "../lint/standing.js";
import { type Kind, kinds, partsOf, type Said, standings } from "./adding.js";
import { lists } from "./things.js";

/** A question for one answer. */
export interface Question {
  name: string;
  ask: string;
  /** The place that the answer goes to: says what can be an answer, and has an example. */
  path: Path;
  /** What can be chosen, where it is not free text. */
  choices?: readonly { value: string; name: string }[];
  /** Whether it can be left open. */
  optional?: boolean;
}

const asked: Readonly<Record<Kind, readonly (readonly [part: string, ask: string])[]>> = {
  input: [
    ["name", "What is the Input called?"],
    ["definition", "How exactly is it counted?"],
    ["factor", "Which side of the metric does it drive?"],
    ["owner", "Which team works on it?"],
  ],
  bet: [
    ["level", "What kind of bet is it?"],
    ["for", "What does it stand under?"],
    ["if", "If what happens?"],
    ["then", "Then what follows?"],
    ["owner", "Who pursues it?"],
    ["review", "On which day will you look at it again?"],
  ],
  result: [
    ["name", "Which result should the metric lead to?"],
    ["kind", "Whose result is it?"],
    ["definition", "How is it counted?"],
  ],
  guardrail: [
    ["name", "What must not get worse while the metric gets better?"],
    ["definition", "How is it counted?"],
    ["breach", "At which level would you stop and look?"],
    ["owner", "Who watches it?"],
  ],
  belief: [["text", "Which belief does the North Star rest on?"]],
  history: [
    ["name", "What was the earlier metric called?"],
    ["definition", "How was it counted?"],
    ["date", "On which day was it left?"],
    ["reason", "Why was it left?"],
  ],
};

/** What the levels of bets do (playbook, chapter 7). */
const levels = [
  "the metric drives a result",
  "an Input drives the metric",
  "influences an Input",
  "pursues an opportunity",
];

/** The next question about a thing to add, by what is said so far; undefined when all is asked. */
export function nextQuestion(value: unknown, kind: Kind, said: Said): Question | undefined {
  const open = asked[kind].find(([name]) => !(name in said));
  const part = partsOf(kind).find(({ name }) => name === open?.[0]);
  if (!open || !part) return undefined;
  const [name, ask] = open;
  const choices =
    choicesFor(value, name, said) ?? part.field.choices?.map((each) => ({ value: each, name: each }));
  const isMissing = name === "for" && choices?.length === 0;
  return {
    name,
    ask: isMissing
      ? `${ask} No ${kindAbove[Number(said.level?.[0])]} is in the file yet; name the one you mean.`
      : ask,
    path: [kinds[kind], 0, ...part.path],
    ...(choices && choices.length > 0 && { choices }),
    optional: !part.field.required && part.path.length > 0,
  };
}

function choicesFor(value: unknown, name: string, said: Said): Question["choices"] {
  if (name === "level")
    return betLevels.map((called, level) => ({
      value: String(level),
      name: `${called} (level ${level}): ${levels[level]}`,
    }));
  if (name !== "for") return undefined;
  const { list, things } = standings(value, Number(said.level?.[0]));
  return things.map(({ id, number, name: called }) => ({
    value: id || `#${number}`,
    name: called || id || `${lists[list]} ${number}`,
  }));
}
