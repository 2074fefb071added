/** What a series is read as, and where it is wrong. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dateOf, dayNumber } from "../../src/file/calendar.js";
import { gapsBetween, grainOf, nextPeriod, weekdayOf, weekdays } from "../../src/series/periods.js";
import { readSeries, type Series, writeSeries } from "../../src/series/series.js";

const today = "2026-02-11";

function seriesIn(lines: readonly string[], day = today): Series {
  const series = readSeries(["t,value", ...lines, ""].join("\n"), day);
  if (Array.isArray(series)) throw new Error(JSON.stringify(series));
  return series;
}

describe("a series is read", () => {
  test.each<[string, string, Series["grain"], string[], number]>([
    ["weeks", today, "week", ["2026-01-05,1", "2026-01-12,2", "2026-01-26,3", "2026-02-02,0.5"], 4],
    ["weeks from Sunday", today, "week", ["2026-01-04,1", "2026-01-11,2"], 2],
    ["days", today, "day", ["2026-01-05,1", "2026-01-06,2", "2026-01-09,3"], 3],
    ["months", today, "month", ["2025-11-01,1", "2025-12-01,2", "2026-01-01,-3"], 3],
    ["months that are 28 days apart", "2026-04-01", "month", ["2026-02-01,1", "2026-03-01,2"], 2],
    ["quarters", today, "quarter", ["2025-07-01,1e3", "2025-10-01,2"], 2],
    [
      "quarters of a year that starts in February",
      "2026-05-01",
      "quarter",
      ["2025-11-01,1", "2026-02-01,2"],
      2,
    ],
    ["months with gaps only", today, "month", ["2025-09-01,1", "2025-11-01,2"], 2],
    ["weeks with gaps only", today, "week", ["2026-01-05,1", "2026-01-19,2"], 2],
    ["one week", today, "week", ["2026-01-05,1"], 1],
    ["one month", today, "month", ["2026-01-01,1"], 1],
    ["nothing yet", today, "week", [], 0],
  ])("%s", (_, day, grain, lines, points) => {
    const series = seriesIn(lines, day);
    expect([series.grain, series.points.length]).toEqual([grain, points]);
  });

  test.each<[string, string[], string]>([
    ["2026-02-08", ["2026-01-26,1", "2026-02-02,2"], "2026-01-26"],
    ["2026-02-09", ["2026-01-26,1", "2026-02-02,2"], "2026-02-02"],
    ["2026-02-08", ["2026-02-07,1", "2026-02-08,2"], "2026-02-07"],
    ["2026-02-28", ["2026-01-01,1", "2026-02-01,2"], "2026-01-01"],
    ["2026-03-31", ["2025-10-01,1", "2026-01-01,2"], "2025-10-01"],
    // Somewhere it is tomorrow.
    ["2026-02-08", ["2026-02-02,1", "2026-02-09,2"], "undefined"],
  ])("on %s, without a last period that is not over", (day, lines, last) => {
    expect(String(seriesIn(lines, day).points.at(-1)?.t)).toBe(last);
  });

  test("in CRLF, behind a byte order mark, and without a last line break", () => {
    const expected = seriesIn(["2026-01-05,1", "2026-01-12,2"]);
    expect(readSeries("\uFEFFt,value\r\n2026-01-05,1\r\n2026-01-12,2", today)).toEqual(expected);
  });
});

describe("a series is refused", () => {
  test.each<[string, string, string]>([
    ["", "1:1", "the first line is `t,value`, and here is none; write it"],
    ["2026-01-05,1", "1:1", "the first line is `t,value`, and here is a point already; write it above"],
    ["t;value\n", "1:1", "a comma stands between the columns; write `t,value`, and commas in all lines"],
    ["T,Value", "1:1", "the first line is `t,value`, not `T,Value`; write it so"],
    [
      "t,value,user_email",
      "1:1",
      "a series has the two columns `t,value` and no others, so that it holds no people; leave the others out",
    ],
    [
      "t,value\n2026-01-05,1,300\n",
      "2:12",
      "more than one comma: `1,300` is not one value; write it with digits alone, and a full stop before decimals",
    ],
    ["t,value\n\n2026-01-05,1\n", "2:1", "an empty line; take it out"],
    ['t,value\n"2026-01-05",1\n', "2:1", "a quotation mark; days and values have none"],
    ["t,value\n2026-01-05\n", "2:1", "no comma behind the day; write the day, a comma and the value"],
    [
      "t,value\n05/01/26,1\n",
      "2:1",
      "`05/01/26` is not a day as year, month and day; write it like 2026-01-05",
    ],
    [
      "t,value\n2026-01-05T00:00:00Z,1\n",
      "2:1",
      "`2026-01-05T00:00:00Z` has a time; write the day alone: 2026-01-05",
    ],
    ["t,value\n2026-02-30,1\n", "2:1", "no calendar has the day 2026-02-30"],
    ["t,value\n2026-01-05,\n", "2:11", "no value for this period; leave the line out, which makes it a gap"],
    ["t,value\n2026-01-05,\\N\n", "2:12", "`\\N` for this period; leave the line out, which makes it a gap"],
    [
      "t,value\n2026-01-05,-nan\n",
      "2:12",
      "`-nan` is not a number; leave the line out, or mend what divides by nothing",
    ],
    ["t,value\n2026-01-05,12 %\n", "2:12", "`12 %` is not a number in digits; write it like 1300 or 0.25"],
    ["t,value\n2026-01-05, 1\n", "2:12", "`1` is not a number in digits; write it like 1300 or 0.25"],
    [
      "t,value\n2026-01-05,9007199254740993\n",
      "2:12",
      "`9007199254740993` is larger than can be kept exactly; count in thousands or millions",
    ],
    [
      "t,value\n2026-01-05,1\n2026-01-05,2\n",
      "3:1",
      "2026-01-05 stands in line 2 already; keep one of the two",
    ],
    [
      "t,value\n2026-01-12,1\n2026-01-05,2\n",
      "3:1",
      "2026-01-05 lies before the line above; sort the lines by their day",
    ],
    ["t,value\n2026-02-13,1\n", "2:1", "2026-02-13 lies in the future; a series holds what was counted"],
    [
      "t,value\n2016-01-05,1\n2026-01-16,2\n",
      "2:1",
      "from here to the last line are more than 10 years; keep the last 10",
    ],
    [
      "t,value\n2026-01-05,1\n2026-01-12,1\n2026-01-20,1\n2026-01-26,1\n",
      "4:1",
      "2026-01-20 is a Tuesday, and the other weeks begin on a Monday; write the first day of the week",
    ],
    [
      "t,value\n2025-11-01,1\n2025-12-01,1\n2026-01-02,1\n",
      "4:1",
      "2026-01-02 is not the first day of a month, as the other points are; write the first day of the month",
    ],
    [
      "t,value\n2025-01-01,1\n2025-04-01,1\n2025-08-01,1\n2025-10-01,1\n",
      "4:1",
      "2025-08-01 is not three, six or nine months from the other points; write the first day of the quarter",
    ],
    [
      "t,value\n2026-01-05,1\0\n",
      "2:13",
      "this is not a text file: a NUL byte stands here; is it the right file?",
    ],
  ])("%j", (text, place, message) => {
    const [first, ...others] = readSeries(text, today) as { message: string; range: { start: Place } }[];
    const { line, column } = first?.range.start ?? {};
    expect([`${line}:${column}`, first?.message, others.length]).toEqual([place, message, 0]);
  });

  test("and told of no more lines than show what is wrong", () => {
    const problems = readSeries(`t,value\n${"a,b\n".repeat(5000)}`, today);
    expect(problems).toHaveLength(20);
  });
});

type Place = { line: number; column: number };

test("any text is a series or has problems at places inside it", () => {
  const word = fc.constantFrom(
    "t,value\n",
    "2026-01-05",
    "2026-01-12",
    ",",
    "1",
    "\n",
    "\r\n",
    "x",
    '"',
    "-",
    "NaN",
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(word).map((words) => words.join("")),
      ),
      (text) => {
        const series = readSeries(text, today);
        if (!Array.isArray(series)) return;
        expect(series.length).toBeGreaterThan(0);
        const lines = text.split("\n");
        for (const { range } of series) expect(range.start.line).toBeLessThanOrEqual(lines.length);
      },
    ),
  );
});

test("what is written is read as it was, whatever its periods, and its gaps are known", () => {
  const grains = fc.constantFrom<Series["grain"][]>("day", "week", "month", "quarter");
  const values = fc.array(
    fc.option(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 })),
    {
      minLength: 3,
      maxLength: 40,
    },
  );
  fc.assert(
    fc.property(grains, values, (grain, all) => {
      const first = dayNumber("2024-01-01") ?? 0;
      const days = all.reduce<number[]>(
        (list) => [...list, nextPeriod(list.at(-1) ?? first, grain)],
        [first],
      );
      const rows = all.map((value, index) => ({ day: days[index] ?? 0, value: value ?? null }));
      const known = [{ day: first, value: 1 }, { day: nextPeriod(first, grain), value: 2 }, ...rows.slice(2)];
      const points = known.flatMap(({ day, value }) =>
        value === null ? [] : [{ t: dateOf(day), value: value + 0 }],
      );
      const series = readSeries(writeSeries({ points }), "2034-01-01");
      fc.pre(points.length > 1);
      if (Array.isArray(series)) throw new Error(JSON.stringify(series));
      expect(series.points).toEqual(points);
      expect(series.grain).toBe(grain);
      const last = points.at(-1)?.t ?? "";
      const missing = known
        .filter(({ day, value }) => value === null && dateOf(day) < last)
        .map(({ day }) => day);
      expect(
        gapsBetween(
          points.map(({ t }) => dayNumber(t) ?? 0),
          grain,
        ),
      ).toEqual(missing);
    }),
  );
});

test("weekdays have their names", () => {
  expect(weekdays[weekdayOf(dayNumber("2026-11-27") ?? 0)]).toBe("Friday");
  expect(weekdays[weekdayOf(dayNumber("1969-12-29") ?? 0)]).toBe("Monday");
  expect(grainOf([])).toBe("week");
});
