/** What people paste or leave in place of words. */
import { expect, test } from "vitest";
import { applyFixes } from "../../src/lint/apply-fixes.js";
import { checkSource } from "../../src/lint/check.js";
import { rules } from "../../src/lint/rules/index.js";
import { isPlaceholder } from "../../src/reading/blank.js";

const options = { rules, today: "2026-11-22" };

function star(name: string, definition = "Users who share a learning in the previous seven days.") {
  return `name: ${name}\ndefinition: ${definition}\ngame: productivity\ninputs: []\n`;
}

function found(text: string, id: string) {
  return checkSource(text, options).problems.filter(({ rule }) => rule === id);
}

test.each([
  "“Weekly Learning Users”",
  "„Weekly Learning Users“",
  "‘Weekly Learning Users’",
  "« Weekly Learning Users »",
])("%s is a text with quotes around it, and loses them", (name) => {
  expect(found(star(name), "curly-quotes")).toHaveLength(1);
  expect(applyFixes(star(name), options, "safe").text).toBe(star("Weekly Learning Users"));
});

test.each(["“Learning” and “Sharing”", "Users of the “Notebook”", "“Notebook” users", "“ ”", "Learners’"])(
  "%s keeps its quotes",
  (name) => {
    expect(found(star(name), "curly-quotes")).toEqual([]);
  },
);

test("an answer may be what somebody says", () => {
  const text = `${star("Weekly Learning Users")}checklist: { understandable: “People whose findings are read” }\n`;
  expect(found(text, "curly-quotes")).toEqual([]);
});

test.each(["TBD", "tbd.", "To do", "???", "…", "n/a", "xxx"])(
  "%s is a blank, and nothing more is said",
  (text) => {
    const { problems } = checkSource(star("Weekly Learning Users", text), options);
    expect(problems.filter(({ path }) => path[0] === "definition").map(({ rule }) => rule)).toEqual([
      "unfilled-blank",
    ]);
  },
);

test("a long text is looked through at once", () => {
  expect(isPlaceholder(`${"!".repeat(1_000_000)}a`)).toBe(false);
});

test.each(["Todo items done", "名称", "5 %", "N/A rate"])("%s is no blank", (name) => {
  expect(found(star(name), "unfilled-blank")).toEqual([]);
});
