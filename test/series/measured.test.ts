/** What is said of a series that is kept: summary, changes by another measurement, and what to look at. */
import { describe, expect, test } from "vitest";
import { valueText } from "../../src/report/measure.js";
import { type Circumstances, seriesFindings, usualWeekday } from "../../src/series/check.js";
import { merge } from "../../src/series/merge.js";
import { readSeries, type Series } from "../../src/series/series.js";
import { changeOver, periodsBehind } from "../../src/series/summary.js";

const today = "2026-04-01";

function series(...points: (readonly [t: string, value: number])[]): Series {
  const read = readSeries(["t,value", ...points.map((point) => point.join(","))].join("\n"), today);
  if (Array.isArray(read)) throw new Error(JSON.stringify(read));
  return read;
}

const weeks = series(
  ["2026-01-05", 100],
  ["2026-01-12", 110],
  ["2026-02-09", 120],
  ["2026-02-16", 90],
  ["2026-03-09", 132],
);

describe("change", () => {
  test("of weeks, where there is a value so long before", () => {
    expect(changeOver(weeks, 4)?.share).toBeCloseTo(0.1, 12);
    expect(changeOver(weeks, 12)).toBeUndefined();
    expect(changeOver(series(["2026-01-05", 1]), 4)).toBeUndefined();
  });
  test("of days, months and quarters, as many as pass in so many weeks", () => {
    const days = series(["2026-02-24", 4], ["2026-02-25", 4], ["2026-03-25", 5]);
    expect(changeOver(days, 4)?.from.t).toBe("2026-02-25");
    const months = series(["2025-11-01", 0], ["2025-12-01", 1], ["2026-01-01", 2], ["2026-02-01", 3]);
    expect([changeOver(months, 4)?.from.t, changeOver(months, 12)]).toEqual([
      "2026-01-01",
      { from: { t: "2025-11-01", value: 0 }, to: { t: "2026-02-01", value: 3 } },
    ]);
    const quarters = series(["2025-07-01", 1], ["2025-10-01", 2], ["2026-01-01", 3]);
    expect([changeOver(quarters, 4), changeOver(quarters, 12)?.from.t]).toEqual([undefined, "2025-10-01"]);
  });
});

test.each<[Series, string, number]>([
  [weeks, "2026-03-16", 0],
  [weeks, "2026-03-22", 0],
  [weeks, "2026-03-23", 1],
  [weeks, "2026-04-06", 3],
  [series(["2026-01-01", 1], ["2026-02-01", 1]), "2026-03-31", 0],
  [series(["2026-01-01", 1], ["2026-02-01", 1]), "2026-04-01", 1],
  [series(["2025-07-01", 1], ["2025-10-01", 1]), "2026-04-01", 1],
  [series(), "2026-04-01", 0],
])("how many periods a series is behind (%#)", (each, day, behind) => {
  expect(periodsBehind(each, day)).toBe(behind);
});

describe("measured again", () => {
  test("values that differ are revised, and points that are not measured again stay", () => {
    const merged = merge(weeks, series(["2026-02-16", 91], ["2026-03-09", 132], ["2026-03-16", 140]), today);
    expect(merged).toEqual({
      series: series(
        ["2026-01-05", 100],
        ["2026-01-12", 110],
        ["2026-02-09", 120],
        ["2026-02-16", 91],
        ["2026-03-09", 132],
        ["2026-03-16", 140],
      ),
      revised: [{ t: "2026-02-16", before: 90, after: 91 }],
      added: 1,
      kept: 3,
    });
  });
  test.each<[string, Series, string]>([
    [
      "weeks of another day",
      series(["2026-03-08", 1], ["2026-03-15", 1]),
      "its weeks begin on a Monday, and those measured now on a Sunday",
    ],
    [
      "a single week of another day",
      series(["2026-03-08", 1]),
      "its weeks begin on a Monday, and those measured now on a Sunday",
    ],
    [
      "months",
      series(["2026-01-01", 1], ["2026-02-01", 1]),
      "its periods are weeks, and those measured now are months",
    ],
  ])("%s are refused", (_, now, refused) => {
    expect(merge(weeks, now, today)).toEqual({ refused });
  });
  test("no more than ten years are kept", () => {
    const merged = merge(series(["2016-01-04", 1], ["2016-01-11", 1]), weeks, today);
    expect("series" in merged && merged.series.points[0]?.t).toBe("2026-01-05");
  });
});

describe("to look at", () => {
  const locked = { query: "a", engine: "duckdb", asOf: today, rows: 5, weekday: "Sunday", definition: "b" };
  test.each<[string, Series, Circumstances, string[]]>([
    ["nothing", series(["2026-03-09", 1], ["2026-03-16", 1]), { today }, []],
    [
      "an early end",
      series(["2026-03-02", 1], ["2026-03-09", 1]),
      { today },
      ["its last value is that of the week from 2026-03-09, 2 weeks behind"],
    ],
    ["gaps", weeks, { today: "2026-03-16" }, ["no value for the week from 2026-01-19 and 4 weeks more"]],
    ["nothing yet", series(), { today }, ["it has no value yet"]],
    [
      "no gap on weekdays without any value",
      series(
        ["2026-03-20", 1],
        ["2026-03-23", 1],
        ["2026-03-24", 1],
        ["2026-03-27", 1],
        ["2026-03-30", 1],
        ["2026-03-31", 1],
      ),
      { today },
      [],
    ],
    [
      "a gap on a weekday that has values",
      series(["2026-03-16", 1], ["2026-03-17", 1], ["2026-03-23", 1], ["2026-03-30", 1], ["2026-03-31", 1]),
      { today },
      ["no value for the day from 2026-03-24"],
    ],
    [
      "another weekday",
      series(["2026-03-09", 1], ["2026-03-16", 1]),
      { today, weekday: "Sunday" },
      ["its weeks begin on a Monday, and those of the other series on a Sunday"],
    ],
    [
      "what was changed since it was measured",
      series(["2026-03-09", 1], ["2026-03-16", 1]),
      { today, locked, hashes: { query: "c", definition: "d" } },
      [
        "its weeks begin on a Monday, and began on a Sunday when it was measured",
        "its query was changed after it was measured",
        "what it counts was changed in the file after it was measured; look whether the query still counts that",
      ],
    ],
  ])("%s", (_, each, circumstances, findings) => {
    expect(seriesFindings(each, circumstances)).toEqual(findings);
  });
  test("the weekday of most series is the usual one", () => {
    const sundays = series(["2026-03-08", 1], ["2026-03-15", 1]);
    expect(usualWeekday([sundays, weeks, weeks])).toBe("Monday");
    expect(usualWeekday([sundays, weeks])).toBe("Sunday");
    expect(usualWeekday([series(["2026-01-01", 1], ["2026-02-01", 1])])).toBeUndefined();
  });
});

test.each<[number, string]>([
  [0, "0"],
  [1204, "1,204"],
  [-1204.4, "−1,204"],
  [0.254, "0.254"],
  [66.6666666667, "66.67"],
  [123.456, "123.5"],
  [1e21, "1e+21"],
  [0.00001234, "0.00001234"],
])("%d is shown as %s", (value, text) => {
  expect(valueText(value)).toBe(text);
});
