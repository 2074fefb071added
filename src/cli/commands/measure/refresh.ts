/** Runs the queries of a North Star where the data is, and keeps what they give. */
import { realpathSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { backticked, shortened } from "../../../file/message-text.js";
import { mistakes } from "../../../report/pretty.js";
import { pluralize } from "../../../report/report.js";
import { answerOf } from "../../../series/answer.js";
import { weekdayNameOf } from "../../../series/periods.js";
import { type Dialect, divides, readQuery, wrapQuery } from "../../../series/query.js";
import type { Series } from "../../../series/series.js";
import { type Thing, thingsOf } from "../../../series/things.js";
import { exit, Failure } from "../../host/exit.js";
import { waitFor } from "../../host/progress.js";
import { rootOf } from "../../host/repository.js";
import { besideStar } from "../../host/series-files.js";
import { changeLock, lockOf, lockPathOf } from "../../host/star-lock.js";
import { lookOf, printMessage } from "../../host/terminal.js";
import type { World } from "../../host/world.js";
import type { OpenStar } from "../shared/open-star.js";
import type { CommonOptions } from "../shared/options.js";
import { type Connection, connectionNamed, withoutAddress } from "./connection.js";
import { type EngineAnswer, EngineError, type EngineQuestion } from "./engine.js";
import { countedHash, openQuery, queryHash } from "./hashes.js";
import { keepSeries } from "./keep.js";
import { thingNamed } from "./steps.js";

export interface RefreshOptions extends CommonOptions {
  /** The id of what is measured; true for all that has a query. */
  refresh: string | true;
  /** In seconds, for each query. */
  timeout: number;
}

/** Something that has a query, and the file for what it gives. */
type Measurable = Thing & { series: string; query: string };

/** Measures one thing, or all that have a query: what fails is said, and the others are measured all the same. */
export async function refreshSeries(
  world: World,
  opened: OpenStar,
  today: string,
  options: RefreshOptions,
): Promise<number> {
  const things = wanted(opened, options.refresh);
  const interrupted = world.interrupted?.();
  // A lock that cannot be read would be found after the answer.
  lockOf(world, opened.file);
  let code: number = exit.done;
  for (const [index, thing] of things.entries()) {
    if (interrupted?.aborted) return exit.stopped;
    try {
      const said = things.length > 1 ? ` (${index + 1} of ${things.length})` : "";
      const result = await refresh(world, opened, thing, today, options, said, interrupted);
      code = Math.max(code, result);
    } catch (error) {
      if (interrupted?.aborted) return exit.stopped;
      if (!(error instanceof Failure)) throw error;
      printMessage(world, error.message);
      code = exit.failed;
    }
  }
  return code;
}

function wanted({ file, star }: OpenStar, id: string | true): Measurable[] {
  const things = id === true ? thingsOf(star) : [thingNamed(star, file, id)];
  const measurable = things.flatMap((thing) => {
    const { query } = thing.value;
    return query === undefined ? [] : [{ ...thingNamed(star, file, thing.id), query }];
  });
  if (measurable.length > 0) return measurable;
  throw new Failure(
    id === true
      ? `${file} has no query; write for example \`query: sql/weekly.sql\` beside a \`series\``
      : `${backticked(id)} of ${file} has no query; write for example \`query: sql/${id}.sql\` beside its \`series\``,
  );
}

async function refresh(
  world: World,
  { file }: OpenStar,
  thing: Measurable,
  today: string,
  { color, timeout }: RefreshOptions,
  count: string,
  interrupted: AbortSignal | undefined,
): Promise<number> {
  const path = besideStar(file, thing.query);
  const opened = openQuery(world, file, thing.query);
  if ("problems" in opened) return show(opened.text, opened.problems);
  const connection = thing.value.on === undefined ? undefined : connectionNamed(world, thing.value.on);
  const dialect: Dialect = connection?.dialect ?? "duckdb";
  const read = readQuery(opened.text, dialect);
  if (Array.isArray(read)) return show(opened.text, read);
  const where = connection ? backticked(connection.name) : "DuckDB";
  const time = AbortSignal.timeout(timeout * 1000);
  const stop = interrupted ? AbortSignal.any([time, interrupted]) : time;
  const asked: EngineQuestion = { sql: wrapQuery(read.query, dialect), stop, seconds: timeout };
  const folder = realpathSync.native(resolve(world.cwd, dirname(file)));
  const work = connection
    ? askConnection(asked, connection)
    : import("./duckdb.js").then(({ askDuckdb }) =>
        askDuckdb(asked, { folder, root: rootOf(folder) ?? folder }),
      );
  const answer = await waitFor(
    world,
    `asking ${where} for ${shortened(thing.name, 30)}${count} …`,
    work.catch((error: unknown) => {
      if (time.aborted)
        throw new Failure(
          `${path}: ${where} gave no answer within ${pluralize(timeout, "second")}; make the query quicker, or give it longer with --timeout`,
        );
      if (!(error instanceof EngineError)) throw error;
      const said = connection ? withoutAddress(error.message, connection) : error.message;
      throw new Failure(`${path}: ${where} ${said}${columnsHint(said)}`);
    }),
  );
  const series = answerOf(answer.rows, today);
  if ("refused" in series) throw new Failure(`${path}: nothing was written, since ${series.refused}`);
  const kept = keepSeries(world, file, thing, series, today);
  lock(world, file, thing, { query: queryHash(opened.text), answer, series: kept, today });
  if (answer.note) printMessage(world, `${path}: ${answer.note}`);
  if (dialect === "postgres" && divides(read.query, dialect) && isAllOrNothing(series))
    printMessage(
      world,
      `${path}: every value is 0 or 1; a whole number divided by another is a whole number here, so write 1.0 * a / b if a share is meant`,
    );
  return exit.done;

  function show(text: string, problems: Parameters<typeof mistakes>[0]["problems"]): number {
    world.stdout.write(`${mistakes({ path, text, problems }, lookOf(world, color)).trimEnd()}\n`);
    return exit.problems;
  }
}

async function askConnection(asked: EngineQuestion, { dialect, address }: Connection): Promise<EngineAnswer> {
  if (dialect === "postgres") return (await import("./postgres.js")).askPostgres(asked, address);
  return (await import("./clickhouse.js")).askClickhouse(asked, address);
}

/** Notes how a series was measured, and says where its weeks begin on another day than before. */
function lock(
  world: World,
  file: string,
  thing: Thing,
  run: { query: string; answer: EngineAnswer; series: Series; today: string },
): void {
  const weekday = weekdayNameOf(run.series);
  const path = lockPathOf(file);
  changeLock(world, path, "series", (before) => {
    const former = Object.hasOwn(before, thing.id) ? before[thing.id] : undefined;
    if (former?.weekday && weekday && former.weekday !== weekday)
      printMessage(
        world,
        `the weeks of ${backticked(thing.id)} begin on a ${weekday} now, and began on a ${former.weekday} before (${path})`,
      );
    const measured = {
      query: run.query,
      engine: run.answer.engine,
      asOf: run.today,
      rows: run.answer.rows.length,
      ...(weekday && { weekday }),
      definition: countedHash(thing),
    };
    return { ...before, [thing.id]: measured };
  });
}

function isAllOrNothing({ points }: Series): boolean {
  return points.every(({ value }) => value === 0 || value === 1);
}

/** Engines say in many ways that a column is missing. */
function columnsHint(said: string): string {
  return /["'`](?:series\.)?(?:t|value)["'`]/.test(said)
    ? " (the query has to name its two columns `t` and `value`)"
    : "";
}
