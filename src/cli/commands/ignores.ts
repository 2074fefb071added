import { resolve } from "node:path";
import type { Command } from "commander";
import { readSource } from "../../file/source.js";
import { decode } from "../../file/text.js";
import { type Ignore, ignoresIn } from "../../lint/ignores.js";
import { ignoresPage, type Listed } from "../../report/ignores.js";
import { type ConfigOptions, configFlags, configsOf } from "../config.js";
import { exit } from "../exit.js";
import { find } from "../find.js";
import { daysOf } from "../git.js";
import { type CommonOptions, day } from "../options.js";
import { attempt, readBytes } from "../read.js";
import { lookOf, say } from "../terminal.js";
import type { World } from "../world.js";

interface Options extends CommonOptions, ConfigOptions {
  today?: string;
}

export function define(command: Command): void {
  command
    .argument("[paths...]", "files, folders or globs; without any, every North Star here and below")
    .option("--today <day>", "count ages as if it were this day, as YYYY-MM-DD", day("--today"));
  for (const [flags, description] of configFlags) command.option(flags, description);
}

/** Lists what comments ignore, and since when where git knows it. */
export async function run(world: World, paths: string[], options: Options): Promise<number> {
  const { files, missing } = await find(world, paths, configsOf(world, options));
  const listed: Listed[] = [];
  for (const file of files) {
    const ignores = ignoresOf(world, file);
    if (typeof ignores === "string") missing.push(ignores);
    else if (ignores.length > 0) listed.push(...aged(world, file, ignores));
  }
  if (files.length > 0)
    world.stdout.write(
      ignoresPage(listed, files.length, options.today ?? world.today(), lookOf(world, options.color)),
    );
  for (const line of missing) say(world, line);
  return missing.length > 0 ? exit.failed : exit.done;
}

/** The ignores of a file, or why it has none. */
function ignoresOf(world: World, file: string): Ignore[] | string {
  const bytes = attempt(() => readBytes(resolve(world.cwd, file)));
  if ("reason" in bytes) return `cannot read ${file}: ${bytes.reason}`;
  const text = decode(bytes.value);
  const source = typeof text === "string" ? readSource(text) : text;
  return Array.isArray(source)
    ? `${file} cannot be read; northstar lint says why`
    : ignoresIn(source).ignores;
}

function aged(world: World, file: string, ignores: readonly Ignore[]): Listed[] {
  const days = daysOf(
    world,
    file,
    ignores.map(({ range }) => range.start.line),
  );
  return ignores.map((ignore) => ({ ...ignore, file, since: days.get(ignore.range.start.line) ?? null }));
}
