/** The series that documents show. */

import { dirname, resolve } from "node:path";
import { fileOperand } from "../../../file/message-text.js";
import type { Northstar } from "../../../file/northstar.js";
import type { Series } from "../../../series/series.js";
import { printMessage } from "../../host/terminal.js";
import type { World } from "../../host/world.js";

/**
 * Series by what they are of: `metric`, or the id of an Input or result. A file that is not there yet is left out, and one
 * that is wrong is left out with a word; undefined where the North Star names none.
 */
export async function shownSeries(
  world: World,
  file: string,
  star: Northstar,
): Promise<ReadonlyMap<string, Series> | undefined> {
  if (seriesPaths(world, file, star).length === 0) return undefined;
  const { keptSeriesOf } = await import("../../host/series-files.js");
  const kept = keptSeriesOf(world, file, star, world.today());
  for (const { path } of kept.filter(({ state }) => state === "wrong"))
    printMessage(
      world,
      `${path} is left out, since it cannot be read: northstar measure${fileOperand(file)} says why`,
    );
  return new Map(kept.flatMap((each) => (each.state === "read" ? [[each.thing.id, each.series]] : [])));
}

/** The files of all series that a North Star names, whether they are there or not. */
export function seriesPaths({ cwd }: World, file: string, star: Northstar): string[] {
  const beside = dirname(resolve(cwd, file));
  return [star, ...star.inputs, ...(star.results ?? [])].flatMap(({ series }) =>
    series === undefined ? [] : [resolve(beside, series)],
  );
}
