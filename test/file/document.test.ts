import { expect, test } from "vitest";
import { type Document, readDocument } from "../../src/file/document.js";
import type { Path } from "../../src/file/problem.js";
import { covered } from "../support/ranges.js";

function read(text: string): Document {
  const document = readDocument(text);
  if (Array.isArray(document)) throw new Error(document.map((each) => each.message).join("\n"));
  return document;
}

const star = `
name: Weekly Learning Users   # pithy
definition: >-
  The count of "active" users
  who share a learning.
game: 'it''s'
inputs:
  - name: A   # first
    definition: "tab\\tand \\u00e9mile
      and others"
  - { name: B, definition: C }
  -
    name: D
    definition: plain
      and folded
  - # a comment
    name: E
beliefs:
  - one
  -
  - |
    literal
    lines
  - - nested
limits: {active: 3}
review:
"quoted key": x
sources: [
  a, b
]
`;

type Options = Parameters<Document["locate"]>[1];
const places: [path: Path, options: Options, written: string][] = [
  [[], {}, "name"],
  [[], { at: "key" }, "name"],
  [["name"], {}, "Weekly Learning Users"],
  [["name"], { at: "key" }, "name"],
  [["name"], { span: [7, 15] }, "Learning"],
  [["name"], { span: [0, 99] }, "Weekly Learning Users"],
  [["name"], { span: [7, 7] }, ""],
  [["definition"], {}, 'The count of "active" users\n  who share a learning.'],
  [["definition"], { span: [22, 31] }, "users\n  who"],
  [["definition"], { span: [28, 31] }, "who"],
  [["game"], { span: [2, 4] }, "''s"],
  [["inputs"], {}, "inputs"],
  [["inputs"], { at: "key" }, "inputs"],
  [["inputs", 0], {}, "name: A"],
  [["inputs", 0, "definition"], { span: [3, 9] }, "\\tand \\u00e9"],
  [["inputs", 0, "definition"], { span: [13, 17] }, "\n      and"],
  [["inputs", 0, "definition"], { span: [14, 17] }, "and"],
  [["inputs", 1], {}, "{ name: B, definition: C }"],
  [["inputs", 1, "name"], { at: "key" }, "name"],
  [["inputs", 2], {}, "name: D"],
  [["inputs", 2, "definition"], { span: [6, 16] }, "and folded"],
  [["inputs", 3], {}, "name: E"],
  [["beliefs", 0], {}, "one"],
  [["beliefs", 1], {}, "-"],
  [["beliefs", 2], {}, "literal\n    lines"],
  [["beliefs", 2], { span: [8, 13] }, "lines"],
  [["beliefs", 3], {}, "- nested"],
  [["beliefs", 3, 0], {}, "nested"],
  [["limits"], {}, "limits"],
  [["limits", "active"], {}, "3"],
  [["limits", "active"], { span: [0, 1] }, "3"],
  [["review"], {}, "review"],
  [["quoted key"], { at: "key" }, '"quoted key"'],
  [["sources", 1], {}, "b"],
];

test.each(places)("%j %j is written as %j", (path, options, written) => {
  expect(covered(star, read(star).locate(path, options).range)).toBe(written);
});

test("columns count UTF-16 units, and neither a byte order mark nor a line end takes one", () => {
  const text = "\uFEFFname: x\r\nowner: { 🎉é: [b] }\r\n";
  expect(read(text).locate(["name"]).range).toEqual({
    start: { line: 1, column: 7 },
    end: { line: 1, column: 8 },
  });
  expect(read(text).locate(["owner", "🎉é", 0]).range).toEqual({
    start: { line: 2, column: 16 },
    end: { line: 2, column: 17 },
  });
});

test("a path that is not in the document throws", () => {
  const document = read(star);
  for (const path of [["nome"], ["name", 0], ["inputs", 9], ["inputs", "name"], ["inputs", 0, "name", "x"]])
    expect(() => document.locate(path), JSON.stringify(path)).toThrow("has no");
});

const shared = `
x-base: &base
  owner: Sharing pod
  name: Base
x-more: { abbreviation: M, unit: u }
inputs:
  - <<: *base
    name: A
  - &second
    name: B
  - *second
bets:
  - <<: [*base, { stage: next }]
x-owner: &pod Onboarding
owner: *pod
limits: &limits { active: 3 }
x-limits: *limits
`;

const uses: [path: Path, written: string, used: string[]][] = [
  [["owner"], "Onboarding", ["*pod"]],
  [["x-owner"], "Onboarding", []],
  [["inputs", 0, "owner"], "Sharing pod", ["*base"]],
  [["inputs", 0, "name"], "A", []],
  [["inputs", 1, "name"], "B", []],
  [["inputs", 2, "name"], "B", ["*second"]],
  [["inputs", 2], "name: B", ["*second"]],
  [["bets", 0, "owner"], "Sharing pod", ["*base"]],
  [["bets", 0, "stage"], "next", []],
  [["x-limits"], "limits", ["*limits"]],
  [["x-limits", "active"], "3", ["*limits"]],
];

test.each(uses)("%j is placed where it is written, with its use", (path, written, used) => {
  const place = read(shared).locate(path);
  expect(covered(shared, place.range)).toBe(written);
  expect(place.related.map(({ range }) => covered(shared, range))).toEqual(used);
  for (const { message } of place.related) expect(message).toBe("used here");
});
