import { resolve } from "node:path";
import type { Command } from "commander";
import { edit } from "../../file/edit.js";
import { type Northstar, slug } from "../../file/northstar.js";
import { validate } from "../../file/validate.js";
import { documentFor } from "../../interview/document.js";
import { missingIn } from "../../interview/fill.js";
import { type InitialAnswers, noInitialAnswers } from "../../interview/initial-answers.js";
import { reviewDates } from "../../interview/review-dates.js";
import { type Session, startSession } from "../../interview/session.js";
import { configsOf } from "../host/config.js";
import { deleteDraft, readDraft } from "../host/draft-store.js";
import { exit, Failure } from "../host/exit.js";
import { isThere } from "../host/read-file.js";
import { templateFor } from "../host/templates.js";
import { printMessage } from "../host/terminal.js";
import type { World } from "../host/world.js";
import { sayWritten, writeWhole } from "../host/write-file.js";
import { isBound, missingAnswers, withSetting } from "../prompt/initial-answers.js";
import { isTerminal, paneOf } from "../prompt/pane.js";
import { candidatesFolder } from "./shared/candidate-files.js";
import { lintOptions } from "./shared/judge-file.js";
import { type CommonOptions, oneOf, several } from "./shared/options.js";

interface Options extends CommonOptions {
  game?: Northstar["game"];
  set: string[];
  yes?: true;
  force?: true;
}

export function define(command: Command): void {
  command
    .argument("<people...>", "whose candidates; each gets a file in candidates/")
    .option(
      "--game <name>",
      "the game, once the team agrees on it",
      oneOf("game", ["attention", "transaction", "productivity"]),
    )
    .option("--set <path=value>", "one answer of one person, as in name=…; may be given often", several, [])
    .option("--yes", "ask nothing, and leave blanks to be filled in with an editor")
    .option("--force", "replace files that are there");
}

/** Writes a candidate for a North Star for each person: asked in the terminal when it is one, else with blanks. */
export async function run(world: World, people: string[], options: Options): Promise<number> {
  const files = people.map((who) => ({ who, name: fileFor(who) }));
  const taken = files.filter(({ name }, index) => files.findIndex((each) => each.name === name) < index);
  if (taken[0]) throw new Failure(`two people cannot share ${taken[0].name}; give them names that differ`);
  if (people.length > 1 && options.set.length > 0)
    throw new Failure("--set answers for one person: name only one");
  const there = files.filter(({ name }) => !options.force && isThere(resolve(world.cwd, name)));
  if (there[0]) throw new Failure(`${there[0].name} exists already; replace it with --force`);
  const sessions = files.map(({ who, name }) => ({ who, name, given: givenBy(who, options) }));
  const [only, another] = sessions;
  if (only && !another && !options.yes && isTerminal(world)) return await converse(world, only, options);
  const template = templateFor(world, ["candidate"], undefined);
  const drafts = sessions.map(({ name, given }) => ({ name, session: startSession(template, given) }));
  const [first] = drafts;
  const missing = first ? missingIn(first.session).filter(isBound) : [];
  if (missing.length > 0) throw new Failure(missingAnswers(missing).replace("--set game=", "--game "));
  for (const { name, session } of drafts) await write(world, name, session, options, "text");
  return next(world);
}

function fileFor(who: string): string {
  const key = slug(who);
  if (key) return `${candidatesFolder}/${key}.yaml`;
  throw new Failure(`a name has a letter or a digit in it, unlike '${who}'`);
}

/** What is known of a candidate before anything is asked. */
function givenBy(who: string, { game, set }: Options): InitialAnswers {
  const settings = [...(game ? [`game=${game}`] : []), `owner=${who}`, ...set];
  return settings.reduce(withSetting, noInitialAnswers);
}

async function converse(
  world: World,
  { who, name, given }: { who: string; name: string; given: InitialAnswers },
  options: Options,
): Promise<number> {
  const { runInitSession } = await import("../prompt/init-session.js");
  const { judging } = await configsOf(world, {}).settingsFor(name);
  const session = await runInitSession(world, {
    name,
    given,
    templates: ["candidate"],
    keeps: true,
    before: readDraft(world, name),
    again: `northstar candidate ${/\s/.test(who) ? `"${who}"` : who}`,
    pane: paneOf(world, options.color),
    options: lintOptions(world, judging),
  });
  if (!session) return exit.stopped;
  await write(world, name, session, options, "needed");
  deleteDraft(world, name);
  return next(world);
}

async function write(
  world: World,
  name: string,
  session: Session,
  { force }: Options,
  blanks: "text" | "needed",
): Promise<void> {
  const filled = documentFor(session, { blanks, items: "needed" });
  const document = edit(filled, reviewDates(filled.value, undefined, world.today()));
  const star = validate(document);
  const [problem] = Array.isArray(star) ? star : [];
  if (problem) throw new Failure(`${problem.path.join(".")}: ${problem.message}`);
  const written = writeWhole(world, name, document.text, () => force === true, {
    makeFolders: true,
    force: force === true,
  });
  sayWritten(world, name, written);
}

function next(world: World): number {
  printMessage(world, `next: northstar compare ${candidatesFolder}/ puts all candidates side by side`);
  return exit.done;
}
