/** Real servers for tests that ask one: started in a folder of their own, by somebody who is not root. */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import pg from "pg";
import { nobody } from "./nobody.js";

export interface Server {
  /** The address of somebody who may do everything. */
  admin: string;
  /** The address of somebody who may only read. */
  reader: string;
  port: number;
  /** Runs statements as the one who may do everything. */
  run(statements: readonly string[]): Promise<void>;
  stop(): Promise<void>;
}

const asNobody = process.getuid?.() === 0 ? { uid: nobody, gid: nobody } : {};

/** A folder in which a server may write. */
function ownFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "northstar-server-"));
  chmodSync(folder, 0o755);
  if ("uid" in asNobody) chownSync(folder, nobody, nobody);
  return folder;
}

/** A port that was free a moment ago. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === "object" && address ? address.port : 0;
}

async function untilReady(isReady: () => Promise<boolean>, process: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    if (process.exitCode !== null) throw new Error(`the server ended with ${process.exitCode}`);
    if (await isReady().catch(() => false)) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("the server did not begin");
}

async function end(process: ChildProcess, folder: string, signal: NodeJS.Signals): Promise<void> {
  const ended = new Promise((resolve) => process.once("exit", resolve));
  if (process.exitCode === null && process.kill(signal)) await ended;
  rmSync(folder, { recursive: true, force: true });
}

/** Where the programs of PostgreSQL are, or null. */
export const postgresPrograms: string | null = (() => {
  const home = "/usr/lib/postgresql";
  const versions = existsSync(home) ? readdirSync(home) : [];
  const folders = versions.sort((a, b) => Number(b) - Number(a)).map((version) => join(home, version, "bin"));
  return folders.find((folder) => existsSync(join(folder, "initdb"))) ?? null;
})();

/** PostgreSQL with the users `admin`, a superuser, and `reader`, who reads the tables of `public`. */
export async function startPostgres(): Promise<Server> {
  const programs = postgresPrograms ?? "";
  const folder = ownFolder();
  const data = join(folder, "data");
  const made = spawnSync(
    join(programs, "initdb"),
    [
      "-D",
      data,
      "-U",
      "admin",
      "-A",
      "trust",
      "--no-sync",
      "--no-instructions",
      "-E",
      "UTF8",
      "--locale",
      "C",
    ],
    { ...asNobody, cwd: folder, encoding: "utf8" },
  );
  if (made.status !== 0) throw new Error(made.stderr);
  const port = await freePort();
  const server = spawn(
    join(programs, "postgres"),
    ["-D", data, "-k", folder, "-p", String(port), "-c", "listen_addresses=127.0.0.1", "-c", "fsync=off"],
    { ...asNobody, cwd: folder, stdio: "ignore" },
  );
  const admin = `postgres://admin@127.0.0.1:${port}/postgres`;
  const run = async (statements: readonly string[]) => {
    const client = new pg.Client({ connectionString: admin });
    await client.connect();
    try {
      for (const statement of statements) await client.query(statement);
    } finally {
      await client.end();
    }
  };
  await untilReady(async () => {
    await run(["SELECT 1"]);
    return true;
  }, server);
  await run([
    "CREATE ROLE reader LOGIN PASSWORD 'se:cr%et'",
    "ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT ON TABLES TO reader",
  ]);
  return {
    admin,
    reader: `postgres://reader:se%3Acr%25et@127.0.0.1:${port}/postgres`,
    port,
    run,
    stop: () => end(server, folder, "SIGINT"),
  };
}

/** Where Debian's server of ClickHouse is, or null. */
export const clickhouseServer: string | null =
  ["/usr/sbin/clickhouse-server", "/usr/bin/clickhouse-server"].find((path) => existsSync(path)) ?? null;

/** ClickHouse in UTC, with the users `default`, `reader` (readonly = 2) and `strict` (readonly = 1). */
export async function startClickhouse(zone: string): Promise<Server> {
  const folder = ownFolder();
  const [port, inner] = [await freePort(), await freePort()];
  const user = (name: string, password: string, profile: string) =>
    `<${name}><password>${password}</password><networks><ip>::/0</ip></networks><profile>${profile}</profile><quota>default</quota></${name}>`;
  const profiles = "<default/><reader><readonly>2</readonly></reader><strict><readonly>1</readonly></strict>";
  const users = [
    user("default", "", "default"),
    user("reader", "secret7", "reader"),
    user("strict", "secret8", "strict"),
  ];
  writeFileSync(
    join(folder, "users.xml"),
    `<yandex><profiles>${profiles}</profiles><users>${users.join("")}</users><quotas><default/></quotas></yandex>`,
  );
  for (const name of ["data", "tmp"]) mkdirSync(join(folder, name));
  writeFileSync(
    join(folder, "config.xml"),
    `<yandex><logger><level>none</level><console>0</console><log>${folder}/log</log></logger>
<http_port>${port}</http_port><tcp_port>${inner}</tcp_port><listen_host>127.0.0.1</listen_host>
<path>${folder}/data/</path><tmp_path>${folder}/tmp/</tmp_path><users_config>${folder}/users.xml</users_config>
<default_profile>default</default_profile><default_database>default</default_database>
<mark_cache_size>67108864</mark_cache_size><timezone>${zone}</timezone></yandex>`,
  );
  if ("uid" in asNobody)
    for (const name of ["data", "tmp", "config.xml", "users.xml"])
      chownSync(join(folder, name), nobody, nobody);
  const server = spawn(clickhouseServer ?? "", [`--config-file=${folder}/config.xml`], {
    ...asNobody,
    cwd: folder,
    stdio: "ignore",
  });
  const admin = `http://default@127.0.0.1:${port}/default`;
  const run = async (statements: readonly string[]) => {
    for (const body of statements) {
      const answer = await fetch(`http://127.0.0.1:${port}/`, { method: "POST", body });
      if (!answer.ok) throw new Error(await answer.text());
      await answer.text();
    }
  };
  await untilReady(async () => {
    await run(["SELECT 1"]);
    return true;
  }, server);
  return {
    admin,
    reader: `clickhouse://reader:secret7@127.0.0.1:${port}/default`,
    port,
    run,
    stop: () => end(server, folder, "SIGTERM"),
  };
}

/** Where the package chdb was installed, or null: it has half a gigabyte, so whoever wants it says where it is. */
export const chdb: string | null = process.env.NORTHSTAR_CHDB || null;

/** The engine of a newer ClickHouse behind a stand-in for its server, in a process of that time zone. */
export async function startChdb(zone: string): Promise<Server> {
  const script = new URL("chdb-server.cjs", import.meta.url).pathname;
  const server = spawn(process.execPath, [script], {
    env: { ...process.env, NORTHSTAR_CHDB: chdb ?? "", TZ: zone },
    stdio: ["pipe", "pipe", "inherit"],
  });
  const lines = createInterface({ input: server.stdout })[Symbol.asyncIterator]();
  const port = Number((await lines.next()).value);
  const address = `clickhouse://reader@127.0.0.1:${port}/default`;
  return {
    admin: address,
    reader: address,
    port,
    async run(statements) {
      for (const statement of statements) {
        server.stdin.write(`${statement}\n`);
        const { value } = await lines.next();
        if (value !== "done") throw new Error(value);
      }
    },
    async stop() {
      const ended = new Promise((resolve) => server.once("exit", resolve));
      server.stdin.end();
      await ended;
    },
  };
}
