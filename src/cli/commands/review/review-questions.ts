/** `review --questions`: the questions of a quarter one by one in a terminal, else a list of them. */

import type { Question } from "../../../editing/questions.js";
import {
  nextRound,
  type OpenQuestion,
  openQuestions,
  recordAnswers,
} from "../../../editing/review-answers.js";
import { capitalized, fileFlag, numberInWords } from "../../../file/message-text.js";
import { changeSignals } from "../../../lint/review-questions.js";
import { visible, wrap } from "../../../report/terminal-text.js";
import { exit } from "../../host/exit.js";
import { columnsOf, printMessage } from "../../host/terminal.js";
import type { World } from "../../host/world.js";
import { isTerminal } from "../../prompt/pane.js";
import { carryOut, type EditOptions, type Opened } from "../shared/edit-file.js";
import { stopped } from "../shared/stopped.js";

export async function reviewQuestions(world: World, opened: Opened, options: EditOptions): Promise<number> {
  const today = world.today();
  const open = openQuestions(opened.document.value, today);
  if (open.length === 0) {
    printMessage(
      world,
      `the questions are answered in ${opened.name}; they come up again from ${nextRound(opened.document.value)} on`,
    );
    return exit.done;
  }
  if (!isTerminal(world)) {
    world.stdout.write(listOf(open, columnsOf(world, world.stdout), options));
    return exit.done;
  }
  const { askAll } = await import("../../prompt/ask-questions.js");
  const questions = open.map((each, index) => questionFor(each, index, open.length));
  const said = await askAll(world, (before) => questions.find(({ name }) => !before.has(name)), {
    color: options.color,
    canEnd: true,
  });
  if (!said) return stopped(world);
  const answers = open.flatMap(({ question }, index) => {
    const answer = said.get(String(index)) ?? "";
    return answer === "" ? [] : [{ question, answer }];
  });
  if (answers.length === 0) {
    printMessage(world, "nothing was written: no question was answered");
    return exit.done;
  }
  const many = answers.length === 1 ? "an answer" : `${numberInWords(answers.length)} answers`;
  const left = open.length - answers.length;
  return carryOut(
    world,
    opened,
    recordAnswers(answers, today),
    {
      done: `kept ${many} under reviews in`,
      hint:
        left > 0
          ? `${left === 1 ? "one question is" : `${numberInWords(left)} questions are`} open; northstar review --questions${fileFlag(options.file)} asks again`
          : undefined,
    },
    options,
  );
}

function questionFor({ question, hint, before }: OpenQuestion, index: number, many: number): Question {
  const last = before ? ` On ${before.date} you said: ${visible(before.answer)}` : "";
  return {
    name: String(index),
    ask: `${index + 1} of ${many}: ${question}`,
    hint: `${hint}${last}`,
    path: ["reviews", 0, "answer"],
    // An example would answer one of the questions only.
    start: "",
    optional: true,
  };
}

/** The questions with what was said to them, how to answer one, and what tells of a change. */
function listOf(open: readonly OpenQuestion[], width: number, { file }: EditOptions): string {
  const many =
    open.length === 1 ? "One question is" : `${capitalized(numberInWords(open.length))} questions are`;
  const parts = open.map(({ question, hint, before }) => [
    ...wrap(question, width),
    ...wrap(hint, width - 2).map((line) => `  ${line}`),
    ...(before
      ? wrap(`${before.date}: ${visible(before.answer)}`, width - 2).map((line) => `  ${line}`)
      : []),
  ]);
  const signs = changeSignals.flatMap((each) =>
    wrap(each, width - 2).map((line, index) => `${index === 0 ? "- " : "  "}${line}`),
  );
  const [first] = open;
  return `${[
    wrap(`${many} open this quarter. In a terminal they are asked one by one; or answer one with`, width),
    [`  northstar add review "${first?.question}" --answer "…"${fileFlag(file)}`],
    ...parts,
    [...wrap("It may be time for another North Star when", width), ...signs],
  ]
    .map((lines) => lines.join("\n"))
    .join("\n\n")}\n`;
}
