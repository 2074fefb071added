/** Leading a person through an interview in a terminal. */
import { judgeAnswer } from "../interview/judge.js";
import {
  checkLines,
  commands,
  keyLines,
  type Pane,
  questionLines,
  readingLines,
  sentenceLines,
  verdictLines,
} from "../interview/screen.js";
import {
  answer,
  type BlankStep,
  back,
  type CheckStep,
  currentStep,
  nameOf,
  reopen,
  type Session,
  type Step,
  skip,
  skipPart,
  subjectOf,
} from "../interview/session.js";
import { candidatesFor } from "../interview/words.js";
import type { LintOptions } from "../lint/lint.js";
import { wrap } from "../report/text.js";
import { type Asker, askerFor, type Choice, type Reply } from "./prompt.js";
import type { World } from "./world.js";

/** Where an interview stands when it is over, and whether the person broke it off. */
export interface Interviewed {
  session: Session;
  stopped: boolean;
}

/** Asks step after step until there is nothing left to ask. `grow` may replace the session after each. */
export async function interview(
  world: World,
  start: Session,
  pane: Pane,
  options: LintOptions,
  grow: (session: Session) => Session,
): Promise<Interviewed> {
  const asker = askerFor(world, pane.theme);
  let session = start;
  for (let step = currentStep(session); step; step = currentStep(session)) {
    const reply = await (step.kind === "check"
      ? confirm(asker, session, step, pane)
      : ask(asker, session, step, pane, options));
    // What was judged is kept, and asked about again.
    if ("left" in reply && reply.before !== undefined) session = grow(back(answer(session, reply.before)));
    if ("left" in reply && reply.left === "stop") return { session, stopped: true };
    session = grow(moved(session, step, reply));
    if ("said" in reply && step.kind === "blank") show(step, reply.said);
  }
  return { session, stopped: false };

  /** A sentence stays on the screen when it is complete. */
  function show(step: BlankStep, said: string): void {
    const next = currentStep(session);
    if (next?.kind === "blank" && next.base === step.base && next.sentence === step.sentence) return;
    const lines = sentenceLines(session, step, said, { ...pane, width: pane.width - 2 });
    const signed = lines.map((line, index) => `${index === 0 ? pane.theme.met("✔") : " "} ${line}\n`);
    if (lines.length > 0) world.stderr.write(`${signed.join("")}\n`);
  }
}

function moved(session: Session, step: Step, reply: Reply<string>): Session {
  if ("said" in reply)
    return step.kind === "check" && reply.said === no ? reopen(session) : answer(session, reply.said);
  switch (reply.left) {
    case "back":
      return back(session);
    case "next":
      return skipPart(session);
    case "more":
    case "stop":
      return session;
    case "skip":
      return skip(session);
  }
}

async function ask(
  asker: Asker,
  session: Session,
  step: BlankStep,
  pane: Pane,
  options: LintOptions,
): Promise<Reply<string>> {
  const choices = choicesFor(session, step);
  if (choices.length > 0) return await choose(asker, session, step, choices, pane);
  const start = session.answers.get(nameOf(step)) ?? "";
  return await asker.text({
    start,
    above: (typed, more) => questionLines(session, step, typed, more, pane),
    below: (typed, given, offered) => {
      const reading = readingLines(session, step, typed, pane);
      const found = given ? verdictLines(judgeAnswer(session, step, typed, options), pane) : [];
      const parts = [reading, found, keyLines(textKeys(typed, given, offered), pane)];
      return parts
        .filter((lines) => lines.length > 0)
        .flatMap((lines, index) => (index > 0 ? ["", ...lines] : lines));
    },
    judge: (typed) => {
      const verdict = judgeAnswer(session, step, typed, options);
      if ("refused" in verdict) return "refused";
      return verdict.remarks.length > 0 ? "doubted" : "taken";
    },
  });
}

/** The keys that do something now: inside of an answer those that leave it are part of it. */
function textKeys(typed: string, given: boolean, offered: boolean): [string, string][] {
  if (offered) {
    const enter = given ? "again keeps it" : "keeps it";
    return [["Enter", enter], ["←", "changes it"], ["typing", "replaces it"], ...leavingKeys];
  }
  return typed === "" ? [["Enter", "skips"], ...leavingKeys] : [["Enter", "goes on"], stopKey];
}

const stopKey: [string, string] = ["Ctrl-C", "stops"];

const leavingKeys: [string, string][] = [
  [commands.back, "back"],
  [commands.next, "next part"],
  [commands.more, "more"],
  stopKey,
];

const choiceKeys: [string, string][] = [["↑↓ Enter", "choose"], ...leavingKeys];

const later = "";
const no = "no";

/** What can be chosen, when it is not free text. */
function choicesFor(session: Session, step: BlankStep): Choice<string>[] {
  const isTarget = step.path[0] === "bets" && step.path.at(-1) === "for";
  const choices = isTarget
    ? candidatesFor(session, step.path.slice(0, -1)).map(({ id, name }) => ({ value: id, name }))
    : (step.field?.choices ?? []).map((choice) => ({ value: choice, name: choice }));
  return choices.length > 0 ? [...choices, { value: later, name: "skip this for now" }] : [];
}

async function choose(
  asker: Asker,
  session: Session,
  step: BlankStep,
  choices: readonly Choice<string>[],
  pane: Pane,
): Promise<Reply<string>> {
  let start = session.answers.get(nameOf(step));
  const hasStatements = step.question.says.length > 0;
  let isSuggested = start !== undefined || !hasStatements;
  let ticked: readonly string[] = [];
  for (;;) {
    let told: string[] = [];
    if (!isSuggested) {
      const reply = await suggest(asker, session, step, ticked, pane);
      if ("left" in reply) return { left: reply.left };
      ticked = reply.said;
      const spoken = spokenFor(step, ticked);
      start = spoken[0];
      if (start) told = [`What you ticked speaks for ${spoken.join(" as much as for ")}.`, ""];
    }
    const reply = await patient((more) =>
      asker.choose({
        above: [...questionLines(session, step, start ?? "", more, pane), ...told],
        choices: choices.map((choice) => ({
          ...choice,
          name: wrap(choice.name, pane.width - 2).join("\n  "),
        })),
        ...(start && { start }),
        keys: keyLines(choiceKeys, pane),
      }),
    );
    isSuggested = false;
    if ("left" in reply && reply.left === "back" && hasStatements) continue;
    return "said" in reply && reply.said === later ? { left: "skip" } : reply;
  }
}

/** Asks which statements hold. */
async function suggest(
  asker: Asker,
  session: Session,
  step: BlankStep,
  ticked: readonly string[],
  pane: Pane,
): Promise<Reply<string[]>> {
  const { says } = step.question;
  return await patient((more) =>
    asker.tick({
      ticked,
      above: [
        ...questionLines(session, step, "", more, pane),
        ...wrap("Which of these could you say of your product?", pane.width),
      ],
      choices: mixed(says).map(({ statement }) => ({
        value: statement,
        name: wrap(statement, pane.width - 3).join("\n   "),
      })),
      keys: keyLines([["space", "tick"], ["Enter", "goes on"], ...leavingKeys], pane),
    }),
  );
}

/** The choices that most of the statements that hold speak for. */
function spokenFor({ question: { says } }: BlankStep, ticked: readonly string[]): string[] {
  const spoken = says.filter(({ statement }) => ticked.includes(statement)).map(({ choice }) => choice);
  const votes = (choice: string) => spoken.filter((each) => each === choice).length;
  const most = Math.max(...spoken.map(votes));
  return [...new Set(spoken)].filter((choice) => votes(choice) === most);
}

/** One statement of each choice, then the next of each: in a row they would give the answer away. */
function mixed<T extends { choice: string }>(says: readonly T[]): T[] {
  const rank = (say: T) => says.filter((each) => each.choice === say.choice).indexOf(say);
  return says.toSorted((a, b) => rank(a) - rank(b));
}

/** Asks again with more words when more is wanted. */
async function patient<T>(ask: (more: boolean) => Promise<Reply<T>>): Promise<Reply<T>> {
  const reply = await ask(false);
  return "left" in reply && reply.left === "more" ? await ask(true) : reply;
}

async function confirm(asker: Asker, session: Session, step: CheckStep, pane: Pane): Promise<Reply<string>> {
  const subject = subjectOf(session);
  return await patient((more) =>
    asker.choose({
      above: checkLines(session, step, more, pane),
      choices: [
        { value: "yes", name: "yes, go on" },
        ...(subject ? [{ value: no, name: `not yet: back to ${subject}` }] : []),
      ],
      keys: keyLines(choiceKeys, pane),
    }),
  );
}
