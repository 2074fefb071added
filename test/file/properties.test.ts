/** What holds for every file. */
import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { expect, test } from "vitest";
import { parse, parseDocument, stringify } from "yaml";
import type { Path, Problem } from "../../src/file/problem.js";
import { readSource, type Source } from "../../src/file/source.js";
import { hidden } from "../../src/file/text.js";
import { validate } from "../../src/file/validate.js";
import { completed } from "../examples.js";
import { covered } from "../support/ranges.js";

/** Pieces that mean something to YAML, put together without sense. */
const scraps = fc
  .array(
    fc.constantFrom(
      ..."-|- |: |:|name: |  |   |\n|\n  |\r\n|\t|{|}|[|]|,|&a |*a|<<: |'|\"|>-\n|@|`|!|!!int |#|# x|%|? |---\n|...\n|\\|\\u202e|x|one two|é🎉|2026|null|~|\u00A0|\u200B|\uFEFF|<<<<<<< a\n|=======\n".split(
        "|",
      ),
      "|\n",
      "|",
    ),
    { maxLength: 60 },
  )
  .map((pieces) => pieces.join(""));

/** A North Star in which something is cut out, and something else put in. */
const broken = fc.tuple(fc.nat(1000), fc.nat(20), scraps).map(([from, length, scrap]) => {
  const text = completed("bets:\n  - { level: 1, for: broadcasts, if: a, then: b }\n");
  return text.slice(0, from) + scrap.slice(0, 12) + text.slice(from + length);
});

const anyText = fc.oneof(
  scraps,
  broken,
  fc.string({ unit: "binary", maxLength: 200 }),
  fc.string({ unit: "grapheme" }),
);

const plainText = fc.string({ unit: "grapheme", maxLength: 60 }).filter((text) => text.search(hidden) === -1);
const words = fc
  .array(fc.constantFrom("a", "it's", '"so"', "é", "🎉", "x:y", "\\n", "#1", "  ", "\n", "\n\n", "-"), {
    maxLength: 30,
  })
  .map((parts) => parts.join(" "));
const text = fc.oneof(plainText, words);
const key = text.filter((name) => name !== "__proto__" && name !== "<<");
const value = fc
  .letrec((tie) => ({
    any: fc.oneof(
      { maxDepth: 4 },
      text,
      fc.constantFrom(null, true, false, 0, 7, -1.5, 1e21),
      fc.array(tie("any"), { maxLength: 4 }),
      fc.dictionary(key, tie("any"), { maxKeys: 4, noNullPrototype: true }),
    ),
  }))
  .any.filter((each) => each !== null && each !== "");

/** A value as YAML, in one of the ways of writing it. */
const written = fc
  .tuple(
    value,
    fc.constantFrom("any", "block", "flow"),
    fc.constantFrom("PLAIN", "QUOTE_SINGLE", "QUOTE_DOUBLE", "BLOCK_LITERAL", "BLOCK_FOLDED"),
    fc.constantFrom(0, 20, 80),
    fc.constantFrom(2, 4),
    fc.boolean(),
  )
  .map(([each, collectionStyle, defaultStringType, lineWidth, indent, windows]) => {
    const yaml = stringify(each, {
      collectionStyle,
      defaultStringType,
      defaultKeyType: "QUOTE_DOUBLE",
      lineWidth,
      indent,
      minContentWidth: 0,
    } as const);
    return { value: each, yaml: windows ? yaml.replaceAll("\n", "\r\n") : yaml };
  })
  // The package does not write every value as it reads it, and splits emoji to fold a text.
  .filter(
    ({ value: each, yaml }) => !/\p{Surrogate}/u.test(yaml) && isDeepStrictEqual(readByPackage(yaml), each),
  );

function readByPackage(yaml: string): unknown {
  const document = parseDocument(yaml);
  return document.errors.length === 0 ? document.toJS() : undefined;
}

function read(yaml: string): Source {
  const source = readSource(yaml);
  if (Array.isArray(source)) throw new Error(`${source[0]?.message}\n${yaml}`);
  return source;
}

function pathsOf(each: unknown, path: Path = []): Path[] {
  const inside =
    typeof each !== "object" || each === null
      ? []
      : Array.isArray(each)
        ? each.flatMap((item, index) => pathsOf(item, [...path, index]))
        : Object.entries(each).flatMap(([name, item]) => pathsOf(item, [...path, name]));
  return [path, ...inside];
}

function rangesOf(problems: readonly Problem[]) {
  return problems.flatMap(({ range, related }) => [range, ...related.map((each) => each.range)]);
}

test("any text is read or told what is wrong, inside of itself", () => {
  fc.assert(
    fc.property(anyText, (yaml) => {
      const source = readSource(yaml);
      const found = Array.isArray(source) ? source : validate(source);
      if (!Array.isArray(found)) return;
      expect(found).not.toHaveLength(0);
      for (const range of rangesOf(found)) covered(yaml, range);
      for (const { message } of found) expect(message).toMatch(/^[a-z`][^\n]*[^.!\n]$/);
    }),
    { numRuns: 1000 },
  );
});

test("in any text that can be read, every path has a place inside of it", () => {
  fc.assert(
    fc.property(anyText, (yaml) => {
      const source = readSource(yaml);
      if (Array.isArray(source)) return;
      for (const path of pathsOf(source.value)) {
        covered(yaml, source.locate(path).range);
        covered(yaml, source.locate(path, { at: "key" }).range);
        covered(yaml, source.locate(path, { span: [1, 3] }).range);
      }
    }),
    { numRuns: 1000 },
  );
});

test("a value that is written as YAML is read as it was", () => {
  fc.assert(
    fc.property(written, ({ value: each, yaml }) => {
      expect(read(yaml).value).toEqual(each);
    }),
    { numRuns: 1000 },
  );
});

test("a scalar's place holds the scalar", () => {
  fc.assert(
    fc.property(written, ({ yaml }) => {
      const source = read(yaml);
      for (const path of pathsOf(source.value)) {
        const each = path.reduce<unknown>(
          (here, step) => (here as Record<string, unknown>)[step],
          source.value,
        );
        const place = covered(yaml, source.locate(path).range);
        if (typeof each === "object" || /^[|>]|\n/.test(place) || String(each).includes("\n")) continue;
        const isBlock = yaml.includes(">") || yaml.includes("|");
        if (!isBlock) expect(parse(place, { schema: "core" })).toEqual(each);
      }
    }),
    { numRuns: 1000 },
  );
});

test("a part of a text is placed where it is written, however that is", () => {
  fc.assert(
    fc.property(written, ({ yaml }) => {
      const source = read(yaml);
      for (const path of pathsOf(source.value)) {
        const each = path.reduce<unknown>(
          (here, step) => (here as Record<string, unknown>)[step],
          source.value,
        );
        if (typeof each !== "string") continue;
        for (const [index, unit] of each.split("").entries()) {
          const place = covered(yaml, source.locate(path, { span: [index, index + 1] }).range);
          if (!/\s/.test(unit) && !/[\uD800-\uDFFF]/.test(unit))
            expect(place.replace(/^(['\\])(?=.)/, "")).toBe(unit);
        }
      }
    }),
    { numRuns: 500 },
  );
});
