/** DuckDB, which runs inside of northstar over the files of a repository. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import {
  type EngineAnswer,
  EngineError,
  type EngineQuestion,
  firstLine,
  loadPeer,
  rowOf,
  unlessStopped,
} from "./engine.js";

/** Where a query stands: paths in it are seen from `folder`, and no file outside of `root` is read. */
interface Ground {
  folder: string;
  root: string;
}

/**
 * Asks DuckDB. It reads below the root and nowhere else, and knows no network and no extension. One SELECT is run, in
 * UTC; the settings are locked before the query is seen.
 */
export async function askDuckdb(
  { sql, stop }: EngineQuestion,
  { folder, root }: Ground,
): Promise<EngineAnswer> {
  const { DuckDBInstance, StatementType } = await loadPeer(
    () => import("@duckdb/node-api"),
    "@duckdb/node-api",
    "a query over files of the repository is run by DuckDB",
  );
  const spill = mkdtempSync(join(tmpdir(), "northstar-duckdb-"));
  const before = process.cwd();
  const instance = await DuckDBInstance.create(":memory:", {
    autoinstall_known_extensions: "false",
    autoload_known_extensions: "false",
  });
  const connection = await instance.connect();
  const interrupt = () => connection.interrupt();
  stop.addEventListener("abort", interrupt);
  try {
    // DuckDB sees relative paths from the folder of the process.
    process.chdir(folder);
    for (const setting of sandbox(root, spill)) await connection.run(setting);
    const statements = await connection.extractStatements(sql);
    if (statements.count !== 1)
      throw new EngineError("reads this as more than one statement; write one SELECT");
    const prepared = await statements.prepare(0);
    if (prepared.statementType !== StatementType.SELECT)
      throw new EngineError("reads this as no SELECT; write one");
    const reader = await unlessStopped(prepared.runAndReadAll(), stop);
    return { engine: `duckdb ${await versionOf(connection)}`, rows: reader.getRowsJson().map(rowOf) };
  } catch (error) {
    if (stop.aborted || error instanceof EngineError) throw error;
    throw new EngineError(`says: ${firstLine(error).replace(/^Failed to extract statements: /, "")}`);
  } finally {
    stop.removeEventListener("abort", interrupt);
    process.chdir(before);
    connection.closeSync();
    instance.closeSync();
    rmSync(spill, { recursive: true, force: true });
  }
}

function sandbox(root: string, spill: string): string[] {
  return [
    // It could not be set any more behind the lock.
    "SET TimeZone = 'UTC'",
    `SET temp_directory = ${quoted(spill)}`,
    `SET allowed_directories = [${quoted(root)}]`,
    "SET enable_external_access = false",
    "SET lock_configuration = true",
  ];
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

async function versionOf(connection: DuckDBConnection): Promise<string> {
  const reader = await connection.runAndReadAll("SELECT version()");
  return String(reader.getRowsJson()[0]?.[0]).replace(/^v/, "");
}
