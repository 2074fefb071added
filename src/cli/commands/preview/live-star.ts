/** A North Star as it is in its file now, judged anew whenever it is saved. */
import { dirname, resolve } from "node:path";
import { markedDraft } from "../../../render/draft.js";
import { shownProblems } from "../../../render/shown-problems.js";
import type { Theme } from "../../../render/theme.js";
import type { RenderData } from "../../../render/view-model.js";
import { type Wording, wordsIn } from "../../../render/words/words.js";
import { fileReport } from "../../../report/file-report.js";
import type { FileReport, Judged } from "../../../report/report.js";
import { verdictOf } from "../../../report/wording.js";
import { type ConfigOptions, configsOf } from "../../host/config.js";
import { Failure } from "../../host/exit.js";
import type { World } from "../../host/world.js";
import { judgeFile } from "../shared/judge-file.js";
import { loadTheme } from "../shared/load-theme.js";
import { nextChange } from "../shared/next-change.js";
import { sheetOf } from "../shared/sheet.js";
import { seriesPaths, shownSeries } from "../shared/shown-series.js";
import { folderThatIsThere, watchedSources } from "../shared/watched-sources.js";
import type { PageState } from "./page.js";

/** One state of the file. */
export interface Shown {
  told: PageState;
  report: FileReport;
  /** What documents are drawn from: the file, or what it said when it could last be read; null where it never could. */
  data: RenderData | null;
  theme: Theme;
}

/** Reads and judges the file; `before` is kept where it cannot be read. A configuration that cannot be used is a {@link Failure}. */
export async function showFile(
  world: World,
  file: string,
  options: ConfigOptions,
  before?: Shown,
): Promise<Shown> {
  const settings = await configsOf(world, options).settingsFor(file);
  const theme = loadTheme(settings);
  const today = world.today();
  const judged = await judgeFile(world, file, { today, ...settings.judging });
  const { horizons, numbers } = settings.config;
  const sheet = sheetOf(settings.config);
  const { star } = markedDraft(judged);
  const series = star && (await shownSeries(world, file, star));
  const data = star
    ? { star, points: judged.points, today, horizons, sheet, series, numbers }
    : (before?.data ?? null);
  return {
    told: tellOf(judged, await wordsIn(star?.language), before),
    report: fileReport(judged),
    data,
    theme,
  };
}

function tellOf(judged: Judged, words: Wording, before: Shown | undefined): PageState {
  const { path, star, problems } = judged;
  const [first] = problems;
  return {
    version: (before?.told.version ?? 0) + 1,
    name: star?.name ?? before?.told.name ?? path,
    path,
    verdict: verdictOf(judged),
    problems: shownProblems(judged, words),
    trouble: star
      ? null
      : `${path} cannot be read as a North Star${first ? ` (line ${first.range.start.line}: ${first.message})` : ""}${before?.data ? "; shown is what it said before" : ""}`,
  };
}

/** Shows the file again after each change, until `stop`. */
export async function follow(
  world: World,
  file: string,
  options: ConfigOptions,
  start: Shown,
  tell: (shown: Shown) => void,
  stop: AbortSignal,
): Promise<void> {
  const path = resolve(world.cwd, file);
  let shown = start;
  const next = async () => {
    const beside = await watchedSources(world, [file], configsOf(world, options));
    const series = shown.data ? seriesPaths(world, file, shown.data.star) : [];
    return {
      change: nextChange([dirname(path)], new Set([path, ...beside.files, ...series]), {
        stop,
        beside: [...beside.folders, ...new Set(series.map(folderThatIsThere))],
      }),
    };
  };
  let { change } = await next();
  while (true) {
    await change;
    if (stop.aborted) return;
    // What is saved while it is judged has to be shown again, so the watch begins before.
    ({ change } = await next());
    try {
      shown = await showFile(world, file, options, shown);
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      shown = { ...shown, told: { ...shown.told, version: shown.told.version + 1, trouble: error.message } };
    }
    tell(shown);
  }
}
