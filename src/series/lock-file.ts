/**
 * northstar.lock, which stands beside a North Star: what was accepted, measured and looked at. Three parts that
 * different commands keep, and that leave each other alone.
 */
import { isMap } from "../file/change.js";
import { readDocument } from "../file/document.js";
import { badLock } from "../file/faults.js";
import { backticked } from "../file/message-text.js";
import { type Path, type Problem, problem } from "../file/problem.js";

/** Each part by the id of what it speaks of: `metric`, or that of an Input, result or guardrail; or a bet's. */
export interface Lock {
  sources: Readonly<Record<string, LockedSource>>;
  series: Readonly<Record<string, LockedSeries>>;
  bets: Readonly<Record<string, LockedBet>>;
}

/** The definition in a semantic layer that the team accepted. */
interface LockedSource {
  system: string;
  name: string;
  /** Of the definition, as hexadecimal digits. */
  hash: string;
}

/** The last run of a query. */
export interface LockedSeries {
  /** The hash of the query's text, as hexadecimal digits. */
  query: string;
  engine: string;
  /** The day on which it was run, as YYYY-MM-DD. */
  asOf: string;
  rows: number;
  /** The day on which its weeks begin; missing where its periods are no weeks. */
  weekday?: string;
  /** The hash of what the file says is counted, as hexadecimal digits. */
  definition: string;
}

/** What a bet expected when its evidence was first looked at. */
export interface LockedBet {
  direction: string;
  by?: string;
  after?: string;
  /** The day on which it was looked at, as YYYY-MM-DD. */
  looked: string;
}

/** The fields of each part in the order in which they are written; those with `?` may be missing. */
const shape: { readonly [Part in keyof Lock]: Readonly<Record<string, "text" | "text?" | "count">> } = {
  sources: { system: "text", name: "text", hash: "text" },
  series: {
    query: "text",
    engine: "text",
    asOf: "text",
    rows: "count",
    weekday: "text?",
    definition: "text",
  },
  bets: { direction: "text", by: "text?", after: "text?", looked: "text" },
};

const parts = Object.keys(shape) as (keyof Lock)[];

/** What a North Star has whose lock was never written. */
export const emptyLock: Lock = { sources: {}, series: {}, bets: {} };

/** Reads a lock, or says what is wrong with it and where. */
export function readLock(text: string): Lock | Problem[] {
  const document = readDocument(text);
  if (Array.isArray(document)) return document.map(({ fix: _, ...found }) => found);
  const wrong = [...faultsIn(document.value)].map(({ path, message }) =>
    problem(badLock, document.locate(path), message),
  );
  if (wrong.length > 0) return wrong;
  // What was held against the shape has it.
  const { sources, series, bets } = { ...emptyLock, ...(document.value as Partial<Lock>) };
  return { sources, series, bets };
}

/** A lock as the text of its file: in one order, so that two branches differ only where they measured differently. */
export function writeLock(lock: Lock): string {
  const written = parts.flatMap((part) => {
    const entries = Object.entries<object>(lock[part]).sort(([a], [b]) => (a < b ? -1 : 1));
    return entries.length > 0 ? [[part, Object.fromEntries(entries.map(inOrder(part)))]] : [];
  });
  return `${JSON.stringify({ version: 1, ...Object.fromEntries(written) }, null, 2)}\n`;
}

function inOrder(part: keyof Lock): (entry: [string, object]) => [string, object] {
  return ([id, entry]) => {
    const values = new Map(Object.entries(entry));
    const fields = Object.keys(shape[part]).filter((field) => values.get(field) !== undefined);
    return [id, Object.fromEntries(fields.map((field) => [field, values.get(field)]))];
  };
}

function* faultsIn(value: unknown): Iterable<{ path: Path; message: string }> {
  const step = "it is written by northstar: bring back what git has, or delete the file";
  if (!isMap(value)) return yield { path: [], message: `this is no lock; ${step}` };
  const { version, ...rest } = value;
  if (version !== 1)
    return yield {
      path: version === undefined ? [] : ["version"],
      message: `this is no lock of version 1; use the northstar that wrote it, or delete the file`,
    };
  for (const [part, entries] of Object.entries(rest)) {
    const fields = parts.find((each) => each === part);
    if (!fields || !isMap(entries)) {
      yield { path: [part], message: `${backticked(part)} is no part of a lock; ${step}` };
      continue;
    }
    for (const [id, entry] of Object.entries(entries))
      if (!isMap(entry) || !hasFields(entry, shape[fields]))
        yield {
          path: [part, id],
          message: `${backticked(id)} has not the fields of ${backticked(part)}; ${step}`,
        };
  }
}

function hasFields(entry: Record<string, unknown>, fields: Readonly<Record<string, string>>): boolean {
  const known = Object.entries(fields).every(([field, kind]) => {
    const value = Object.hasOwn(entry, field) ? entry[field] : undefined;
    if (value === undefined) return kind.endsWith("?");
    return kind === "count" ? Number.isSafeInteger(value) : typeof value === "string";
  });
  return known && Object.keys(entry).every((field) => Object.hasOwn(fields, field));
}
