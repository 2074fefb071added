/** What speaks the protocol of PostgreSQL: PostgreSQL, Redshift, Citus, the SQL APIs of Cube and Lightdash. */
import type { EventEmitter } from "node:events";
import {
  type EngineAnswer,
  EngineError,
  type EngineQuestion,
  engineError,
  loadPeer,
  longestAnswer,
  rowOf,
  tooLong,
  unlessStopped,
} from "./engine.js";

const kind = "a PostgreSQL";

/** What `pg` has and does not tell of. */
interface Inside {
  connection: EventEmitter & { stream: { destroy(): void; bytesRead: number } };
}

/** How long a server may take to let somebody in, and to say goodbye, in milliseconds. */
const patience = { enter: 15_000, leave: 500 };

/**
 * Asks a server in one transaction that only reads, in UTC, with dates as ISO 8601 has them, by the extended protocol,
 * which knows one statement only. Superusers are refused: nothing that only reads may do more.
 */
export async function askPostgres(
  { sql, stop, seconds }: EngineQuestion,
  address: string,
): Promise<EngineAnswer> {
  const { default: pg } = await loadPeer(() => import("pg"), "pg", "PostgreSQL and its kin are asked by pg");
  const client = new pg.Client({
    connectionString: address.replace(/^\w+:/, "postgres:"),
    connectionTimeoutMillis: Math.min(patience.enter, seconds * 1000),
    application_name: "northstar",
  });
  const { connection } = client as unknown as Inside;
  const told = new Map<string, string>();
  connection.on("parameterStatus", ({ parameterName, parameterValue }) =>
    told.set(parameterName, parameterValue),
  );
  let watch: NodeJS.Timeout | undefined;
  const lost = new Promise<never>((_, reject) => {
    client.on("error", reject);
    // What is no PostgreSQL may name a length that pg would wait for, however much comes.
    watch = setInterval(() => {
      if (connection.stream.bytesRead > longestAnswer) reject(tooLong(kind));
    }, 20);
  });
  lost.catch(() => {});
  try {
    return await unlessStopped(Promise.race([ask(), lost]), stop);
  } catch (error) {
    if (stop.aborted) throw error;
    throw engineError(error, kind);
  } finally {
    clearInterval(watch);
    if (connection.stream.bytesRead > longestAnswer) connection.stream.destroy();
    await Promise.race([client.end().catch(() => {}), sleepFor(stop.aborted ? 0 : patience.leave)]);
    connection.stream.destroy();
  }

  async function ask(): Promise<EngineAnswer> {
    await client.connect();
    if (told.get("is_superuser") === "on")
      throw new EngineError(
        "is asked as a superuser, who may do more than read; give the connection a user that may only read",
      );
    const settings = [
      "BEGIN READ ONLY",
      "SET LOCAL TimeZone TO 'UTC'",
      "SET LOCAL DateStyle TO 'ISO, YMD'",
      `SET LOCAL statement_timeout TO ${seconds * 1000}`,
    ];
    for (const setting of settings) await client.query(setting);
    const { rows } = await client.query<unknown[]>({
      text: sql,
      rowMode: "array",
      queryMode: "extended",
    } as { text: string; rowMode: "array" });
    await client.query("ROLLBACK");
    const [version = ""] = (told.get("server_version") ?? "").split(" ");
    const name = /^redshift:/.test(address) ? "redshift" : "postgresql";
    return { engine: `${name} ${version}`.trim(), rows: rows.map(rowOf) };
  }
}

function sleepFor(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds).unref());
}
