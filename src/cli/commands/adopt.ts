import { statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import type { Command } from "commander";
import { type Change, valueAt } from "../../file/change.js";
import { withoutComments } from "../../file/comments.js";
import { type Document, readDocument } from "../../file/document.js";
import { edit, editText } from "../../file/edit.js";
import { joinWords } from "../../file/message-text.js";
import { answerFor } from "../../interview/assignments.js";
import { keyLines, type Pane } from "../../interview/screen.js";
import { hasBlank } from "../../reading/blank.js";
import { type Judged, scoreOf } from "../../report/report.js";
import { wrap } from "../../report/terminal-text.js";
import { configsOf } from "../host/config.js";
import { exit, Failure } from "../host/exit.js";
import { attempt, isThere } from "../host/read-file.js";
import { candidateComments } from "../host/templates.js";
import { printMessage } from "../host/terminal.js";
import type { World } from "../host/world.js";
import { sayWritten, writeWhole } from "../host/write-file.js";
import { isTerminal, paneOf } from "../prompt/pane.js";
import { byCandidate, type CandidateFile, candidatesByName, candidatesIn } from "./shared/candidate-files.js";
import { judgeDocument } from "./shared/judge-file.js";
import { type CommonOptions, day, several } from "./shared/options.js";
import { showProblems } from "./shared/show-problems.js";
import { stopped } from "./shared/stopped.js";

interface Options extends CommonOptions {
  reason: string[];
  to: string;
  yes?: true;
  force?: true;
  today?: string;
}

export function define(command: Command): void {
  command
    .argument("<file>", "the candidate that is adopted")
    .option(
      "--reason <candidate=text>",
      "why another candidate of the same folder was left, as in ben=…; may be given often",
      several,
      [],
    )
    .option("--to <file>", "the file to write", "northstar.yaml")
    .option("--yes", "ask nothing; candidates without a reason are kept without one")
    .option("--force", "adopt a candidate with errors, and replace the file if there is one")
    .option("--today <day>", "adopt as if it were this day, as YYYY-MM-DD", day("--today"));
}

/** Turns a candidate into the North Star. The others of its folder stay in it as considered, with why they were left. */
export async function run(world: World, [file = ""]: string[], options: Options): Promise<number> {
  const { to, force, today = world.today() } = options;
  if (!force && isThere(resolve(world.cwd, to)))
    throw new Failure(`${to} exists already; name another file with --to, or replace it with --force`);
  const { chosen, others } = await candidatesFor(world, file, today);
  const unreadable = [chosen, ...others].map(({ judged }) => judged).filter(({ star }) => !star);
  if (unreadable.length > 0) return await showProblems(world, unreadable, options);

  const blank = others.filter(({ judged }) => hasBlank(judged.star?.name ?? ""));
  const left = others.filter((each) => !blank.includes(each));
  const reasons = await reasonsFor(world, { chosen, left, blank }, options);
  if (!reasons) return stopped(world);
  const { judging } = await configsOf(world, {}).settingsFor(to);
  const judge = (document: Document, name: string) =>
    judgeDocument(world, name, document, { ...judging, today });
  const candidate = documentOf(chosen.judged);
  const document = adopted(world, candidate, considered(left, reasons, today));
  const judged = await judge(document, to);
  if (!judged.star || (hasError(judged) && !force)) {
    // Lines are those of the candidate, where they are to be mended.
    const there = await judge(edit(candidate, [toAdopted]), file);
    const code = await showProblems(world, [hasError(there) ? there : { ...judged, path: file }], options);
    printMessage(world, `${to} was not written; mend ${file} first, or adopt it as it is with --force`);
    return code;
  }
  const written = writeWhole(world, to, document.text, () => force === true, { force: force === true });
  sayWritten(world, to, written);
  for (const line of keptLines(document.value, { to, left, blank, reasons })) printMessage(world, line);
  world.stdout.write(`${scoreOf(judged.points)}\n`);
  printMessage(world, `next: ${nextStep(to, judged)}`);
  return exit.done;
}

/** The candidate that was named, and those beside it. */
async function candidatesFor(
  world: World,
  file: string,
  today: string,
): Promise<{ chosen: CandidateFile; others: CandidateFile[] }> {
  const place = resolve(world.cwd, file);
  const stats = attempt(() => statSync(place));
  if ("value" in stats && stats.value.isDirectory()) {
    const inside = (await candidatesIn(world, [file], today)).map(({ judged }) => judged.path);
    const step = inside.length > 0 ? `name one of ${inside.join(", ")}` : "there is no candidate in it";
    throw new Failure(`${file} is a folder: ${step}`);
  }
  const isChosen = ({ judged }: CandidateFile) => resolve(world.cwd, judged.path) === place;
  const around = "value" in stats ? await candidatesIn(world, [dirname(file)], today) : [];
  const chosen = around.find(isChosen) ?? (await candidatesIn(world, [file], today))[0];
  if (!chosen) throw new Failure(`cannot read ${file}`);
  const others = around.filter((each) => !isChosen(each) && isCandidate(each.judged));
  return { chosen: { ...chosen, judged: { ...chosen.judged, path: file } }, others };
}

/** What became of the other candidates, with what can be done about it. */
function keptLines(value: unknown, { to, left, blank, reasons }: Others & { to: string }): string[] {
  const flag = to === "northstar.yaml" ? "" : ` --file ${to}`;
  const silent = left.findIndex(({ key }) => !reasons.has(key));
  const said = namesOf(left.filter(({ key }) => reasons.has(key)));
  const without = namesOf(left.filter(({ key }) => !reasons.has(key)));
  const number = Object(valueAt(value, ["considered"])).length - left.length + silent;
  const step = `northstar set considered.${number}.reason "…"${flag} says why`;
  return [
    ...(said ? [`under considered it keeps ${said}, with why they were left`] : []),
    ...(without ? [`under considered it keeps ${without}, without a reason; ${step}`] : []),
    ...blank.map(({ judged }) => `${judged.path} was left out: its name is still a blank`),
  ];
}

function namesOf(candidates: readonly CandidateFile[]): string {
  return joinWords(
    candidates.map(({ key }) => key),
    "and",
  );
}

function nextStep(file: string, { points }: Judged): string {
  if (points.some(({ state }) => state !== "met"))
    return `northstar lint ${file} says what is still open, and northstar render ${file} draws the one-pager`;
  return `northstar render ${file} draws the one-pager to show to your team`;
}

/** Other files may lie in the folder as well. */
function isCandidate({ star, text }: Judged): boolean {
  return star ? star.status === "candidate" : /^status: *candidate\b/m.test(text);
}

function hasError({ problems }: Judged): boolean {
  return problems.some(({ severity }) => severity === "error");
}

function documentOf({ path, text }: Judged): Document {
  const document = readDocument(text);
  if (Array.isArray(document)) throw new Failure(`cannot read ${path}`);
  return document;
}

const toAdopted: Change = { set: ["status"], to: "adopted" };

/** The candidate's file as the North Star's; comments of ours that speak of a candidate go. */
function adopted(world: World, candidate: Document, considered: readonly Change[]): Document {
  const document = edit(candidate, [toAdopted, ...considered]);
  if (document.comments.length === 0) return document;
  return editText(document, withoutComments(document, candidateComments(world)));
}

function considered(
  left: readonly CandidateFile[],
  reasons: ReadonlyMap<string, string>,
  today: string,
): Change[] {
  return left.flatMap(({ key, judged: { star } }): Change[] => {
    if (!star) return [];
    const reason = reasons.get(key);
    const definition = hasBlank(star.definition) ? {} : { definition: star.definition };
    const value = { date: today, name: star.name, ...definition, ...(reason && { reason }) };
    return [{ append: ["considered"], value }];
  });
}

/** The other candidates: those that are left, and those that say nothing yet. */
interface Others {
  left: readonly CandidateFile[];
  blank: readonly CandidateFile[];
  reasons: ReadonlyMap<string, string>;
}

/** Why each of the others was left: said in options, or asked for; undefined when the person breaks it off. */
async function reasonsFor(
  world: World,
  { chosen, left, blank }: Omit<Others, "reasons"> & { chosen: CandidateFile },
  options: Options,
): Promise<Map<string, string> | undefined> {
  const reasons = byCandidate("--reason", options.reason, left, (said) => {
    const [open] = candidatesByName(said, blank);
    if (open)
      return `the name in ${open.judged.path} is still a blank; fill it in, or leave out this --reason`;
    if (candidatesByName(said, [chosen]).length > 0)
      return `this is the one that is adopted; leave out this --reason`;
    if (left.length === 0)
      return `there is no other candidate beside ${chosen.judged.path}; leave out --reason`;
    return undefined;
  });
  for (const [key, reason] of reasons) {
    const value = answerFor(reason, ["considered", 0, "reason"]);
    if (typeof value === "object") throw new Failure(`--reason ${key}: ${value.reason}`);
  }
  const missing = left.filter(({ key }) => !reasons.has(key));
  if (missing.length === 0 || options.yes) return reasons;
  if (!isTerminal(world)) {
    const flags = missing.map(({ key }) => `--reason ${inShell(key)}="…"`).join(" ");
    throw new Failure(
      `say why the others were left, it is worth keeping: add ${flags}, or --yes to keep no reason`,
    );
  }
  const { askerFor } = await import("../prompt/inquirer.js");
  const pane = paneOf(world, options.color);
  const asker = askerFor(world, pane.theme);
  for (const { key, judged } of missing) {
    const reply = await asker.text(questionFor(judged, pane));
    if ("said" in reply) reasons.set(key, reply.said);
    else if (reply.left === "stop") return undefined;
  }
  return reasons;
}

/** A candidate's name as one word of a command line. */
function inShell(key: string): string {
  return /^[\w.-]+$/.test(key) ? key : JSON.stringify(key);
}

function questionFor(
  { star }: Judged,
  pane: Pane,
): Parameters<import("../prompt/inquirer.js").Asker["text"]>[0] {
  const { theme, width } = pane;
  const whyRefused = (typed: string) => {
    const value = answerFor(typed, ["considered", 0, "reason"]);
    return typeof value === "object" ? value.reason : "";
  };
  return {
    start: "",
    above: () => [
      ...wrap(`${star?.owner ? `${star.owner}: ` : ""}${star?.name}`, width).map((line) => theme.bold(line)),
      ...wrap(star?.definition ?? "", width),
      "",
      theme.bold("Why was it left?"),
      ...wrap("e.g. We cannot move it: it follows the weather.", width).map((line) => theme.faint(line)),
      "",
    ],
    below: (typed, given) => [
      ...(given && whyRefused(typed) ? [theme.error(whyRefused(typed)), ""] : []),
      ...keyLines(
        [
          ["Enter", typed.trim() ? "goes on" : "keeps it without a reason"],
          ["Ctrl-C", "stops"],
        ],
        pane,
      ),
    ],
    judge: (typed) => (whyRefused(typed) ? "refused" : "taken"),
  };
}
