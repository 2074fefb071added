/**
 * Files that are made to bring programs down: each gets an answer, and soon.
 * @module-tag slow
 */
import { expect, test } from "vitest";
import { readDocument } from "../../src/file/document.js";
import { decode, encode, longestText } from "../../src/file/text.js";
import { validate } from "../../src/file/validate.js";

const lines = (count: number, line: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => line(index)).join("\n");
const aliases = (count: number, name: string) => Array(count).fill(`*${name}`).join(", ");

const hostile: [name: string, text: string, rule: string][] = [
  ["20,000 brackets", "[".repeat(20_000), "too-deep"],
  ["20,000 braces", "{".repeat(20_000), "too-deep"],
  ["20,000 keys in braces", "{a: ".repeat(20_000), "too-deep"],
  ["20,000 dashes", "- ".repeat(20_000), "too-deep"],
  ["20,000 question marks", "? ".repeat(20_000), "too-deep"],
  ["20,000 keys on a line", "a: ".repeat(20_000), "too-deep"],
  ["a million brackets", "[".repeat(1_000_000), "too-deep"],
  ["keys that go ever further in", lines(1_400, (index) => `${" ".repeat(index)}a:`), "too-deep"],
  ["dashes that go ever further in", lines(1_400, (index) => `${" ".repeat(index)}-`), "too-deep"],
  [
    "1,000 anchors, each within the next",
    `- &a0 x\n${lines(1_000, (i) => `- &a${i + 1} [*a${i}]`)}`,
    "too-deep",
  ],
  ["a text of 10 MB", `name: ${"x".repeat(10_000_000)}`, "too-large"],
  ["a text of just too much", `name: ${"x".repeat(longestText - 5)}`, "too-large"],
  ["60,000 keys", lines(60_000, (index) => `k${index}: v`), "too-large"],
  ["a million line ends", "\n".repeat(1_000_000), "too-large"],
  ["a million closing brackets", "]".repeat(1_000_000), "bad-brackets"],
  ["400,000 anchors on one value", "&a ".repeat(300_000), "too-large"],
  ["30,000 anchors on one value", "&a ".repeat(30_000), "not-yaml"],
  ["30,000 commas", `[${",".repeat(30_000)}]`, "bad-brackets"],
  ["30,000 documents", "---\n".repeat(30_000), "several-documents"],
  ["10,000 aliases of nothing", lines(10_000, (index) => `- *a${index}`), "undefined-alias"],
  ["10,000 keys of one name", "a: b\n".repeat(10_000), "duplicate-key"],
  [
    "nine lines that stand for a billion values",
    `a: &a [x, x, x, x, x, x, x, x, x]\n${["ab", "bc", "cd", "de", "ef", "fg", "gh", "hi"]
      .map(([from = "", to = ""]) => `${to}: &${to} [${aliases(9, from)}]`)
      .join("\n")}`,
    "alias-bomb",
  ],
  [
    "5,000 merges of 5,000 keys",
    `a: &a\n${lines(5_000, (i) => `  k${i}: x`)}\nb:\n${"  - <<: *a\n".repeat(5_000)}`,
    "alias-bomb",
  ],
  ["a list that holds itself", "a: &a [*a]", "alias-loop"],
  ["a map that merges itself", "a: &a { <<: *a }", "alias-loop"],
  ["a list of maps that merge the list", "a: &a [{ <<: *a }, { <<: *a }, { <<: *a }]", "too-deep"],
  ["a key of a million letters", `${"k".repeat(900_000)}: x`, "not-yaml"],
  ["conflict after conflict", `a: @\n${"<<<<<<< a\n".repeat(90_000)}`, "unquoted-text"],
  ["a million turns of direction", "\u202E".repeat(1_000_000), "hidden-character"],
];

test.each(hostile)("%s: one clear answer", (_, text, rule) => {
  const problems = readDocument(text);
  if (!Array.isArray(problems)) throw new Error("it was read");
  expect(problems[0]?.rule).toBe(rule);
  expect(problems.length).toBeLessThanOrEqual(50);
});

const large: [name: string, text: string][] = [
  ["a long text", `name: ${"x".repeat(900_000)}`],
  ["a long text of many lines", `name: >-\n${"  word word word\n".repeat(50_000)}`],
  ["a long text of codes", `name: "${"\\u0041".repeat(150_000)}"`],
  ["spaces between words", `name: a${" ".repeat(900_000)}b`],
  ["10,000 keys that nobody knows", lines(10_000, (index) => `k${index}: v`)],
  ["10,000 Inputs of nothing", `inputs:\n${"  -\n".repeat(10_000)}`],
  ["9,000 numbers in place of names", `inputs:\n${"  - name: 1\n".repeat(9_000)}`],
  ["spaces and no-break spaces", `${" ".repeat(500_000)}${"\u00A0".repeat(500_000)}`],
  ["1,000 anchors", lines(1_000, (index) => `- &a${index} x\n- *a${index}`)],
  ["a list of 9,000 used twice", `excludes: &a\n${"  - x\n".repeat(9_000)}\nsources: *a`],
];

test.each(large)("%s can be read", (_, text) => {
  const document = readDocument(text);
  if (Array.isArray(document)) throw new Error(document[0]?.message);
  expect(validate(document)).toHaveProperty("length");
});

test("a value that programs use for themselves changes nothing but itself", () => {
  const problems = readDocument("x-a:\n  __proto__: { polluted: true }\n");
  expect(problems).toMatchObject([{ rule: "forbidden-key" }]);
  expect(readDocument('x-a: { "__proto__": 1 }')).toMatchObject([{ rule: "forbidden-key" }]);
  expect(readDocument("a: &a { __proto__: 1 }\nb: { <<: *a }")).toMatchObject([{ rule: "forbidden-key" }]);
  expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
});

const bytes = (...parts: (string | number)[]) =>
  new Uint8Array(
    parts.flatMap((part) => (typeof part === "string" ? [...new TextEncoder().encode(part)] : [part])),
  );

test("bytes are read as UTF-8, and as UTF-16 where they say so", () => {
  expect(decode(bytes("name: é🎉"))).toBe("name: é🎉");
  expect(decode(bytes(0xef, 0xbb, 0xbf, "a"))).toBe("\uFEFFa");
  expect(decode(bytes(0xff, 0xfe, "a", 0, 0xe9, 0))).toBe("\uFEFFaé");
  expect(decode(bytes(0xfe, 0xff, 0, "a", 0, 0xe9))).toBe("\uFEFFaé");
  expect(decode(bytes())).toBe("");
});

test.each([
  ["a letter of Windows-1252", bytes("a: x\nb: caf", 0xe9, "\n"), "not-text", "2:7-2:8", /byte 0xE9.*UTF-8/],
  ["half a character at the end", bytes("a: ", 0xc3), "not-text", "1:4-1:5", /byte 0xC3/],
  ["a character cut short", bytes("a: 🎉", 0xf0, 0x9f, 0x8e, "b"), "not-text", "1:6-1:7", /byte 0xF0/],
  ["a picture", bytes(0x89, "PNG\r\n", 0x1a, "\n", 0, 0, 0), "not-text", "3:1-3:2", /is it the right file/],
  ["half of UTF-16", bytes(0xff, 0xfe, "a", 0, "b"), "not-text", "1:2-1:3", /middle of a character/],
  ["10 MB", new Uint8Array(10_000_000).fill(65), "too-large", "1:1-1:1", /1,000,000/],
])("bytes of %s are told where they stand", (_, given, rule, place, message) => {
  const problems = decode(given);
  if (typeof problems === "string") throw new Error(problems);
  expect(problems).toHaveLength(1);
  const { start, end } = problems[0]?.range ?? { start: undefined, end: undefined };
  expect(`${start?.line}:${start?.column}-${end?.line}:${end?.column}`).toBe(place);
  expect(problems[0]).toMatchObject({ rule, message: expect.stringMatching(message) });
});

test("a text goes back into the encoding that it came in", () => {
  const text = "\uFEFFname: é🎉";
  for (const mark of [bytes("a"), bytes(0xff, 0xfe), bytes(0xfe, 0xff)])
    expect(decode(encode(text, mark))).toBe(text);
  expect([...encode("\uFEFFaé", bytes(0xfe, 0xff))]).toEqual([0xfe, 0xff, 0, 0x61, 0, 0xe9]);
  expect([...encode("\uFEFFaé", bytes(0xff, 0xfe))]).toEqual([0xff, 0xfe, 0x61, 0, 0xe9, 0]);
});
