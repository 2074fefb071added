import fc from "fast-check";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { readSource, type Source } from "../../src/file/source.js";
import { draftOf, nodeOf, plain, textOf } from "../../src/interview/draft.js";

function sourceOf(text: string): Source {
  const source = readSource(text);
  if (Array.isArray(source)) throw new Error(source.map((each) => each.message).join("\n"));
  return source;
}

const partial = `# Owned by Growth.
# Ask before you change it.

game: attention # one, not several
# People will say this aloud.
name: Nights Booked
definition: |
  Nights.
  # no comment, but text
# what we bet on
bets: # three at most
  # the big one
  - if: guests trust photos # really
    then: they book
    for: 'photos'
    level: 2
  - { level: 0, for: revenue, if: nights go up, then: revenue does }
# the team's own
x-links: [a, {b: c}]
# the end
`;

test("a file keeps its comments and gets its keys in the usual order", () => {
  expect(textOf(draftOf(sourceOf(partial)))).toBe(`# Owned by Growth.
# Ask before you change it.

# People will say this aloud.
name: Nights Booked

definition: |
  Nights.
  # no comment, but text

game: attention # one, not several

# what we bet on
bets: # three at most
  # the big one
  - level: 2
    for: photos
    if: guests trust photos # really
    then: they book
  - level: 0
    for: revenue
    if: nights go up
    then: revenue does

# the team's own
x-links:
  - a
  - b: c

# the end
`);
});

test("comments can be left out by what they say", () => {
  const draft = draftOf(sourceOf(partial), (comment) => !/the|one/.test(comment));
  expect(textOf(draft)).not.toMatch(/# .*(the|one)/);
  expect(textOf(draft)).toContain("# People will say this aloud.");
});

test("writing what was written changes nothing", () => {
  const once = textOf(draftOf(sourceOf(partial)));
  expect(textOf(draftOf(sourceOf(once)))).toBe(once);
});

test("any value reads back as it was", () => {
  const value = fc.dictionary(
    fc.oneof(fc.constantFrom("name", "bets", "inputs", "x-a"), fc.string({ minLength: 1, maxLength: 90 })),
    fc.jsonValue({ maxDepth: 4 }),
    { minKeys: 1 },
  );
  fc.assert(
    fc.property(value, (value) => {
      const text = textOf({ head: ["# head"], root: nodeOf(value), foot: ["# foot"] });
      expect(parse(text), text).toEqual(value);
      expect(plain(nodeOf(value))).toEqual(value);
    }),
  );
});
