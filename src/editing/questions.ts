/** The questions about what is missing from an entity that somebody adds. */
import type { Horizons } from "../config/config.generated.js";
import { horizonOf, horizonText } from "../config/horizons.js";
import { valueAt } from "../file/change.js";
import { betLevels } from "../file/northstar.js";
import type { Path } from "../file/problem.js";
import { kindAbove } from "../lint/bet-targets.js";
import {
  type AttributeValues,
  attributesOf,
  type EntityKind,
  entityKinds,
  possibleTargets,
} from "./add-entity.js";
import { nextReview } from "./bets.js";
import { type Entity, lists } from "./entities.js";

/** A question for one answer. */
export interface Question {
  name: string;
  ask: string;
  /** The place that the answer goes to: says what can be an answer, and has an example. */
  path: Path;
  /** What can be chosen, where it is not free text. */
  choices?: readonly { value: string; name: string }[];
  /** What stands in the line, or is highlighted, at first. */
  start?: string;
  /** Whether it can be left open. */
  optional?: boolean;
  /** What is said of it in a line below. */
  hint?: string;
  /** The name of what is defined, where the answer is a definition that can be read. */
  reads?: string;
  /** Several can be chosen; the answer has each on a line. */
  several?: true;
  /** The day from which times count, where the answer is a day that lies ahead. */
  today?: string;
}

const asked: Readonly<Record<EntityKind, readonly (readonly [part: string, ask: string])[]>> = {
  input: [
    ["name", "What is the Input called?"],
    ["definition", "How exactly is it counted?"],
    ["moves", "How does it move the metric?"],
    ["factor", "Which side of the metric does it drive?"],
    ["owner", "Which team works on it?"],
  ],
  candidate: [
    ["name", "What may become an Input?"],
    ["definition", "How would it be counted?"],
    ["factor", "Which side of the metric would it drive?"],
  ],
  bet: [
    ["level", "What kind of bet is it?"],
    ["for", "What does it stand under?"],
    ["if", "If what happens?"],
    ["then", "Then what follows?"],
    ["owner", "Who pursues it?"],
    ["stage", "Where does it stand?"],
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
    ["protects", "What does it protect?"],
    ["breach", "At which level would you stop and look?"],
    ["owner", "Who watches it?"],
  ],
  threshold: [
    ["says", "Which words of the definition are the threshold?"],
    ["because", "Why this much, and not more or less?"],
  ],
  belief: [["text", "Which belief does the North Star rest on?"]],
  misfit: [["text", "Which work under way moves none of the Inputs?"]],
  review: [
    ["question", "What was asked?"],
    ["answer", "What does the team say?"],
  ],
  history: [
    ["name", "What was the earlier metric called?"],
    ["definition", "How was it counted?"],
    ["date", "On which day was it left?"],
    ["reason", "Why was it left?"],
  ],
  considered: [
    ["name", "What was the candidate called?"],
    ["definition", "How would it have been counted?"],
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

/** The stages that a bet can be added in, with what they mean; closing one is a verb of its own. */
const stages = [
  { value: "next", name: "next: nobody works on it yet" },
  { value: "active", name: "active: somebody works on it" },
  { value: "review", name: "review: it is done, and the team looks at what came of it" },
];

/** Asks when a bet is looked at again, and proposes the first day on which there may be something to see. */
export function dayQuestion(
  name: string,
  bet: Entity["value"],
  today: string,
  horizons?: Horizons,
): Question {
  const horizon = horizonOf(bet.level, horizons);
  const called = betLevels[Number(bet.level)];
  const [, article] = /^([aeio])/i.exec(called ?? "") ?? [];
  return {
    name,
    ask: "On which day will you look at it again?",
    path: ["bets", 0, "review"],
    start: nextReview({ value: bet }, today, horizons),
    hint: `${article ? "An" : "A"} ${called} shows something after ${horizon ? horizonText(horizon) : "some time"}. A day, or a time such as "3 weeks".`,
    optional: true,
    today,
  };
}

/** The next question about a thing to add, by what is said so far; undefined when all is asked. */
export function nextQuestion(
  value: unknown,
  kind: EntityKind,
  said: AttributeValues,
  today?: string,
  horizons?: Horizons,
): Question | undefined {
  const open = asked[kind].find(([name]) => !(name in said));
  const part = attributesOf(kind).find(({ name }) => name === open?.[0]);
  if (!open || !part) return undefined;
  const [name, ask] = open;
  if (name === "review" && today) {
    const [level, after] = [said.level?.[0], said.after?.[0]];
    return dayQuestion(name, { level, expect: { after } }, today, horizons);
  }
  const choices =
    choicesFor(value, name, said) ?? part.field.choices?.map((each) => ({ value: each, name: each }));
  const needsOne = name === "level" && !hasOpportunity(value);
  const isMissing = name === "for" && choices?.length === 0;
  return {
    name,
    ask: isMissing
      ? `${ask} No ${kindAbove[Number(said.level?.[0])]} is in the file yet; name the one you mean.`
      : ask,
    path: isMissing
      ? [possibleTargets(value, Number(said.level?.[0])).list, 0, "name"]
      : [entityKinds[kind], 0, ...part.path],
    ...(choices && choices.length > 0 && { choices }),
    ...(needsOne && {
      hint: "An intervention (level 3) needs an opportunity to stand under: add that first.",
    }),
    ...(kind === "input" &&
      name === "definition" &&
      readsAsEnglish(value) && { reads: said.name?.[0] ?? "" }),
    optional: !part.field.required && part.path.length > 0,
  };
}

/** Whether definitions can be read. */
export function readsAsEnglish(value: unknown): boolean {
  const language = valueAt(value, ["language"]);
  return typeof language !== "string" || /^en\b/i.test(language);
}

/** Whether an intervention has something to stand under. */
function hasOpportunity(value: unknown): boolean {
  return possibleTargets(value, 3).things.length > 0;
}

function choicesFor(value: unknown, name: string, said: AttributeValues): Question["choices"] {
  if (name === "level")
    return betLevels
      .map((called, level) => ({
        value: String(level),
        name: `${called} (level ${level}): ${levels[level]}`,
      }))
      .slice(0, hasOpportunity(value) ? 4 : 3);
  if (name === "stage") return stages;
  if (name !== "for") return undefined;
  const { list, things } = possibleTargets(value, Number(said.level?.[0]));
  return things.map(({ id, number, name: called }) => ({
    value: id || `#${number}`,
    name: called || id || `${lists[list]} ${number}`,
  }));
}
