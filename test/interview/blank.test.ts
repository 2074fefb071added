import fc from "fast-check";
import { expect, test } from "vitest";
import { answersIn, aroundBlanks, fillIn } from "../../src/interview/blank.js";

test("a text with blanks is filled in, and what is not known stays a blank", () => {
  expect(aroundBlanks("For ____ who ___.")).toEqual(["For ", " who ", "."]);
  expect(fillIn("For ____ who ____.", ["cooks"])).toBe("For cooks who ____.");
  expect(fillIn("____", ["$& $1"])).toBe("$& $1");
});

test.each([
  ["For ____ who ____.", "For cooks who ____.", ["cooks", undefined]],
  ["For ____ who ____.", "For those who know who won.", ["those", "know who won"]],
  ["For ____ who ____.", "For all.", undefined],
  ["For ____ who ____.", "To cooks who eat.", undefined],
  ["aa____aa", "aaa", undefined],
  ["aa____aa", "aaaa", [""]],
  ["____ab____b", "ab", undefined],
  ["____", "anything", ["anything"]],
] as const)("in %j, %j says %j", (pattern, text, answers) => {
  expect(answersIn(pattern, text)).toEqual(answers);
});

test("what is filled in is found again", () => {
  const word = fc.string({ minLength: 1 }).filter((text) => !/[_|]/.test(text));
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 6 }), (answers) => {
      const pattern = `|${answers.map(() => "____").join("|")}|`;
      expect(answersIn(pattern, fillIn(pattern, answers))).toEqual(answers);
    }),
  );
});
