/** What programs that ask a warehouse print, and what is made of it. */
import { describe, expect, test } from "vitest";
import { readImport } from "../../src/series/import.js";
import { writeSeries } from "../../src/series/series.js";

const today = "2026-02-11";
const points = "t,value\n2026-01-05,1200\n2026-01-12,0.25\n";

/** By what each of them prints for the same two weeks. */
const shapes: Record<string, string> = {
  psql: "t,value\n2026-01-05,1200\n2026-01-12,0.25\n",
  "psql, of timestamptz": "t,value\n2026-01-05 00:00:00+00,1200\n2026-01-12 00:00:00+00,0.2500\n",
  bq: "t,value\n2026-01-05,1200.0\n2026-01-12,0.25\n",
  "bq, of timestamps": "t,value\n2026-01-05 00:00:00,1200\n2026-01-12 00:00:00,0.25\n",
  snow: "T,VALUE\r\n2026-01-05,1200\r\n2026-01-12,0.25\r\n",
  snowsql: '"T","VALUE"\n"2026-01-05 00:00:00.000","1200.00"\n"2026-01-12 00:00:00.000","0.25"\n',
  trino: '"t","value"\n"2026-01-05","1200"\n"2026-01-12","0.25"\n',
  "trino, of timestamps with a zone":
    '"t","value"\n"2026-01-05 00:00:00.000 UTC","1.2E3"\n"2026-01-12 00:00:00.000 UTC","2.5E-1"\n',
  mf: "metric_time__week,weekly_learning_users\r\n2026-01-05 00:00:00,1200\r\n2026-01-12 00:00:00,0.25\r\n",
  "clickhouse-client": '"t","value"\n"2026-01-05",1200\n"2026-01-12",0.25\n',
  "clickhouse-client, of times": '"t","value"\n"2026-01-05 00:00:00",1200\n"2026-01-12 00:00:00",.25\n',
  duckdb: "t,value\n2026-01-05,1200.0\n2026-01-12,0.25\n",
  "a program that turns them": "value,t\n1200,2026-01-05\n+0.25,2026-01-12\n",
  "a program without an order, with empty lines around": "\n\nt,value\n2026-01-12,0.25\n2026-01-05,1200\n\n",
};

test.each(Object.entries(shapes))("%s is understood", (_, text) => {
  const series = readImport(text, today);
  expect(Array.isArray(series) ? series : writeSeries(series)).toBe(points);
});

const nothing =
  "stands for the value of 2026-01-12; leave such periods out in the query, which makes them gaps";
const endless =
  "stands for the value of 2026-01-12, where the query divides by 0; leave such periods out in the query, which makes them gaps";

describe("refused, by its name and line", () => {
  test.each<[string, string, string]>([
    ["t,value\n2026-01-05,1\n2026-01-12,\n", "3:12", `nothing ${nothing}`],
    ['"t","value"\n"2026-01-05","1"\n"2026-01-12",""\n', "3:14", `nothing ${nothing}`],
    ['"t","value"\n"2026-01-05",1\n"2026-01-12",\\N\n', "3:14", `\`\\N\` ${nothing}`],
    ["t,value\n2026-01-05,1\n2026-01-12,NULL\n", "3:12", `\`NULL\` ${nothing}`],
    ["t,value\n2026-01-05,1\n2026-01-12,None\n", "3:12", `\`None\` ${nothing}`],
    ["t,value\n2026-01-05,1\n2026-01-12,nan\n", "3:12", `\`nan\` ${endless}`],
    ["t,value\n2026-01-05,1\n2026-01-12,-inf\n", "3:12", `\`-inf\` ${endless}`],
    ["t,value\n2026-01-05,1\n2026-01-12,Infinity\n", "3:12", `\`Infinity\` ${endless}`],
    ["t,value\n\\N,1\n", "2:1", "no day; leave such lines out in the query"],
    [
      "t,value\n2026-01-05 09:30:00,1\n",
      "2:1",
      "`2026-01-05 09:30:00` has a time that is not midnight; cast it to a date in the query",
    ],
    [
      "t,value\n05/01/26,1\n",
      "2:1",
      "`05/01/26` is not a day as year, month and day; write it like 2026-01-05",
    ],
    [
      "t,value\n2026-01-05,1\n(1 row)\n",
      "3:1",
      "`(1 row)` is not a day, a comma and a value; let the program print nothing else",
    ],
    [
      "2026-01-05,1\n",
      "1:1",
      "the first line names the columns, and here is a point already; ask the program for a header",
    ],
    [
      "t,value,email\n2026-01-05,1,ada@example.org\n",
      "1:1",
      "3 columns; a series has a day and a value, and no people: select these two alone",
    ],
    ["t\tvalue\n2026-01-05\t1\n", "1:1", "no two columns with a comma between them; ask the program for CSV"],
    ["<html>,\n", "1:1", "this is no CSV, but an answer of another kind; ask the program for CSV"],
    [
      '{"error": "x", "y": 1}\n',
      "1:1",
      "this is no CSV, but an answer of another kind; ask the program for CSV",
    ],
    ["", "1:1", "nothing came; the first line names the two columns, `t,value`"],
    [
      "t,value\n2026-01-12,1\n2026-01-05,1\n2026-01-12,2\n",
      "4:1",
      "2026-01-12 stands in line 2 already; keep one of the two",
    ],
    [
      't,value\n2026-01-05,"1,300"\n',
      "2:12",
      "`1,300` is not a number in digits; write it like 1300 or 0.25",
    ],
    [
      "t,value\n2026-01-05,9007199254740993\n",
      "2:12",
      "`9007199254740993` is larger than can be kept exactly; count in thousands or millions",
    ],
  ])("%j", (text, place, message) => {
    const [first, ...others] = readImport(text, today) as unknown as {
      message: string;
      range: { start: { line: number; column: number } };
    }[];
    const { line, column } = first?.range.start ?? {};
    expect([`${line}:${column}`, first?.message, others.length]).toEqual([place, message, 0]);
  });
});

test("the last digits of a sum do not tell of a change", () => {
  const series = readImport(`t,value\n2026-01-05,${0.1 + 0.2}\n2026-01-12,66.6666666666666667\n`, today);
  expect(Array.isArray(series) ? series : writeSeries(series)).toBe(
    "t,value\n2026-01-05,0.3\n2026-01-12,66.6666666667\n",
  );
});
