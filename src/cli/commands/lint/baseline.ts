/** Reading and writing the file of --baseline. */
import { existsSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { joinWords } from "../../../file/message-text.js";
import {
  baselineText,
  fingerprintKey,
  isBaseline,
  type Known,
  type Move,
  movesIn,
  readBaseline,
  type Unclear,
} from "../../../lint/baseline.js";
import type { Fingerprint } from "../../../lint/fingerprint.js";
import { pluralize } from "../../../report/report.js";
import { Failure } from "../../host/exit.js";
import { shownPath } from "../../host/paths.js";
import { attempt, isThere, readNamed } from "../../host/read-file.js";
import { printMessage } from "../../host/terminal.js";
import type { World } from "../../host/world.js";
import { writeWhole } from "../../host/write-file.js";

/** A judged file, by what its problems are known again. */
export interface Printed {
  path: string;
  /** Of its problems, in their order. */
  prints: readonly Fingerprint[];
}

/** The keys of known problems, by file. */
export type KnownKeys = ReadonlyMap<string, ReadonlySet<string>>;

/** The keys of each file's known problems, and what to say of those that no longer occur; with `update` what is found is written. */
export function baselineOf(
  world: World,
  baseline: string,
  files: readonly Printed[],
  update: boolean,
): { known: KnownKeys; stale: number; messages: string[] } {
  const folder = dirname(resolve(world.cwd, baseline));
  const named = files.map((each) => ({ ...each, file: shownPath(resolve(world.cwd, each.path), folder) }));
  const kept = read(world, baseline, update);
  const found = named.flatMap(({ file, prints }) => prints.map((print): Known => ({ file, ...print })));
  const judged = new Set(named.map(({ file }) => file));
  const keys = new Set(found.map(keyIn));
  const isThere = (file: string) => judged.has(file) || existsSync(resolve(folder, file));
  const isElsewhere = ({ file }: Known) => !judged.has(file) && isThere(file);
  const { moves, unclear } = update ? { moves: [], unclear: [] } : movesIn(kept, found, isThere);
  const before = kept.map((each) => ({
    ...each,
    file: moves.find(({ from }) => from === each.file)?.to ?? each.file,
  }));
  const gone = update ? [] : before.filter((each) => !isElsewhere(each) && !keys.has(keyIn(each)));
  if (update) write(world, baseline, [...before.filter(isElsewhere), ...found]);
  const messages = [...wordsOfMoves(baseline, moves, unclear), ...wordsOfGone(baseline, gone)];
  const known = new Map(named.map(({ path }) => [path, new Set<string>()]));
  const paths = new Map(named.map(({ file, path }) => [file, path]));
  for (const each of update ? found : before)
    known.get(paths.get(each.file) ?? "")?.add(fingerprintKey(each));
  return { known, stale: gone.length, messages };
}

function keyIn(known: Known): string {
  return JSON.stringify([known.file, fingerprintKey(known)]);
}

function read(world: World, baseline: string, update: boolean): Known[] {
  if (update && !isThere(resolve(world.cwd, baseline))) return [];
  const bytes = attempt(() => readNamed(world, baseline));
  if ("reason" in bytes)
    throw new Failure(`cannot read ${baseline}: ${bytes.reason}; --update-baseline writes one`);
  const text = bytes.value.toString("utf8");
  const known = readBaseline(text);
  if (Array.isArray(known)) return known;
  if (update) return [];
  const step = isBaseline(text) ? "--update-baseline writes it anew" : "name another file";
  throw new Failure(`${baseline} cannot be read as a baseline (${known.reason}); ${step}`);
}

function write(world: World, baseline: string, known: readonly Known[]): void {
  const text = baselineText(known);
  const written = writeWhole(world, baseline, text, (existing) => isBaseline(existing.toString("utf8")));
  if (typeof written === "object")
    throw new Failure(written.refused.replace("replace it with --force", "remove it"));
  printMessage(
    world,
    `${written === "written" ? "wrote" : "nothing new in"} ${baseline}: ${pluralize(known.length, "known problem")}`,
  );
}

/** A file that has moved keeps its known problems; where it may be one of several, the person decides. */
function wordsOfMoves(baseline: string, moves: readonly Move[], unclear: readonly Unclear[]): string[] {
  return [
    ...moves.map(
      ({ from, to }) =>
        `${baseline}: ${from} is gone, and ${to} has its problems; --update-baseline writes it so`,
    ),
    ...unclear.map(
      ({ from, to }) =>
        `${baseline}: ${from} is gone, and ${joinWords(to, "or")} may be what it was; change its name in ${baseline} to one of them`,
    ),
  ];
}

/** How many of the problems that no longer occur are named. */
const mostNamed = 5;

function wordsOfGone(baseline: string, gone: readonly Known[]): string[] {
  if (gone.length === 0) return [];
  const named = gone
    .slice(0, mostNamed)
    .map(
      ({ file, rule, place }) =>
        `${baseline}: ${rule} no longer occurs in ${file}${place === "" ? "" : ` at ${place}`}`,
    );
  const more = gone.length > mostNamed ? `${gone.length - mostNamed} more no longer occur; ` : "";
  return [...named, `${baseline}: ${more}--update-baseline takes ${gone.length === 1 ? "it" : "them"} out`];
}
