import { dirname, resolve } from "node:path";
import type { Command } from "commander";
import type { Config } from "../../config/config.js";
import type { Life } from "../../diff/life.js";
import { betsIn } from "../../editing/bets.js";
import { pickEntity } from "../../editing/entities.js";
import { isRefusal } from "../../editing/plan.js";
import { shellWord } from "../../file/message-text.js";
import type { Northstar } from "../../file/northstar.js";
import { acrossFiles, isAcrossFiles } from "../../lint/across-files.js";
import { type DeckPart, deckParts, type Listeners, listeners } from "../../render/deck/parts.js";
import { markedDraft } from "../../render/draft.js";
import { portfolioFormats } from "../../render/portfolio-formats.js";
import {
  type DocumentName,
  documentNames,
  type RendererName,
  rendererNames,
  renderers,
} from "../../render/renderers.js";
import type { Theme } from "../../render/theme.js";
import type { RenderData } from "../../render/view-model.js";
import type { Judged } from "../../report/report.js";
import { visible } from "../../report/terminal-text.js";
import { type ConfigOptions, type Configs, configFlags, configName, configsOf } from "../host/config.js";
import { combineFailures, exit, Failure } from "../host/exit.js";
import { findFiles } from "../host/find-files.js";
import type { Settings } from "../host/load-config.js";
import { isAmong } from "../host/read-file.js";
import { printMessage } from "../host/terminal.js";
import { type FileFindings, outcomeOf } from "../host/threshold.js";
import type { World } from "../host/world.js";
import { freshness, type Target, targetOf, writeDocument } from "../host/write-document.js";
import { checkParts, deckFlags, deckOptionsOf } from "./render/deck-options.js";
import { type KeptDocument, keptDocumentsOf } from "./render/kept-documents.js";
import { betArgument, betNamed } from "./shared/bets.js";
import { stopsAtBlanks } from "./shared/blanks.js";
import { documentRules } from "./shared/document-rules.js";
import {
  drawDocument,
  drawPortfolio,
  type Ending,
  endingOf,
  endings,
  entriesOf,
  isPrinted,
} from "./shared/draw-document.js";
import { judgeFile } from "./shared/judge-file.js";
import { loadTheme, sayColors } from "./shared/load-theme.js";
import { type CommonOptions, day, oneOf } from "./shared/options.js";
import { type Size, sizeNamed } from "./shared/picture-size.js";
import { paperNames, sheetOf } from "./shared/sheet.js";
import { showProblems } from "./shared/show-problems.js";
import { shownSeries } from "./shared/shown-series.js";
import { starsNamed } from "./shared/stars-named.js";

interface Options extends CommonOptions, ConfigOptions {
  to?: DocumentName;
  out?: string;
  format?: Ending;
  bet?: string;
  size?: Size;
  paper?: Config["paper"];
  pages?: "1" | "2";
  numbers?: Config["numbers"];
  draft?: true;
  only?: DeckPart[];
  skip?: DeckPart[];
  full?: true;
  for?: Listeners;
  title?: string;
  date?: string;
  since?: string;
  check?: true;
  force?: true;
  today?: string;
}

export function define(command: Command): void {
  const list = [
    ...rendererNames.map((name) => `${name} (${renderers[name].summary})`),
    `portfolio (${portfolioFormats.summary})`,
  ];
  command
    .argument(
      "[paths...]",
      "the North Star to draw, or several for a portfolio; northstar.yaml of this folder when left out",
    )
    .option(
      "-t, --to <name>",
      `what to make: ${list.join(", ")} (default: the documents that configurations keep, or one-pager; of several North Stars their portfolio)`,
      oneOf("document", documentNames),
    )
    .option(
      "-o, --out <file>",
      "write to a file instead of standard output; its ending decides on the format",
    )
    .option("-f, --format <name>", `how to write it: ${endings.join(", ")}`, oneOf("format", endings))
    .option("--bet <bet>", `of --to bet: ${betArgument}; every bet that is open when left out`)
    .option(
      "--size <size>",
      "of a PNG: slack (1200 × 630), notion (708 wide) or a width; two pixels are drawn for each",
      sizeNamed,
    )
    .option(
      "--paper <size>",
      `of --to one-pager as html or pdf: what it is printed on, ${paperNames.join(" or ")} (default: a4)`,
      oneOf("paper", paperNames),
    )
    .option(
      "--pages <count>",
      "of --to one-pager as html or pdf: on how many pages it has to fit, 1 or 2 (default: 1)",
      oneOf("count of pages", ["1", "2"]),
    )
    .option(
      "--numbers <how>",
      "how numbers of series are shown: values, or index, which calls the first of each 100 (default: values)",
      oneOf("way to show numbers", ["values", "index"]),
    )
    .option("--draft", "draw a file that has blanks, too, called a draft in every document")
    .option(
      "--for <who>",
      `of --to deck: for whom it is: ${listeners.join(", ")} (default: audience)`,
      oneOf("listeners", listeners),
    )
    .option(
      "--only <parts>",
      `of --to deck: these parts, with commas between them: ${deckParts.join(", ")}`,
      partsOf("--only"),
    )
    .option("--skip <parts>", "of --to deck: all but these parts", partsOf("--skip"))
    .option("--full", "of --to deck: every part of which the file says something")
    .option("--since <day>", "of --to deck: tell what changed since a day, as YYYY-MM-DD", day("--since"))
    .option("--title <text>", "of --to deck: what the talk is called")
    .option("--date <day>", "of --to deck: the day of the talk, as YYYY-MM-DD", day("--date"))
    .option("--check", "write nothing, and exit with 1 when a file is not what would be written")
    .option("--force", "replace a file that northstar did not make")
    .option(
      "--today <day>",
      "the day on which reviews are overdue in what goes to standard output, as YYYY-MM-DD; today when left out",
      day("--today"),
    );
  for (const [flags, description] of configFlags) command.option(flags, description);
}

/** Reads parts of a deck, with commas between them. */
function partsOf(option: string): (words: string, before?: DeckPart[]) => DeckPart[] {
  const part = oneOf("part of a deck", deckParts);
  return (words, before = []) => {
    const names = words.split(",").map((word) => word.trim());
    if (names.includes(""))
      throw new Failure(`${option} takes parts of a deck with commas between them: ${option} metric,tree`);
    return [...before, ...names.map(part)];
  };
}

/** Draws documents of a North Star. A file with errors is drawn too, and shows its state. */
export async function run(world: World, operands: string[], options: Options): Promise<number> {
  const { to } = options;
  if (options.bet !== undefined && to !== "bet")
    throw new Failure("--bet names the bet of one document: ask for --to bet");
  const { size } = options;
  if (size && !isPicture(options))
    throw new Failure("--size says how large a PNG is: ask for one with --out NAME.png");
  const misplaced = deckFlags.find((name) => options[name] !== undefined);
  if (misplaced && to !== "deck") throw new Failure(`--${misplaced} is asked of slides: ask for --to deck`);
  if (to === "portfolio") return await renderPortfolio(world, operands, options);
  const configs = configsOf(world, options);
  const kept = await keptDocuments(world, configs, operands, options);
  if (kept !== undefined) return kept;
  const [file, ...others] = await starsNamed(world, operands);
  if (others.length > 0) {
    if (to === undefined) return await renderPortfolio(world, operands, options);
    throw new Failure(
      `found ${others.length + 1} North Stars in ${operands.join(", ")}; name one of them, or ask for --to portfolio`,
    );
  }
  return await drawOne(world, file, to ?? "one-pager", await configs.settingsFor(file), options);
}

/** Whether a PNG is asked for. */
function isPicture({ out = "", format }: Options): boolean {
  return format === undefined ? /\.png$/i.test(out) : format === "png";
}

/** Draws one document, and prints it or writes it where the person says. */
async function drawOne(
  world: World,
  file: string,
  to: RendererName,
  settings: Settings,
  options: Options,
): Promise<number> {
  const { out, check, today = world.today() } = options;
  if (check && out === undefined)
    throw new Failure(
      `--check compares files: name one with --out, or list them under render in ${configName}`,
    );
  const format = endingOf(to, out, options.format);
  const sheet = sheetOf(sheetAsked(to, format, options), settings.config);
  const target = out === undefined ? null : targetOf(world, out);
  keepSources(world, [file], target);
  if (check && isPrinted(format) && target) throw uncheckable(target, format, checkPage(world, target));
  const theme = loadTheme(settings);
  const judged = markedDraft(
    await judgeFile(world, file, { today, rules: documentRules, ...settings.judging }),
  );
  if (!judged.star) return await showProblems(world, [judged], options);
  if (stopsAtBlanks(world, [judged], options.draft === true)) return exit.problems;
  const { horizons } = settings.config;
  const bet = options.bet === undefined ? undefined : betNamed(options.bet, betsIn(judged.star)).number;
  const data: RenderData = {
    star: judged.star,
    points: judged.points,
    today: target ? (options.date ?? null) : today,
    horizons,
    bet,
    sheet,
    series: await shownSeries(world, file, judged.star),
    numbers: options.numbers ?? settings.config.numbers,
    ...(to === "deck" && { deck: await deckOptionsOf(world, judged, options) }),
    ...(to === "story" && { life: await lifeFor(world, file, judged.star) }),
  };
  if (options.only ?? options.skip ?? options.since) await checkParts(world, data);
  const made = await drawDocument(world, to, format, data, theme, options);
  if (!check) sayColors(world, [theme]);
  return deliver(world, made, format, target, options) ? exit.done : exit.problems;
}

/** The life that a story tells; what is missing in it is said beside it. */
async function lifeFor(world: World, path: string, star: Northstar): Promise<Life> {
  const { lifeOfFile } = await import("./shared/life-of-file.js");
  const { life, asides } = lifeOfFile(world, { path, star });
  for (const aside of asides) printMessage(world, aside);
  return life;
}

/** What is asked of the sheet that a one-pager is printed on. */
function sheetAsked(
  to: RendererName,
  format: Ending,
  { paper, pages }: Options,
): Pick<Config, "paper" | "pages"> {
  if (paper === undefined && pages === undefined) return {};
  if (to !== "one-pager" || (format !== "html" && format !== "pdf"))
    throw new Failure(
      "--paper and --pages are for the one-pager as html or pdf: ask for --to one-pager --out one-pager.pdf",
    );
  return { ...(paper && { paper }), ...(pages && { pages: pages === "2" ? 2 : 1 }) };
}

/** Refreshes or checks all that configurations keep, where nothing else is asked for; undefined where nothing is kept. */
async function keptDocuments(
  world: World,
  configs: Configs,
  operands: readonly string[],
  options: Options,
): Promise<number | undefined> {
  const { to, out, format, paper, pages, today = world.today() } = options;
  if ([to, out, format, paper, pages].some((each) => each !== undefined)) return undefined;
  if (operands.length === 0) {
    const { config } = await configs.settingsIn(configs.nearest(world.cwd));
    if (!config.render?.length) return undefined;
  }
  const { files, missing } = await findFiles(world, operands, operands.length > 0 ? undefined : configs);
  if (missing.length > 0) throw combineFailures(missing);
  const known = new Map<string, Promise<Judged>>();
  const judged = (file: string): Promise<Judged> => {
    const read = known.get(file) ?? judgeFor(file);
    known.set(file, read);
    return read;
  };
  const kept = await keptDocumentsOf(world, configs, files, judged);
  if (kept.length === 0) return undefined;
  const sources = await Promise.all([...new Set(kept.flatMap((each) => each.files))].map(judged));
  for (const { target } of kept)
    keepSources(
      world,
      sources.map(({ path }) => path),
      target,
    );
  const drawings = kept.map((each) => ({
    ...each,
    format: endingOf(each.to, each.out, undefined),
    theme: loadTheme(each.settings),
  }));
  const unread = sources.filter(({ star }) => !star);
  if (unread.length > 0) return await showProblems(world, unread, options);
  if (stopsAtBlanks(world, sources, options.draft === true)) return exit.problems;
  if (!options.check)
    sayColors(
      world,
      drawings.map(({ theme }) => theme),
    );
  let stale = 0;
  for (const drawing of drawings) {
    if (options.check && isPrinted(drawing.format)) continue;
    const made = await makeKept(world, drawing, judged);
    if (!deliver(world, made, drawing.format, drawing.target, options)) stale++;
  }
  const unlike = drawings.find(({ format }) => options.check && isPrinted(format));
  if (unlike)
    throw uncheckable(
      unlike.target,
      unlike.format,
      `keep ${unlike.pattern.replace(/\.(?:pdf|png)$/i, ".html")} instead, which is checked, and print that`,
    );
  return stale > 0 ? exit.problems : exit.done;

  async function judgeFor(file: string): Promise<Judged> {
    const { judging } = await configs.settingsFor(file);
    return markedDraft(await judgeFile(world, file, { today, rules: documentRules, ...judging }));
  }
}

async function makeKept(
  world: World,
  {
    to,
    bet: words,
    asked,
    target,
    files,
    format,
    theme,
    settings,
  }: KeptDocument & { format: Ending; theme: Theme },
  judged: (file: string) => Promise<Judged>,
): Promise<string | Uint8Array> {
  const all = await Promise.all(files.map(judged));
  if (to === "portfolio") {
    const folder = dirname(resolve(target.folder, target.name));
    return await drawPortfolio(
      world,
      await entriesOf(world, all, folder, { today: null, numbers: settings.config.numbers }),
      format,
      theme,
    );
  }
  const [one] = all;
  if (!one?.star) return "";
  const { horizons } = settings.config;
  const bet = words === undefined ? undefined : keptBet(words, one.star, `${target.shown} of ${one.path}`);
  const sheet = sheetOf(asked, settings.config);
  const series = await shownSeries(world, one.path, one.star);
  const { numbers } = settings.config;
  const { star, points } = one;
  const data: RenderData = { star, points, today: null, horizons, bet, sheet, series, numbers };
  return await drawDocument(world, to, format, data, theme);
}

/** The number of the bet that a kept document is about. */
function keptBet(words: string, star: Northstar, document: string): number | undefined {
  const bet = pickEntity(words, betsIn(star), "bets");
  if (isRefusal(bet))
    throw new Failure(`${configName}: render keeps ${document} for the bet '${words}': ${bet.reason}`);
  return bet.number;
}

/** A PDF has the time of its printing in it, and both have other bytes from one browser to the next. */
function uncheckable({ shown }: Target, format: Ending, step: string): Failure {
  return new Failure(
    `${shown} cannot be checked: a ${format.toUpperCase()} differs from one printing to the next; ${step}`,
  );
}

function checkPage(world: World, { shown }: Target): string {
  return `check the page that it is printed from: ${commandOf(world, shown)}`;
}

/** Not even --force lets a document take the place of what it is drawn from. */
function keepSources({ cwd }: World, sources: readonly string[], target: Target | null): void {
  const paths = sources.map((source) => resolve(cwd, source));
  if (target && isAmong(paths, resolve(target.folder, target.name)))
    throw new Failure(`${target.shown} is the North Star that is drawn; name another file with --out`);
}

/** Prints a document, writes it, or compares it; false when a file is stale. */
function deliver(
  world: World,
  made: string | Uint8Array,
  format: Ending,
  file: Target | null,
  options: Options,
): boolean {
  if (file && options.check) return isFresh(world, made, file);
  if (file) writeDocument(world, made, file, options.force === true);
  else if (typeof made !== "string" && world.stdout.isTTY)
    throw new Failure(`${format} is not for a terminal; name a file with --out`);
  else world.stdout.write(made);
  return true;
}

function isFresh(world: World, made: string | Uint8Array, file: Target): boolean {
  const state = freshness(made, file);
  if (state === "fresh") printMessage(world, `${file.shown} is up to date`);
  else
    world.stdout.write(
      `${visible(`${file.shown} is ${state}: ${commandOf(world)} ${state === "stale" ? "mends" : "makes"} it`)}\n`,
    );
  return state === "fresh";
}

/** The command that was given, without --check; or with it for the page that a file is printed from. */
function commandOf({ args }: World, printed?: string): string {
  const given =
    printed === undefined
      ? args.filter((word) => word !== "--check")
      : args.map((word) =>
          word.endsWith(printed)
            ? word.replace(/(?:\.pdf|\.png)?$/i, ".html")
            : word.replace(/^(--format=|-f)?(?:pdf|png)$/, "$1html"),
        );
  const words = given.map(shellWord);
  return ["northstar", ...words].join(" ");
}

/** An index of all that the operands name. Problems between them are reported, and fail as in lint. */
async function renderPortfolio(world: World, operands: readonly string[], options: Options): Promise<number> {
  const { out, check, today = world.today() } = options;
  const format = endingOf("portfolio", out, options.format);
  const target = out === undefined ? null : targetOf(world, out);
  const configs = configsOf(world, options);
  const { files, missing, notes } = await findFiles(world, operands, configs);
  for (const line of notes) printMessage(world, line);
  if (missing.length > 0) throw combineFailures(missing);
  keepSources(world, files, target);
  if (check && isPrinted(format) && target) throw uncheckable(target, format, checkPage(world, target));
  const settings = await configs.settingsIn(configs.nearest(world.cwd));
  const theme = loadTheme(settings);
  const judged: (Judged & FileFindings)[] = [];
  for (const file of files) {
    const { judging, failOn } = await configs.settingsFor(file);
    judged.push({ ...markedDraft(await judgeFile(world, file, { today, ...judging })), failOn });
  }
  const unread = judged.filter(({ star }) => !star);
  if (unread.length > 0) return await showProblems(world, unread, options);
  if (stopsAtBlanks(world, judged, options.draft === true)) return exit.problems;
  const folder = dirname(resolve(world.cwd, out ?? "index.md"));
  const made = await drawPortfolio(
    world,
    await entriesOf(world, judged, folder, {
      today: target ? null : today,
      numbers: options.numbers ?? settings.config.numbers,
    }),
    format,
    theme,
    options,
  );
  if (!check) sayColors(world, [theme]);
  const fresh = deliver(world, made, format, target, options);
  const disputed = acrossFiles(judged).map((file) => ({
    ...file,
    problems: file.problems.filter((each) => isAcrossFiles(each) && each.severity !== "note"),
  }));
  for (const { path, problems } of disputed)
    for (const { range, message } of problems)
      printMessage(world, `${path}:${range.start.line}:${range.start.column}: ${message}`);
  return fresh ? outcomeOf(disputed).code : exit.problems;
}
