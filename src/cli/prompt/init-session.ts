/** The conversation of `init`: greeting, resuming a draft, interview, and answers that are required. */
import { missingIn } from "../../interview/fill.js";
import type { InitialAnswers } from "../../interview/initial-answers.js";
import { doubtsIn } from "../../interview/judge-answer.js";
import { finishedLines, keyLines, type Pane } from "../../interview/screen.js";
import { saidAt } from "../../interview/sentence-text.js";
import { askAgain, currentStep, type Session, startSession, withTemplate } from "../../interview/session.js";
import type { LintOptions } from "../../lint/lint.js";
import { wrap } from "../../report/terminal-text.js";
import { type Draft, draftName, saveDraft } from "../host/draft-store.js";
import { Failure } from "../host/exit.js";
import { gameIn, templateFor } from "../host/templates.js";
import { printMessage } from "../host/terminal.js";
import type { World } from "../host/world.js";
import { isChoice, missingAnswers } from "./initial-answers.js";
import { askerFor } from "./inquirer.js";
import { interview } from "./interview.js";

export interface InitSession {
  /** The file that is to be written. */
  name: string;
  /** What is known already. */
  given: InitialAnswers;
  /** The templates that were named; without any, the blank one and that of the game. */
  templates: readonly string[];
  /** Whether answers are kept as they come. */
  keeps: boolean;
  /** What was kept when the person broke it off before. */
  before?: Draft | undefined;
  /** The command that goes on after that. */
  again: string;
  pane: Pane;
  options: LintOptions;
}

/** Asks for a North Star in the terminal; undefined when the person breaks it off. */
export async function runInitSession(world: World, talk: InitSession): Promise<Session | undefined> {
  const greeting = greetings(talk.name).flatMap((text) => [...wrap(text, talk.pane.width), ""]);
  world.stderr.write(`\n${greeting.join("\n")}\n`);
  const start = await begin(world, talk);
  if (!start) return undefined;
  const { grow, isKept } = follower(world, talk, start);
  for (let session = start; ; ) {
    const done = await interview(world, session, talk.pane, talk.options, grow);
    if (done.stopped) {
      printMessage(world, isKept() ? keptLine(talk) : "stopped; nothing was written");
      return undefined;
    }
    const missing = missingIn(done.session).filter(isChoice);
    if (missing.length === 0) return done.session;
    session = askAgain(done.session, missing);
    if (currentStep(session) === undefined) throw new Failure(missingAnswers(missing));
    printMessage(world, `a North Star cannot do without ${missing.map((path) => path.join(".")).join(", ")}`);
  }
}

function greetings(name: string): string[] {
  return [
    `Let's write a North Star into ${name}, one sentence at a time.`,
    "Press Enter where you have no answer yet: everything can be left open and changed later. Each answer is judged as you give it, and you decide what stays.",
  ];
}

function keptLine({ name, again }: InitSession): string {
  return `stopped; your answers are kept in ${draftName(name)}, and ${again} goes on from there`;
}

/** Where the interview starts: at its first question, or where it was broken off before. */
async function begin(world: World, talk: InitSession): Promise<Session | undefined> {
  const { before } = talk;
  const anew = () => startSession(templateFor(world, talk.templates, gameIn(talk.given)), talk.given);
  if (!before) return anew();
  const session = goingOn(world, talk, before);
  const { theme, width, height } = talk.pane;
  const said = finishedLines(session, session.steps.length, doubtsIn(session, talk.options), talk.pane);
  const shown = said.slice(-Math.max(1, height - 10));
  const reply = await askerFor(world, theme).choose({
    above: () => [
      ...wrap(`There are answers from before in ${draftName(talk.name)}.`, width),
      "",
      ...(said.length > shown.length ? [theme.faint(`… ${said.length - shown.length} more above`)] : []),
      ...shown,
      ...(shown.length > 0 ? [""] : []),
    ],
    choices: [
      { value: "on", name: "go on with them" },
      { value: "anew", name: "start anew" },
    ],
    keys: keyLines([["↑↓ Enter", "choose"]], talk.pane),
  });
  if ("left" in reply) return undefined;
  if (reply.said === "anew") return anew();
  return session;
}

/** The interview as it was kept. */
function goingOn(world: World, { templates }: InitSession, { given, place, ...before }: Draft): Session {
  const names = templates.length > 0 ? templates : before.templates;
  return startSession(templateFor(world, names, gameIn(given)), given, place);
}

/** What happens after each answer: it is kept, and the questions of the game follow as soon as it is known. */
function follower(world: World, { templates, keeps, name, before }: InitSession, start: Session) {
  let game = saidAt(start, ["game"]);
  let isKept = before !== undefined;
  let isTold = false;
  return { grow, isKept: () => isKept };

  function grow(session: Session): Session {
    const next = inGame(session);
    if (keeps) {
      const { refused } = saveDraft(world, name, next, templates);
      isKept = refused === undefined;
      if (refused && !isTold) printMessage(world, `answers are not kept while you go: ${refused}`);
      isTold = refused !== undefined;
    }
    return next;
  }

  function inGame(session: Session): Session {
    const chosen = saidAt(session, ["game"]);
    if (chosen === game) return session;
    game = chosen;
    return withTemplate(session, templateFor(world, templates, game));
  }
}
