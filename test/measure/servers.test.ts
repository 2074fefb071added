/** `northstar measure --refresh` with servers: what they may not be asked, and those that do not answer as they should. */

import { readdirSync, readFileSync } from "node:fs";
import { createServer as createHttpServer } from "node:http";
import { type AddressInfo, createServer, type Socket } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { folderWith } from "../support/folder.js";
import {
  clickhouseServer,
  postgresPrograms,
  type Server,
  startClickhouse,
  startPostgres,
} from "../support/servers.js";
import { northstar, type Ran } from "../support/world.js";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const star = `
name: Planned Dinners Cooked
definition: The number of dinners per week that households cook from their plan.
game: productivity
series: data/dinners.csv
query: sql/dinners.sql
on: warehouse
inputs:
  - { id: planning, name: Planning households, definition: Households that plan three dinners. }
`;

async function ask(
  sql: string,
  address: string,
  ...options: string[]
): Promise<Ran & { kept: string | null }> {
  const cwd = folderWith({ "northstar.yaml": star, "sql/dinners.sql": sql });
  const ran = await northstar(["measure", "--refresh", ...options], {
    cwd,
    env: { NORTHSTAR_CONN_WAREHOUSE: address },
    today: "2026-03-01",
  });
  const kept = readdirSync(cwd).includes("data") ? readFileSync(join(cwd, "data/dinners.csv"), "utf8") : null;
  return { ...ran, kept };
}

const named = "northstar: sql/dinners.sql: `warehouse` ";

describe.skipIf(!postgresPrograms)("PostgreSQL", () => {
  let server: Server;
  const address = () => server.reader;
  beforeAll(async () => {
    server = await startPostgres();
    await server.run([
      "CREATE TABLE dinners (day date, done boolean)",
      "INSERT INTO dinners VALUES ('2026-01-05', true), ('2026-01-06', false), ('2026-01-12', true)",
      "GRANT INSERT, DELETE ON dinners TO reader",
      "GRANT CREATE ON SCHEMA public TO reader",
    ]);
  });
  afterAll(() => server.stop());

  test("gives the series", async () => {
    const ran = await ask(
      "SELECT date_trunc('week', day) AS t, count(*) AS value FROM dinners GROUP BY 1",
      address(),
    );
    expect(ran).toMatchObject({ code: 0, stderr: "", kept: "t,value\n2026-01-05,2\n2026-01-12,1\n" });
  });

  test("is told of a ratio that is cut to a whole number", async () => {
    const counts = "count(*) FILTER (WHERE done) / count(*)";
    const ran = await ask(
      `SELECT date_trunc('week', day) AS t, ${counts} AS value FROM dinners GROUP BY 1`,
      address(),
    );
    expect([ran.code, ran.kept]).toEqual([0, "t,value\n2026-01-05,0\n2026-01-12,1\n"]);
    expect(ran.stderr).toContain("write 1.0 * a / b if a share is meant");
    const share = await ask(
      `SELECT date_trunc('week', day) AS t, 1.0 * ${counts} AS value FROM dinners GROUP BY 1`,
      address(),
    );
    expect(share).toMatchObject({ stderr: "", kept: "t,value\n2026-01-05,0.5\n2026-01-12,1\n" });
  });

  test.each<[name: string, sql: string, said: RegExp]>([
    [
      "delete in a WITH",
      "WITH x AS (DELETE FROM dinners RETURNING day) SELECT day AS t, 1 AS value FROM x",
      /data-modifying|read-only transaction/,
    ],
    [
      "write by a function",
      "SELECT day AS t, setval('pg_catalog.x', 1) AS value FROM dinners",
      /does not exist|read-only/,
    ],
    ["read files of the server", "SELECT pg_read_file('/etc/passwd') AS t, 1 AS value", /permission denied/],
    ["lock rows", "SELECT day AS t, 1 AS value FROM dinners FOR UPDATE", /read-only transaction/],
    [
      "leave the brackets",
      "SELECT 1 AS t, 2 AS value) AS a; DELETE FROM dinners; --",
      /this bracket closes nothing/,
    ],
    ["divide by nothing", "SELECT day AS t, 1 / 0 AS value FROM dinners", /division by zero/],
    [
      "give NULL",
      "SELECT day AS t, NULL AS value FROM dinners LIMIT 1",
      /`NULL` stands for the value of 2026-01-05/,
    ],
    [
      "give infinity",
      "SELECT day AS t, 'infinity'::float8 AS value FROM dinners LIMIT 1",
      /`Infinity` stands for the value of 2026-01-05/,
    ],
    ["give no end of days", "SELECT 'infinity'::date AS t, 1 AS value", /`infinity` is not a day/],
    [
      "lack a column",
      "SELECT day, 1 AS value FROM dinners",
      /column "t" does not exist \(the query has to name its two columns/,
    ],
  ])("does not %s", async (_, sql, said) => {
    const ran = await ask(sql, address());
    expect(ran.screen.replace(/\s+/g, " ")).toMatch(said);
    expect([ran.code > 0, ran.kept]).toEqual([true, null]);
    expect(ran.screen).not.toMatch(/se:cr%et|se%3Acr/);
  });

  test("is not asked as a superuser", async () => {
    const ran = await ask("SELECT day AS t, 1 AS value FROM dinners", server.admin);
    expect(ran).toMatchObject({
      code: 2,
      kept: null,
      stderr: `${named}is asked as a superuser, who may do more than read; give the connection a user that may only read\n`,
    });
  });

  test("is given up after its time, and the server ends it, too", async () => {
    const start = performance.now();
    const ran = await ask("SELECT now() AS t, pg_sleep(60) AS value", address(), "--timeout", "1");
    expect(ran.code).toBe(2);
    expect(ran.stderr).toMatch(/gave no answer within 1 second|statement timeout/);
    expect(performance.now() - start).toBeLessThan(10_000);
    await new Promise((resolve) => setTimeout(resolve, 1500));
    await server.run([
      "DO $$ BEGIN ASSERT (SELECT count(*) FROM pg_stat_activity WHERE query LIKE '%pg_sleep(60)%' AND state = 'active' AND pid <> pg_backend_pid()) = 0; END $$",
    ]);
  });

  test("is given up when the person stops it", async () => {
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 500);
    const cwd = folderWith({
      "northstar.yaml": star,
      "sql/dinners.sql": "SELECT now() AS t, pg_sleep(60) AS value",
    });
    const ran = await northstar(["measure", "--refresh"], {
      cwd,
      env: { NORTHSTAR_CONN_WAREHOUSE: address() },
      interrupted: () => stop.signal,
    });
    expect(ran).toMatchObject({ code: 130, stdout: "", stderr: "" });
  });

  test("refuses a wrong password without showing it", async () => {
    await server.run(["ALTER ROLE reader SET statement_timeout TO 0"]);
    const ran = await ask("SELECT 1", address().replace("postgres://reader", "postgres://nobodyknown"));
    expect(ran.code).toBe(2);
    expect(ran.stderr).toContain(`${named}says: role "…" does not exist`);
  });
});

describe.skipIf(!clickhouseServer)("ClickHouse", () => {
  let server: Server;
  beforeAll(async () => {
    server = await startClickhouse("Europe/Berlin");
    await server.run([
      "CREATE TABLE dinners (day Date, household Int32) ENGINE = Log",
      "CREATE TABLE households (household Int32, size Int32) ENGINE = Log",
      "INSERT INTO dinners VALUES ('2026-01-05', 1), ('2026-01-06', 2), ('2026-01-12', 3)",
      "INSERT INTO households VALUES (1, 4)",
    ]);
  });
  afterAll(() => server.stop());

  test("gives the series, and says in which zone it reckons", async () => {
    const sql = "SELECT toMonday(day) AS t, count() AS value FROM dinners GROUP BY t";
    const ran = await ask(sql, server.reader);
    expect(ran).toMatchObject({ code: 0, kept: "t,value\n2026-01-05,2\n2026-01-12,1\n" });
    expect(ran.stderr).toContain("this ClickHouse reckons times in Europe/Berlin");
    const lower = await ask(`${sql} -- UTC`, server.admin);
    expect(lower).toMatchObject({ code: 0, stderr: "", kept: ran.kept });
  });

  test("has no 0 for what a join does not find", async () => {
    const sql = `SELECT day AS t, size AS value FROM dinners ANY LEFT JOIN households USING household -- UTC`;
    const ran = await ask(sql, server.reader);
    expect([ran.code, ran.kept]).toEqual([2, null]);
    expect(ran.stderr).toContain("`NULL` stands for the value of 2026-01-06");
  });

  test.each<[name: string, sql: string, said: RegExp]>([
    [
      "give infinity",
      "SELECT day AS t, 1 / 0 AS value FROM dinners LIMIT 1",
      /`inf` stands for the value of 2026-01-05/,
    ],
    [
      "read files of the server",
      "SELECT toDate(a) AS t, 1 AS value FROM file('/etc/passwd', 'CSV', 'a String')",
      /readonly|disabled|must be inside/i,
    ],
    [
      "ask others",
      "SELECT toDate(a) AS t, 1 AS value FROM url('http://127.0.0.1:9/', CSV, 'a String')",
      /readonly/i,
    ],
    ["write", "SELECT day AS t, 1 AS value FROM dinners INTO OUTFILE '/tmp/x'", /`INTO` writes/],
  ])("does not %s", async (_, sql, said) => {
    // Who may write is held to reading.
    const ran = await ask(sql, server.admin);
    expect(ran.screen.replace(/\s+/g, " ")).toMatch(said);
    expect([ran.code > 0, ran.kept]).toEqual([true, null]);
  });

  test("is not asked by a user who may set nothing", async () => {
    const ran = await ask("SELECT 1", server.reader.replace("reader:secret7", "strict:secret8"));
    expect(ran.stderr).toBe(
      `${named}lets its user set nothing (readonly = 1), and joins and time zone have to be set; give the user readonly = 2\n`,
    );
  });

  test("refuses a wrong password without showing it", async () => {
    const ran = await ask("SELECT 1", server.reader.replace("secret7", "hunter2"));
    expect(ran.code).toBe(2);
    expect(ran.stderr).toMatch(/^northstar: sql\/dinners\.sql: `warehouse` says: .*[Pp]assword/);
    expect(ran.stderr).not.toMatch(/hunter2|reader/);
  });
});

/** Servers that take a connection, and what they do with it. */
const strange: Record<string, (socket: Socket) => void> = {
  "closes at once": (socket) => socket.destroy(),
  "says nothing": () => {},
  "answers with a web page": (socket) => {
    socket.once("data", () =>
      socket.end(
        "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 20\r\n\r\n<html>a page</html>\n",
      ),
    );
  },
  "answers with an error page": (socket) => {
    socket.once("data", () =>
      socket.end("HTTP/1.1 502 Bad Gateway\r\nContent-Length: 20\r\n\r\n<html>a page</html>\n"),
    );
  },
  "breaks off": (socket) => {
    socket.once("data", () => {
      socket.write('HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{"data": [[');
      setTimeout(() => socket.destroy(), 50);
    });
  },
  "never stops": (socket) => {
    const chunk = `${"[".repeat(1000)}\n`;
    socket.once("data", () => {
      socket.write("HTTP/1.1 200 OK\r\n\r\n");
      const more = () => {
        while (!socket.destroyed && socket.write(chunk));
      };
      socket.on("drain", more);
      more();
    });
  },
};

describe.each(Object.entries(strange))("a server that %s", (name, serve) => {
  test.each(["postgres", "clickhouse"])("is told of in words, by %s", async (scheme) => {
    const sockets = new Set<Socket>();
    const server = createServer((socket) => {
      sockets.add(socket);
      socket.on("error", () => {});
      serve(socket);
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    const before = process.memoryUsage().rss;
    const ran = await ask("SELECT 1", `${scheme}://reader:hunter2@127.0.0.1:${port}/shop`, "--timeout", "2");
    for (const socket of sockets) socket.destroy();
    server.close();
    expect(ran).toMatchObject({ code: 2, stdout: "", kept: null });
    expect(ran.stderr).toMatch(
      /^northstar: sql\/dinners\.sql: `warehouse` (?:ended the connection before there was an answer; is it|answers |gave no answer within 2 seconds; make).*\n$/,
    );
    expect(ran.stderr).not.toMatch(/hunter2|crashed|undefined/);
    if (name === "never stops") expect(ran.stderr).toContain("answers more than two thousand rows can be");
    expect(process.memoryUsage().rss - before).toBeLessThan(150e6);
  });
});

test("nobody at the address is told, and the address is not", async () => {
  const server = createHttpServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  for (const scheme of ["postgres", "clickhouse", "redshift"]) {
    const ran = await ask("SELECT 1", `${scheme}://reader:hunter2@127.0.0.1:${port}/shop`);
    expect(ran.code).toBe(2);
    expect(ran.stderr).toContain(
      "`warehouse` cannot be reached (ECONNREFUSED); look whether it runs, and whether host and port are right",
    );
    expect(ran.stderr).not.toMatch(/hunter2|reader|127\.0\.0\.1/);
  }
});
