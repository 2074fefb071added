import type { Command } from "commander";
import { shellWord } from "../../file/message-text.js";
import { type Ignore, ignoresIn } from "../../lint/ignores.js";
import { ignoresJson, ignoresPage, type Listed } from "../../report/ignores.js";
import { pluralize } from "../../report/report.js";
import { type ConfigOptions, configFlags, configsOf } from "../host/config.js";
import { catchFailure, exit, Failure, failureAt } from "../host/exit.js";
import { findFiles } from "../host/find-files.js";
import { daysOf } from "../host/git.js";
import { openDocument } from "../host/read-file.js";
import { lookOf, printMessage } from "../host/terminal.js";
import type { World } from "../host/world.js";
import { type CommonOptions, day, oneOf } from "./shared/options.js";

const formats = ["pretty", "json"] as const;

interface Options extends CommonOptions, ConfigOptions {
  format: (typeof formats)[number];
  today?: string;
}
export function define(command: Command): void {
  command
    .argument("[paths...]", "files, folders or globs; without any, every North Star here and below")
    .option("-f, --format <name>", `how to list: ${formats.join(", ")}`, oneOf("format", formats), "pretty")
    .option("--today <day>", "count ages as if it were this day, as YYYY-MM-DD", day("--today"));
  for (const [flags, description] of configFlags) command.option(flags, description);
}

/** Lists what comments ignore, and since when where git knows it. */
export async function run(world: World, paths: string[], options: Options): Promise<number> {
  const { files, missing, notes } = await findFiles(world, paths, configsOf(world, options));
  const listed: Listed[] = [];
  const reasons = new Set<string>();
  let cut = 0;
  for (const file of files) {
    const ignores = await catchFailure(ignoresOf(world, file));
    if (ignores instanceof Failure) missing.push(ignores);
    else if (ignores.length > 0) listed.push(...aged(file, ignores));
  }
  const today = options.today ?? world.today();
  if (options.format === "json")
    world.stdout.write(
      ignoresJson(
        listed,
        files.length,
        missing.map(({ message }) => message),
      ),
    );
  else if (files.length > 0)
    world.stdout.write(ignoresPage(listed, files.length, today, lookOf(world, options.color)));
  for (const reason of reasons) printMessage(world, `git does not say since when: ${reason}`);
  if (cut > 0)
    printMessage(
      world,
      `this clone is shallow, so since when ${pluralize(cut, "ignore")} ${cut === 1 ? "is" : "are"} there cannot be known; git fetch --unshallow brings the rest, and so does fetch-depth: 0 in GitHub Actions`,
    );
  for (const line of [...notes, ...missing.map(({ message }) => message)]) printMessage(world, line);
  return missing.length > 0 ? exit.failed : exit.done;

  function aged(file: string, ignores: readonly Ignore[]): Listed[] {
    const lines = ignores.map(({ range }) => range.start.line);
    const known = daysOf(world, file, lines);
    if (known.refusal) reasons.add(known.refusal);
    cut += lines.filter((line) => known.cut.has(line)).length;
    return ignores.map((ignore, index) => ({
      ...ignore,
      file,
      since: known.days.get(lines[index] ?? 0) ?? null,
    }));
  }
}

/** The ignores of a file. One that cannot be read is a {@link Failure}. */
async function ignoresOf(world: World, file: string): Promise<Ignore[]> {
  const opened = openDocument(world, file);
  if ("problems" in opened)
    throw failureAt(file, `${file} cannot be read; northstar lint ${shellWord(file)} says why`);
  return ignoresIn(opened.document).ignores;
}
