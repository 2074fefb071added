/** Arbitrary texts and values for properties about YAML. */
import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { parseDocument, stringify } from "yaml";
import type { Path } from "../../src/file/problem.js";
import { hiddenIn } from "../../src/file/text.js";
import { completed } from "../examples.js";

/** Pieces that mean something to YAML, put together without sense. */
export const scraps = fc
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
export const broken = fc.tuple(fc.nat(1000), fc.nat(20), scraps).map(([from, length, scrap]) => {
  const text = completed("bets:\n  - { level: 1, for: broadcasts, if: a, then: b }\n");
  return text.slice(0, from) + scrap.slice(0, 12) + text.slice(from + length);
});

const plainText = fc
  .string({ unit: "grapheme", maxLength: 60 })
  .filter((text) => [...hiddenIn(text)].length === 0);
const words = fc
  .array(fc.constantFrom("a", "it's", '"so"', "é", "🎉", "x:y", "\\n", "#1", "  ", "\n", "\n\n", "-"), {
    maxLength: 30,
  })
  .map((parts) => parts.join(" "));
const text = fc.oneof(plainText, words);
const key = text.filter((name) => name !== "__proto__" && name !== "<<");
export const value = fc
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
export const written = fc
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

export function pathsOf(each: unknown, path: Path = []): Path[] {
  const inside =
    typeof each !== "object" || each === null
      ? []
      : Array.isArray(each)
        ? each.flatMap((item, index) => pathsOf(item, [...path, index]))
        : Object.entries(each).flatMap(([name, item]) => pathsOf(item, [...path, name]));
  return [path, ...inside];
}
