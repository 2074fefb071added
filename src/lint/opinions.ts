/** What the model says of the texts of a North Star. */
import { isOpen, type Northstar } from "../file/northstar.js";
import { type Point, points } from "../file/problem.js";
import { isAscii } from "../file/text.js";
import type { Objection } from "../model/linear.js";
import {
  type Opinion,
  opinionOfAnswer,
  opinionOfBet,
  opinionOfInput,
  opinionOfMetric,
} from "../model/model.js";
import { hasBlank } from "../reading/blank.js";
import type { Lexicon } from "../reading/lexicon.js";
import { type Reading, read } from "../reading/reading.js";
import { answerTo } from "./answer.js";

/** The opinion of each text; null where a text says too little, or is none that the model knows. */
export interface Opinions {
  metric: Opinion<Objection<"metric">> | null;
  /** In the order of the file, as `bets`. */
  inputs: readonly (Opinion<Objection<"input">> | null)[];
  /** Of the `if` of level-2 and level-3 bets that are open. */
  bets: readonly (Opinion<Objection<"opportunity" | "intervention">> | null)[];
  answers: Readonly<Record<Point, Opinion<Objection<"answer">> | null>>;
}

/** What the model says, each kind of text when it is first asked for. */
export function opinionsOf(
  star: Northstar,
  readings: { metric: Reading; inputs: readonly Reading[] },
  lexicon?: Lexicon,
): Opinions {
  const known: { -readonly [Key in keyof Opinions]?: Opinions[Key] } = {};
  return {
    get metric() {
      if (known.metric === undefined)
        known.metric = isForModel(readings.metric, lexicon) ? opinionOfMetric(readings.metric) : null;
      return known.metric;
    },
    get inputs() {
      known.inputs ??= readings.inputs.map((input) =>
        isForModel(input, lexicon) ? opinionOfInput(input, readings.metric) : null,
      );
      return known.inputs;
    },
    get bets() {
      known.bets ??= (star.bets ?? []).map(betOpinion);
      return known.bets;
    },
    get answers() {
      known.answers ??= Object.fromEntries(
        points.map((point) => [point, answerOpinion(star, point)]),
      ) as Opinions["answers"];
      return known.answers;
    },
  };
}

/** What a team says in words of its own is nothing that the model has learnt. */
function isForModel(reading: Reading, lexicon: Lexicon | undefined): boolean {
  const own = lexicon && hasValue(reading) && !hasValue(read(reading.name, reading.definition));
  return !own && isSaid(reading.definition);
}

function hasValue({ acts }: Reading): boolean {
  return acts.some(({ kind }) => kind === "value");
}

/** Whether a text has so many words; of fewer the model knows too little. */
function isSaid(text: string, words = 2): boolean {
  const word = isAscii(text) ? /[A-Za-z][A-Za-z']*/g : /\p{L}[\p{L}\p{M}'’]*/gu;
  let found = 0;
  while (found < words && word.test(text)) found += 1;
  return found === words;
}

function betOpinion(bet: NonNullable<Northstar["bets"]>[number]): Opinions["bets"][number] {
  if (!isOpen(bet) || hasBlank(bet.if) || !isSaid(bet.if)) return null;
  return bet.level === 2 || bet.level === 3 ? opinionOfBet(bet.level, bet.if) : null;
}

function answerOpinion(star: Northstar, point: Point): Opinion<Objection<"answer">> | null {
  const answer = answerTo(star, point);
  return answer && answer.empty === null && isSaid(answer.text, 3)
    ? opinionOfAnswer(point, answer.text)
    : null;
}
