import type { Command } from "commander";
import { weekJson } from "../../digest/json.js";
import { postMail } from "../../digest/mail.js";
import { postMarkdown } from "../../digest/markdown.js";
import { type Post, postOf } from "../../digest/post.js";
import { slackPost } from "../../digest/slack.js";
import { teamsPost } from "../../digest/teams.js";
import { postText } from "../../digest/text.js";
import { type Week, weekOf } from "../../digest/week.js";
import type { Northstar } from "../../file/northstar.js";
import { unfilledBlank } from "../../lint/rules/format/unfilled-blank.js";
import { directionOf } from "../../render/direction.js";
import { isUnfilled } from "../../render/draft.js";
import { type Wording, wordsIn } from "../../render/words/words.js";
import { type ConfigOptions, configFlags, configsOf } from "../host/config.js";
import { exit } from "../host/exit.js";
import type { Settings } from "../host/load-config.js";
import { lookOf, printMessage } from "../host/terminal.js";
import type { World } from "../host/world.js";
import { sinceWhen } from "./digest/since.js";
import { judgeFile } from "./shared/judge-file.js";
import { loadTheme } from "./shared/load-theme.js";
import { type CommonOptions, day, oneOf } from "./shared/options.js";
import { showProblems } from "./shared/show-problems.js";
import { shownSeries } from "./shared/shown-series.js";
import { starNamed } from "./shared/stars-named.js";

const formats = ["text", "markdown", "html", "slack", "teams", "json"] as const;

interface Options extends CommonOptions, ConfigOptions {
  since: string;
  format: (typeof formats)[number];
  today?: string;
}

export function define(command: Command): void {
  command
    .argument("[file]", "the North Star; that of this folder when left out")
    .option(
      "--since <when>",
      'what is new since when: a time such as 7d or "2 weeks", a day as YYYY-MM-DD, or a revision of git',
      "7d",
    )
    .option(
      "-f, --format <name>",
      `for what it is written: ${formats.join(", ")}; html is a mail, slack and teams are messages for a webhook`,
      oneOf("format", formats),
      "text",
    )
    .option("--today <day>", "write it as if it were this day, as YYYY-MM-DD", day("--today"));
  for (const [flags, description] of configFlags) command.option(flags, description);
}

/** Prints the post of a week: what was learned, what moved, what is due and who is asked. Nothing is sent. */
export async function run(world: World, operands: string[], options: Options): Promise<number> {
  const to = options.today ?? world.today();
  const file = await starNamed(world, operands, "a post is about one North Star");
  const settings = await configsOf(world, options).settingsFor(file);
  const judged = await judgeFile(world, file, { today: to, rules: [unfilledBlank], ...settings.judging });
  const { star } = judged;
  if (!star || judged.problems.some(isUnfilled)) return await showProblems(world, [judged], options);
  const { from, was } = sinceWhen(world, judged, options.since, to);
  if ("reason" in was) printMessage(world, `the days in the file alone tell what is new: ${was.reason}`);
  const before = "star" in was ? was : undefined;
  const week = weekOf({ star, from, to, before, series: await shownSeries(world, file, star) });
  const words = await wordsIn(star.language);
  const isIndex = settings.config.numbers === "index";
  const post = postOf(week, words, isIndex);
  world.stdout.write(written(world, post, { week, star, words, file, isIndex, settings }, options));
  return exit.done;
}

interface Told {
  week: Week;
  star: Northstar;
  words: Wording;
  file: string;
  isIndex: boolean;
  settings: Settings;
}

function written(world: World, post: Post, told: Told, { format, color }: Options): string {
  const { week, star, words, file, isIndex, settings } = told;
  const language = star.language ?? "en";
  switch (format) {
    case "markdown":
      return postMarkdown(post);
    case "html":
      return postMail(post, { language, direction: directionOf(words.tag), theme: loadTheme(settings) });
    case "slack":
      return slackPost(post);
    case "teams":
      return teamsPost(post, language);
    case "json":
      return weekJson(week, post, file, isIndex);
    default:
      return postText(post, lookOf(world, color));
  }
}
