import { extname } from "node:path";
import type { Command } from "commander";
import { ours } from "../../render/ours.js";
import {
  type Format,
  formatNames,
  formatsOf,
  type Render,
  type RendererName,
  rendererNames,
  renderers,
} from "../../render/renderers.js";
import { defaultTheme } from "../../render/theme.js";
import { formats as reports } from "../../report/formats.js";
import { type ConfigOptions, configFlags, configsOf } from "../config.js";
import { exit, Failure } from "../exit.js";
import { find } from "../find.js";
import { type CommonOptions, day, oneOf } from "../options.js";
import { judge } from "../read.js";
import { colorOf, say, widthOf } from "../terminal.js";
import type { World } from "../world.js";
import { writeWhole } from "../write.js";

interface Options extends CommonOptions, ConfigOptions {
  to: RendererName;
  out?: string;
  format?: Format;
  force?: true;
  today?: string;
}

export function define(command: Command): void {
  const list = rendererNames.map((name) => `${name} (${renderers[name].summary})`).join(", ");
  command
    .argument("[file]", "the North Star to draw; northstar.yaml of this folder when left out")
    .option("-t, --to <name>", `what to make: ${list}`, oneOf("document", rendererNames), "one-pager")
    .option(
      "-o, --out <file>",
      "write to a file instead of standard output; its ending decides on the format",
    )
    .option("-f, --format <name>", `how to write it: ${formatNames.join(", ")}`, oneOf("format", formatNames))
    .option("--force", "replace a file that northstar did not make")
    .option("--today <day>", "draw as if it were this day, as YYYY-MM-DD", day("--today"));
  for (const [flags, description] of configFlags) command.option(flags, description);
}

/** Draws a document of one North Star. A file with errors is drawn too, and shows its state. */
export async function run(world: World, [operand]: string[], options: Options): Promise<number> {
  const { out, force, today = world.today() } = options;
  const load = renderOf(options);
  const file = await fileOf(world, operand);
  const { judging } = await configsOf(world, options).settingsFor(file);
  const judged = judge(world, file, { today, ...judging });
  const { star, points } = judged;
  if (!star) {
    const report = await reports.pretty();
    const look = { color: colorOf(world, world.stdout, options.color), width: widthOf(world.stdout) };
    world.stdout.write(report({ files: [judged] }, look));
    return exit.problems;
  }
  const render = await load();
  const made = render({ star, points, today }, defaultTheme);
  if (out === undefined) {
    world.stdout.write(made);
    return exit.done;
  }
  const written = writeWhole(world, out, made, (existing) => force === true || existing.includes(ours));
  if (typeof written === "object") throw new Failure(written.refused);
  say(world, written === "written" ? `wrote ${out}` : `${out} was up to date`);
  return exit.done;
}

/** The one North Star that the person means. */
async function fileOf(world: World, operand: string | undefined): Promise<string> {
  const { files, missing } = await find(world, [operand ?? "northstar.yaml"]);
  const [file, another] = files;
  if (another) throw new Failure(`found ${files.length} North Stars in ${operand}; name one of them`);
  if (file) return file;
  throw new Failure(
    operand
      ? missing.join("; ")
      : "found no northstar.yaml in this folder; name a file, or write one with northstar init",
  );
}

/** What was asked for, else what the file's name ends with, else the first that the document can be made in. */
function renderOf({ to, out, format }: Options): () => Promise<Render> {
  const formats = formatsOf(to);
  const names = Object.keys(formats) as Format[];
  const ending = out === undefined ? names[0] : extname(out).slice(1).toLowerCase();
  const wanted = format ?? names.find((name) => name === ending);
  const load = wanted && formats[wanted];
  if (load) return load;
  const endings = listed(names.map((name) => `.${name}`));
  if (format) throw new Failure(`${to} is not made as ${format}, only as ${listed(names)}`);
  throw new Failure(
    `${to} is made as ${listed(names)}: end the name of the file with ${endings}, or say --format`,
  );
}

function listed(names: readonly string[]): string {
  return names.join(", ").replace(/, ([^,]*)$/, " or $1");
}
