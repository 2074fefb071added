import type { Command } from "commander";
import { wordsIn } from "../../render/words/words.js";
import { type ConfigOptions, configFlags, configsOf } from "../host/config.js";
import { exit } from "../host/exit.js";
import { openText } from "../host/read-file.js";
import { lookOf, printMessage } from "../host/terminal.js";
import type { World } from "../host/world.js";
import { deliverDocument } from "../host/write-document.js";
import { lifeOfText } from "./shared/life-of-file.js";
import { loadTheme } from "./shared/load-theme.js";
import { type CommonOptions, oneOf } from "./shared/options.js";
import { showProblems } from "./shared/show-problems.js";
import { starNamed } from "./shared/stars-named.js";

const formats = ["text", "markdown", "json", "html", "svg"] as const;

interface Options extends CommonOptions, ConfigOptions {
  format: (typeof formats)[number];
  out?: string;
  force?: true;
}

export function define(command: Command): void {
  command
    .argument("[file]", "the North Star; that of this folder when left out")
    .option("-f, --format <name>", `how to tell: ${formats.join(", ")}`, oneOf("format", formats), "text")
    .option("-o, --out <file>", "write to a file instead of standard output")
    .option("--force", "replace a file that northstar did not make");
  for (const [flags, description] of configFlags) command.option(flags, description);
}

/** Tells the life of a North Star: its metrics, and what happened under each. */
export async function run(world: World, operands: string[], options: Options): Promise<number> {
  const file = await starNamed(world, operands, "a life is that of one North Star");
  const opened = openText(world, file);
  if ("problems" in opened) return await showProblems(world, [opened], options);
  const told = lifeOfText(world, { path: file, text: opened.text });
  if ("problems" in told) return await showProblems(world, [told], options);
  const { life, asides } = told;
  for (const aside of asides) printMessage(world, aside);
  deliverDocument(world, await text(), options);
  return exit.done;

  async function text(): Promise<string> {
    const { format } = options;
    if (format === "json") {
      const { lifeJson } = await import("../../report/life-json.js");
      return lifeJson({ path: file, life, asides });
    }
    const { tellLife } = await import("../../render/life.js");
    const words = await wordsIn(life.now.language);
    const told = tellLife(life, words);
    if (format === "markdown")
      return (await import("../../render/life-markdown.js")).lifeMarkdown(told, words);
    if (format === "html" || format === "svg") {
      const theme = loadTheme(await configsOf(world, options).settingsFor(file));
      if (format === "html") return (await import("../../render/life-html.js")).lifePage(told, words, theme);
      return (await import("../../render/life-svg.js")).lifePicture(told, words, theme);
    }
    const { lifeText } = await import("../../render/life-text.js");
    return lifeText(told, words, lookOf(world, options.color));
  }
}
