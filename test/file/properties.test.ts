/**
 * What holds for every file.
 * @module-tag slow
 */
import fc from "fast-check";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { valueAt } from "../../src/file/change.js";
import { readDocument } from "../../src/file/document.js";
import type { Problem } from "../../src/file/problem.js";
import { validate } from "../../src/file/validate.js";
import { documentIn } from "../support/document.js";
import { covered } from "../support/ranges.js";
import { broken, pathsOf, scraps, written } from "../support/yaml.js";

const anyText = fc.oneof(
  scraps,
  broken,
  fc.string({ unit: "binary", maxLength: 200 }),
  fc.string({ unit: "grapheme" }),
);

function rangesOf(problems: readonly Problem[]) {
  return problems.flatMap(({ range, related }) => [range, ...related.map((each) => each.range)]);
}

test("any text is read or told what is wrong, inside of itself", () => {
  fc.assert(
    fc.property(anyText, (yaml) => {
      const document = readDocument(yaml);
      const found = Array.isArray(document) ? document : validate(document);
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
      const document = readDocument(yaml);
      if (Array.isArray(document)) return;
      for (const path of pathsOf(document.value)) {
        covered(yaml, document.locate(path).range);
        covered(yaml, document.locate(path, { at: "key" }).range);
        covered(yaml, document.locate(path, { span: [1, 3] }).range);
      }
    }),
    { numRuns: 1000 },
  );
});

test("a value that is written as YAML is read as it was", () => {
  fc.assert(
    fc.property(written, ({ value: each, yaml }) => {
      expect(documentIn(yaml).value).toEqual(each);
    }),
    { numRuns: 1000 },
  );
});

test("a scalar's place holds the scalar", () => {
  fc.assert(
    fc.property(written, ({ yaml }) => {
      const document = documentIn(yaml);
      for (const path of pathsOf(document.value)) {
        const each = valueAt(document.value, path);
        const place = covered(yaml, document.locate(path).range);
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
      const document = documentIn(yaml);
      for (const path of pathsOf(document.value)) {
        const each = valueAt(document.value, path);
        if (typeof each !== "string") continue;
        for (const [index, unit] of each.split("").entries()) {
          const place = covered(yaml, document.locate(path, { span: [index, index + 1] }).range);
          if (!/\s/.test(unit) && !/[\uD800-\uDFFF]/.test(unit))
            expect(place.replace(/^(['\\])(?=.)/, "")).toBe(unit);
        }
      }
    }),
    { numRuns: 500 },
  );
});
