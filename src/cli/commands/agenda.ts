import type { Command } from "commander";
import type { Horizons } from "../../config/config.js";
import { meetingOf, type Topic, usualMinutes } from "../../digest/meeting.js";
import { meetingMarkdown, meetingText, toldMeeting } from "../../digest/meeting-text.js";
import { betsIn, nextReview } from "../../editing/bets.js";
import { fileFlag } from "../../file/message-text.js";
import type { Northstar } from "../../file/northstar.js";
import { isUnfilled } from "../../render/draft.js";
import { wordsIn } from "../../render/words/words.js";
import { type ConfigOptions, configFlags, configsOf } from "../host/config.js";
import { exit, Failure } from "../host/exit.js";
import { lookOf } from "../host/terminal.js";
import type { World } from "../host/world.js";
import { staleAnswers } from "./agenda/stale-answers.js";
import { commandFor } from "./shared/bets.js";
import { documentRules } from "./shared/document-rules.js";
import { judgeFile } from "./shared/judge-file.js";
import { type CommonOptions, count, day, oneOf } from "./shared/options.js";
import { showProblems } from "./shared/show-problems.js";
import { shownSeries } from "./shared/shown-series.js";
import { starNamed } from "./shared/stars-named.js";

const formats = ["text", "markdown"] as const;

interface Options extends CommonOptions, ConfigOptions {
  format: (typeof formats)[number];
  minutes: number;
  today?: string;
}

export function define(command: Command): void {
  command
    .argument("[file]", "the North Star; that of this folder when left out")
    .option("--minutes <number>", "how long the meeting may be", minutes, usualMinutes)
    .option("-f, --format <name>", `how to write it: ${formats.join(", ")}`, oneOf("format", formats), "text")
    .option("--today <day>", "the day of the meeting, as YYYY-MM-DD; today when left out", day("--today"));
  for (const [flags, description] of configFlags) command.option(flags, description);
  command.addHelpText("after", "\nFor the workshop in which a North Star is found: northstar workshop.");
}

function minutes(word: string): number {
  const number = count("--minutes")(word);
  if (number >= 10 && number <= 480) return number;
  throw new Failure(`--minutes takes 10 to 480, not ${word}`);
}

/** Prints the agenda of the next review meeting from what is due. */
export async function run(world: World, operands: string[], options: Options): Promise<number> {
  const today = options.today ?? world.today();
  const file = await starNamed(world, operands, "a review is of one North Star");
  const { config, judging } = await configsOf(world, options).settingsFor(file);
  const judged = await judgeFile(world, file, { today, rules: documentRules, ...judging });
  const { star, points } = judged;
  if (!star || judged.problems.some(isUnfilled)) return await showProblems(world, [judged], options);
  const series = await shownSeries(world, file, star);
  const meeting = meetingOf(
    { star, day: today, points, stale: staleAnswers(world, file, judged.text), series },
    options.minutes,
  );
  const words = await wordsIn(star.language);
  const commands = meeting.topics.map((topic) => commandsFor(topic, star, file, today, config.horizons));
  const told = toldMeeting(meeting, commands, words, config.numbers === "index");
  world.stdout.write(
    options.format === "markdown"
      ? meetingMarkdown(told, words)
      : meetingText(told, words, lookOf(world, options.color)),
  );
  return exit.done;
}

/** The commands that note what was decided. */
function commandsFor(
  topic: Topic,
  star: Northstar,
  file: string,
  today: string,
  horizons: Horizons | undefined,
): string[] {
  const flag = fileFlag(file);
  switch (topic.kind) {
    case "verdict":
    case "look": {
      const all = betsIn(star);
      const bet = all.find(({ number }) => number - 1 === topic.path[1]);
      if (!bet) return [];
      return [
        `${commandFor("close", bet, all, file)} --verdict lost --learned "…"`,
        `${commandFor("review", bet, all, file)} --next ${nextReview(bet, today, horizons)}`,
      ];
    }
    case "limit": {
      const all = betsIn(star);
      const bet = all.find(({ number }) => number - 1 === topic.limit.active.at(-1)?.path[1]);
      return bet ? [commandFor("park", bet, all, file)] : [];
    }
    case "holds":
      return [`northstar review all${flag}`, `northstar change${flag}`];
    case "questions":
      return [`northstar review --questions${flag}`];
    case "adopt":
      return [`northstar adopt ${file}`];
    case "inputs":
      return [`northstar add input${flag}`];
    default:
      return [];
  }
}
