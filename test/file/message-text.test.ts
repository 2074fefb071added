import fc from "fast-check";
import { expect, test } from "vitest";
import { listSome, numberInWords, quoted, withoutLead } from "../../src/file/message-text.js";

test("a text is quoted on one line and cut where it is long", () => {
  expect(quoted("Weekly\n  Learning Users")).toBe('"Weekly Learning Users"');
  expect(quoted("x".repeat(100_000))).toBe(`"${"x".repeat(59)}…"`);
  expect(quoted("👩‍👩‍👧".repeat(50))).not.toMatch(/\p{Cs}/u);
});

test("any text is quoted in at most 62 characters", () => {
  fc.assert(fc.property(fc.string({ maxLength: 500 }), (text) => [...quoted(text)].length <= 62));
});

test.each([
  [[], ""],
  [["a"], "a"],
  [["a", "b"], "a and b"],
  [["a", "b", "c"], "a, b and c"],
  [["a", "b", "c", "d", "e", "f", "g"], "a, b, c, d, e and 2 more"],
])("%j is listed as %s", (things, expected) => {
  expect(listSome(things)).toBe(expected);
});

test("numbers up to ten are words", () => {
  expect([0, 2, 10, 11].map(numberInWords)).toEqual(["no", "two", "ten", "11"]);
});

test.each([
  ["If users find it", "if ", "users find it"],
  ["iffy users stay", "if ", "iffy users stay"],
  ["if ", "if ", "if "],
  ["users", "", "users"],
])("%j after %j is %j", (text, lead, rest) => {
  expect(withoutLead(text, lead)).toBe(rest);
});
