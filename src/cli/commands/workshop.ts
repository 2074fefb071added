import type { Command } from "commander";
import type { Northstar } from "../../file/northstar.js";
import { agenda, type Length, lengths } from "../../render/agenda.js";
import { markdownOf, pageOf } from "../../render/outline.js";
import { defaultTheme } from "../../render/theme.js";
import { worksheet, worksheetPage } from "../../render/worksheet.js";
import { exit, Failure } from "../host/exit.js";
import type { World } from "../host/world.js";
import { deliverDocument, pageFormat } from "../host/write-document.js";
import { judgeFile } from "./shared/judge-file.js";
import { type CommonOptions, oneOf } from "./shared/options.js";
import { showProblems } from "./shared/show-problems.js";

interface Options extends CommonOptions {
  minutes: Length;
  worksheet?: true;
  format?: "md" | "html";
  out?: string;
  force?: true;
}

export function define(command: Command): void {
  const minutes = (word: string): Length => {
    const length = lengths.find((each) => String(each) === word);
    if (length) return length;
    throw new Failure(`a workshop has ${lengths.join(", ")} minutes, not '${word}'`);
  };
  command
    .argument("[file]", "with --worksheet: a North Star that fills it in")
    .option("--minutes <number>", `how long it is: ${lengths.join(", ")}`, minutes, 120)
    .option("--worksheet", "the worksheet for everybody who takes part, instead of the agenda")
    .option("-f, --format <name>", "how to write it: md, html", oneOf("format", ["md", "html"]))
    .option(
      "-o, --out <file>",
      "write to a file instead of standard output; its ending decides on the format",
    )
    .option("--force", "replace a file that northstar did not make")
    .addHelpText("after", "\nFor the meeting that looks again at what was bet on: northstar agenda.");
}

/** Prints what a facilitator needs: the agenda with its times, or the worksheet. */
export async function run(world: World, [file]: string[], options: Options): Promise<number> {
  const format = pageFormat(options.out, options.format);
  if (!options.worksheet) {
    if (file !== undefined)
      throw new Failure(`a North Star fills in the worksheet: add --worksheet, or leave out ${file}`);
    const parts = agenda(options.minutes);
    const title = `North Star workshop, ${options.minutes} minutes`;
    deliverDocument(world, format === "md" ? markdownOf(parts) : pageOf(title, parts, defaultTheme), options);
    return exit.done;
  }
  let star: Northstar | undefined;
  if (file !== undefined) {
    const judged = await judgeFile(world, file);
    if (!judged.star) return await showProblems(world, [judged], options);
    star = judged.star;
  }
  deliverDocument(world, format === "md" ? worksheet(star) : worksheetPage(star, defaultTheme), options);
  return exit.done;
}
