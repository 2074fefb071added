/** The same query over the same data gives the same file, whichever engine answers, and whatever zones and styles it has. */
import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { folderWith } from "../support/folder.js";
import {
  chdb,
  clickhouseServer,
  postgresPrograms,
  type Server,
  startChdb,
  startClickhouse,
  startPostgres,
} from "../support/servers.js";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const zones = ["UTC", "America/Los_Angeles", "Pacific/Auckland"];

/** A hundred days with some rows each, on the borders of days, weeks, months and a year. */
const events = Array.from({ length: 400 }, (_, index) => {
  const day = new Date(Date.UTC(2025, 10, 3 + Math.floor(index / 4))).toJSON().slice(0, 10);
  const time = ["00:00:00", "00:30:00", "12:00:00", "23:59:59"][index % 4];
  return {
    day,
    moment: `${day} ${time}`,
    amount: (((index * 7919) % 10007) / 100).toFixed(2),
    size: ((index * 31) % 97) / 7,
    done: index % 3 === 0 ? 1 : 0,
  };
}).filter(({ day }) => day !== "2025-12-25");

const row = ({ day, moment, amount, size, done }: (typeof events)[number], zone: string) =>
  `('${day}', '${moment}${zone}', ${amount}, ${size}, ${done})`;

const queries: Record<string, string> = {
  counts: `
    -- How many, by week; a bracket in a comment (
    SELECT date_trunc('week', day) AS t, count(*) AS value FROM events GROUP BY date_trunc('week', day);
  `,
  shares: `
    WITH done AS (SELECT day, done FROM events)
    SELECT date_trunc('week', day) AS t, 1.0 * sum(done) / count(*) AS value
    FROM done GROUP BY date_trunc('week', day)
  `,
  sums: "SELECT date_trunc('month', moment) AS t, sum(amount) AS value FROM events GROUP BY date_trunc('month', moment)",
  means: "SELECT CAST(moment AS date) AS t, avg(size) AS value FROM events GROUP BY CAST(moment AS date)",
};

const star = (on: string) => `
name: Planned Dinners Cooked
definition: The number of dinners per week that households cook from their plan.
game: productivity
inputs:
${Object.keys(queries)
  .map(
    (id) =>
      `  - { id: ${id}, name: The ${id}, definition: Some ${id} of dinners., series: data/${id}.csv, query: sql/${id}.sql${on} }\n`,
  )
  .join("")}`;

const program = new URL("../../bin/northstar.js", import.meta.url).pathname;

interface Ran {
  code: number | null;
  stderr: string;
  files: Record<string, string>;
}

/** Runs the program as a person in a time zone does, and gives what it wrote. */
async function refresh(
  zone: string,
  address: string | undefined,
  texts: Record<string, string> = queries,
  table = "events",
): Promise<Ran> {
  const cwd = folderWith({
    "northstar.yaml": star(address === undefined ? "" : ", on: the-house"),
    ...Object.fromEntries(
      Object.entries(texts).map(([id, text]) => [
        `sql/${id}.sql`,
        text.replaceAll("FROM events", `FROM ${table}`),
      ]),
    ),
    "events.csv": `day,moment,amount,size,done\n${events.map(({ day, moment, amount, size, done }) => `${day},${moment}+00,${amount},${size},${done}\n`).join("")}`,
  });
  const child = spawn(process.execPath, [program, "measure", "--refresh", "--today", "2026-03-01"], {
    cwd,
    env: {
      PATH: process.env.PATH,
      HOME: cwd,
      TZ: zone,
      ...(address && { NORTHSTAR_CONN_THE_HOUSE: address }),
    },
  });
  let stderr = "";
  child.stderr.on("data", (chunk) => (stderr += chunk));
  const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
  const data = readdirSync(cwd).includes("data") ? readdirSync(join(cwd, "data")) : [];
  const files = Object.fromEntries(data.map((name) => [name, readFileSync(join(cwd, "data", name), "utf8")]));
  return { code, stderr, files };
}

const csv =
  "read_csv('events.csv', columns = {day: 'DATE', moment: 'TIMESTAMPTZ', amount: 'DECIMAL(10,2)', size: 'DOUBLE', done: 'INTEGER'})";

let expected: Ran["files"] = {};
beforeAll(async () => {
  const { code, stderr, files } = await refresh("UTC", undefined, queries, csv);
  expect([code, stderr]).toEqual([0, ""]);
  expected = files;
});

test("DuckDB gives what can be counted by hand", () => {
  const lines = (expected["counts.csv"] ?? "").split("\n");
  expect(lines.slice(0, 3)).toEqual(["t,value", "2025-11-03,28", "2025-11-10,28"]);
  expect(lines).toContain("2025-12-22,24");
  expect(expected["shares.csv"]?.split("\n")[1]).toBe("2025-11-03,0.357142857143");
  const november = events.filter(({ day }) => day.startsWith("2025-11"));
  const sum = november.reduce((total, { amount }) => total + Math.round(Number(amount) * 100), 0) / 100;
  expect(expected["sums.csv"]?.split("\n")[1]).toBe(`2025-11-01,${sum}`);
  expect(Object.keys(expected)).toHaveLength(4);
});

test.each(zones.slice(1))("DuckDB gives the same to somebody in %s", async (zone) => {
  expect(await refresh(zone, undefined, queries, csv)).toEqual({ code: 0, stderr: "", files: expected });
});

describe.skipIf(!postgresPrograms)("PostgreSQL", () => {
  let server: Server | undefined;
  beforeAll(async () => {
    server = await startPostgres();
    await server.run([
      "CREATE TABLE events (day date, moment timestamptz, amount numeric(10,2), size double precision, done integer)",
      `INSERT INTO events VALUES ${events.map((each) => row(each, "+00")).join(",")}`,
    ]);
  });
  afterAll(() => server?.stop());

  test.each(zones.flatMap((zone) => ["SQL, DMY", "German"].map((style) => [zone, style] as const)))(
    "gives the same in a session in %s that writes dates as %s",
    async (zone, style) => {
      await server?.run([
        `ALTER ROLE reader SET TimeZone TO '${zone}'`,
        `ALTER ROLE reader SET DateStyle TO '${style}'`,
        "ALTER ROLE reader SET extra_float_digits TO 0",
      ]);
      const person = zones[(zones.indexOf(zone) + 1) % zones.length] ?? "";
      expect(await refresh(person, server?.reader)).toEqual({ code: 0, stderr: "", files: expected });
    },
  );
});

/** What ClickHouse calls the types, and how it begins a table. */
const table =
  "CREATE TABLE default.events (day Date, moment DateTime, amount Decimal(10,2), size Float64, done Int32) ENGINE = Log";

describe.skipIf(!chdb)("the engine of ClickHouse", () => {
  const moments = events.map(
    ({ day, moment, amount, size, done }) =>
      `('${day}', toDateTime('${moment}', 'UTC'), ${amount}, ${size}, ${done})`,
  );

  test.each(zones)("gives the same in a session in %s", async (zone) => {
    const server = await startChdb("UTC");
    try {
      await server.run([
        table,
        `INSERT INTO default.events VALUES ${moments.join(",")}`,
        `SET session_timezone = '${zone}'`,
      ]);
      const person = zones[(zones.indexOf(zone) + 1) % zones.length] ?? "";
      expect(await refresh(person, server.reader)).toEqual({ code: 0, stderr: "", files: expected });
    } finally {
      await server.stop();
    }
  });

  test("gives the same on a machine elsewhere where the query names the zone, and says so where it does not", async () => {
    const server = await startChdb("America/Los_Angeles");
    try {
      await server.run([table, `INSERT INTO default.events VALUES ${moments.join(",")}`]);
      const named = Object.fromEntries(
        Object.entries(queries).map(([id, text]) => [
          id,
          text
            .replaceAll("date_trunc('month', moment)", "date_trunc('month', moment, 'UTC')")
            .replaceAll("CAST(moment AS date)", "toDate(moment, 'UTC')")
            .replace(/^/, "-- UTC\n"),
        ]),
      );
      expect(await refresh("UTC", server.reader, named)).toEqual({ code: 0, stderr: "", files: expected });
      const { code, stderr } = await refresh("UTC", server.reader);
      expect(code).toBe(0);
      expect(stderr.split("\n")[3]).toBe(
        "northstar: sql/means.sql: this ClickHouse reckons times in America/Los_Angeles where a column has no zone of its own; for days as other engines have them, name the zone in the query: toDate(column, 'UTC')",
      );
    } finally {
      await server.stop();
    }
  });
});

describe.skipIf(!clickhouseServer)("a server of ClickHouse from 2018", () => {
  // It knows neither date_trunc nor WITH before a SELECT from it.
  const old = Object.fromEntries(
    Object.entries(queries).map(([id, text]) => [
      id,
      text
        .replace(/WITH done AS \((.*?)\)/, "")
        .replace("FROM done", "FROM events")
        .replaceAll("count(*)", "count()")
        .replaceAll("date_trunc('week', day)", "toMonday(day)")
        .replaceAll("date_trunc('month', moment)", "toStartOfMonth(moment)")
        .replaceAll("CAST(moment AS date)", "toDate(moment)"),
    ]),
  );

  test("gives the same in UTC", async () => {
    const server = await startClickhouse("UTC");
    try {
      await server.run([
        table.replace("default.", ""),
        `INSERT INTO events VALUES ${events.map((each) => row(each, "")).join(",")}`,
      ]);
      for (const zone of zones)
        expect(await refresh(zone, server.reader, old)).toEqual({ code: 0, stderr: "", files: expected });
    } finally {
      await server.stop();
    }
  });
});
