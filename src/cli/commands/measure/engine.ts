/** What the engines that run queries have in common. */
import type { AnswerRow } from "../../../series/answer.js";
import { Failure } from "../../host/exit.js";
import { hasCode } from "../../host/read-file.js";

/** A query as it is sent, and how long its answer is waited for. */
export interface EngineQuestion {
  sql: string;
  /** Aborts when the person gives up, or when it takes too long. */
  stop: AbortSignal;
  /** How long it may take, in seconds. */
  seconds: number;
}

export interface EngineAnswer {
  /** Name and version of what answered. */
  engine: string;
  rows: readonly AnswerRow[];
  /** What the person should know of how it was counted. */
  note?: string;
}

/** Why an engine gave no answer, as it stands behind its name: "says: …", "cannot be reached …". */
export class EngineError extends Error {}

/** What an engine, or the way to it, says of a failure. `kind` is what should be at the address. */
export function engineError(error: unknown, kind: string): EngineError {
  if (error instanceof EngineError) return error;
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (/^(?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT)$/.test(code))
    return new EngineError(
      `cannot be reached (${code}); look whether it runs, and whether host and port are right`,
    );
  const line = firstLine(error);
  if (/terminated unexpectedly|hang up|^aborted$|ECONNRESET|EPIPE/.test(`${code} ${line}`))
    return new EngineError(
      `ended the connection before there was an answer; is it ${kind}, and the right port?`,
    );
  return new EngineError(`says: ${line}`);
}

/** A row as engines give it, which have asked for text. */
export function rowOf([t, value]: readonly unknown[]): AnswerRow {
  const text = (cell: unknown) => (cell === null || cell === undefined ? null : String(cell));
  return [text(t), text(value)];
}

/** Loads a package that is installed beside northstar by those who need it. */
export async function loadPeer<T>(load: () => Promise<T>, name: string, what: string): Promise<T> {
  return await load().catch((error: unknown) => {
    if (!hasCode(error, "MODULE_NOT_FOUND", "ERR_MODULE_NOT_FOUND")) throw error;
    throw new Failure(
      `${what}, for which a package is missing: npm install ${name} where northstar is installed, with -g if it is so for the whole machine`,
    );
  });
}

/** No answer of two thousand rows is longer, in bytes. */
export const longestAnswer = 1_000_000;

/** Why a longer one is not read on. `kind` is what should be at the address. */
export function tooLong(kind: string): EngineError {
  return new EngineError(`answers more than two thousand rows can be; is it ${kind}?`);
}

/** The first line of what went wrong. */
export function firstLine(error: unknown): string {
  const text = error instanceof Error ? error.message || error.name : String(error);
  const [line = ""] = text.trim().split("\n");
  return line.length > 300 ? `${line.slice(0, 299)}…` : line;
}

/** What comes of work, unless it is given up before. */
export async function unlessStopped<T>(work: Promise<T>, stop: AbortSignal): Promise<T> {
  let abort: (() => void) | undefined;
  const stopped = new Promise<never>((_, reject) => {
    abort = () => reject(stop.reason);
    if (stop.aborted) abort();
    else stop.addEventListener("abort", abort);
  });
  try {
    return await Promise.race([work, stopped]);
  } finally {
    if (abort) stop.removeEventListener("abort", abort);
    // What is given up may still fail, which nobody waits for.
    work.catch(() => {});
  }
}
