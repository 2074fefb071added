/** Which words of a statement speak for it and which against it, as the model reads them. */
import { betLevels, type Northstar } from "../file/northstar.js";
import { type Path, points } from "../file/problem.js";
import {
  type Opinion,
  opinionOfAnswer,
  opinionOfBet,
  opinionOfInput,
  opinionOfMetric,
} from "../model/model.js";
import { contentWords } from "../reading/content-words.js";
import type { Lexicon } from "../reading/lexicon.js";
import { read } from "../reading/reading.js";
import { tokenize } from "../reading/token.js";
import type { Subject } from "./rule.js";

/** A statement that the model has an opinion of. */
export interface Evidence {
  /** What it is: "metric", "Input", "opportunity", "answer to point 3 (leading)". */
  what: string;
  /** Its name, or what it says. */
  title: string;
  path: Path;
  /** How likely a coach objects. */
  percent: number;
  /** The words without which a coach would object more, and those without which less; the weightiest first. */
  speaksFor: readonly string[];
  speaksAgainst: readonly string[];
}

/** The evidence of every statement that the model has an opinion of, in the order of the format. */
export function evidenceIn({ star, metric, opinions }: Subject, lexicon?: Lexicon): Evidence[] {
  const metricScore = (name: string, definition: string) => opinionOfMetric(read(name, definition, lexicon));
  const inputScore = (name: string, definition: string) =>
    opinionOfInput(read(name, definition, lexicon), metric);
  return [
    ...evidenceOf(opinions.metric, "metric", [], star, metricScore),
    ...star.inputs.flatMap((input, index) =>
      evidenceOf(opinions.inputs[index], "Input", ["inputs", index], input, inputScore),
    ),
    ...(star.bets ?? []).flatMap((bet, index) => {
      const said = { name: "", definition: bet.if };
      const path = ["bets", index, "if"];
      return evidenceOf(opinions.bets[index], betLevels[bet.level], path, said, (_, text) =>
        opinionOfBet(bet.level === 2 ? 2 : 3, text),
      );
    }),
    ...points.flatMap((point, index) => {
      const said = { name: "", definition: star.checklist?.[point] ?? "" };
      const what = `answer to point ${index + 1} (${point})`;
      const path = ["checklist", point];
      return evidenceOf(opinions.answers[point], what, path, said, (_, text) => opinionOfAnswer(point, text));
    }),
  ];
}

type Said = Pick<Northstar, "name" | "definition">;

function evidenceOf(
  opinion: Opinion<string> | null | undefined,
  what: string,
  path: Path,
  { name, definition }: Said,
  opinionOf: (name: string, definition: string) => Opinion<string>,
): Evidence[] {
  if (!opinion) return [];
  const { percent, score } = opinion;
  const changes = [
    ...changesIn(definition, (text) => score - opinionOf(name, text).score),
    ...changesIn(name, (text) => score - opinionOf(text, definition).score),
  ];
  return [
    {
      what,
      title: name || definition,
      path,
      percent,
      speaksFor: weightiest(changes.map(({ word, change }) => ({ word, change: -change }))),
      speaksAgainst: weightiest(changes),
    },
  ];
}

/** How much each word of a text adds to a score. */
function changesIn(text: string, changeWith: (rest: string) => number): { word: string; change: number }[] {
  return tokenize(text)
    .filter(({ sign, text: word }) => !sign && contentWords(word).size > 0)
    .map(({ text: word, start, end }) => ({
      word: word.toLowerCase(),
      change: changeWith(`${text.slice(0, start)}${text.slice(end).trimStart()}`),
    }));
}

/** How many words are told, and how much a word has to weigh, in units of 2^-16 of a logit. */
const mostWords = 5;
const leastWeight = 0.15 * 65536;

function weightiest(changes: readonly { word: string; change: number }[]): string[] {
  const sorted = changes.filter(({ change }) => change >= leastWeight).sort((a, b) => b.change - a.change);
  return [...new Set(sorted.map(({ word }) => word))].slice(0, mostWords);
}
