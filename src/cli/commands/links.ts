import type { Command } from "commander";
import { shellWord } from "../../file/message-text.js";
import {
  linksMarkdown,
  linksPage,
  type WorkOfFile,
  workJson,
  workMarkdown,
  workPage,
} from "../../report/work-links.js";
import { compareWork, type WorkExport } from "../../work/compare-work.js";
import { type Grouping, groupings } from "../../work/proposed-bets.js";
import { type NamedGroup, namedGroup } from "../../work/work-links.js";
import { exit, Failure } from "../host/exit.js";
import { lookOf } from "../host/terminal.js";
import type { World } from "../host/world.js";
import { readExport } from "./links/read-export.js";
import { type OpenStar, openStar } from "./shared/open-star.js";
import { type CommonOptions, oneOf } from "./shared/options.js";
import { showProblems } from "./shared/show-problems.js";
import { starNamed } from "./shared/stars-named.js";

const formats = ["text", "markdown", "json"] as const;

interface Options extends CommonOptions {
  check?: string[];
  group?: string[];
  by?: Grouping;
  out?: string;
  only: NamedGroup[];
  complete?: true;
  format: (typeof formats)[number];
}

export function define(command: Command): void {
  command
    .argument("[file]", "the North Star; that of this folder when left out")
    .option("--check <exports...>", "hold the bets against work that gh, glab, Jira, Linear or az exported")
    .option(
      "--group <exports...>",
      "propose bets from the work in progress in exports, as a file to edit; nothing is changed",
    )
    .option(
      "--by <name>",
      `with --group: by what, ${groupings.join(", ")}; by epic, else by label when left out`,
      oneOf("grouping", groupings),
    )
    .option("--out <file>", "with --group: write them into this new file instead of printing them")
    .option(
      "--only <group>",
      "look only at work with this label, epic or project, as in label:growth; may be given often",
      (word: string, before: NamedGroup[]) => [...before, groupIn(word)],
      [],
    )
    .option("--complete", "with --check: the exports hold all work, so that links that lead to none are dead")
    .option("-f, --format <name>", `how to tell: ${formats.join(", ")}`, oneOf("format", formats), "text");
}

function groupIn(word: string): NamedGroup {
  const group = namedGroup(word);
  if (group) return group;
  throw new Failure(`--only takes label:NAME, epic:NAME or project:NAME, not '${word}'`);
}

/** Shows where the work of the bets is, holds it against exports, or proposes bets from them. */
export async function run(world: World, operands: string[], options: Options): Promise<number> {
  const { check = [], group = [] } = options;
  refuseMixed(options);
  refuseStar(options);
  const file = await starNamed(world, operands, "links are those of one North Star");
  const opened = openStar(world, file);
  if ("problems" in opened) return await showProblems(world, [opened], options);
  const exports: WorkExport[] = [];
  for (const name of [...check, ...group]) exports.push(await readExport(world, name));
  if (options.group) {
    const { proposeBets } = await import("./links/propose.js");
    return proposeBets(world, opened, exports, options);
  }
  const partial = exports.find((each) => each.partial !== null);
  if (options.complete && partial)
    throw new Failure(
      `${partial.path} does not hold all work: ${partial.partial}; export all of it, or leave out --complete`,
    );
  const work = workOf(opened, exports, options);
  show(world, work, options);
  return options.check && work.comparison.findings.length > 0 ? exit.problems : exit.done;
}

function refuseMixed({ check, group, out, only, complete }: Options): void {
  if (check && group) throw new Failure("--check and --group do not go together; call northstar links twice");
  if (!check && !group && only.length > 0)
    throw new Failure("--only is about an export: name it with --check or --group");
  if (!check && complete) throw new Failure("--complete is about an export: name it with --check");
  if (!group && out !== undefined)
    throw new Failure("--out is for the bets that --group proposes; what is printed can be sent into a file");
}

/** An option with several words takes the North Star behind them for one of them. */
function refuseStar({ check, group = [] }: Options): void {
  const star = [...(check ?? []), ...group].find((name) => /\.ya?ml$/i.test(name));
  if (star === undefined) return;
  const call = `northstar links ${shellWord(star)} --${check ? "check" : "group"} EXPORT`;
  throw new Failure(`${star} stands behind an option that takes exports; write ${call}`);
}

function workOf(
  { file, star, document }: OpenStar,
  exports: readonly WorkExport[],
  options: Options,
): WorkOfFile {
  const comparison = compareWork(star, exports, {
    only: options.only,
    isComplete: options.complete === true,
  });
  return {
    path: file,
    name: star.name,
    exports,
    comparison,
    lineOf: (path) => document.locate(path).range.start.line,
  };
}

function show(world: World, work: WorkOfFile, { check, format, color }: Options): void {
  if (format === "json") world.stdout.write(workJson(work));
  else if (format === "markdown") world.stdout.write(check ? workMarkdown(work) : linksMarkdown(work));
  else world.stdout.write((check ? workPage : linksPage)(work, lookOf(world, color)));
}
