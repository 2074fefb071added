/** Shows and checks the series that a North Star keeps. */
import { fileOperand } from "../../../file/message-text.js";
import { findingsPage, seriesTable } from "../../../report/measure.js";
import { mistakes } from "../../../report/pretty.js";
import { visible } from "../../../report/terminal-text.js";
import { terminalTheme } from "../../../report/terminal-theme.js";
import { seriesFindings, usualWeekday } from "../../../series/check.js";
import { exit } from "../../host/exit.js";
import { type KeptSeries, keptSeriesOf } from "../../host/series-files.js";
import { lockOf } from "../../host/star-lock.js";
import { lookOf, printMessage } from "../../host/terminal.js";
import type { World } from "../../host/world.js";
import type { OpenStar } from "../shared/open-star.js";
import type { CommonOptions } from "../shared/options.js";
import { hashesOf } from "./hashes.js";
import { stepFor } from "./steps.js";

/** The table of all series. Those that cannot be read are shown with what is wrong in them, and make the exit code 1. */
export function showSeries(world: World, opened: OpenStar, today: string, { color }: CommonOptions): number {
  const kept = keptSeriesOf(world, opened.file, opened.star, today);
  if (kept.length === 0) return sayNone(world, opened);
  const look = lookOf(world, color);
  const rows = kept
    .filter(({ state }) => state !== "wrong")
    .map((each) => ({ thing: each.thing, series: each.state === "read" ? each.series : undefined }));
  world.stdout.write(`${heading(opened, look.color)}\n\n`);
  if (rows.length > 0) world.stdout.write(seriesTable(rows, today, look));
  const missing = kept.find(({ state }) => state === "missing");
  if (missing)
    printMessage(world, `${missing.path} is not there yet; ${stepFor(opened.file, missing.thing)} writes it`);
  return showWrong(world, kept, color);
}

/** What somebody should look at. The exit code is 1 where there is anything. */
export function checkSeries(world: World, opened: OpenStar, today: string, { color }: CommonOptions): number {
  const kept = keptSeriesOf(world, opened.file, opened.star, today);
  if (kept.length === 0) return sayNone(world, opened);
  const weekday = usualWeekday(kept.flatMap((each) => (each.state === "read" ? [each.series] : [])));
  const locked = lockOf(world, opened.file).series;
  const found = kept
    .filter(({ state }) => state !== "wrong")
    .map((each) => {
      const own = Object.hasOwn(locked, each.thing.id) ? locked[each.thing.id] : undefined;
      const hashes = own && hashesOf(world, opened.file, each.thing);
      return {
        name: each.thing.name,
        path: each.path,
        step: `${stepFor(opened.file, each.thing)} ${each.state === "read" ? "measures it again" : "writes it"}`,
        findings:
          each.state === "read"
            ? seriesFindings(each.series, { today, weekday, locked: own, ...(hashes && { hashes }) })
            : ["its file is not there"],
      };
    });
  world.stdout.write(findingsPage(found, kept.length, lookOf(world, color)));
  const code = showWrong(world, kept, color);
  return found.some(({ findings }) => findings.length > 0) ? exit.problems : code;
}

function heading({ star }: OpenStar, color: boolean): string {
  return terminalTheme(color).bold(visible(star.product ?? star.name));
}

function sayNone(world: World, { file }: OpenStar): number {
  printMessage(
    world,
    `${file} names no series; write for example \`series: data/weekly.csv\` below the metric or an Input, and northstar measure${fileOperand(file)} --import metric - fills it`,
  );
  return exit.done;
}

function showWrong(world: World, kept: readonly KeptSeries[], color: boolean | undefined): number {
  const wrong = kept.filter((each) => each.state === "wrong");
  const look = lookOf(world, color);
  for (const { path, text, problems } of wrong)
    world.stdout.write(`\n${mistakes({ path, text, problems: [...problems] }, look).trimEnd()}\n`);
  return wrong.length > 0 ? exit.problems : exit.done;
}
