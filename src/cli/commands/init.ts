import { existsSync } from "node:fs";
import { resolve } from "node:path";
import type { Command } from "commander";
import { fieldAt } from "../../file/field.js";
import type { Path } from "../../file/problem.js";
import { type Draft, nodeAt, nodeOf, textOf } from "../../interview/draft.js";
import { fill, missingIn } from "../../interview/fill.js";
import { askAgain, currentStep, type Session, startSession, withTemplate } from "../../interview/session.js";
import type { Template } from "../../interview/template.js";
import { saidAt } from "../../interview/words.js";
import { check } from "../../lint/check.js";
import type { LintOptions } from "../../lint/lint.js";
import { unfilledBlank } from "../../lint/rules/format/unfilled-blank.js";
import { rules } from "../../lint/rules/index.js";
import { formats } from "../../report/formats.js";
import type { Judged } from "../../report/report.js";
import { wrap } from "../../report/text.js";
import { themeOf } from "../../report/theme.js";
import { exit, Failure } from "../exit.js";
import { draftFrom, missingAnswers, withSetting } from "../given.js";
import { type CommonOptions, day } from "../options.js";
import { judge } from "../read.js";
import { base, templateNames, templateOf, templateOfGame } from "../templates.js";
import { colorOf, say, widthOf } from "../terminal.js";
import type { World } from "../world.js";
import { writeWhole } from "../write.js";

interface Options extends CommonOptions {
  from?: string;
  set: string[];
  template: string[];
  list?: true;
  yes?: true;
  dryRun?: true;
  force?: true;
  today?: string;
}

export function define(command: Command): void {
  const several = (word: string, before: string[]) => [...before, word];
  command
    .argument("[file]", "the file to write; northstar.yaml in this folder when left out")
    .option("--from <file>", "answers that are known already: a northstar.yaml that may be incomplete")
    .option(
      "--set <path=value>",
      "one answer, as in name=… or inputs.0.name=…; may be given often",
      several,
      [],
    )
    .option(
      "--template <name>",
      "what to ask: a template's name, or a file of your own; several are laid one over another",
      several,
      [],
    )
    .option("--list", "list the templates")
    .option("--yes", "ask nothing, and leave blanks where an answer is missing")
    .option("--dry-run", "print the file instead of writing it")
    .option("--force", "replace the file if there is one")
    .option("--today <day>", "judge as if it were this day, as YYYY-MM-DD", day("--today"));
}

/** Writes a North Star with the person, or from answers that are given, and judges what was written. */
export async function run(
  world: World,
  [name = "northstar.yaml"]: string[],
  options: Options,
): Promise<number> {
  if (options.list) return list(world);
  if (!options.force && !options.dryRun && existsSync(resolve(world.cwd, name)))
    throw new Failure(`${name} exists already; name another file, or replace it with --force`);
  const known = options.from === undefined ? nothing : draftFrom(judge(world, options.from, options.today));
  if ("unfit" in known) {
    await report(world, known.unfit, options);
    return exit.problems;
  }
  const given = options.set.reduce(withSetting, known);
  const template =
    options.template.length > 0
      ? templateOf(world, options.template)
      : templateFor(world, nodeAt(given.root, ["game"])?.value);
  const session = startSession(template, given);
  if (!options.yes && world.stdin.isTTY && world.stderr.isTTY)
    return await converse(world, name, session, options);
  const missing = missingIn(session, session.template.cues).filter((path) => !options.yes || isBound(path));
  if (missing.length > 0) throw new Failure(missingAnswers(missing, !options.yes));
  return await finish(world, name, session, options);
}

const nothing: Draft = { head: [], root: nodeOf({}), foot: [] };

/** Whether a blank at a path would make the file unreadable: a game cannot be ____. */
function isBound(path: Path): boolean {
  return fieldAt(path)?.kind !== "text";
}

/** Asks in the terminal. When the person breaks it off, nothing is written. */
async function converse(world: World, name: string, start: Session, options: Options): Promise<number> {
  const { interview } = await import("../interview.js");
  const theme = themeOf(colorOf(world, world.stderr, options.color));
  const pane = {
    theme,
    get width() {
      return Math.min(widthOf(world.stderr) - 2, 76);
    },
  };
  const grow = options.template.length > 0 ? (session: Session) => session : withGame(world, start);
  const greeting = greetings(name).flatMap((text) => [...wrap(text, pane.width), ""]);
  world.stderr.write(`\n${greeting.join("\n")}\n`);
  for (let session = start; ; ) {
    const done = await interview(world, session, pane, lintOptions(world, options), grow);
    if (done.stopped) {
      say(world, "stopped; nothing was written");
      return exit.stopped;
    }
    const missing = missingIn(done.session, done.session.template.cues).filter(isBound);
    if (missing.length === 0) return await finish(world, name, done.session, options);
    session = askAgain(done.session, missing);
    if (currentStep(session) === undefined) throw new Failure(missingAnswers(missing, false));
    say(world, `a North Star cannot be read without ${missing.map((path) => path.join(".")).join(", ")}`);
  }
}

function greetings(name: string): string[] {
  return [
    `Let's write a North Star into ${name}, one sentence at a time.`,
    "Press Enter where you have no answer yet: everything can be left open and changed later. Each answer is judged as you give it, and you decide what stays.",
  ];
}

/** Goes on with the questions of the game as soon as it is known. */
function withGame(world: World, start: Session): (session: Session) => Session {
  let asked = saidAt(start, ["game"]);
  return (session) => {
    const game = saidAt(session, ["game"]);
    if (game === asked) return session;
    asked = game;
    return withTemplate(session, templateFor(world, game));
  };
}

/** The questions that are asked where no template is named. */
function templateFor(world: World, game: unknown): Template {
  return templateNames(world).includes(String(game))
    ? templateOfGame(world, String(game))
    : templateOf(world, [base]);
}

/** Judges the file that the answers make, writes it, reports on it and says what comes next. */
async function finish(world: World, name: string, session: Session, options: Options): Promise<number> {
  const leave = { blanks: options.yes ? "text" : "needed", items: "needed" } as const;
  const text = textOf(fill(session, session.template.cues, leave));
  const judged: Judged = { path: name, text, ...check(text, lintOptions(world, options)) };
  const [problem] = judged.problems;
  if (!judged.star && problem) throw new Failure(`${problem.path.join(".")}: ${problem.message}`);
  if (options.dryRun) {
    world.stdout.write(text);
    say(world, "nothing was written (--dry-run)");
    return exit.done;
  }
  const written = writeWhole(world, name, text, () => options.force === true);
  if (typeof written === "object") throw new Failure(written.refused);
  say(world, written === "written" ? `wrote ${name}` : `${name} was up to date`);
  const blanks = judged.problems.filter((each) => each.rule === unfilledBlank.id).length;
  // A report on blanks that were left on purpose would only say so at length.
  if (blanks === 0 || !options.yes) await report(world, judged, options);
  say(world, `next: ${nextStep(judged, blanks)}`);
  return exit.done;
}

function nextStep({ path, problems }: Judged, blanks: number): string {
  const file = path === "northstar.yaml" ? "" : ` ${path}`;
  if (blanks > 0)
    return `fill in the ${blanks === 1 ? "blank" : `${blanks} blanks`} (____) of ${path}, then northstar lint${file}`;
  if (problems.some((each) => each.severity === "error"))
    return `mend what is broken in ${path}, then northstar lint${file}`;
  return `northstar render${file} draws the one-pager to show to your team`;
}

async function report(world: World, judged: Judged, options: Options): Promise<void> {
  const pretty = await formats.pretty();
  const look = { color: colorOf(world, world.stdout, options.color), width: widthOf(world.stdout) };
  world.stdout.write(pretty({ files: [judged] }, look));
}

function lintOptions(world: World, { today = world.today() }: Options): LintOptions {
  return { rules, today };
}

function list(world: World): number {
  const names = templateNames(world);
  const width = Math.max(...names.map((name) => name.length));
  for (const name of names) world.stdout.write(`${name.padEnd(width)}  ${templateOf(world, [name]).about}\n`);
  return exit.done;
}
