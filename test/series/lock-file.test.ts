/** The lock as text and as a value. */
import { expect, test } from "vitest";
import { emptyLock, type Lock, readLock, writeLock } from "../../src/series/lock-file.js";

const lock: Lock = {
  sources: { metric: { system: "dbt", name: "weekly_learning_users", hash: "ab12" } },
  series: {
    metric: {
      query: "cd34",
      engine: "duckdb 1.5.6",
      asOf: "2026-02-11",
      rows: 104,
      weekday: "Monday",
      definition: "ef56",
    },
    broadcasts: { query: "0a", engine: "postgresql 15", asOf: "2026-02-11", rows: 24, definition: "0b" },
  },
  bets: { templates: { direction: "up", after: "3 weeks", looked: "2026-02-11" } },
};

test("is read as it was written, in one order", () => {
  const text = writeLock(lock);
  expect(readLock(text)).toEqual(lock);
  expect(text.indexOf('"broadcasts"')).toBeLessThan(text.indexOf('"metric"', text.indexOf('"series"')));
  const { metric, broadcasts } = lock.series;
  expect(writeLock({ ...lock, series: { broadcasts, metric } as Lock["series"] })).toBe(text);
  expect(text.endsWith("}\n")).toBe(true);
});

test("says nothing of parts that nobody keeps", () => {
  expect(writeLock(emptyLock)).toBe('{\n  "version": 1\n}\n');
  expect(readLock('{"version":1}')).toEqual(emptyLock);
});

test("keeps an id that is a word of JavaScript", () => {
  const text = writeLock({ ...lock, bets: JSON.parse('{"__proto__": {"direction":"up","looked":"x"}}') });
  expect(text).toContain('"__proto__"');
});

test.each<[string, string, string]>([
  ["[]", "1:1", "this is no lock; it is written by northstar: bring back what git has, or delete the file"],
  [
    '{"version": 2}',
    "1:13",
    "this is no lock of version 1; use the northstar that wrote it, or delete the file",
  ],
  [
    '{"version": 1,\n "serie": {}}',
    "2:2",
    "`serie` is no part of a lock; it is written by northstar: bring back what git has, or delete the file",
  ],
  [
    '{"version": 1,\n "series": {"metric": {"rows": "many"}}}',
    "2:13",
    "`metric` has not the fields of `series`; it is written by northstar: bring back what git has, or delete the file",
  ],
  [
    '{\n<<<<<<< HEAD\n"version": 1\n=======\n"version": 1\n>>>>>>> b\n}',
    "2:1",
    "git left a conflict here; keep one of the two versions and delete the lines with `<<<`, `===` and `>>>`",
  ],
])("refuses %j", (text, place, message) => {
  const [first] = readLock(text) as { message: string; range: { start: { line: number; column: number } } }[];
  const { line, column } = first?.range.start ?? {};
  expect([`${line}:${column}`, first?.message]).toEqual([place, message]);
});
