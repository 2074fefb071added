/** Writes what was measured into the file of a series, and says what is different in it. */

import { valueText } from "../../../report/measure.js";
import { pluralize } from "../../../report/report.js";
import { wrap } from "../../../report/terminal-text.js";
import { periodsInWords } from "../../../series/check.js";
import { merge } from "../../../series/merge.js";
import { type Series, writeSeries } from "../../../series/series.js";
import type { Thing } from "../../../series/things.js";
import { Failure } from "../../host/exit.js";
import { keptSeries, writeAgainst } from "../../host/series-files.js";
import { columnsOf } from "../../host/terminal.js";
import type { World } from "../../host/world.js";

function newInWords(added: number, revised: number): string {
  if (added > 0) return `${added} ${added === 1 ? "is" : "are"} new`;
  return revised > 0 ? "none is new" : "nothing is new";
}

/** How many revised points are told one by one. */
const mostTold = 5;

/**
 * Puts what was measured now over what the file holds; points that were not measured again stay. Says on standard output
 * how far the series reaches, and which past points were revised. What cannot be one series is a {@link Failure}.
 */
export function keepSeries(
  world: World,
  file: string,
  thing: Thing & { series: string },
  now: Series,
  today: string,
): Series {
  const path = keptSeries(world, file, thing, thing.series, today).path;
  const { merged } = writeAgainst(world, path, () => {
    const kept = keptSeries(world, file, thing, thing.series, today);
    if (kept.state === "wrong") {
      const [first] = kept.problems;
      const { line, column } = first?.range.start ?? { line: 1, column: 1 };
      throw new Failure(
        `${path}:${line}:${column} cannot be read, so nothing was written: ${first?.message}; mend it, or delete the file to begin anew`,
      );
    }
    const merged = merge(kept.state === "read" ? kept.series : undefined, now, today);
    if ("refused" in merged)
      throw new Failure(
        `${path} stays as it was: ${merged.refused}; if that is meant, delete the file and measure again`,
      );
    return {
      before: kept.state === "read" ? kept.bytes : undefined,
      text: writeSeries(merged.series),
      merged,
    };
  });
  const { series, revised, added, kept } = merged;
  const last = series.points.at(-1);
  const lines = [
    `${path}: ${periodsInWords(series.points.length, series.grain)}${last ? `, the last from ${last.t} with ${valueText(last.value)}` : ""}; ${newInWords(added, revised.length)}`,
    ...(kept > 0
      ? [`  ${pluralize(kept, "earlier point")} that this answer does not have stay${kept === 1 ? "s" : ""}`]
      : []),
    ...(revised.length > 0 ? [`  ${pluralize(revised.length, "past point")} revised:`] : []),
    ...revised.slice(0, mostTold).map(({ t, before, after }) => `    ${t}  ${before} → ${after}`),
    ...(revised.length > mostTold ? [`    and ${revised.length - mostTold} more; git diff shows them`] : []),
  ];
  const width = columnsOf(world, world.stdout);
  for (const line of lines) {
    const indent = " ".repeat(line.length - line.trimStart().length);
    world.stdout.write(
      wrap(line, width - indent.length)
        .map((each) => `${indent}${each}\n`)
        .join(""),
    );
  }
  return series;
}
