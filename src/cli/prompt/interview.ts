/** Runs an interview in a terminal. */
import { doubtsIn, judgeAnswer, type Verdict } from "../../interview/judge-answer.js";
import {
  checkLines,
  commandKeys,
  type Doubts,
  keyLines,
  meanings,
  type Pane,
  questionLines,
  readingLines,
  verdictLines,
} from "../../interview/screen.js";
import { openTargetOptions } from "../../interview/sentence-text.js";
import {
  type BlankStep,
  back,
  blankNameOf,
  type CheckStep,
  currentStep,
  giveAnswer,
  proposalFor,
  recordAnswer,
  reopen,
  type Session,
  type Step,
  skip,
  skipPart,
  subjectOfCheck,
} from "../../interview/session.js";
import type { LintOptions } from "../../lint/lint.js";
import { wrap } from "../../report/terminal-text.js";
import type { World } from "../host/world.js";
import { type Asker, askerFor, type Choice, type Reply } from "./inquirer.js";

/** Where an interview stands when it is over, and whether the person broke it off. */
export interface InterviewResult {
  session: Session;
  stopped: boolean;
}

/** What a step is asked with. */
interface Setting {
  asker: Asker;
  session: Session;
  /** What stands against the answers so far. */
  doubts: Doubts;
  pane: Pane;
  options: LintOptions;
  /** The statements that were ticked, by the blank that they were asked for. */
  ticks: Map<string, readonly string[]>;
}

/** Asks step after step until there is nothing left to ask. `grow` may replace the session after each. */
export async function interview(
  world: World,
  start: Session,
  pane: Pane,
  options: LintOptions,
  grow: (session: Session) => Session,
): Promise<InterviewResult> {
  const asker = askerFor(world, pane.theme);
  const ticks = new Map<string, readonly string[]>();
  let session = start;
  for (let step = currentStep(session); step; step = currentStep(session)) {
    const setting = { asker, session, doubts: doubtsIn(session, options), pane, options, ticks };
    const reply = await (step.kind === "check" ? confirm(setting, step) : ask(setting, step));
    // What was judged is kept, and asked about again.
    if ("left" in reply && reply.before !== undefined) session = grow(recordAnswer(session, reply.before));
    if ("left" in reply && reply.left === "stop") return { session, stopped: true };
    session = grow(moved(session, step, reply));
  }
  return { session, stopped: false };
}

function moved(session: Session, step: Step, reply: Reply<string>): Session {
  if ("said" in reply)
    return step.kind === "check" && reply.said === no ? reopen(session) : giveAnswer(session, reply.said);
  switch (reply.left) {
    case "back":
      return back(session);
    case "next":
      return skipPart(session);
    case "stop":
      return session;
    case "skip":
      return skip(session);
  }
}

async function ask(setting: Setting, step: BlankStep): Promise<Reply<string>> {
  const { asker, session, doubts, pane, options } = setting;
  const choices = choicesFor(session, step);
  if (choices.length > 0) return await choose(setting, step, choices);
  const judge = onceFor((typed) => judgeAnswer(session, step, typed, options));
  return await asker.text({
    start: session.answers.get(blankNameOf(step)) ?? proposalFor(session, step.path) ?? "",
    above: (typed, more) => questionLines(session, step, typed, more, doubts, pane),
    below: (typed, given, offered) => {
      const reading = readingLines(session, step, typed, pane);
      const found = given || offered ? verdictLines(judge(typed), pane) : [];
      const parts = [reading, found, keyLines(textKeys(typed, given, offered), pane)];
      return parts
        .filter((lines) => lines.length > 0)
        .flatMap((lines, index) => (index > 0 ? ["", ...lines] : lines));
    },
    judge: (typed) => {
      const verdict = judge(typed);
      if ("refused" in verdict) return "refused";
      return verdict.remarks.length > 0 ? "doubted" : "taken";
    },
  });
}

/** The verdict on a text, computed once as long as the text is the same: every key draws the question again. */
function onceFor(judge: (typed: string) => Verdict): (typed: string) => Verdict {
  let last: { typed: string; verdict: Verdict } | undefined;
  return (typed) => {
    if (last?.typed !== typed) last = { typed, verdict: judge(typed) };
    return last.verdict;
  };
}

/** The keys that do something now. A command is one only when Enter follows: with more behind it, it is an answer. */
function textKeys(typed: string, given: boolean, offered: boolean): [string, string][] {
  const command = commandKeys(typed);
  if (command) return [...command, stopKey];
  const leaving = Object.entries(meanings).map(([key, does]): [string, string] => [`${key} Enter`, does]);
  if (!offered)
    return typed === "" ? [["Enter", "skips"], ...leaving, stopKey] : [["Enter", "goes on"], stopKey];
  const enter = given ? "again keeps it" : "keeps it";
  return [["Enter", enter], ["←", "changes it"], ["typing", "replaces it"], ...leaving, stopKey];
}

const stopKey: [string, string] = ["Ctrl-C", "stops"];

const leavingKeys: [string, string][] = [...Object.entries(meanings), stopKey];

const choiceKeys: [string, string][] = [["↑↓ Enter", "choose"], ...leavingKeys];

const later = "";
const no = "no";

/** What can be chosen, when it is not free text. */
function choicesFor(session: Session, step: BlankStep): Choice<string>[] {
  const isTarget = step.path[0] === "bets" && step.path.at(-1) === "for";
  const choices = isTarget
    ? openTargetOptions(session, step.path.slice(0, -1)).map(({ id, name }) => ({ value: id, name }))
    : (step.field?.choices ?? []).map((choice) => ({ value: choice, name: choice }));
  return choices.length > 0 ? [...choices, { value: later, name: "skip this for now" }] : [];
}

async function choose(
  { asker, session, doubts, pane, ticks }: Setting,
  step: BlankStep,
  choices: readonly Choice<string>[],
): Promise<Reply<string>> {
  const name = blankNameOf(step);
  const said = session.answers.get(name);
  const hasStatements = step.question.says.length > 0;
  for (let isSuggested = said !== undefined || !hasStatements; ; isSuggested = false) {
    if (!isSuggested) {
      const reply = await tick();
      ticks.set(name, "said" in reply ? reply.said : (reply.before ?? ticks.get(name) ?? []));
      if ("left" in reply) return { left: reply.left };
    }
    const spoken = spokenFor(step, ticks.get(name) ?? []);
    const advice =
      spoken.length > 0 ? [`What you ticked speaks for ${spoken.join(" as much as for ")}.`, ""] : [];
    const start = (isSuggested ? said : spoken[0]) ?? said;
    const reply = await asker.choose({
      above: (more) => [...questionLines(session, step, start ?? "", more, doubts, pane), ...advice],
      get choices() {
        return inLines(choices, pane.width - 4);
      },
      start,
      get keys() {
        return keyLines(choiceKeys, pane);
      },
    });
    if ("left" in reply && reply.left === "back" && hasStatements) continue;
    return "said" in reply && reply.said === later ? { left: "skip" } : reply;
  }

  /** Asks which statements hold. */
  async function tick(): Promise<Reply<string[]>> {
    const statements = mixed(step.question.says).map(({ statement }) => ({
      value: statement,
      name: statement,
    }));
    return await asker.tick({
      ticked: ticks.get(name) ?? [],
      above: (more) => [
        ...questionLines(session, step, "", more, doubts, pane),
        ...wrap("Which of these could you say of your product?", pane.width),
      ],
      get choices() {
        return inLines(statements, pane.width - 4);
      },
      get keys() {
        return keyLines([["space", "ticks"], ["Enter", "goes on"], ...leavingKeys], pane);
      },
    });
  }
}

/** Choices with names that are broken at words. */
function inLines(choices: readonly Choice<string>[], width: number): Choice<string>[] {
  const indent = " ".repeat(4);
  return choices.map(({ value, name }) => ({ value, name: wrap(name, width).join(`\n${indent}`) }));
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

async function confirm({ asker, session, doubts, pane }: Setting, step: CheckStep): Promise<Reply<string>> {
  const subject = subjectOfCheck(session);
  return await asker.choose({
    above: (more) => checkLines(session, step, more, doubts, pane),
    choices: [
      { value: "yes", name: "yes, go on" },
      ...(subject ? [{ value: no, name: `not yet: back to ${subject}` }] : []),
    ],
    get keys() {
      return keyLines(choiceKeys, pane);
    },
  });
}
