import fc from "fast-check";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { writeFlowScalar, writeScalar } from "../src/file/scalar.js";

const tricky = fc.constantFrom(
  ..."no|on|yes|~|null|1.0|0x1f|1e3|1_000|12:30:45|2026-01-01T10:00:00Z|- a|? a|a: b|a #b|#a|@a|`a`|%a|!a|&a|*a|[a]|{a: b}|'q'|\"q\"|=|<<|---|...|a:|:a| a|a |a\tb|\ta".split(
    "|",
  ),
  "",
  "a\n",
  "a\n\n",
  "\n",
  "\n\na",
  "  a\nb",
  "a\n  b\n",
  "a\r\nb",
  "--- |\n- a",
  "# a\nb",
  "a \n b ",
  `${"word ".repeat(40)}end`,
  `${"word ".repeat(40)}`,
  `word: ${"#word ".repeat(40)}end`,
  "x".repeat(300),
);
const text = fc.oneof(
  tricky,
  fc.string({ unit: "binary", maxLength: 200 }),
  fc.string({ unit: "grapheme-composite" }),
  fc.array(fc.oneof(tricky, fc.string()), { maxLength: 5 }).map((parts) => parts.join("\n")),
  fc.array(fc.oneof(tricky, fc.lorem({ maxCount: 30 })), { maxLength: 5 }).map((parts) => parts.join(" ")),
);

test("a text reads back as it was, behind keys and dashes, whatever follows it, in YAML 1.1 and 1.2", () => {
  fc.assert(
    fc.property(text, (text) => {
      const yaml = `a: ${writeScalar(text, 0)}\n\n# a comment\nb:\n  - c: ${writeScalar(text, 4)}\n\n    # another\n    d:\n      - ${writeScalar(text, 6)}\n\n# the last\n`;
      for (const version of ["1.1", "1.2"] as const)
        expect(parse(yaml, { version }), yaml).toEqual({ a: text, b: [{ c: text, d: [text] }] });
    }),
    { numRuns: 1000 },
  );
});

test("a day is written as the format has it", () => {
  expect(writeScalar("2026-12-15", 0)).toBe("2026-12-15");
  expect(writeFlowScalar("2026-12-15")).toBe("2026-12-15");
  expect(writeScalar("2026-12-15 to 2027-01-05", 0)).toBe("2026-12-15 to 2027-01-05");
});

test("numbers, truth values and nothing are written as such", () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.double({ noNaN: true }), fc.integer(), fc.boolean(), fc.constant(null)),
      (value) => {
        expect(parse(`a: ${writeScalar(value, 0)}\n`)).toEqual({ a: value });
      },
    ),
  );
});

test("plain text stays plain, and long text is folded", () => {
  expect(writeScalar("Weekly Learning Users", 0)).toBe("Weekly Learning Users");
  expect(writeScalar("no", 0)).toBe('"no"');
  expect(writeScalar(`The count of users ${"who share ".repeat(8)}a lot`, 2)).toBe(
    ">-\n    The count of users who share who share who share who share who share who share who share who\n    share a lot",
  );
});
