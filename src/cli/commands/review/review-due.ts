/** `review due`: one question for each item that is due in a terminal, else the commands that answer it. */
import type { Horizons } from "../../../config/config.js";
import { betsIn, closeBet, nextReview } from "../../../editing/bets.js";
import { type Due, dueIn, nextDay, recordReview } from "../../../editing/due.js";
import { type Entity, labelOf } from "../../../editing/entities.js";
import { dayQuestion, type Question } from "../../../editing/questions.js";
import type { Change } from "../../../file/change.js";
import { capitalized, fileFlag, joinWords, numberInWords } from "../../../file/message-text.js";
import { betLevels } from "../../../file/northstar.js";
import { visible, wrap } from "../../../report/terminal-text.js";
import { exit } from "../../host/exit.js";
import { columnsOf, printMessage } from "../../host/terminal.js";
import type { World } from "../../host/world.js";
import type { NamedAnswers } from "../../prompt/answer-checks.js";
import { isTerminal } from "../../prompt/pane.js";
import { commandFor, futureDay } from "../shared/bets.js";
import { carryOut, type EditOptions, type Opened } from "../shared/edit-file.js";
import { stopped } from "../shared/stopped.js";

export async function reviewDue(world: World, opened: Opened, options: EditOptions): Promise<number> {
  const today = world.today();
  const { value } = opened.document;
  const due = dueIn(value, today);
  if (due.bets.length === 0 && due.star === undefined) {
    const next = nextDay(value, today);
    printMessage(world, `nothing is due in ${opened.name}${next ? `; the next day is ${next}` : ""}`);
    return exit.done;
  }
  if (!isTerminal(world)) {
    world.stdout.write(listOf(world, due, opened, options));
    return exit.done;
  }
  const { askAll } = await import("../../prompt/ask-questions.js");
  const questions = due.bets.map((bet, index) =>
    questionsOn(bet, String(index), today, opened.judging.horizons),
  );
  const next = (said: NamedAnswers) =>
    questions.flatMap((of) => of(said)).find(({ name }) => !said.has(name)) ?? starQuestion(due, said);
  const said = await askAll(world, next, { color: options.color });
  if (!said) return stopped(world);
  return await decide(world, opened, due, said, options);
}

const verdicts = ["won", "lost", "unclear"];

/** What is asked of a bet by what is said so far: what becomes of it, and then what it taught or when it is next. */
function questionsOn(
  bet: Entity,
  name: string,
  today: string,
  horizons?: Horizons,
): (said: NamedAnswers) => Question[] {
  const what: Question = {
    name,
    ask: `${bet.id ? `${bet.id}: i` : "I"}f ${bet.value.if}, then ${bet.value.then}. What becomes of it?`,
    hint: dueLine(bet),
    path: ["bets"],
    choices: [
      { value: "won", name: "close it: it was won" },
      { value: "lost", name: "close it: it was lost, which is a normal, good thing" },
      { value: "unclear", name: "close it: it stays unclear" },
      { value: "keep", name: "keep it, and look again on another day" },
      { value: "skip", name: "skip it for now" },
    ],
  };
  const learned: Question = {
    name: `${name}.learned`,
    ask: "What do you know now that you did not know when you made this bet?",
    path: ["bets", 0, "outcome", "learned"],
  };
  const { optional: _, ...day } = dayQuestion(`${name}.next`, bet.value, today, horizons);
  return (said) => {
    const decision = said.get(name);
    if (decision !== undefined && verdicts.includes(decision)) return [what, learned];
    return decision === "keep" ? [what, day] : [what];
  };
}

function dueLine({ value }: Entity): string {
  return `${betLevels[Number(value.level)] ?? "bet"}, due since ${value.review}`;
}

function starQuestion({ star }: Due, said: NamedAnswers): Question | undefined {
  if (star === undefined || said.has("star")) return undefined;
  return {
    name: "star",
    ask: "The North Star itself: look at the metric and the Inputs again. Does it still hold?",
    hint: `due since ${star}`,
    path: ["review"],
    choices: [
      { value: "holds", name: "it holds: note that you looked at it today" },
      { value: "change", name: "it does not" },
      { value: "skip", name: "skip it for now" },
    ],
  };
}

async function decide(
  world: World,
  opened: Opened,
  due: Due,
  said: NamedAnswers,
  options: EditOptions,
): Promise<number> {
  const today = world.today();
  const decisions = due.bets.flatMap((bet, index) => decisionOn(bet, String(index), said, today));
  const holds = said.get("star") === "holds";
  const changes = [...decisions.flatMap((each) => each.changes), ...(holds ? recordReview(today) : [])];
  const hint =
    said.get("star") === "change"
      ? `northstar change${fileFlag(options.file)} puts another metric in the place of this one`
      : undefined;
  if (changes.length === 0) {
    printMessage(world, `nothing was written${hint ? `; ${hint}` : ""}`);
    return exit.done;
  }
  const done = [...decisions.map((each) => each.done), ...(holds ? ["the North Star holds"] : [])];
  return carryOut(
    world,
    opened,
    changes,
    { done: "noted the review in", aside: joinWords(done, "and"), hint },
    options,
  );
}

function decisionOn(
  bet: Entity,
  name: string,
  said: NamedAnswers,
  today: string,
): { changes: Change[]; done: string }[] {
  const decision = said.get(name) ?? "skip";
  const label = labelOf(bet, "bets");
  if (decision === "skip") return [];
  if (decision === "keep") {
    const day = futureDay("the next day", said.get(`${name}.next`) ?? "", today);
    return [{ changes: [{ set: [...bet.path, "review"], to: day }], done: `${label} is next on ${day}` }];
  }
  const outcome = { date: today, verdict: decision, learned: said.get(`${name}.learned`) ?? "" };
  return [{ changes: closeBet(bet, outcome), done: `${label} is closed as ${decision}` }];
}

/** What is due, each with the commands that deal with it. */
function listOf(
  world: World,
  { bets, star }: Due,
  { document, judging }: Opened,
  { file }: EditOptions,
): string {
  const all = betsIn(document.value);
  const width = columnsOf(world, world.stdout);
  const today = world.today();
  const many = bets.length + (star === undefined ? 0 : 1);
  const parts = bets.map((bet) => [
    ...wrap(`${labelOf(bet, "bets")}: ${dueLine(bet)}`, width),
    ...wrap(visible(`if ${bet.value.if}, then ${bet.value.then}`), width - 2).map((line) => `  ${line}`),
    `  ${commandFor("close", bet, all, file)} --verdict lost --learned "…"`,
    `  ${commandFor("review", bet, all, file)} --next ${nextReview(bet, today, judging.horizons)}`,
  ]);
  if (star !== undefined)
    parts.push([
      `the North Star: due since ${star}`,
      `  northstar set review.last ${today}${fileFlag(file)}`,
      `  northstar change${fileFlag(file)}`,
    ]);
  const head = wrap(
    `${capitalized(numberInWords(many))} ${many === 1 ? "thing is" : "things are"} due. Close a bet as won, lost or unclear, or look again on another day:`,
    width,
  );
  return `${[head, ...parts].map((lines) => lines.join("\n")).join("\n\n")}\n`;
}
