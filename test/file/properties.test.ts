/**
 * What holds for every file.
 * @module-tag slow
 */
import fc from "fast-check";
import { expect, test } from "vitest";
import { parse } from "yaml";
import type { Problem } from "../../src/file/problem.js";
import { readSource, type Source } from "../../src/file/source.js";
import { validate } from "../../src/file/validate.js";
import { covered } from "../support/ranges.js";
import { broken, pathsOf, scraps, written } from "../support/yaml.js";

const anyText = fc.oneof(
  scraps,
  broken,
  fc.string({ unit: "binary", maxLength: 200 }),
  fc.string({ unit: "grapheme" }),
);

function read(yaml: string): Source {
  const source = readSource(yaml);
  if (Array.isArray(source)) throw new Error(`${source[0]?.message}\n${yaml}`);
  return source;
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
