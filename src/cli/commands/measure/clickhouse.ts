/** ClickHouse over HTTP. */
import type { ClickHouseClient } from "@clickhouse/client";
import {
  type EngineAnswer,
  EngineError,
  type EngineQuestion,
  engineError,
  firstLine,
  loadPeer,
  longestAnswer,
  rowOf,
  tooLong,
  unlessStopped,
} from "./engine.js";

const kind = "a ClickHouse, and its port for HTTP";

/** What a server says of itself and of the user. */
interface Server {
  version: string;
  zone: string;
  /** Whether a session may have another zone: since 23.5. */
  knowsSessions: boolean;
  /** 0 for a user that may write, 1 for one that may only read, 2 for one that may set how it reads. */
  readonly: string;
}

/**
 * Asks a server in a session that only reads, in UTC, in which what a join does not find is NULL and not 0. A user that
 * may set nothing is refused, as it could not ask so.
 */
export async function askClickhouse(
  { sql, stop, seconds }: EngineQuestion,
  address: string,
): Promise<EngineAnswer> {
  const { createClient, ClickHouseLogLevel } = await loadPeer(
    () => import("@clickhouse/client"),
    "@clickhouse/client",
    "ClickHouse is asked by @clickhouse/client",
  );
  const client = createClient({
    url: httpAddress(address),
    application: "northstar",
    request_timeout: seconds * 1000,
    keep_alive: { enabled: false },
    // It would write to standard error by itself.
    log: { level: ClickHouseLogLevel.OFF },
  });
  try {
    const server = await serverOf(client, stop);
    const settings = settingsFor(server, seconds);
    const rows = await rowsOf(client, `${sql} FORMAT JSONCompact`, settings, stop);
    const note = noteOf(server, sql);
    return { engine: `clickhouse ${server.version}`, rows: rows.map(rowOf), ...(note && { note }) };
  } catch (error) {
    if (stop.aborted) throw error;
    const line = firstLine(error);
    throw isPage(line) ? new EngineError(`answers ${beginning(line)}`) : engineError(error, kind);
  } finally {
    await client.close();
  }
}

/** ClickHouse is asked over HTTP, whatever the address calls it. */
function httpAddress(address: string): string {
  const secure = /^clickhouses:|^clickhouse:.*[?&]secure=(?:true|1)\b/.test(address);
  return address
    .replace(/^clickhouses?:/, secure ? "https:" : "http:")
    .replace(/([?&])secure=\w+&?/, "$1")
    .replace(/[?&]$/, "");
}

async function serverOf(client: ClickHouseClient, stop: AbortSignal): Promise<Server> {
  const first =
    "SELECT version(), (SELECT value FROM system.settings WHERE name = 'readonly') FORMAT JSONCompact";
  const [[version, readonly] = []] = await rowsOf(client, first, {}, stop);
  const [year = 0, month = 0] = String(version).split(".").map(Number);
  const knowsSessions = year > 23 || (year === 23 && month >= 5);
  const second = `SELECT ${knowsSessions ? "serverTimezone()" : "timezone()"} FORMAT JSONCompact`;
  const [[zone] = []] = await rowsOf(client, second, {}, stop);
  return { version: String(version), zone: String(zone), readonly: String(readonly), knowsSessions };
}

type Settings = Record<string, string | number>;

function settingsFor({ knowsSessions, readonly }: Server, seconds: number): Settings {
  if (readonly === "1")
    throw new EngineError(
      "lets its user set nothing (readonly = 1), and joins and time zone have to be set; give the user readonly = 2",
    );
  return {
    join_use_nulls: 1,
    max_execution_time: seconds,
    wait_end_of_query: 1,
    ...(knowsSessions && { session_timezone: "UTC", cancel_http_readonly_queries_on_client_close: 1 }),
    ...(readonly === "0" && { readonly: "1" }),
  };
}

/** A column of times without a zone has that of the server, whatever the session says. */
function noteOf({ zone }: Server, sql: string): string | undefined {
  if (/^(?:Etc\/)?(?:UTC|UCT|GMT|Zulu|Universal)$/.test(zone) || /\bUTC\b/.test(sql)) return undefined;
  return `this ClickHouse reckons times in ${zone} where a column has no zone of its own; for days as other engines have them, name the zone in the query: toDate(column, 'UTC')`;
}

/** The rows of an answer; what is none, or is too long, is an {@link EngineError}. */
async function rowsOf(
  client: ClickHouseClient,
  query: string,
  settings: Settings,
  stop: AbortSignal,
): Promise<unknown[][]> {
  const asked = client.exec({ query, clickhouse_settings: settings, abort_signal: stop });
  const { stream } = await unlessStopped(asked, stop);
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > longestAnswer) {
      stream.destroy();
      throw tooLong("a ClickHouse");
    }
    chunks.push(Buffer.from(chunk));
  }
  const text = Buffer.concat(chunks).toString("utf8");
  try {
    const { data } = JSON.parse(text);
    if (Array.isArray(data) && data.every(Array.isArray)) return data;
  } catch {
    // What is no JSON is told by its beginning.
  }
  throw new EngineError(`answers ${beginning(text)}`);
}

function beginning(text: string): string {
  if (isPage(text)) return `with a web page; is it ${kind}?`;
  return text === "" ? "nothing" : `"${firstLine(text)}"`;
}

function isPage(text: string): boolean {
  return /^\s*<(?:!doctype|html|\?xml)/i.test(text);
}
