/** Accepts how metrics are counted in semantic layers, so that a later change is noticed. */
import { backticked, listSome } from "../../../file/message-text.js";
import { nearest } from "../../../file/nearest.js";
import { systemNames } from "../../../metrics/metric.js";
import { pointersIn } from "../../../metrics/pointers.js";
import { type SourceFacts, sourcesIn } from "../../../metrics/source.js";
import { metricInWords } from "../../../report/metric-words.js";
import { wrap } from "../../../report/terminal-text.js";
import { configsOf } from "../../host/config.js";
import { exit, Failure } from "../../host/exit.js";
import { sourcesFor } from "../../host/find-sources.js";
import { changeLock, lockPathOf } from "../../host/star-lock.js";
import { columnsOf, printMessage } from "../../host/terminal.js";
import type { World } from "../../host/world.js";
import type { OpenStar } from "../shared/open-star.js";

/** Writes the definitions of all metrics, or of the one with an id, into the lock; 1 where one cannot be looked up. */
export async function acceptSources(
  world: World,
  { file, star }: OpenStar,
  id: string | undefined,
): Promise<number> {
  const { judging } = await configsOf(world, {}).settingsFor(file);
  const pointers = pointersIn(star);
  const meant = id === undefined ? pointers : pointers.filter(({ thing }) => thing === id);
  if (meant.length === 0)
    throw new Failure(
      nothingToAccept(
        file,
        id,
        pointers.map(({ thing }) => thing),
      ),
    );
  const looked = sourcesFor(world.cwd, file, meant, judging.artifacts);
  const sources = (looked ? sourcesIn(star, looked) : []).filter(
    ({ thing }) => id === undefined || thing === id,
  );
  const known = sources.filter(isKnown);
  const path = lockPathOf(file);
  if (known.length > 0)
    changeLock(world, path, "sources", (before) => ({
      // What nothing points at any more is forgotten when all are accepted.
      ...Object.fromEntries(
        Object.entries(before).filter(
          ([thing]) => id !== undefined || pointers.some((each) => each.thing === thing),
        ),
      ),
      ...Object.fromEntries(
        known.map(({ thing, system, name, hash }) => [thing, { system, name, hash: hash ?? "" }]),
      ),
    }));
  for (const source of sources) {
    const { thing, system, name } = source;
    const what = `${backticked(name)} in ${systemNames[system]}`;
    const line = isKnown(source)
      ? `${thing}: ${what}, ${metricInWords(source)}${changeOf(source)}`
      : `${thing}: ${what} cannot be accepted, since it is not there to look at; northstar lint ${file} says why`;
    world.stdout.write(`${wrap(line, columnsOf(world, world.stdout)).join("\n")}\n`);
  }
  if (known.length > 0)
    printMessage(world, `${path} keeps ${known.length === 1 ? "this definition" : "these definitions"}`);
  return known.length < sources.length ? exit.problems : exit.done;
}

function isKnown({ found, hash }: SourceFacts): boolean {
  return (found === "yes" || found === "hidden") && hash !== null;
}

function changeOf({ accepted, hash }: SourceFacts): string {
  if (accepted === null) return "";
  return accepted === hash ? " (as before)" : " (another way of counting than before)";
}

function nothingToAccept(file: string, id: string | undefined, things: readonly string[]): string {
  if (things.length === 0)
    return `${file} points at no metric of a semantic layer, so there is nothing to accept; write for example \`source: { dbt: weekly_learning_users }\``;
  const guess = nearest(id ?? "", things);
  return `${file} has no \`source\` at ${backticked(id ?? "")}; ${guess ? `did you mean ${guess}?` : `there is ${listSome(things)}`}`;
}
