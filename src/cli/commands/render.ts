import { dirname, extname, relative, resolve, sep } from "node:path";
import type { Command } from "commander";
import { layerOf } from "../../config/layers.js";
import { pointOf } from "../../file/problem.js";
import { sentenceOf } from "../../file/say.js";
import { rules } from "../../lint/rules/index.js";
import { isClaim, together } from "../../lint/together.js";
import { ours } from "../../render/ours.js";
import {
  type Format,
  formatNames,
  formatsOf,
  portfolio,
  type RendererName,
  rendererNames,
  renderers,
} from "../../render/renderers.js";
import type { Told } from "../../render/story.js";
import type { Theme } from "../../render/theme.js";
import { formats as reports } from "../../report/formats.js";
import type { Judged } from "../../report/report.js";
import { type ConfigOptions, configFlags, configName, configsOf, type Settings } from "../config.js";
import { exit, Failure } from "../exit.js";
import { find, nameOf, shortEnding } from "../find.js";
import { looksOf } from "../looks.js";
import { type CommonOptions, day, oneOf } from "../options.js";
import { attempt, isAmong, judge, readBytes } from "../read.js";
import { rootOf } from "../repository.js";
import { colorOf, say, widthOf } from "../terminal.js";
import { type Held, outcomeOf } from "../threshold.js";
import type { World } from "../world.js";
import { writeWhole } from "../write.js";

/** PDF is printed from the web page of a document. */
type Ending = Format | "pdf";
const endings: readonly Ending[] = [...formatNames, "pdf"];

type DocumentName = RendererName | "portfolio";
const documentNames: readonly DocumentName[] = [...rendererNames, "portfolio"];

interface Options extends CommonOptions, ConfigOptions {
  to?: DocumentName;
  out?: string;
  format?: Ending;
  check?: true;
  force?: true;
  today?: string;
}

/** A document to make, and where it goes: standard output, or a file. */
interface Wanted {
  to: RendererName;
  format: Ending;
  file: Target | null;
}

interface Target {
  /** No symbolic link leads out of it. */
  folder: string;
  /** As seen from the folder. */
  name: string;
  /** As the person sees it. */
  shown: string;
  makeFolders: boolean;
}

export function define(command: Command): void {
  const list = [
    ...rendererNames.map((name) => `${name} (${renderers[name].summary})`),
    `portfolio (${portfolio.summary})`,
  ];
  command
    .argument(
      "[paths...]",
      "the North Star to draw, or several for a portfolio; northstar.yaml of this folder when left out",
    )
    .option(
      "-t, --to <name>",
      `what to make: ${list.join(", ")} (default: the documents that the configuration keeps, or one-pager; of several North Stars their portfolio)`,
      oneOf("document", documentNames),
    )
    .option(
      "-o, --out <file>",
      "write to a file instead of standard output; its ending decides on the format",
    )
    .option("-f, --format <name>", `how to write it: ${endings.join(", ")}`, oneOf("format", endings))
    .option("--check", "write nothing, and exit with 1 when a file is not what would be written")
    .option("--force", "replace a file that northstar did not make")
    .option("--today <day>", "draw as if it were this day, as YYYY-MM-DD", day("--today"));
  for (const [flags, description] of configFlags) command.option(flags, description);
}

/** A document shows the states of the points, and nothing else that is judged. */
const ofPoints = rules.filter(({ part }) => pointOf(part) !== null);

/** Draws documents of a North Star. A file with errors is drawn too, and shows its state. */
export async function run(world: World, operands: string[], options: Options): Promise<number> {
  const { to, today = world.today() } = options;
  if (to === "portfolio") return await drawPortfolio(world, operands, options);
  const [file, ...others] = await filesOf(world, operands);
  if (others.length > 0) {
    if (to === undefined) return await drawPortfolio(world, operands, options);
    throw new Failure(
      `found ${others.length + 1} North Stars in ${operands.join(", ")}; name one of them, or ask for --to portfolio`,
    );
  }
  const settings = await configsOf(world, options).settingsFor(file);
  const documents = wantedBy(world, options, to, settings);
  keepSources(world, [file], documents);
  const theme = looksOf(settings);
  const judged = judge(world, file, { today, rules: ofPoints, ...settings.judging });
  if (!judged.star) return await report(world, [judged], options);
  const told: Told = { star: judged.star, points: judged.points, today };
  let stale = 0;
  for (const document of documents) {
    const made = await make(world, document, told, theme);
    if (!(await deliver(world, made, document, options))) stale++;
  }
  return stale > 0 ? exit.problems : exit.done;
}

/** What is asked for, or else what the configuration keeps, or else the one-pager. */
function wantedBy(
  world: World,
  options: Options,
  to: RendererName | undefined,
  settings: Settings,
): Wanted[] {
  const { out, check } = options;
  const kept = settings.config.render ?? [];
  if (to === undefined && out === undefined && options.format === undefined && kept.length > 0) {
    const folder = layerOf(settings.layers, ["render"])?.folder ?? world.cwd;
    return kept.map((each) => ({
      to: each.to,
      format: endingOf(each.to, Object.keys(formatsOf(each.to)), each.out, undefined),
      file: keptAt(world, folder, each.out),
    }));
  }
  if (check && out === undefined)
    throw new Failure(
      `--check compares files: name one with --out, or list them under render in ${configName}`,
    );
  const name = to ?? "one-pager";
  return [
    {
      to: name,
      format: endingOf(name, Object.keys(formatsOf(name)), out, options.format),
      file: targetOf(world, out),
    },
  ];
}

/** Not even --force lets a document take the place of what it is drawn from. */
function keepSources(
  { cwd }: World,
  sources: readonly string[],
  documents: readonly Pick<Wanted, "file">[],
): void {
  const paths = sources.map((source) => resolve(cwd, source));
  for (const { file } of documents)
    if (file && isAmong(paths, resolve(file.folder, file.name)))
      throw new Failure(`${file.shown} is the North Star that is drawn; name another file with --out`);
}

function targetOf(world: World, out: string | undefined): Target | null {
  return out === undefined ? null : { folder: world.cwd, name: out, shown: out, makeFolders: false };
}

/** A configuration may come from anybody: what it keeps stays inside the repository, or inside its own folder. */
function keptAt(world: World, folder: string, out: string): Target {
  const root = rootOf(folder) ?? folder;
  const path = resolve(folder, out);
  const name = relative(root, path);
  if (
    name === "" ||
    name.split(sep)[0] === ".." ||
    resolve(root, name) !== path ||
    name.split(sep)[0] === ".git"
  )
    throw new Failure(
      `${configName}: render keeps ${out}, which lies outside of the repository; name a file inside`,
    );
  return { folder: root, name, shown: nameOf(path, world.cwd), makeFolders: true };
}

/** What was asked for, else what the file's name ends with, else the first that the document can be made in. */
function endingOf(
  to: DocumentName,
  names: readonly string[],
  out: string | undefined,
  asked: Ending | undefined,
): Ending {
  const possible = endings.filter((ending) => names.includes(ending === "pdf" ? "html" : ending));
  const first = possible.find((ending) => ending === names[0]);
  const ending = out === undefined ? first : extname(out).slice(1).toLowerCase();
  const wanted = possible.find((each) => each === (asked ?? ending));
  if (wanted) return wanted;
  if (asked) throw new Failure(`${to} is not made as ${asked}, only as ${sentenceOf(possible, "or")}`);
  throw new Failure(
    `${to} is made as ${sentenceOf(possible, "or")}: end ${out} with ${sentenceOf(
      possible.map((each) => `.${each}`),
      "or",
    )}, or say --format`,
  );
}

async function make(
  world: World,
  { to, format }: Wanted,
  told: Told,
  theme: Theme,
): Promise<string | Uint8Array> {
  const formats = formatsOf(to);
  const render = await formats[format === "pdf" ? "html" : format]?.();
  const made = render?.(told, theme) ?? "";
  return format === "pdf" ? await pdf(world, made) : made;
}

async function pdf(world: World, html: string | Uint8Array): Promise<Uint8Array> {
  const { pdfOf } = await import("../pdf.js");
  return await pdfOf(world, String(html));
}

/** Writes a document, or compares it; false when a file is stale. */
async function deliver(
  world: World,
  made: string | Uint8Array,
  { format, file }: Pick<Wanted, "format" | "file">,
  options: Options,
): Promise<boolean> {
  if (!file) {
    if (typeof made !== "string" && world.stdout.isTTY)
      throw new Failure(`${format} is not for a terminal; name a file with --out`);
    world.stdout.write(made);
    return true;
  }
  if (options.check) return isFresh(world, made, format, file);
  const { folder, name, shown, makeFolders } = file;
  const mayReplace = (existing: Buffer) => options.force === true || existing.includes(ours);
  const written = writeWhole({ cwd: folder }, name, made, mayReplace, { makeFolders });
  if (typeof written === "object") throw new Failure(written.refused);
  say(world, written === "written" ? `wrote ${shown}` : `${shown} was up to date`);
  return true;
}

function isFresh(
  world: World,
  made: string | Uint8Array,
  format: Ending,
  { folder, name, shown }: Target,
): boolean {
  if (format === "pdf") {
    say(world, `${shown} cannot be checked: a PDF differs from one printing to the next`);
    return true;
  }
  const there = attempt(() => readBytes(resolve(folder, name)));
  const fresh = "value" in there && there.value.equals(Buffer.from(made));
  if (fresh) say(world, `${shown} is up to date`);
  else if ("value" in there) world.stdout.write(`${shown} is stale: ${commandOf(world)} mends it\n`);
  else world.stdout.write(`${shown} is missing: ${commandOf(world)} makes it\n`);
  return fresh;
}

/** The command that was given, without --check. */
function commandOf({ args }: World): string {
  const words = args
    .filter((word) => word !== "--check")
    .map((word) => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`));
  return ["northstar", ...words].join(" ");
}

/** The North Stars that the person means, at least one. */
async function filesOf(world: World, operands: readonly string[]): Promise<[string, ...string[]]> {
  const { files, missing } = await find(world, operands.length > 0 ? operands : ["northstar.yaml"]);
  const [file, ...others] = files;
  if (missing.length === 0 && file) return [file, ...others];
  throw new Failure(
    operands.length > 0
      ? missing.join("; ")
      : `found no northstar.yaml in this folder; ${shortEnding(world.cwd) ?? "name a file, or write one with northstar init"}`,
  );
}

/** What cannot be read as a North Star cannot be drawn. */
async function report(world: World, judged: readonly Judged[], { color }: Options): Promise<number> {
  const pretty = await reports.pretty();
  const look = { color: colorOf(world, world.stdout, color), width: widthOf(world, world.stdout) };
  world.stdout.write(pretty({ files: judged }, look));
  return exit.problems;
}

/** An index of all that the operands name. What they claim together is told, and fails as it fails lint. */
async function drawPortfolio(world: World, operands: readonly string[], options: Options): Promise<number> {
  const { out, today = world.today() } = options;
  const format = endingOf("portfolio", Object.keys(portfolio.formats), out, options.format);
  const configs = configsOf(world, options);
  const { files, missing } = await find(world, operands, configs);
  if (missing.length > 0) throw new Failure(missing.join("; "));
  keepSources(world, files, [{ file: targetOf(world, out) }]);
  const settings = await configs.settingsIn(configs.nearest(world.cwd));
  const theme = looksOf(settings);
  const judged: (Judged & Held)[] = [];
  for (const file of files) {
    const { judging, failOn } = await configs.settingsFor(file);
    judged.push({ ...judge(world, file, { today, ...judging }), failOn });
  }
  const unread = judged.filter(({ star }) => !star);
  if (unread.length > 0) return await report(world, unread, options);
  const folder = dirname(resolve(world.cwd, out ?? "index.md"));
  const entries = judged.flatMap(({ star, points, claims, path }) =>
    star ? [{ star, points, claims, today, path: nameOf(resolve(world.cwd, path), folder) }] : [],
  );
  const render = await portfolio.formats[format === "md" ? "md" : "html"]();
  const page = render(entries, theme);
  const fresh = await deliver(
    world,
    format === "pdf" ? await pdf(world, page) : page,
    { format, file: targetOf(world, out) },
    options,
  );
  const disputed = together(judged).map((file) => ({ ...file, problems: file.problems.filter(isClaim) }));
  for (const { path, problems } of disputed)
    for (const { range, message } of problems)
      say(world, `${path}:${range.start.line}:${range.start.column}: ${message}`);
  return fresh ? outcomeOf(disputed).code : exit.problems;
}
