import { type Command, Option } from "commander";
import {
  type AttributeValues,
  addEntity,
  attributesOf,
  type EntityKind,
  entityKinds,
  mainAttribute,
  missingAttributes,
  noOpportunity,
  placeOfNew,
  possibleTargets,
  unfinished,
} from "../../editing/add-entity.js";
import { betsIn, isOpenBet, nextReview } from "../../editing/bets.js";
import { remarksOn } from "../../editing/judge-answer.js";
import { isRefusal } from "../../editing/plan.js";
import { nextQuestion } from "../../editing/questions.js";
import { applyChange, type Change } from "../../file/change.js";
import { joinWords, shortened } from "../../file/message-text.js";
import { Failure } from "../host/exit.js";
import type { World } from "../host/world.js";
import { type AnswerCheck, type NamedAnswers, rememberingCheck } from "../prompt/answer-checks.js";
import { isTerminal, whyNotAsked } from "../prompt/pane.js";
import { commandFor, futureDay } from "./shared/bets.js";
import { carryOut, type EditOptions, editFlags, type Opened, openFile } from "./shared/edit-file.js";
import { lintOptions } from "./shared/judge-file.js";
import { oneOf, several } from "./shared/options.js";
import { stopped } from "./shared/stopped.js";

type Options = EditOptions & AttributeValues;

const names = Object.keys(entityKinds) as EntityKind[];

/** What shells complete behind the command. */
export const operands = names;

/** What a thing is called in a sentence. */
const called: Readonly<Record<EntityKind, string>> = {
  input: "an Input",
  candidate: "a candidate for an Input",
  bet: "a bet",
  result: "a result",
  guardrail: "a guardrail",
  threshold: "a threshold",
  belief: "a belief",
  misfit: "work that moves no Input",
  review: "an answer",
  history: "an earlier metric",
  considered: "a candidate",
};

export function define(command: Command): void {
  command
    .argument("<what>", `what to add: ${names.join(", ")}`)
    .argument(
      "[text]",
      "its name; of a belief or a misfit the sentence, of a bet what it bets on (if), of a review the question, of a threshold what the definition says",
    );
  for (const [flags, description, value] of editFlags) command.option(flags, description, value);
  for (const [name, takers] of takersByPart())
    command.addOption(new Option(`--${name} <text>`, describe(name, takers)).argParser(several));
}

/** The kinds of things of which each part can be said. */
function takersByPart(): Map<string, EntityKind[]> {
  const takers = new Map<string, EntityKind[]>();
  for (const kind of names)
    for (const { name } of attributesOf(kind)) takers.set(name, [...(takers.get(name) ?? []), kind]);
  return takers;
}

/** What a part says of the one kind that has it; of several, only which. */
function describe(part: string, takers: readonly EntityKind[]): string {
  const fields = takers.flatMap((kind) => attributesOf(kind).find(({ name }) => name === part)?.field ?? []);
  const [field] = fields;
  const isOne = fields.every(({ description }) => description === field?.description);
  if (!isOne || !field?.description) return `${joinWords(takers, "or")}: its ${part}`;
  const says = field.description
    .replace(/ \(chapters? [^)]*\)|\.$/g, "")
    .replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase());
  const choices = field.kind === "choice" ? `; ${field.choices?.join(", ")}` : "";
  return `${joinWords(takers, "or")}: ${says}${choices}${field.kind === "list" ? "; may be given often" : ""}`;
}

/** Adds one thing to a file: as it is said in options, or asked for in the terminal when they do not say enough. */
export async function run(world: World, [what = "", text]: string[], options: Options): Promise<number> {
  const kind = oneOf("thing to add", names)(what.toLowerCase());
  const opened = await openFile(world, options);
  const given = saidIn(kind, text, options);
  const isLonely = kind === "bet" && given.level?.[0] === "3" && given.for === undefined;
  if (isLonely && possibleTargets(opened.document.value, 3).things.length === 0)
    throw new Failure(noOpportunity);
  const kept = rememberingCheck(judgeFor(world, opened, kind, given));
  const said = await completed(world, opened, kind, given, kept.judge, options);
  if (!said) return stopped(world);
  const planned = addEntity(opened.document.value, kind, dated(kind, said, world.today()));
  if (isRefusal(planned)) throw new Failure(planned.reason);
  const [name = ""] = said[mainAttribute(kind)] ?? [];
  const thing = kind === "review" ? "the answer to" : called[kind].replace(/^an? /, "the ");
  const done = `added ${thing} "${shortened(name)}" to`;
  const hint = kind === "bet" ? dayHint(opened, planned.changes, world.today(), options) : undefined;
  const summary = { done, aside: planned.aside, hint, expects: kept.rules() };
  return carryOut(world, opened, planned.changes, summary, options);
}

/** The command that sets the day on which a new bet is looked at again, where nobody has named one. */
function dayHint(
  { document, judging }: Opened,
  changes: readonly Change[],
  today: string,
  { file }: Options,
): string | undefined {
  const after = changes.reduce(applyChange, document.value);
  const place = placeOfNew(document.value, "bet", changes);
  const bet = betsIn(after).find(({ path }) => path[1] === place[1]);
  if (!bet || !isOpenBet(bet) || bet.value.review !== undefined) return undefined;
  const command = commandFor("review", bet, betsIn(after), file);
  return `no day is set to look at it again; ${command} --next ${nextReview(bet, today, judging.horizons)} sets one`;
}

/** The same with the day of the review as a day, where it is said as a time from today; answers are of today. */
function dated(kind: EntityKind, said: AttributeValues, today: string): AttributeValues {
  if (kind === "review") return { date: [today], ...said };
  const { review } = said;
  return review ? { ...said, review: review.map((words) => futureDay("--review", words, today)) } : said;
}

/** What the options say of the thing; one that is not for it is a Failure. */
function saidIn(kind: EntityKind, text: string | undefined, options: Options): AttributeValues {
  const parts = attributesOf(kind).map(({ name }) => name);
  const given = names.flatMap((each) => attributesOf(each)).filter(({ name }) => options[name] !== undefined);
  const stray = given.find(({ name }) => !parts.includes(name));
  if (stray)
    throw new Failure(
      `--${stray.name} says nothing of ${called[kind]}, which has ${joinWords(
        parts.map((name) => `--${name}`),
        "and",
      )}`,
    );
  const said = Object.fromEntries(given.map(({ name }) => [name, options[name] ?? []]));
  const main = mainAttribute(kind);
  if (text === undefined) return said;
  if (main in said) throw new Failure(`--${main} is given twice: leave out the option or '${text}'`);
  return { ...said, [main]: [text] };
}

/** What is said, with what the person says when they are asked; undefined when they break it off. */
async function completed(
  world: World,
  opened: Opened,
  kind: EntityKind,
  said: AttributeValues,
  judge: AnswerCheck,
  { color }: Options,
): Promise<AttributeValues | undefined> {
  const { value } = opened.document;
  const missing = missingAttributes(kind, said);
  if (missing.length === 0) return said;
  if (!isTerminal(world)) {
    const flags = missing.map(({ name, field }) => `--${name} ${field.choices?.join("|") ?? "…"}`).join(" ");
    throw new Failure(`${called[kind]} needs more, and ${whyNotAsked(world)}: add ${flags}`);
  }
  const { askAll } = await import("../prompt/ask-questions.js");
  const answers = await askAll(
    world,
    (before) =>
      nextQuestion(value, kind, { ...said, ...wordsOf(before) }, world.today(), opened.judging.horizons),
    { color, judge },
  );
  if (!answers) return undefined;
  const given = new Map([...answers].filter(([, answer]) => answer !== ""));
  return { ...said, ...wordsOf(given) };
}

/** Answers as what is said; several of one question stand on lines. */
function wordsOf(answers: NamedAnswers): AttributeValues {
  return Object.fromEntries([...answers].map(([name, answer]) => [name, [answer]]));
}

/** What the rules say of an answer in the thing as far as it is known. */
function judgeFor(
  world: World,
  { document, judging }: Opened,
  kind: EntityKind,
  said: AttributeValues,
): AnswerCheck {
  const options = lintOptions(world, judging);
  return ({ name, path }, typed, before) => {
    const known = { ...said, ...wordsOf(new Map([...before].filter(([, answer]) => answer !== ""))) };
    const [without, within] = [known, { ...known, [name]: [typed] }].map((each) =>
      addEntity(document.value, kind, unfinished(kind, each)),
    );
    if (!without || !within || isRefusal(without) || isRefusal(within)) return [];
    const item = placeOfNew(document.value, kind, within.changes);
    return remarksOn(document, without.changes, within.changes, [...item, ...path.slice(2)], item, options);
  };
}
