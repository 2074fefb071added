import { existsSync } from "node:fs";
import { resolve } from "node:path";
import type { Command } from "commander";
import { missingField } from "../../file/faults.js";
import { fieldAt } from "../../file/field.js";
import type { Path } from "../../file/problem.js";
import { readSource } from "../../file/source.js";
import { type Draft, draftOf, nodeAt, nodeOf, textOf } from "../../interview/draft.js";
import { type Form, fill, formOf, missingIn } from "../../interview/fill.js";
import { put, readPath, valueFor } from "../../interview/set.js";
import type { Template } from "../../interview/template.js";
import { check } from "../../lint/check.js";
import { unfilledBlank } from "../../lint/rules/format/unfilled-blank.js";
import { rules } from "../../lint/rules/index.js";
import { hasBlank } from "../../reading/blank.js";
import { formats } from "../../report/formats.js";
import type { Judged } from "../../report/report.js";
import { exit, Failure } from "../exit.js";
import { type CommonOptions, day } from "../options.js";
import { judge } from "../read.js";
import { base, templateNames, templateOf } from "../templates.js";
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
  const known = options.from === undefined ? emptyDraft : await draftFrom(world, options.from, options);
  if (!known) return exit.problems;
  const given = options.set.reduce(withSetting, known);

  const template = templateOf(
    world,
    options.template.length > 0 ? options.template : templatesFor(world, given),
  );
  const form = formOf(template, given);
  const missing = missingIn(form, template.cues).filter(
    (path) => !options.yes || fieldAt(path)?.kind !== "text",
  );
  if (missing.length > 0) throw new Failure(missingAnswers(missing, options.yes ?? false));
  return finish(world, name, form, template, options);
}

const emptyDraft: Draft = { head: [], root: nodeOf({}), foot: [] };

/** Judges the file that the answers make, writes it and says what comes next. */
async function finish(
  world: World,
  name: string,
  form: Form,
  template: Template,
  options: Options,
): Promise<number> {
  const text = textOf(
    fill(form, template.cues, { blanks: options.yes ? "text" : "needed", items: "needed" }),
  );
  const judged: Judged = {
    path: name,
    text,
    ...check(text, { rules, today: options.today ?? world.today() }),
  };
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
  await tell(world, judged, options);
  return exit.done;
}

/** What was found in the file, and the next step. */
async function tell(world: World, judged: Judged, options: Options): Promise<void> {
  const blanks = judged.problems.filter((problem) => problem.rule === unfilledBlank.id).length;
  const errors = judged.problems.filter((problem) => problem.severity === "error").length;
  // A report on blanks would only say so at length.
  if (blanks === 0 || !options.yes) await report(world, judged, options);
  const file = judged.path === "northstar.yaml" ? "" : ` ${judged.path}`;
  if (blanks > 0)
    say(world, `next: fill in the ${blanks} blanks (____) of ${judged.path}, then northstar lint${file}`);
  else if (errors > 0) say(world, `next: mend what is broken in ${judged.path}, then northstar lint${file}`);
  else say(world, `next: northstar render${file} draws the one-pager to show to your team`);
}

async function report(world: World, judged: Judged, options: Options): Promise<void> {
  const pretty = await formats.pretty();
  const look = { color: colorOf(world, world.stdout, options.color), width: widthOf(world.stdout) };
  world.stdout.write(pretty({ files: [judged] }, look));
}

/** What a file with answers says; undefined when it was reported to be no such file. */
async function draftFrom(world: World, name: string, options: Options): Promise<Draft | undefined> {
  const judged = judge(world, name, options.today);
  const source = readSource(judged.text);
  if (!Array.isArray(source)) {
    const draft = draftOf(source);
    const unfit = judged.star
      ? []
      : judged.problems.filter((problem) => !isOpen(problem.rule, draft, problem.path));
    if (unfit.length === 0) return draft;
    await report(world, { ...judged, problems: unfit }, options);
  } else await report(world, judged, options);
  return undefined;
}

/** A file with answers may lack some: whole keys, or it has a blank or nothing in their place. */
function isOpen(rule: string, draft: Draft, path: Path): boolean {
  const value = nodeAt(draft.root, path)?.value;
  return rule === missingField.id || value === null || (typeof value === "string" && hasBlank(value));
}

function withSetting(draft: Draft, setting: string): Draft {
  const [words = "", ...rest] = setting.split("=");
  const path = readPath(words);
  const value =
    rest.length > 0
      ? valueFor(rest.join("="), path)
      : { fault: "write it as path=value, as in name=Regular Readers" };
  const root = typeof value === "object" ? value : put(draft.root, path, value);
  if ("fault" in root) throw new Failure(`--set ${words}: ${root.fault}`);
  return { ...draft, root };
}

/** The blank template, with the questions of the game as soon as it is known. */
function templatesFor(world: World, given: Draft): string[] {
  const game = nodeAt(given.root, ["game"])?.value;
  return [base, ...templateNames(world).filter((name) => name === game)];
}

function missingAnswers(missing: readonly Path[], yes: boolean): string {
  const flags = missing.map((path) => `--set ${path.join(".")}=${fieldAt(path)?.choices?.join("|") ?? "…"}`);
  const shown = flags.length > 5 ? [...flags.slice(0, 4), `and ${flags.length - 4} more`] : flags;
  const what = missing.length === 1 ? "an answer is missing" : `${missing.length} answers are missing`;
  if (yes) return `${what} that cannot stay blank: add ${shown.join(" ")}`;
  return `${what}, and there is no terminal to ask on: add ${shown.join(" ")}, give them with --from FILE, or leave blanks with --yes`;
}

function list(world: World): number {
  const names = templateNames(world);
  const width = Math.max(...names.map((name) => name.length));
  for (const name of names) world.stdout.write(`${name.padEnd(width)}  ${templateOf(world, [name]).about}\n`);
  return exit.done;
}
