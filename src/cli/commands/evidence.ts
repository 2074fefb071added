import type { Command } from "commander";
import { evidenceOfStar } from "../../evidence/star-evidence.js";
import { fileOperand } from "../../file/message-text.js";
import { mistakes } from "../../report/pretty.js";
import {
  type EvidenceOfFile,
  starEvidenceJson,
  starEvidenceMarkdown,
  starEvidencePage,
} from "../../report/star-evidence.js";
import { exit } from "../host/exit.js";
import { type KeptSeries, keptSeriesOf } from "../host/series-files.js";
import { lookOf, printMessage } from "../host/terminal.js";
import type { World } from "../host/world.js";
import { lookedAt, pastsOf } from "./evidence/pasts.js";
import { type OpenStar, openStar } from "./shared/open-star.js";
import { type CommonOptions, day, oneOf } from "./shared/options.js";
import { showProblems } from "./shared/show-problems.js";
import { starNamed } from "./shared/stars-named.js";

const formats = ["text", "markdown", "json"] as const;

interface Options extends CommonOptions {
  format: (typeof formats)[number];
  strict?: true;
  lock: boolean;
  today?: string;
}

export function define(command: Command): void {
  command
    .argument("[file]", "the North Star; that of this folder when left out")
    .option("-f, --format <name>", `how to tell: ${formats.join(", ")}`, oneOf("format", formats), "text")
    .option("--strict", "exit code 1 where numbers contradict a bet")
    .option("--no-lock", "do not note in northstar.lock what bets expected when they were first looked at")
    .option("--today <day>", "leave out what was not over on this day, as YYYY-MM-DD", day("--today"));
}

/** Says of each bet of level 0 and 1 whether the numbers speak for it, and what they could have shown. */
export async function run(world: World, operands: string[], options: Options): Promise<number> {
  const file = await starNamed(world, operands, "evidence is about one North Star");
  const opened = openStar(world, file);
  if ("problems" in opened) return await showProblems(world, [opened], options);
  const today = options.today ?? world.today();
  const kept = keptSeriesOf(world, file, opened.star, today);
  const wrong = kept.filter((each) => each.state === "wrong");
  const look = lookOf(world, options.color);
  for (const { path, text, problems } of wrong)
    world.stdout.write(`${mistakes({ path, text, problems: [...problems] }, look).trimEnd()}\n`);
  if (wrong.length > 0) return exit.problems;
  const series = new Map(
    kept.flatMap((each) => (each.state === "read" ? [[each.thing.id, each.series] as const] : [])),
  );
  const evidence = evidenceOfStar(opened.star, series, pastsOf(world, opened, kept));
  if (series.size === 0 && options.format === "text") return sayNone(world, opened, kept);
  const found: EvidenceOfFile = { path: file, name: opened.star.name, evidence };
  if (options.format === "json") world.stdout.write(starEvidenceJson(found));
  else if (options.format === "markdown") world.stdout.write(starEvidenceMarkdown(found));
  else world.stdout.write(starEvidencePage(found, look));
  if (options.lock) lookedAt(world, file, evidence, world.today());
  const isContradicted = evidence.bets.some(
    ({ result }) => !("reason" in result) && result.verdict.word === "contradicted",
  );
  return options.strict && isContradicted ? exit.problems : exit.done;
}

/** What a team reads that has no numbers yet: nothing is missing. */
function sayNone(world: World, { file }: OpenStar, kept: readonly KeptSeries[]): number {
  const [missing] = kept;
  printMessage(
    world,
    missing
      ? `${missing.path} is not there yet, so there are no numbers to look at; northstar measure${fileOperand(file)} says how to fill it`
      : `${file} has no numbers, and needs none. To see whether bets come true, keep a series: \`series: data/weekly.csv\` below the metric and what it should move, and \`expect: { direction: up, after: 6 weeks }\` on the bet`,
  );
  return exit.done;
}
