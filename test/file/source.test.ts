import { expect, test } from "vitest";
import { readSource, type Source } from "../../src/file/source.js";

function read(text: string): Source {
  const source = readSource(text);
  if (Array.isArray(source)) throw new Error(source.map((each) => each.message).join("\n"));
  return source;
}

/** The text that a range covers. */
function covered(text: string, { range }: ReturnType<Source["locate"]>): string {
  const lines = text.split("\n");
  const { start, end } = range;
  if (start.line === end.line) return lines[start.line - 1]?.slice(start.column - 1, end.column - 1) ?? "";
  return [
    lines[start.line - 1]?.slice(start.column - 1),
    ...lines.slice(start.line, end.line - 1),
    lines[end.line - 1]?.slice(0, end.column - 1),
  ].join("\n");
}

const text = `
name: Weekly Learning Users   # pithy
definition: >-
  The count of "active" users
  who share a learning.
game: 'it''s'
inputs:
  - name: A   # first
    definition: "tab\\tand \\u00e9mile"
  - { name: B, definition: C }
`;

test.each([
  [["name"], {}, "Weekly Learning Users"],
  [["name"], { at: "key" }, "name"],
  [["name"], { span: [7, 15] }, "Learning"],
  [["definition"], {}, 'The count of "active" users\n  who share a learning.'],
  [["definition"], { span: [22, 31] }, "users\n  who"],
  [["game"], { span: [2, 4] }, "''s"],
  [["inputs"], {}, "inputs"],
  [["inputs", 0], {}, "name: A"],
  [["inputs", 1], {}, "{ name: B, definition: C }"],
  [["inputs", 0, "definition"], { span: [3, 9] }, "\\tand \\u00e9"],
  [[], {}, "name"],
] as const)("%j %j is at %s", (path, options, expected) => {
  expect(covered(text, read(text).locate(path, options))).toBe(expected);
});
