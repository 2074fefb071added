/** Which texts are one SELECT, and what is asked in their place. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { answerOf } from "../../src/series/answer.js";
import { type Dialect, divides, readQuery, wrapQuery } from "../../src/series/query.js";

const dialects: Dialect[] = ["duckdb", "postgres", "clickhouse"];

describe("a query", () => {
  test.each([
    "SELECT 1 AS t, 2 AS value",
    "-- a comment with ' and ( and ;\nselect t, value from x -- end",
    "/* a /* nested */ one; */ SELECT ';' AS t, '(' AS value",
    "WITH a AS (SELECT 1), b AS (SELECT ';') SELECT * FROM a, b;",
    "with recursive a as (select 1 union all select 2) select * from a ; ;\n",
    "SELECT $$ it's ; ( $$ AS t, $x$ $$ ; $x$ AS value",
    'SELECT "a;b" AS t, "insert" AS value FROM t',
    "SELECT 'it''s' AS t, 1 AS value",
    "SELECT t, value FROM a UNION ALL SELECT t, value FROM b",
    "\uFEFFSELECT 1",
    "SELECT e'it\\'s' AS t",
  ])("is %j", (text) => {
    const read = readQuery(text, "postgres");
    expect(Array.isArray(read) ? read : read.query).not.toMatch(/;\s*$/);
    expect(Array.isArray(read)).toBe(false);
  });

  test("of ClickHouse may have its own quotes", () => {
    expect(readQuery("SELECT `a;b` AS t, 'it\\'s ;' AS value", "clickhouse")).toHaveProperty("query");
    expect(readQuery("SELECT 'it\\' AS t, 1 AS value", "postgres")).toHaveProperty("query");
  });

  const select = "a file has one SELECT, which may have a WITH before it";
  test.each<[text: string, place: string, message: string]>([
    ["", "1:1", "no query stands here; write a SELECT with the columns `t` and `value`"],
    ["-- nothing\n", "1:1", "no query stands here; write a SELECT with the columns `t` and `value`"],
    ["DROP TABLE x", "1:1", `\`DROP\` begins no query; ${select}`],
    ["INSERT INTO x SELECT 1", "1:1", `\`INSERT\` begins no query; ${select}`],
    ["SET readonly = 0", "1:1", `\`SET\` begins no query; ${select}`],
    ["COPY x TO PROGRAM 'sh'", "1:1", `\`COPY\` begins no query; ${select}`],
    ["ATTACH 'x.db'", "1:1", `\`ATTACH\` begins no query; ${select}`],
    ["\\copy x to y", "1:1", `\`\\\` begins no query; ${select}`],
    ["(SELECT 1)", "1:1", `\`(\` begins no query; ${select}`],
    ["SELECT 1; DROP TABLE x", "1:11", "a second statement begins here; a file has one SELECT"],
    ["SELECT 1; -- no\n;SELECT 2", "2:2", "a second statement begins here; a file has one SELECT"],
    ["WITH a AS (SELECT 1) DELETE FROM x", "1:22", `\`DELETE\` begins no query; ${select}`],
    ["WITH a AS (SELECT 1)", "1:1", "`WITH` leads to no SELECT; write one behind it"],
    ["SELECT * INTO y FROM x", "1:10", "`INTO` writes; a query only reads, so take it out"],
    [
      "SELECT 1) AS x; DROP TABLE y; --",
      "1:9",
      "this bracket closes nothing; take it out, or open it before",
    ],
    ["SELECT (1", "1:8", "this bracket is never closed; close it"],
    ["SELECT 'a", "1:8", "this quote or comment is never closed; close it"],
    ["SELECT 1 /* a", "1:10", "this quote or comment is never closed; close it"],
    ["SELECT $a$ $b$", "1:8", "this quote or comment is never closed; close it"],
    [
      "SELECT * FROM dblink('postgres://ada:lovelace@db/x')",
      "1:38",
      "this is a password, and whoever reads the file has it; take it out, and change it where it counts",
    ],
  ])("is not %j", (text, place, message) => {
    for (const dialect of dialects) {
      const [first, ...others] = readQuery(text, dialect) as unknown as {
        message: string;
        range: { start: { line: number; column: number } };
      }[];
      const { line, column } = first?.range.start ?? {};
      expect([dialect, `${line}:${column}`, first?.message, others.length]).toEqual([
        dialect,
        place,
        message,
        0,
      ]);
    }
  });

  test("is asked inside of another that makes text of what it gives", () => {
    expect(wrapQuery("SELECT 1 -- x", "postgres")).toBe(
      "SELECT CAST(CAST(t AS date) AS text), left(CAST(value AS text), 64) FROM (\nSELECT 1 -- x\n) AS series LIMIT 2001",
    );
  });

  test("divides where a slash is none of a comment or a quote", () => {
    expect(divides("SELECT a / b", "postgres")).toBe(true);
    expect(divides("SELECT '/' /* / */ -- /", "postgres")).toBe(false);
  });

  test("is read in bounded time, and stays one statement in its brackets, whatever it is", () => {
    const piece = fc.constantFrom(
      "SELECT",
      "WITH",
      "a",
      "AS",
      "(",
      ")",
      ";",
      "'",
      '"',
      "$$",
      "--",
      "/*",
      "*/",
      "\n",
      "\\",
      "/",
      " ",
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 60 }).map((words) => words.join(" ")),
        fc.constantFrom(...dialects),
        (text, dialect) => {
          const read = readQuery(text, dialect);
          if (Array.isArray(read)) return;
          const again = readQuery(wrapQuery(read.query, dialect), dialect);
          expect(again).toEqual({ query: wrapQuery(read.query, dialect) });
        },
      ),
    );
    const start = performance.now();
    readQuery(`SELECT ${"(/*".repeat(30_000)}`, "postgres");
    readQuery("SELECT $a".repeat(10_000), "postgres");
    expect(performance.now() - start).toBeLessThan(2000);
  });
});

describe("an answer", () => {
  const today = "2026-02-11";
  test("may be in any order, of whole numbers and decimals, without what is not over", () => {
    const rows = [
      ["2026-02-09", "5"],
      ["2026-01-12", "0.33333333333333333333"],
      ["2026-01-05", "1200.00"],
    ] as const;
    expect(answerOf(rows, today)).toEqual({
      grain: "week",
      points: [
        { t: "2026-01-05", value: 1200 },
        { t: "2026-01-12", value: 0.333333333333 },
      ],
    });
  });

  test.each<[rows: [string | null, string | null][], refused: string]>([
    [[], "it gives no rows"],
    [[[null, "1"]], "a row has no day (NULL); leave such rows out"],
    [
      [["2026-01-05", null]],
      "`NULL` stands for the value of 2026-01-05; leave such periods out in the query, which makes them gaps",
    ],
    [
      [["2026-01-05", "inf"]],
      "`inf` stands for the value of 2026-01-05, where the query divides by 0; leave such periods out in the query, which makes them gaps",
    ],
    [[["infinity", "1"]], "`infinity` is not a day as year, month and day; write it like 2026-01-05"],
    [[["2026-01-05", "true"]], "`true` is not a number in digits; write it like 1300 or 0.25"],
    [
      [["2026-01-05", "9007199254740993"]],
      "`9007199254740993` is larger than can be kept exactly; count in thousands or millions",
    ],
    [
      [
        ["2026-01-05", "1"],
        ["2026-01-05", "2"],
      ],
      "it gives 2026-01-05 twice; group by the period",
    ],
    [[["2026-02-09", "1"]], "none of the periods that it gives is over"],
    [
      Array.from({ length: 2001 }, () => ["2026-01-05", "1"] as [string, string]),
      "it gives more than 2,000 rows; give one for each day, week, month or quarter",
    ],
    [
      [
        ["2026-01-05", "1"],
        ["2026-01-12", "1"],
        ["2026-01-20", "1"],
        ["2026-01-26", "1"],
      ],
      "2026-01-20 is a Tuesday, and the other weeks begin on a Monday; write the first day of the week",
    ],
  ])("%j is refused", (rows, refused) => {
    expect(answerOf(rows, today)).toEqual({ refused });
  });
});
