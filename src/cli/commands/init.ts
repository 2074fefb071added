import { existsSync } from "node:fs";
import { dirname, resolve } from "node:path";
import type { Command } from "commander";
import type { Document } from "../../file/document.js";
import { edit, editText } from "../../file/edit.js";
import { joinWords } from "../../file/message-text.js";
import type { Problem, Severity } from "../../file/problem.js";
import { documentFor } from "../../interview/document.js";
import { missingIn } from "../../interview/fill.js";
import { idsFor } from "../../interview/ids.js";
import { noInitialAnswers } from "../../interview/initial-answers.js";
import { reviewDates } from "../../interview/review-dates.js";
import { type Session, startSession } from "../../interview/session.js";
import { unansweredPoint } from "../../lint/rules/format/unanswered-point.js";
import { unfilledBlank } from "../../lint/rules/format/unfilled-blank.js";
import { type Judged, pluralize, scoreOf } from "../../report/report.js";
import { wrap } from "../../report/terminal-text.js";
import { signs, terminalTheme } from "../../report/terminal-theme.js";
import { configsOf } from "../host/config.js";
import { deleteDraft, draftName, readDraft } from "../host/draft-store.js";
import { exit, Failure } from "../host/exit.js";
import { isThere, openDocument } from "../host/read-file.js";
import { modelineFor, namedSchema } from "../host/schema-files.js";
import { aboutTemplate, gameIn, templateFor, templateNames } from "../host/templates.js";
import { lookOf, printMessage } from "../host/terminal.js";
import type { World } from "../host/world.js";
import { sayWritten, writeWhole } from "../host/write-file.js";
import { answersFrom, isBound, missingAnswers, withSetting } from "../prompt/initial-answers.js";
import { isTerminal, paneOf, whyNotAsked } from "../prompt/pane.js";
import { type Judging, judgeDocument, lintOptions } from "./shared/judge-file.js";
import { type CommonOptions, day, several } from "./shared/options.js";
import { showProblems } from "./shared/show-problems.js";

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
  if (!options.force && !options.dryRun && isThere(resolve(world.cwd, name)))
    throw new Failure(`${name} exists already; name another file, or replace it with --force`);
  const judging = await judgingFor(world, name, options);
  const known = await givenIn(world, options, judging);
  if ("unfit" in known) return await showProblems(world, [known.unfit], options);
  const given = options.set.reduce(withSetting, known);
  const { template: templates } = options;
  if (!options.yes && isTerminal(world)) {
    if (!existsSync(dirname(resolve(world.cwd, name))))
      throw new Failure(`there is no folder ${dirname(name)}; make it first`);
    const keeps = !options.dryRun;
    const before = keeps ? readDraft(world, name) : undefined;
    if (before && given !== noInitialAnswers)
      throw new Failure(
        `${draftName(name)} has answers from before; go on with them without --from and --set, or delete it`,
      );
    const { runInitSession } = await import("../prompt/init-session.js");
    const again = name === "northstar.yaml" ? "northstar init" : `northstar init ${name}`;
    const pane = paneOf(world, options.color);
    const talk = { name, given, templates, keeps, before, again, pane, options: lintOptions(world, judging) };
    const session = await runInitSession(world, talk);
    return session ? await finish(world, name, session, judging, { ...options, isTalk: true }) : exit.stopped;
  }
  const session = startSession(templateFor(world, templates, gameIn(given)), given);
  const missing = missingIn(session).filter((path) => !options.yes || isBound(path));
  if (missing.length > 0)
    throw new Failure(missingAnswers(missing, options.yes ? undefined : whyNotAsked(world)));
  return await finish(world, name, session, judging, options);
}

/** What is known before anything is asked: from a file, if one is named. */
async function givenIn(
  world: World,
  { from }: Options,
  judging: Judging,
): Promise<ReturnType<typeof answersFrom>> {
  if (from === undefined) return noInitialAnswers;
  const opened = openDocument(world, from);
  if ("problems" in opened) return { unfit: opened };
  return answersFrom(opened.document, await judgeDocument(world, from, opened.document, judging));
}

/** What a file of this name is judged with. */
async function judgingFor(world: World, name: string, { today }: Options): Promise<Judging> {
  const { judging } = await configsOf(world, {}).settingsFor(name);
  return { ...judging, today };
}

/** Judges the file that the answers make, writes it, reports on it and says what comes next. */
async function finish(
  world: World,
  name: string,
  session: Session,
  judging: Judging,
  options: Options & { isTalk?: true },
): Promise<number> {
  const leave = { blanks: options.yes ? "text" : "needed", items: "needed" } as const;
  const filled = documentFor(session, leave);
  // What a conversation kept before it was broken off is no file of somebody's.
  const before = options.from === undefined ? undefined : session.given.file?.value;
  const made = [
    ...(options.isTalk ? idsFor(filled.value, session) : []),
    ...reviewDates(filled.value, before, options.today ?? world.today()),
  ];
  const named = edit(filled, made);
  const document = withModeline(world, name, named);
  const { text } = document;
  const judged = await judgeDocument(world, name, document, judging);
  const [problem] = judged.problems;
  if (!judged.star && problem) throw new Failure(`${problem.path.join(".")}: ${problem.message}`);
  if (options.dryRun) {
    world.stdout.write(text);
    printMessage(world, "nothing was written (--dry-run)");
    return exit.done;
  }
  const written = writeWhole(world, name, text, () => options.force === true, {
    force: options.force === true,
  });
  // Nothing of a long conversation is lost because of a folder.
  if (typeof written === "object" && options.isTalk) world.stdout.write(text);
  sayWritten(world, name, written);
  if (options.isTalk) deleteDraft(world, name);
  const blanks = judged.problems.filter((each) => each.rule === unfilledBlank.id).length;
  // Of blanks that were left on purpose the next step says enough.
  if (blanks === 0 || !options.yes) brief(world, judged, options);
  printMessage(world, `next: ${nextStep(judged, blanks)}`);
  return exit.done;
}

/** The comment that lets an editor complete and check the file goes first, where it holds on every machine. */
function withModeline({ cwd }: World, name: string, document: Document): Document {
  const path = resolve(cwd, name);
  const line = namedSchema(path, document.text) ? undefined : modelineFor(path);
  if (line === undefined) return document;
  const start = document.lines.offset({ line: 1, column: 1 });
  return editText(document, [{ start, end: start, text: `${line}\n` }]);
}

function nextStep({ path, problems }: Judged, blanks: number): string {
  const file = path === "northstar.yaml" ? "" : ` ${path}`;
  if (blanks > 0)
    return `fill in the ${blanks === 1 ? "blank" : `${blanks} blanks`} (____) of ${path}, then northstar lint${file}`;
  if (problems.some((each) => each.severity === "error"))
    return `mend what is broken in ${path}, then northstar lint${file}`;
  return `northstar render${file} draws the one-pager to show to your team`;
}

/** The score, what is still blank and what is broken: a few lines that stay on the screen. */
function brief(world: World, { star, points, path, problems }: Judged, { color }: Options): void {
  if (!star) return;
  const { width, color: isColored } = lookOf(world, color);
  const theme = terminalTheme(isColored);
  const blanks = problems.filter((each) => each.rule === unfilledBlank.id);
  const broken = problems.filter((each) => each.severity === "error" && each.rule !== unfilledBlank.id);
  const others = (["warning", "note"] as const)
    .map((severity) => [problems.filter((each) => isOther(each, severity)).length, severity] as const)
    .flatMap(([count, severity]) => (count > 0 ? [pluralize(count, severity)] : []));
  const lint = path === "northstar.yaml" ? "northstar lint" : `northstar lint ${path}`;
  const lines = [
    theme.bold(scoreOf(points)),
    ...(blanks.length > 0 ? wrap(`still blank: ${namesOf(blanks)}`, width) : []),
    ...broken.slice(0, mostNamed).flatMap(({ range: { start }, message }) => {
      const [first = "", ...rest] = wrap(`${path}:${start.line} ${message}`, width - 2);
      return [theme.error(`${signs.error} ${first}`), ...rest.map((line) => `  ${line}`)];
    }),
    ...(broken.length > mostNamed ? [`  and ${pluralize(broken.length - mostNamed, "more error")}`] : []),
    ...(others.length > 0 ? wrap(`${joinWords(others, "and")}: ${lint} says more`, width) : []),
  ];
  world.stdout.write(`${lines.join("\n")}\n`);
}

/** How many things of a kind a brief report names. */
const mostNamed = 5;

/** The score tells of points without an answer already. */
function isOther({ rule, severity }: Problem, wanted: Severity): boolean {
  return severity === wanted && rule !== unansweredPoint.id;
}

function namesOf(blanks: readonly Problem[]): string {
  const names = blanks.map(({ path, range }) => `${path.join(".")} (line ${range.start.line})`);
  return names.length > mostNamed
    ? `${names.slice(0, mostNamed).join(", ")} and ${names.length - mostNamed} more`
    : joinWords(names, "and");
}

function list(world: World): number {
  const names = templateNames(world);
  const width = Math.max(...names.map((name) => name.length));
  for (const name of names) world.stdout.write(`${name.padEnd(width)}  ${aboutTemplate(world, name)}\n`);
  return exit.done;
}
