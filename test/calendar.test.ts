import fc from "fast-check";
import { expect, test } from "vitest";
import { dateOf, dayAfter, dayNumber } from "../src/file/calendar.js";

test.each([
  ["2026-09-01", "6 months", "2027-03-01"],
  ["2026-08-31", "6 months", "2027-02-28"],
  ["2027-08-31", "6 months", "2028-02-29"],
  ["2028-02-29", "1 year", "2029-02-28"],
  ["2028-02-29", "4 years", "2032-02-29"],
  ["2026-11-30", "1 quarter", "2027-02-28"],
  ["2026-10-31", "1 month", "2026-11-30"],
  ["2026-12-31", "1 day", "2027-01-01"],
  ["2026-02-22", "1 week", "2026-03-01"],
  ["0099-12-31", "1 day", "0100-01-01"],
  ["9999-12-31", "9999 years", "19998-12-31"],
])("%s and %s is %s", (date, duration, expected) => {
  expect(dateOf(dayAfter(date, duration))).toBe(expected);
});

test.each([
  ["2026-02-28", true],
  ["2026-02-29", false],
  ["2028-02-29", true],
  ["1900-02-29", false],
  ["2000-02-29", true],
  ["2026-04-31", false],
  ["2026-12-31", true],
  ["2026-13-01", false],
  ["2026-00-10", false],
  ["2026-10-00", false],
])("whether %s is a day: %s", (date, expected) => {
  expect(dayNumber(date) !== null).toBe(expected);
});

test("a day's number reads back to the day, and days follow one another", () => {
  fc.assert(
    fc.property(fc.integer({ min: -700_000, max: 2_000_000 }), (number) => {
      expect(dayNumber(dateOf(number))).toBe(number);
      expect(dayAfter(dateOf(number), "1 day")).toBe(number + 1);
    }),
  );
});

test("a duration never leads back, and a year is twelve months or four quarters", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 1_000_000 }),
      fc.integer({ min: 1, max: 99 }),
      fc.constantFrom("day", "week", "month", "quarter", "year"),
      (number, count, unit) => {
        const date = dateOf(number);
        expect(dayAfter(date, `${count} ${unit}s`)).toBeGreaterThan(number);
        expect(dayAfter(date, `${count} years`)).toBe(dayAfter(date, `${count * 12} months`));
        expect(dayAfter(date, `${count} years`)).toBe(dayAfter(date, `${count * 4} quarters`));
      },
    ),
  );
});
