/** Hashes by which is known whether a query, or what it should count, was changed since it was run. */
import type { Northstar } from "../../../file/northstar.js";
import { digest } from "../../../lint/fingerprint.js";
import type { Thing } from "../../../series/things.js";
import { Failure } from "../../host/exit.js";
import { besideStar, openSmall } from "../../host/series-files.js";
import type { World } from "../../host/world.js";

/** Of the text of a query, whatever its line ends are. */
export function queryHash(text: string): string {
  return digest(text.replaceAll("\r\n", "\n"));
}

/** Of all that says what is counted. */
export function countedHash({ value }: Thing): string {
  const { definition, unit, window, population, excludes }: Partial<Northstar> = value;
  return digest(JSON.stringify([definition, unit, window, population, excludes]));
}

/** Both, as the files are now; the query has none where its file cannot be read. */
export function hashesOf(world: World, file: string, thing: Thing): { query?: string; definition: string } {
  const definition = countedHash(thing);
  const text = thing.value.query === undefined ? undefined : readableQuery(world, file, thing.value.query);
  return { definition, ...(text !== undefined && { query: queryHash(text) }) };
}

function readableQuery(world: World, file: string, query: string): string | undefined {
  try {
    const opened = openQuery(world, file, query);
    return "problems" in opened ? undefined : opened.text;
  } catch (error) {
    if (error instanceof Failure) return undefined;
    throw error;
  }
}

/** No query that people review is longer, in bytes. */
const longest = 100_000;

/** The text of a query file that a North Star names. */
export function openQuery(world: World, file: string, query: string) {
  return openSmall(world, file, besideStar(file, query), longest, "a query has less than 100 kB");
}
