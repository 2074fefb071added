/** `northstar measure --refresh` with DuckDB: what it keeps, and what a query cannot do. */
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { folderWith } from "../support/folder.js";
import { execute } from "../support/shell.js";
import { northstar } from "../support/world.js";

// The engine is large, and is loaded by the first that asks it.
vi.setConfig({ testTimeout: 120_000 });

const star = (keys: string) => `
name: Planned Dinners Cooked
definition: The number of dinners per week that households cook from their plan.
game: productivity
${keys}
inputs:
  - { id: planning, name: Planning households, definition: Households that plan three dinners. }
`;
const own = star("series: data/dinners.csv\nquery: sql/dinners.sql");
const dinners =
  "cooked,household\n2026-10-05,1\n2026-10-06,2\n2026-10-12,1\n2026-10-19,7\n2026-10-26,1\n2026-11-02,1\n";
const query = "SELECT date_trunc('week', cooked) AS t, count(*) AS value FROM 'raw/dinners.csv' GROUP BY ALL";

const files = { "northstar.yaml": own, "sql/dinners.sql": query, "raw/dinners.csv": dinners };
const points = "t,value\n2026-10-05,2\n2026-10-12,1\n2026-10-19,1\n2026-10-26,1\n";

test("a query gives the series, and the lock says how", async () => {
  const cwd = folderWith({ ...files, ".git/HEAD": "" });
  const first = await northstar(["measure", "--refresh"], { cwd });
  expect(first).toMatchObject({
    code: 0,
    stderr: "",
    stdout: "data/dinners.csv: 4 weeks, the last from 2026-10-26 with 1; 4 are new\n",
  });
  expect(readFileSync(join(cwd, "data/dinners.csv"), "utf8")).toBe(points);
  const lock = readFileSync(join(cwd, "northstar.lock"), "utf8");
  expect(JSON.parse(lock)).toEqual({
    version: 1,
    series: {
      metric: {
        query: expect.stringMatching(/^[0-9a-f]{16}$/),
        engine: expect.stringMatching(/^duckdb 1\./),
        asOf: "2026-11-02",
        rows: 5,
        weekday: "Monday",
        definition: expect.stringMatching(/^[0-9a-f]{16}$/),
      },
    },
  });
  const again = await northstar(["measure", "--refresh", "metric"], { cwd });
  expect(again.stdout).toMatch(/nothing is\s+new/);
  expect(readFileSync(join(cwd, "northstar.lock"), "utf8")).toBe(lock);
  expect((await northstar(["measure", "--check"], { cwd })).code).toBe(0);
  expect(readdirSync(cwd).sort()).toEqual([".git", "data", "northstar.lock", "northstar.yaml", "raw", "sql"]);
});

test("a past that is counted otherwise is told, and so is a query or a definition that was changed", async () => {
  const cwd = folderWith(files);
  await northstar(["measure", "--refresh"], { cwd });
  writeFileSync(
    join(cwd, "raw/dinners.csv"),
    dinners.replace("2026-10-12", "2026-10-13").replace("2026-10-06,2\n", ""),
  );
  const revised = await northstar(["measure", "--refresh"], { cwd });
  expect(revised.stdout).toContain("1 past point revised:\n    2026-10-05 2 → 1\n");
  writeFileSync(join(cwd, "sql/dinners.sql"), query.replaceAll("\n", "\r\n"));
  expect((await northstar(["measure", "--check"], { cwd })).code).toBe(0);
  writeFileSync(join(cwd, "sql/dinners.sql"), `${query} HAVING count(*) > 0`);
  writeFileSync(join(cwd, "northstar.yaml"), own.replace("households", "families"));
  const checked = await northstar(["measure", "--check"], { cwd });
  expect(checked.code).toBe(1);
  expect(checked.stdout).toContain("its query was changed after it was measured");
  expect(checked.stdout).toContain("what it counts was changed in the file after it was measured");
});

test("weeks that begin on another day are no part of the series, and a new series says so", async () => {
  const cwd = folderWith(files);
  await northstar(["measure", "--refresh"], { cwd });
  const sundays = query.replace("date_trunc('week', cooked)", "date_trunc('week', cooked) - INTERVAL 1 DAY");
  writeFileSync(join(cwd, "sql/dinners.sql"), sundays);
  const refused = await northstar(["measure", "--refresh"], { cwd });
  expect(refused).toMatchObject({ code: 2, stdout: "" });
  expect(refused.stderr).toContain(
    "data/dinners.csv stays as it was: its weeks begin on a Monday, and those measured now on a Sunday; if that is meant, delete the file and measure again",
  );
  expect(readFileSync(join(cwd, "data/dinners.csv"), "utf8")).toBe(points);
  execute(["rm", "data/dinners.csv"], cwd);
  const anew = await northstar(["measure", "--refresh"], { cwd });
  expect([anew.code, anew.stderr]).toEqual([
    0,
    "northstar: the weeks of `metric` begin on a Sunday now, and began on a Monday before (northstar.lock)\n",
  ]);
});

test("what is asked for in vain is said with the next step", async () => {
  const cases: [keys: string, args: string[], message: string][] = [
    ["", [], "northstar.yaml has no query; write for example `query: sql/weekly.sql` beside a `series`"],
    [
      "series: data/dinners.csv",
      ["metric"],
      "`metric` of northstar.yaml has no query; write for example `query: sql/metric.sql` beside its `series`",
    ],
    [
      "query: sql/dinners.sql",
      [],
      "`metric` of northstar.yaml has no series; say in which file it is kept: northstar set series data/metric.csv",
    ],
    [
      "series: data/dinners.csv\nquery: sql/other.sql",
      [],
      "cannot read sql/other.sql: there is no such file or folder",
    ],
    [
      "series: data/dinners.csv\nquery: sql/dinners.sql\non: the-house",
      [],
      "the address of `the-house` is not known; put it into the environment variable NORTHSTAR_CONN_THE_HOUSE, such as postgres://reader@db.example.org/shop",
    ],
  ];
  for (const [keys, args, message] of cases) {
    const ran = await northstar(["measure", "--refresh", ...args], {
      cwd: folderWith({ ...files, "northstar.yaml": star(keys) }),
    });
    expect(ran).toMatchObject({ code: 2, stdout: "", stderr: `northstar: ${message}\n` });
  }
});

test("an address that cannot be asked is not shown", async () => {
  const cwd = folderWith({
    ...files,
    "northstar.yaml": star("series: a.csv\nquery: sql/dinners.sql\non: w"),
  });
  for (const address of ["mysql://root:hunter2@db/x", "hunter2", "postgres://%:hunter2@@:x"]) {
    const ran = await northstar(["measure", "--refresh"], { cwd, env: { NORTHSTAR_CONN_W: address } });
    expect(ran.code).toBe(2);
    expect(ran.stderr).toContain("NORTHSTAR_CONN_W");
    expect(ran.screen).not.toMatch(/hunter2|root|@db/);
  }
});

/** Queries that would do something else than read what they may, and what is said of them. */
const hostile: [name: string, sql: string, said: RegExp][] = [
  [
    "a second statement",
    "SELECT 1 AS t, 2 AS value; COPY (SELECT 1) TO 'x.csv'",
    /a second statement begins here/,
  ],
  ["a way out of the brackets", "SELECT 1 AS t, 2 AS value) TO 'x.csv'; --", /this bracket closes nothing/],
  ["a statement that writes", "COPY (SELECT 1) TO 'x.csv'", /`COPY` begins no query/],
  ["a database", "ATTACH 'x.db'", /`ATTACH` begins no query/],
  [
    "a file outside",
    "SELECT content AS t, 1 AS value FROM read_text('/etc/passwd')",
    /disabled by configuration/,
  ],
  [
    "a file above",
    "SELECT content AS t, 1 AS value FROM read_text('../secret.txt')",
    /disabled by configuration/,
  ],
  [
    "a file behind a link",
    "SELECT content AS t, 1 AS value FROM read_text('raw/link.txt')",
    /disabled by configuration/,
  ],
  [
    "a file behind a linked folder",
    "SELECT content AS t, 1 AS value FROM read_text('raw/out/secret.txt')",
    /disabled by configuration/,
  ],
  [
    "the network",
    "SELECT * FROM 'http://127.0.0.1:9/x.csv'",
    /requires the extension|disabled by configuration/,
  ],
  [
    "a setting",
    "SELECT 1 AS t, current_setting('TimeZone') AS value",
    /`1` is not a day|cast|Cast|Conversion|Binder/i,
  ],
  [
    "no end",
    "SELECT DATE '2026-10-05' AS t, count(*) AS value FROM range(100000000000) a, range(1000) b",
    /gave no answer within 1 second/,
  ],
  [
    "a flood",
    "SELECT DATE '2026-10-05' + range::INTEGER AS t, 1 AS value FROM range(100000)",
    /more than 2,000 rows/,
  ],
  ["wide values", "SELECT DATE '2026-10-05' AS t, repeat('9', 1000000) AS value", /larger than can be kept/],
  ["no columns", "SELECT 1 AS a", /the query has to name its two columns `t` and `value`/],
  [
    "division by nothing",
    "SELECT DATE '2026-10-05' AS t, 1 / 0 AS value",
    /`inf` stands for the value of 2026-10-05/,
  ],
  ["people", "SELECT household AS t, 1 AS value FROM 'raw/dinners.csv'", /Conversion|cast|Cast/],
];

test.each(hostile)("a query cannot have %s", async (_, sql, said) => {
  const above = folderWith({ "secret.txt": "secret" });
  const cwd = join(above, "repository");
  mkdirSync(join(cwd, ".git"), { recursive: true });
  for (const [path, text] of Object.entries({ ...files, "sql/dinners.sql": sql })) {
    mkdirSync(join(cwd, path, ".."), { recursive: true });
    writeFileSync(join(cwd, path), text);
  }
  symlinkSync(join(above, "secret.txt"), join(cwd, "raw/link.txt"));
  symlinkSync(above, join(cwd, "raw/out"));
  const patience = sql.includes("100000000000") ? "1" : "60";
  const ran = await northstar(["measure", "--refresh", "--timeout", patience], { cwd });
  expect(ran.screen.replace(/\s+/g, " ")).toMatch(said);
  expect(ran.code).toBeGreaterThan(0);
  expect(readdirSync(cwd).sort()).toEqual([".git", "northstar.yaml", "raw", "sql"]);
});

test("several at the same time leave a whole file and a whole lock", async () => {
  const cwd = folderWith(files);
  const program = new URL("../../bin/northstar.js", import.meta.url).pathname;
  const script = `for i in 1 2 3; do "$0" "$1" measure --refresh --today 2026-11-02 & done; wait`;
  const { stderr } = execute(["sh", "-c", script, process.execPath, program], cwd);
  expect(stderr).toBe("");
  expect(readFileSync(join(cwd, "data/dinners.csv"), "utf8")).toBe(points);
  expect(Object.keys(JSON.parse(readFileSync(join(cwd, "northstar.lock"), "utf8")).series)).toEqual([
    "metric",
  ]);
  expect(readdirSync(cwd).filter((name) => name.startsWith("."))).toEqual([]);
});

test("lint asks nothing", async () => {
  const cwd = folderWith({ ...files, "sql/dinners.sql": "DROP TABLE x" });
  await northstar(["lint"], { cwd });
  expect(existsSync(join(cwd, "data"))).toBe(false);
});

test("without its package, what to install is said", () => {
  const cwd = folderWith(files);
  const home = folderWith();
  for (const part of ["bin", "dist", "package.json", "schemas"])
    cpSync(new URL(`../../${part}`, import.meta.url), join(home, part), { recursive: true });
  const { status, stderr } = execute(
    [process.execPath, join(home, "bin/northstar.js"), "measure", "--refresh"],
    cwd,
  );
  expect([status, stderr]).toEqual([
    2,
    "northstar: a query over files of the repository is run by DuckDB, for which a package is missing: npm install @duckdb/node-api where northstar is installed, with -g if it is so for the whole machine\n",
  ]);
});
