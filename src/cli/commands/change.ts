import type { Command } from "commander";
import { betsIn, isOpenBet } from "../../editing/bets.js";
import {
  betsOnMetric,
  betsUnder,
  changeMetric,
  isRefinement,
  type MetricChange,
} from "../../editing/change-metric.js";
import { type Entity, entitiesIn, labelOf, pickEntity } from "../../editing/entities.js";
import { remarksOn } from "../../editing/judge-answer.js";
import { isRefusal } from "../../editing/plan.js";
import { type Question, readsAsEnglish } from "../../editing/questions.js";
import { type Change, valueAt } from "../../file/change.js";
import { fileFlag, joinWords, numberInWords, quoted, shortened } from "../../file/message-text.js";
import { betLevels } from "../../file/northstar.js";
import { answerFor } from "../../interview/assignments.js";
import { wrap } from "../../report/terminal-text.js";
import { Failure } from "../host/exit.js";
import { columnsOf } from "../host/terminal.js";
import type { World } from "../host/world.js";
import { type AnswerCheck, type NamedAnswers, rememberingCheck } from "../prompt/answer-checks.js";
import { isTerminal, whyNotAsked } from "../prompt/pane.js";
import { openBet } from "./shared/bets.js";
import {
  carryOut,
  type EditOptions,
  type EditSummary,
  editFlags,
  type Opened,
  openFile,
} from "./shared/edit-file.js";
import { lintOptions } from "./shared/judge-file.js";
import { day, oneOf, several } from "./shared/options.js";
import { stopped } from "./shared/stopped.js";

interface Options extends EditOptions {
  name?: string;
  definition?: string;
  game?: string;
  reason?: string;
  date?: string;
  keepInputs?: true;
  dropInput?: string[];
  keepBets?: true;
  closeBet?: string[];
}

const games = ["attention", "transaction", "productivity"] as const;

export function define(command: Command): void {
  command
    .option(
      "--name <text>",
      "what the new metric is called; without it, the same idea is counted in another way",
    )
    .option("--definition <text>", "how exactly it is counted")
    .option("--game <name>", `the game, if that is another too: ${games.join(", ")}`, oneOf("game", games))
    .option("--reason <text>", "why the old metric is left")
    .option("--keep-inputs", "keep all Inputs, and ask nothing about them")
    .option(
      "--drop-input <input>",
      "an Input that goes with the old metric, by id or name; may be given often",
      several,
    )
    .option("--keep-bets", "keep all bets, and ask nothing about them")
    .option(
      "--close-bet <bet>",
      "an open bet that ends with the old metric, as unclear and with the reason; may be given often",
      several,
    )
    .option("--date <day>", "the day of the change, as YYYY-MM-DD; today when left out", day("--date"));
  for (const [flags, description, value] of editFlags) command.option(flags, description, value);
}

/** Puts another metric, or another wording of it, in the place of what was, which stays in the history. */
export async function run(world: World, _: string[], options: Options): Promise<number> {
  const opened = await openFile(world, options);
  const { value } = opened.document;
  const former = textAt(value, "name");
  if (former === undefined)
    throw new Failure(
      `${opened.name} names no metric that could be left; northstar set name "…"${fileFlag(opened.name)} gives it one`,
    );
  if (options.keepInputs && options.dropInput)
    throw new Failure("--keep-inputs keeps all Inputs: leave it out, or --drop-input");
  if (options.keepBets && options.closeBet)
    throw new Failure("--keep-bets keeps all bets: leave it out, or --close-bet");
  const kept = rememberingCheck(judgeFor(world, opened));
  const course = await completed(world, opened, former, kept, options);
  if (!course) return stopped(world);
  const summary = isRefinement(value, course.name)
    ? refined(value, course, options)
    : replaced(world, value, former, course, options);
  const expects = [...kept.rules(), ...((course.left ?? []).length > 0 ? ["too-few-inputs"] : [])];
  return carryOut(world, opened, changeMetric(opened.document, course), { ...summary, expects }, options);
}

/** What is said of the same idea, counted in another way. */
function refined(value: unknown, course: MetricChange, { file }: Options): EditSummary {
  if (textAt(value, "definition") === course.definition)
    throw new Failure(
      "that is the name and the definition that are there already; --definition says another one",
    );
  const history = valueAt(value, ["history"]);
  const number = Array.isArray(history) ? history.length + 1 : 1;
  return {
    done: `"${shortened(course.name)}" is counted in another way in`,
    aside: "the old wording is in its history now, and all else that was said of it stays",
    hint: course.reason
      ? undefined
      : `the history does not say why; northstar set history.#${number}.reason "…"${fileFlag(file)} does`,
  };
}

/** What is said of another metric. */
function replaced(
  world: World,
  value: unknown,
  former: string,
  course: MetricChange,
  options: Options,
): EditSummary {
  const { left = [], ended = [] } = course;
  const many = entitiesIn(value, "inputs").length - left.length;
  const isTold = options.keepInputs || left.length > 0 || many === 0 || isTerminal(world);
  const gone = left.map((input) => labelOf(input, "inputs"));
  const closed = ended.map((bet) => labelOf(bet, "bets"));
  const aside = [
    ...(gone.length > 0 ? [`; ${joinWords(gone, "and")} ${gone.length === 1 ? "goes" : "go"} with it`] : []),
    ...(closed.length > 0 ? [`; closed as unclear: ${joinWords(closed, "and")}`] : []),
  ].join("");
  const stays = ({ number }: Entity) => !ended.some((bet) => bet.number === number);
  const width = columnsOf(world, world.stdout);
  return {
    done: `"${shortened(course.name)}" takes the place of "${shortened(former)}" in`,
    aside: `what was said of the old metric is in its history now${aside}`,
    hint: isTold
      ? undefined
      : `the ${numberInWords(many)} ${many === 1 ? "Input stays" : "Inputs stay"}, as with --keep-inputs; --drop-input would have left one out`,
    more: [
      listed(
        betsUnder(value, left).filter(stays),
        "These bets stand under an Input that is gone. Close each, or give it another Input:",
        width,
      ),
      listed(
        betsOnMetric(value, course).filter(stays),
        `These bets spoke of ${shortened(former)}. Look at each: does it still hold?`,
        width,
      ),
    ].join(""),
  };
}

/** The bets to look at, each with its level. */
function listed(bets: readonly Entity[], head: string, width: number): string {
  if (bets.length === 0) return "";
  const lines = bets.flatMap(({ id, number, value }) => {
    const says = `${id || `#${number}`} · ${betLevels[Number(value.level)]}: if ${value.if}, then ${value.then}`;
    return wrap(says, width - 2).map((line, index) => `${index === 0 ? "  " : "    "}${line}`);
  });
  return `${[...wrap(head, width), "", ...lines, ""].join("\n")}\n`;
}

/** What the rules say of a name or a definition, as if it were there already. */
function judgeFor(world: World, { document, judging }: Opened): AnswerCheck {
  const options = lintOptions(world, judging);
  return ({ name, path }, typed, before) => {
    if (name !== "name" && name !== "definition") return [];
    const set = (said: NamedAnswers): Change[] =>
      ["name", "definition"].map((key) => ({ set: [key], to: said.get(key) || "____" }));
    return remarksOn(document, set(before), set(new Map([...before, [name, typed]])), path, [], options);
  };
}

/** All that is needed, given or asked for; undefined when the person breaks it off. */
async function completed(
  world: World,
  opened: Opened,
  former: string,
  { judge }: { judge: AnswerCheck },
  options: Options,
): Promise<MetricChange | undefined> {
  const { value } = opened.document;
  const given = givenIn(options, former, value);
  const missing = missingIn(given, former);
  let said: NamedAnswers = given;
  if (missing.length > 0) {
    if (!isTerminal(world)) {
      const flags = missing.map((name) => `--${name} "…"`).join(" ");
      throw new Failure(`a change needs more, and ${whyNotAsked(world)}: add ${flags}`);
    }
    const { askAll } = await import("../prompt/ask-questions.js");
    const known = (before: NamedAnswers) => new Map([...given, ...before]);
    const answers = await askAll(
      world,
      (before) =>
        questionsFor(value, former, known(before), options).find(({ name }) => !known(before).has(name)),
      { color: options.color, judge: (question, typed, before) => judge(question, typed, known(before)) },
    );
    if (!answers) return undefined;
    said = known(answers);
  }
  return courseOf(world, value, former, said, options);
}

/** What the options say; a definition alone is that of the same idea. */
function givenIn(
  { name, definition, game, reason }: Options,
  former: string,
  value: unknown,
): Map<string, string> {
  const isSame = name === undefined && definition !== undefined;
  const said = {
    name: isSame ? former : name,
    definition: definition ?? (name === undefined ? undefined : plannedDefinition(value, name)),
    game,
    reason,
  };
  return new Map(Object.entries(said).flatMap(([key, text]) => (text === undefined ? [] : [[key, text]])));
}

/** How a metric is counted that the file has as the next one. */
function plannedDefinition(value: unknown, name: string): string | undefined {
  const next = Object(valueAt(value, ["next"])) as { name?: unknown; definition?: unknown };
  return next.name === name && typeof next.definition === "string" ? next.definition : undefined;
}

/** What cannot be left out; why the same idea is counted in another way can. */
function missingIn(given: NamedAnswers, former: string): string[] {
  const needed = given.get("name") === former ? ["definition"] : ["name", "definition", "reason"];
  return needed.filter((name) => !given.has(name));
}

/** The questions by what is said so far. */
function questionsFor(value: unknown, former: string, said: NamedAnswers, options: Options): Question[] {
  const name = said.get("name") || former;
  const isSame = name === former;
  const game = textAt(value, "game");
  const definition = textAt(value, "definition");
  const start = isSame ? definition : plannedDefinition(value, name);
  const next = valueAt(value, ["next", "name"]);
  const planned = typeof next === "string" ? ` ${quoted(next)} is next, by the file.` : "";
  const reads = readsAsEnglish(value) ? { reads: name } : {};
  return [
    {
      name: "name",
      ask: "What is the new metric called?",
      hint: `Enter without a name keeps ${quoted(former)}: the same idea, counted in another way.${planned}`,
      path: ["name"],
      optional: true,
    },
    {
      name: "definition",
      ask: "How exactly is it counted?",
      path: ["definition"],
      ...reads,
      ...(start && { start }),
    },
    ...(isSame ? [] : [gameQuestion(game)]),
    {
      name: "reason",
      ask: isSame ? "Why is it counted in another way?" : "Why is the old metric left?",
      path: ["history", 0, "reason"],
      optional: isSame,
    },
    ...(isSame || options.keepInputs || options.dropInput ? [] : inputQuestions(value)),
    ...(isSame || options.keepBets || options.closeBet ? [] : betQuestions(value)),
  ];
}

function gameQuestion(game: string | undefined): Question {
  return {
    name: "game",
    ask: "Which game does the product play now?",
    path: ["game"],
    choices: games.map((each) => ({ value: each, name: each === game ? `${each}, as before` : each })),
    ...(game && { start: game }),
  };
}

/** Of each Input, whether it stays. */
function inputQuestions(value: unknown): Question[] {
  return entitiesIn(value, "inputs").map((input) => {
    const { length } = betsUnder(value, [input]);
    return {
      name: nameFor(input, "inputs"),
      ask: `Does the Input ${input.name || labelOf(input, "inputs")} stay?`,
      ...(length > 0 && {
        hint: `${length === 1 ? "One open bet stands" : `${length} open bets stand`} under it; each is asked about.`,
      }),
      path: ["inputs"],
      choices: [
        { value: "stays", name: "it stays" },
        { value: goes, name: "it goes, and the history keeps it" },
      ],
    };
  });
}

/** Of each open bet, whether it stays. */
function betQuestions(value: unknown): Question[] {
  return betsIn(value)
    .filter(isOpenBet)
    .map((bet) => ({
      name: nameFor(bet, "bets"),
      ask: `Does this ${betLevels[Number(bet.value.level)] ?? "bet"} stay: if ${bet.value.if}, then ${bet.value.then}?`,
      path: ["bets"],
      choices: [
        { value: "stays", name: "it stays" },
        { value: goes, name: "it ends with the old metric: closed as unclear, with the reason" },
      ],
    }));
}

const goes = "goes";

function nameFor({ number }: Entity, list: "inputs" | "bets"): string {
  return `${list}.${number}`;
}

function courseOf(
  world: World,
  value: unknown,
  former: string,
  said: NamedAnswers,
  options: Options,
): MetricChange {
  const name = said.get("name") || former;
  const [definition = "", reason = "", game = ""] = ["definition", "reason", "game"].map((key) =>
    said.get(key),
  );
  for (const [key, text] of Object.entries({ name, definition, reason })) {
    const answer = key === "reason" && text === "" ? "" : answerFor(text, pathOf(key));
    if (isRefusal(answer)) throw new Failure(`--${key}: ${answer.reason}`);
  }
  return {
    name,
    definition,
    ...(game && { game }),
    ...(reason && { reason }),
    date: options.date ?? world.today(),
    left: leftIn(value, said, options),
    ended: endedIn(value, said, options),
  };
}

function pathOf(key: string): (string | number)[] {
  return key === "reason" ? ["history", 0, "reason"] : [key];
}

/** The Inputs that go, by what options or answers say. */
function leftIn(value: unknown, said: NamedAnswers, { dropInput = [] }: Options): Entity[] {
  const inputs = entitiesIn(value, "inputs");
  const named = dropInput.map((each) => {
    const input = pickEntity(each, inputs, "inputs");
    if (isRefusal(input)) throw new Failure(`--drop-input: ${input.reason}`);
    return input;
  });
  return [...new Set([...named, ...inputs.filter((input) => said.get(nameFor(input, "inputs")) === goes)])];
}

/** The bets that end with the old metric. */
function endedIn(value: unknown, said: NamedAnswers, { closeBet = [] }: Options): Entity[] {
  const bets = betsIn(value);
  const named = closeBet.map((each) => openBet(each, bets));
  return [...new Set([...named, ...bets.filter((bet) => said.get(nameFor(bet, "bets")) === goes)])];
}

function textAt(value: unknown, key: string): string | undefined {
  const text = valueAt(value, [key]);
  return typeof text === "string" ? text : undefined;
}
