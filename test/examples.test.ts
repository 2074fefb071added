import { expect, test } from "vitest";
import { readDocument } from "../src/file/document.js";
import { problem, type RuleDoc } from "../src/file/problem.js";
import { validate } from "../src/file/validate.js";
import { completed, demonstrate, unmark } from "./examples.js";

const fault: RuleDoc = {
  id: "shouting",
  part: "format",
  severity: "error",
  summary: "A word shouts",
  why: "It hurts.",
  question: null,
  chapter: null,
  good: "name: Weekly",
  bad: `
NAME: x
#^^^ shouts
name: WEEKLY
#     ^^^^^^ shouts
`,
};

const shouts = (text: string) =>
  text.split("\n").flatMap((line, index) => {
    const word = /[A-Z]{2,}/.exec(line);
    if (!word) return [];
    const start = { line: index + 1, column: word.index + 1 };
    const end = { line: index + 1, column: word.index + 1 + word[0].length };
    return [problem(fault, { path: [], range: { start, end }, related: [] }, "shouts")];
  });

test("an example that shows its fault passes", () => {
  demonstrate(fault, shouts);
});

test.each([
  ["a word differs", { bad: fault.bad.replace("shouts", "shouted") }],
  ["a column differs", { bad: fault.bad.replace("^^^^^^", "^^^^^") }],
  ["a mark is missing", { bad: "name: WEEKLY" }],
  ["a mark is too many", { bad: "name: Weekly\n#     ^^^^^^ shouts" }],
  ["nothing is wrong in the bad one", { bad: "name: Weekly" }],
  ["the good one is bad", { good: "name: WEEKLY" }],
])("an example fails when %s", (_, change) => {
  expect(() => demonstrate({ ...fault, ...change }, shouts)).toThrow();
});

test("marks are taken out, comments stay", () => {
  expect(unmark("\n# a comment\nname: x\n#     ^ why\n#^^^ why\n")).toBe("# a comment\nname: x");
});

test("a part is completed to a file that can be read, after its last line", () => {
  const text = completed("results:\n  - name: Renewals");
  expect(text).toMatch(/^results:\n {2}- name: Renewals\nname: /);
  const document = readDocument(text);
  expect(Array.isArray(document) ? document : validate(document)).toHaveProperty("inputs.length", 3);
});
